import { comparePeriods } from '../../../src/model/period.ts'
import type { Row } from '../observation-table.ts'
import type { Fault, Sound } from './fault.ts'

/**
 * Of totals of whole years, no day may be counted twice in one series: a fiscal year beside calendar years, or five years
 * beside one of them, would be drawn as if each were a further one. A part of a year may lie within it.
 */
export function checkOverlaps({ head, rows }: Sound): Fault[] {
  if (head.card.timing === 'moment') return []
  const last = new Map<string, Row>()
  return rows.flatMap((row): Fault[] => {
    if (row.period.part) return []
    const before = last.get(row.series)
    last.set(row.series, row)
    const isApart = !before || before.period.end < row.period.start
    if (isApart || comparePeriods(before.period, row.period) >= 0) return []
    return [
      [
        row.line,
        `${row.series} ${row.period.text} overlaps ${before.period.text} on line ${before.line}; expected it to begin after that ends`,
      ],
    ]
  })
}
