import { parse as parseCsv } from 'csv-parse/sync'
import { flagKinds, type Observation, statuses } from '../../src/model/indicator.ts'
import { findPeriod, findPeriodFault, isCalendarDay, toLastDay } from '../../src/model/period.ts'
import { columns } from './columns.ts'
import { isDate, type Package, periodForms } from './package-schema.ts'
import { findPlaceholder } from './placeholders.ts'

/** One row of `observations.csv`, with its line number, and its value and date of publication as they are written. */
export type Row = Observation & { series: string; line: number; digits: string; shown: string }

/** A figure with what is said about it: "12.5 rounded estimated". */
export const toFigureText = ({ digits, flag, status }: Row): string => [digits, flag, status].filter(Boolean).join(' ')

/** Reads the rows of a table, by the names its package declares, or every fault with its line. */
export function parseTable(
  text: string,
  head: Package | undefined,
): { rows: Row[]; faults: [line: number, fault: string][] } {
  const faults: [number, string][] = []
  const fault = (line: number, sentence: string) => void faults.push([line, sentence])
  const records = readCsv(text, fault)
  const [first, ...rest] = records
  if (!first) {
    if (faults.length === 0) fault(1, `is empty; expected the header ${columns.join(',')}`)
    return { rows: [], faults }
  }
  if (first.cells.join(',') !== columns.join(','))
    fault(first.line, `the header is "${first.cells.join(',')}"; expected ${columns.join(',')}`)
  if (rest.length === 0) fault(first.line, 'no observation follows the header; expected at least one row')
  const hints = Map.groupBy(rest.flatMap(listHints), ({ text }) => text)
  for (const [text, [{ line, cell } = { line: 1, cell: 'A1' }, ...others]] of hints) {
    const more = others.length > 0 ? `, as in ${others.length} more` : ''
    fault(line, `${cell} is still the scaffold's at "${text}"${more}; expected what the source says`)
  }
  const rows = rest.flatMap(({ cells, line }) => {
    if (listHints({ cells, line }).length > 0) return []
    const row = parseRow(cells, head, sentence => fault(line, sentence))
    return row ? [{ ...row, line }] : []
  })
  for (const series of head?.card.series ?? []) {
    if (!rest.some(({ cells }) => cells[0] === series.id))
      fault(first.line, `the series "${series.id}" has no observation; expected at least one row`)
  }
  return { rows, faults }
}

/** The hints of a row that are not filled in yet, each with its cell as spreadsheets name it. */
const listHints = ({ cells, line }: { cells: readonly string[]; line: number }) =>
  cells.flatMap((content, i) => {
    const text = findPlaceholder(content)
    return text ? [{ line, cell: `${String.fromCharCode(65 + i)}${line}`, text }] : []
  })

function readCsv(csv: string, fault: (line: number, sentence: string) => void): { cells: string[]; line: number }[] {
  try {
    const lines: number[] = []
    const on_record = (cells: string[], context: { lines: number }) => {
      lines.push(context.lines)
      return cells
    }
    return parseCsv(csv, { bom: true, relax_column_count: true, on_record }).map((cells, i) => ({
      cells,
      line: lines[i] ?? 0,
    }))
  } catch (error) {
    const line = typeof error === 'object' && error && 'lines' in error ? Number(error.lines) : 1
    fault(line, `cannot be read as CSV (RFC 4180): ${error instanceof Error ? error.message : 'broken'}`)
    return []
  }
}

function parseRow(
  cells: string[],
  head: Package | undefined,
  fault: (sentence: string) => void,
): Omit<Row, 'line'> | undefined {
  const row = cells.join(',')
  const refuse = (sentence: string): void => fault(`cannot read "${row}": ${sentence}`)
  if (cells.length !== columns.length) {
    refuse(`${cells.length} fields; expected ${columns.length}: ${columns.join(',')}`)
    return undefined
  }
  const [
    series = '',
    periodText = '',
    digits = '',
    statusText = '',
    flagText = '',
    shown = '',
    added = '',
    source = '',
  ] = cells
  const ids = head?.card.series.map(entry => entry.id)
  const sources = head?.sources.map(entry => entry.name)
  const period = findPeriod(periodText)
  const value = isNumber(digits) ? Number(digits) : undefined
  const status = statuses.find(name => name === statusText)
  if (ids && !ids.includes(series)) refuse(`unknown series "${series}"; expected one of ${ids.join(', ')}`)
  if (!period) refuse(`"${periodText}" ${findPeriodFault(periodText)}; expected ${periodForms}`)
  if (value === undefined) refuse(`"${digits}" is not a value; expected a number such as 4.119, of at most 15 digits`)
  if (!status) refuse(`unknown status "${statusText}"; expected one of ${statuses.join(', ')}`)
  const flag = flagKinds.find(kind => kind === flagText)
  if (flagText !== '' && !flag) refuse(`unknown flag "${flagText}"; expected nothing or one of ${flagKinds.join(', ')}`)
  if (!isDate(shown))
    refuse(
      `"${shown}" is not a publication date; expected YYYY-MM-DD, or YYYY-MM or YYYY where the source shows no more`,
    )
  if (!isCalendarDay(added)) refuse(`"${added}" is not the day of adding; expected YYYY-MM-DD`)
  if (sources && !sources.includes(source)) refuse(`unknown source "${source}"; expected one of ${sources.join(', ')}`)
  if (!period || !status || value === undefined || !isDate(shown) || !isCalendarDay(added)) return undefined
  const last = toLastDay(shown)
  return {
    series,
    period,
    value,
    digits,
    status,
    ...(flag && { flag }),
    published: last < added || shown.length === 10 ? last : added,
    shown,
    precision: shown.length === 10 ? 'day' : shown.length === 7 ? 'month' : 'year',
    added,
    source,
  }
}

/** A plain number that a double holds to the last digit. */
const isNumber = (text: string): boolean =>
  /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= 15
