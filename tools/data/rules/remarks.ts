import { findPeriod } from '../../../src/model/period.ts'
import type { Row } from '../observation-table.ts'
import type { Package } from '../package-schema.ts'
import type { Fault, Sound } from './fault.ts'

/** Whether a remark is on this row: on all of its series and period, or on the one published then. */
export const isAbout = (remark: Package['card']['remarks'][number], row: Row): boolean =>
  remark.series === row.series &&
  findPeriod(remark.period)?.text === row.period.text &&
  (remark.published === undefined || remark.published === row.shown)

/** A remark on a figure that is not there would be lost without a word. */
export function* checkRemarks({ head, rows }: Sound): Iterable<Fault> {
  for (const [i, remark] of head.card.remarks.entries()) {
    if (rows.some(row => isAbout(remark, row))) continue
    const figure = [remark.series, remark.period, remark.published && `published on ${remark.published}`]
    yield [
      ['card', 'remarks', i],
      `names ${figure.filter(Boolean).join(' ')}, which has no row in observations.csv; expected one`,
    ]
  }
}
