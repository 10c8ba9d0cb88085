import { comparePeriods } from '../../../src/model/period.ts'
import type { Row } from '../observation-table.ts'
import type { Fault, Sound } from './fault.ts'

/**
 * Of totals of whole years, no day may be counted twice in one series: a fiscal year beside calendar years, or five years
 * beside one of them, would be drawn as if each were a further one. A part of a year may lie within it.
 */
export function* checkOverlaps({ head, rows }: Sound): Iterable<Fault> {
  if (head.card.timing === 'moment') return
  const last = new Map<string, Row>()
  for (const row of rows.filter(({ period }) => !period.part)) {
    const before = last.get(row.series)
    last.set(row.series, row)
    if (before && before.period.end >= row.period.start && comparePeriods(before.period, row.period) < 0)
      yield [
        row.line,
        `${row.series} ${row.period.text} overlaps ${before.period.text} on line ${before.line}; expected it to begin after that ends`,
      ]
  }
}
