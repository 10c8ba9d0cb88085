import { parse as parseCsv } from 'csv-parse/sync'
import { flagKinds, type Observation, statuses } from '../../src/model/indicator.ts'
import { findPeriod, findPeriodFault, isCalendarDay, toLastDay } from '../../src/model/period.ts'
import { columns } from './columns.ts'
import { isDate, type Package, periodForms } from './package-schema.ts'
import { findPlaceholder } from './placeholders.ts'

/** One row of `observations.csv`, with its line number, and its value and date of publication as they are written. */
export type Row = Observation & { series: string; line: number; digits: string; shown: string }

/** A figure with its flag and status: "12.5 rounded estimated". */
export const toFigureText = ({ digits, flag, status }: Row): string => [digits, flag, status].filter(Boolean).join(' ')

type ParsedTable = { rows: Row[]; faults: [line: number, fault: string][] }
type CsvRecord = { cells: string[]; line: number }

/** Reads the rows of a table, by the names its package declares, or every fault with its line. */
export function parseTable(text: string, head: Package | undefined): ParsedTable {
  const { records, faults } = readRecords(text)
  const [first, ...rest] = records
  if (!first)
    return {
      rows: [],
      faults: faults.length > 0 ? faults : [[1, `is empty; expected the header ${columns.join(',')}`]],
    }
  if (first.cells.join(',') !== columns.join(','))
    faults.push([first.line, `the header is "${first.cells.join(',')}"; expected ${columns.join(',')}`])
  if (rest.length === 0) faults.push([first.line, 'no observation follows the header; expected at least one row'])
  const hints = Map.groupBy(rest.flatMap(listHints), ({ text }) => text)
  for (const [text, [{ line, cell } = { line: 1, cell: 'A1' }, ...others]] of hints) {
    const more = others.length > 0 ? `, as in ${others.length} more` : ''
    faults.push([line, `${cell} is still the scaffold's at "${text}"${more}; expected what the source says`])
  }
  const rows: Row[] = []
  for (const record of rest.filter(record => listHints(record).length === 0)) {
    const { cells, line } = record
    const ofRow = [...findRowFaults(cells, head)]
    for (const fault of ofRow) faults.push([line, `cannot read "${cells.join(',')}": ${fault}`])
    const row = ofRow.length === 0 ? toRow(record) : undefined
    if (row) rows.push(row)
  }
  for (const { id } of head?.card.series ?? [])
    if (!rest.some(({ cells }) => cells[0] === id))
      faults.push([first.line, `the series "${id}" has no observation; expected at least one row`])
  return { rows, faults }
}

/** The hints of a row that are not filled in yet, each with its cell as spreadsheets name it. */
const listHints = ({ cells, line }: CsvRecord) =>
  cells.flatMap((content, i) => {
    const text = findPlaceholder(content)
    return text ? [{ line, cell: `${String.fromCharCode(65 + i)}${line}`, text }] : []
  })

function readRecords(csv: string): { records: CsvRecord[]; faults: ParsedTable['faults'] } {
  const lines: number[] = []
  const on_record = (cells: string[], context: { lines: number }) => {
    lines.push(context.lines)
    return cells
  }
  try {
    const records = parseCsv(csv, { bom: true, relax_column_count: true, on_record })
    return { records: records.map((cells, i) => ({ cells, line: lines[i] ?? 0 })), faults: [] }
  } catch (error) {
    const line = typeof error === 'object' && error && 'lines' in error ? Number(error.lines) : 1
    const reason = error instanceof Error ? error.message : 'broken'
    return { records: [], faults: [[line, `cannot be read as CSV (RFC 4180): ${reason}`]] }
  }
}

function* findRowFaults(cells: readonly string[], head: Package | undefined): Iterable<string> {
  if (cells.length !== columns.length)
    return yield `${cells.length} fields; expected ${columns.length}: ${columns.join(',')}`
  const [id = '', period = '', digits = '', status = '', flag = '', shown = '', added = '', source = ''] = cells
  const ids = head?.card.series.map(series => series.id)
  const sources = head?.sources.map(({ name }) => name)
  if (ids && !ids.includes(id)) yield `unknown series "${id}"; expected one of ${ids.join(', ')}`
  if (!findPeriod(period)) yield `"${period}" ${findPeriodFault(period)}; expected ${periodForms}`
  if (!isNumber(digits)) yield `"${digits}" is not a value; expected a number such as 4.119, of at most 15 digits`
  if (!find(statuses, status)) yield `unknown status "${status}"; expected one of ${statuses.join(', ')}`
  if (flag !== '' && !find(flagKinds, flag))
    yield `unknown flag "${flag}"; expected nothing or one of ${flagKinds.join(', ')}`
  if (!isDate(shown))
    yield `"${shown}" is not a publication date; expected YYYY-MM-DD, or YYYY-MM or YYYY where the source shows no more`
  if (!isCalendarDay(added)) yield `"${added}" is not the day of adding; expected YYYY-MM-DD`
  if (sources && !sources.includes(source)) yield `unknown source "${source}"; expected one of ${sources.join(', ')}`
}

/** The row of a record without a fault. */
function toRow({ cells, line }: CsvRecord): Row | undefined {
  const [series = '', period = '', digits = '', status = '', flag = '', shown = '', added = '', source = ''] = cells
  const known = { period: findPeriod(period), status: find(statuses, status), flag: find(flagKinds, flag) }
  if (!known.period || !known.status) return undefined
  const last = toLastDay(shown)
  return {
    series,
    line,
    period: known.period,
    value: Number(digits),
    digits,
    status: known.status,
    ...(known.flag && { flag: known.flag }),
    published: last < added || shown.length === 10 ? last : added,
    shown,
    precision: shown.length === 10 ? 'day' : shown.length === 7 ? 'month' : 'year',
    added,
    source,
  }
}

const find = <const T extends string>(names: readonly T[], text: string): T | undefined =>
  names.find(name => name === text)

/** A plain number that a double represents to the last digit. */
const isNumber = (text: string): boolean =>
  /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= 15
