import { findPeriod } from '../../src/model/period.ts'
import type { Cell } from './read-grid.ts'

/** The content of a spreadsheet in the form of a folder. A missing figure has no row. */
export type Table = {
  series: { id: string; label: string }[]
  rows: { series: string; period: string; value: string }[]
}

/** A fault of a table: the cell, as spreadsheets name it (`B7`), and a sentence. */
export type TableFault = { cell: string; sentence: string }

/** How tables write that a figure is missing. */
const missing = /^(?:|[-–—.…*]+|n\/?a|nan|null|x|нет данных|жоқ|不详|无)$/i

/**
 * Recognises the three forms that tables of statistics have: periods down the first column and a series in each further one;
 * periods along the first row and a series in each further one; or a column each of series, period and value. Gives every
 * fault with its cell; a figure that may be read in two ways is a fault, never a guess.
 */
export function recogniseTable(grid: readonly (readonly Cell[])[]): { table: Table; faults: TableFault[] } {
  const rows = grid.map((cells, y) => cells.map((cell, x) => ({ cell, at: toReference(x, y) })))
  const filled = rows.filter(cells => cells.some(({ cell }) => cell !== null && String(cell).trim() !== ''))
  const [head, ...body] = filled
  if (!head || body.length === 0)
    return {
      table: empty,
      faults: [{ cell: 'A1', sentence: 'the table is empty; expected a row of names and rows of figures' }],
    }
  // A note below the table is one cell; in a row of more, a comma within a name has moved the figure.
  const ragged = body.find(
    cells => toLength(cells) > 1 && (toLength(cells) > head.length || cells.length < toLength(head)),
  )
  if (ragged) {
    const sentence = `begins a row of ${ragged.length} cells; expected ${head.length}, as in the first row`
    return { table: empty, faults: [{ cell: ragged[0]?.at ?? '', sentence }] }
  }
  const long = toLong(head)
  if (long)
    return collect(
      body.map(cells => ({ series: cells[long.series], period: cells[long.period], value: cells[long.value] })),
    )
  const isAcross = head
    .slice(1)
    .filter(({ cell }) => cell !== null)
    .every(({ cell }) => toPeriodText(cell) !== undefined)
  return collect(
    body.flatMap(cells =>
      head.slice(1).map((top, i) => {
        const [side, value] = [cells[0], cells[i + 1]]
        return isAcross ? { series: side, period: top, value } : { series: top, period: side, value }
      }),
    ),
  )
}

const empty: Table = { series: [], rows: [] }

type Placed = { cell: Cell; at: string }

/** How many cells a row has, without empty ones at its end. */
const toLength = (cells: readonly Placed[]): number => cells.findLastIndex(({ cell }) => cell !== null) + 1

type Triple = { series: Placed | undefined; period: Placed | undefined; value: Placed | undefined }

/** Where a long table has its three columns, by the names that they carry in English, Russian or Kazakh. */
function toLong(head: readonly Placed[]): { series: number; period: number; value: number } | undefined {
  const find = (names: RegExp): number => head.findIndex(({ cell }) => names.test(String(cell ?? '').trim()))
  const [series, period, value] = [
    find(/^(?:series|name|country|показатель|ряд|страна|атауы|ел)$/i),
    find(/^(?:period|year|date|time|month|период|год|дата|кезең|жыл)$/i),
    find(/^(?:value|figure|obs_value|значение|мән|мәні)$/i),
  ]
  return series >= 0 && period >= 0 && value >= 0 ? { series, period, value } : undefined
}

