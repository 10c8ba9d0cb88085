import { parse as parseCsv } from 'csv-parse/sync'
import { flagKinds, type Observation, statuses } from '../../src/model/indicator.ts'
import { comparePeriods, findPeriod, isCalendarDay, toLastDay } from '../../src/model/period.ts'
import { columns } from './columns.ts'
import { isDate, type Package } from './package-schema.ts'

/** One row of `observations.csv`, with the line it stands on. */
export type Row = Observation & { series: string; line: number }

/** Reads the rows of a table, by the names its package declares, or every fault with file and line. */
export function parseTable(file: string, text: string, head: Package | undefined): { rows: Row[]; faults: string[] } {
  const faults: string[] = []
  const fault = (line: number, sentence: string) => void faults.push(`${file}:${line}: ${sentence}`)
  const records = readCsv(text, fault)
  const [first, ...rest] = records
  if (!first) {
    if (faults.length === 0) fault(1, `is empty; expected the header ${columns.join(',')}`)
    return { rows: [], faults }
  }
  if (first.cells.join(',') !== columns.join(','))
    fault(first.line, `the header is "${first.cells.join(',')}"; expected ${columns.join(',')}`)
  if (rest.length === 0) fault(first.line, 'no observation follows the header; expected at least one row')
  const rows = rest.flatMap(({ cells, line }) => {
    const row = parseRow(cells, head, sentence => fault(line, sentence))
    return row ? [{ ...row, line }] : []
  })
  for (const { line, sentence } of checkOrder(rows)) fault(line, sentence)
  for (const series of head?.card.series ?? []) {
    if (!rows.some(row => row.series === series.id))
      fault(first.line, `the series "${series.id}" has no observation; expected at least one row`)
  }
  return { rows, faults }
}

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
  if (cells.length !== columns.length) {
    fault(`cannot read "${row}": ${cells.length} fields; expected ${columns.length}: ${columns.join(',')}`)
    return undefined
  }
  const [
    series = '',
    periodText = '',
    valueText = '',
    statusText = '',
    flagText = '',
    shown = '',
    added = '',
    source = '',
  ] = cells
  const ids = head?.card.series.map(entry => entry.id)
  const sources = head?.sources.map(entry => entry.name)
  const found = findPeriod(periodText)
  const value = /^-?\d+(\.\d+)?$/.test(valueText) ? Number(valueText) : Number.NaN
  const status = statuses.find(name => name === statusText)
  if (ids && !ids.includes(series))
    fault(`cannot read "${row}": unknown series "${series}"; expected one of ${ids.join(', ')}`)
  if (!found) fault(`cannot read "${row}": "${periodText}" is not a period; expected 2024, 2024-05 or 2025-01/2025-09`)
  if (!Number.isFinite(value))
    fault(`cannot read "${row}": "${valueText}" is not a value; expected a number such as 4.119`)
  if (!status) fault(`cannot read "${row}": unknown status "${statusText}"; expected one of ${statuses.join(', ')}`)
  const flag = flagKinds.find(kind => kind === flagText)
  if (flagText !== '' && !flag)
    fault(`cannot read "${row}": unknown flag "${flagText}"; expected nothing or one of ${flagKinds.join(', ')}`)
  if (!isDate(shown))
    fault(
      `cannot read "${row}": "${shown}" is not a publication date; expected YYYY-MM-DD, or YYYY-MM or YYYY where the source shows no more`,
    )
  if (!isCalendarDay(added)) fault(`cannot read "${row}": "${added}" is not the day of adding; expected YYYY-MM-DD`)
  if (sources && !sources.includes(source))
    fault(`cannot read "${row}": unknown source "${source}"; expected one of ${sources.join(', ')}`)
  if (!found || !status || !Number.isFinite(value) || !isDate(shown) || !isCalendarDay(added)) return undefined
  const last = toLastDay(shown)
  return {
    series,
    period: found,
    value,
    status,
    ...(flag && { flag }),
    published: last < added || shown.length === 10 ? last : added,
    precision: shown.length === 10 ? 'day' : shown.length === 7 ? 'month' : 'year',
    added,
    source,
  }
}

function checkOrder(rows: Row[]): { line: number; sentence: string }[] {
  const newest = new Map<string, Row>()
  return rows.flatMap(row => {
    const before = newest.get(row.series)
    newest.set(row.series, row)
    if (!before) return []
    const order = comparePeriods(row.period, before.period)
    if (order < 0) {
      return [
        {
          line: row.line,
          sentence: `${row.series} ${row.period.text} follows ${before.period.text}; expected periods in ascending order`,
        },
      ]
    }
    if (order > 0 || row.published > before.published) return []
    const what = row.published === before.published ? 'is a duplicate of' : 'is published before'
    return [
      {
        line: row.line,
        sentence: `${row.series} ${row.period.text} ${what} line ${before.line}; expected a revision to have a later publication date`,
      },
    ]
  })
}
