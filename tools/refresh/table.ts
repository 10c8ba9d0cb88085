import { parseText } from '../new/read-grid.ts'
import { toFigure } from '../new/recognise-table.ts'
import { refuseOther, toOneLine } from './service.ts'

/** A row of a table by the names of its columns; an empty cell is ''. */
export type TableRow = Readonly<Record<string, string>>

/** How a table is read: which rows, what they must contain, and the columns of period and figure. */
export type Reading = {
  where: TableRow
  /** Columns that state the unit, and their expected values. */
  unit: TableRow
  period: string
  value: string
}

/**
 * The rows of a CSV (RFC 4180; semicolons and tabs also separate columns). Throws when a page, an error or nothing came
 * instead, when it cannot be read, or when a column is missing or duplicate.
 */
export function readRows(text: string, needed: readonly string[], service: string): TableRow[] {
  refuseOther(text, service, 'CSV')
  const [head = [], ...body] = readCells(text, service)
  const names = head.map(cell => String(cell ?? ''))
  const missing = needed.find(name => !names.includes(name))
  if (missing !== undefined)
    throw new Error(
      `${service} answered no column "${missing}"; it has ${names.map(name => `"${name}"`).join(', ')}`.slice(0, 500),
    )
  const twice = needed.find(name => names.indexOf(name) !== names.lastIndexOf(name))
  if (twice !== undefined) throw new Error(`${service} answered the column "${twice}" twice; expected it once`)
  // A note below the table is one cell; in a row of more, a comma within a name has moved the figure.
  const ragged = body.find(
    cells => cells.length !== head.length && cells.filter(cell => (cell ?? '') !== '').length > 1,
  )
  if (ragged)
    throw new Error(
      `${service} answered a row of ${ragged.length} cells, ${toOneLine(ragged.slice(0, 3).join(', '))}; expected ${head.length}`,
    )
  return body.map(cells => Object.fromEntries(names.map((name, i) => [name, String(cells[i] ?? '')])))
}

function readCells(text: string, service: string) {
  try {
    return parseText(text)
  } catch (error) {
    throw new Error(`${service} answered CSV that cannot be read: ${error instanceof Error ? error.message : 'broken'}`)
  }
}

const isAs = (row: TableRow, cells: TableRow): boolean =>
  Object.entries(cells).every(([name, value]) => row[name] === value)
const listCells = (cells: TableRow): string =>
  Object.entries(cells)
    .map(([name, value]) => `${name} "${toOneLine(value)}"`)
    .join(', ')

/**
 * The figures of the selected rows, by year; a missing figure has none. Throws when no row is selected, when a year has two
 * figures, when a period is no year, when a unit is another than expected, and when a figure may be read in two ways.
 */
export function readYears(rows: readonly TableRow[], { where, unit, period, value }: Reading, service: string) {
  const meant = rows.filter(row => isAs(row, where))
  if (rows.length > 0 && meant.length === 0)
    throw new Error(`${service} answered ${rows.length} rows, but none where ${listCells(where)}`)
  const years = new Map<number, number>()
  const hasCommas = meant.some(row => /\d,\d/.test(row[value] ?? ''))
  for (const row of meant) {
    const written = row[value] ?? ''
    if (hasCommas && /^[+-]?\d{1,3}\.\d{3}$/.test(written))
      throw new Error(`${service} answered ${written} beside figures with commas: it may be read in two ways`)
    const figure = toNumber(written, service)
    if (figure === undefined) continue
    const text = row[period] ?? ''
    if (!/^\d{4}$/.test(text)) throw new Error(`${service} answered the period "${toOneLine(text)}"; expected a year`)
    if (!isAs(row, unit))
      throw new Error(`${service} answered ${listCells(pick(row, unit))} for ${text}; expected ${listCells(unit)}`)
    if (years.has(Number(text)))
      throw new Error(`${service} answered ${text} twice; expected one row a year, so name more columns`)
    years.set(Number(text), figure)
  }
  return years
}

const pick = (row: TableRow, { ...names }: TableRow): TableRow =>
  Object.fromEntries(Object.keys(names).map(name => [name, row[name] ?? '']))

/** A number as XML Schema and CSV write it, or as a spreadsheet does; undefined if the figure is missing. */
function toNumber(text: string, service: string): number | undefined {
  if (/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text)
  const figure = toFigure(text)
  if (figure === undefined) return undefined
  if ('fault' in figure) throw new Error(`${service} answered a figure that ${figure.fault}`)
  return Number(figure.value)
}