function collect(triples: readonly Triple[]): { table: Table; faults: TableFault[] } {
  const faults = new Map<string, string>()
  const series = new Map<string, string>()
  const rows = new Map<string, { series: string; period: string; value: string }>()
  for (const triple of triples) {
    const label = String(triple.series?.cell ?? '').trim()
    const figure = toFigure(triple.value?.cell ?? null)
    if (figure === undefined) continue
    const at = triple.value?.at ?? ''
    if (label === '') {
      faults.set(triple.series?.at ?? at, 'is empty; expected the name of a series')
      continue
    }
    const id = toId(label, series)
    const period = toPeriodText(triple.period?.cell ?? null)
    if (period === undefined)
      faults.set(
        triple.period?.at ?? at,
        `is "${toCellText(triple.period?.cell)}"; expected a period: 2024, 2024-05, Q2 2024 or 2024-01/2024-09`,
      )
    else if ('fault' in figure) faults.set(at, figure.fault)
    else if (rows.has(`${id} ${period}`)) faults.set(at, `is a second figure of "${label}" for ${period}; expected one`)
    else rows.set(`${id} ${period}`, { series: id, period, value: figure.value })
  }
  const order = [...series.values()]
  return {
    table: {
      series: [...series].map(([label, id]) => ({ id, label })),
      rows: [...rows.values()].sort(
        (a, b) => order.indexOf(a.series) - order.indexOf(b.series) || compareTexts(toEnd(a.period), toEnd(b.period)),
      ),
    },
    faults: [
      ...[...faults].map(([cell, sentence]) => ({ cell, sentence })),
      ...(rows.size === 0 && faults.size === 0 ? [{ cell: 'A1', sentence: 'no figure was found in the table' }] : []),
    ],
  }
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** The last day of a period, to order rows by; any other text is returned unchanged. */
export const toEnd = (period: string): string => findPeriod(period)?.end ?? period
const toCellText = (cell: Cell | undefined): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')

/** An id for a series of this label: its words in Latin letters, or its number; no other series has it. */
function toId(label: string, known: Map<string, string>): string {
  const before = known.get(label)
  if (before) return before
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-+$/g, '')
    .slice(0, 32)
  const taken = new Set(known.values())
  const id = words !== '' && !taken.has(words) ? words : `series-${known.size + 1}`
  known.set(label, id)
  return id
}

/** Quarters and halves of a year: their first and last month. */
const partsOfYear: Record<string, readonly [from: string, to: string]> = {
  Q1: ['01', '03'],
  Q2: ['04', '06'],
  Q3: ['07', '09'],
  Q4: ['10', '12'],
  H1: ['01', '06'],
  H2: ['07', '12'],
}

/** A period in ISO 8601, from the formats that spreadsheets use; undefined for any other text. */
export function toPeriodText(cell: Cell): string | undefined {
  if (cell instanceof Date) return undefined
  const text = String(cell ?? '')
    .trim()
    .replace(/[–—]/g, '-')
  if (findPeriod(text)) return text
  const { year = '', part = '' } =
    (/^(?<year>\d{4})[\s-]*(?<part>[QH]\d)$/i.exec(text) ?? /^(?<part>[QH]\d)\s*(?<year>\d{4})$/i.exec(text))?.groups ??
    {}
  const months = partsOfYear[part.toUpperCase()]
  if (months) return months.map(month => `${year}-${month}`).join('/')
  const [, month = '', of = ''] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? []
  const written = `${of}-${month.padStart(2, '0')}`
  return findPeriod(written) ? written : undefined
}

/** A figure as a plain number; undefined where it is missing; a fault where it is none, or may be read in two ways. */
export function toFigure(cell: Cell): { value: string } | { fault: string } | undefined {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { value: toPlain(cell) } : { fault: 'is no finite number' }
  if (cell instanceof Date || typeof cell === 'boolean') return { fault: `is ${toCellText(cell)}; expected a number` }
  const text = String(cell ?? '').trim()
  if (missing.test(text)) return undefined
  const compact = text.replace(/[\s\u00a0\u202f’']/g, '').replace(/^[−–]/, '-')
  if (/^-?\d+([.]\d+)?$/.test(compact)) return { value: compact }
  if (/^-?\d{1,3},\d{3}$/.test(compact))
    return {
      fault: `is "${text}", which may be ${compact.replace(',', '')} or ${compact.replace(',', '.')}; write it without a comma`,
    }
  if (/^-?\d+,\d+$/.test(compact)) return { value: compact.replace(',', '.') }
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact)) return { value: compact.replaceAll(',', '') }
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact)) return { value: compact.replaceAll('.', '').replace(',', '.') }
  return { fault: `is "${text}"; expected a number, or nothing where the figure is missing` }
}

/** A number without an exponent, as exact as a spreadsheet keeps it: fifteen digits. */
const toPlain = (value: number): string =>
  Number(value.toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })

/** The name of a cell in a spreadsheet: `A1`, `AB12`. */
function toReference(x: number, y: number): string {
  let [letters, rest] = ['', x + 1]
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return `${letters}${y + 1}`
}
