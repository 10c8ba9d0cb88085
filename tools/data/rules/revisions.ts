import type { Status } from '../../../src/model/indicator.ts'
import { comparePeriods } from '../../../src/model/period.ts'
import { type Row, toFigureText } from '../observation-table.ts'
import type { Fault, Sound } from './fault.ts'

/** How certain a figure is: a revision may be more certain than the figure that it revises, never less. */
const sureness: Record<Status, number> = { plan: 0, estimated: 1, provisional: 2, final: 3 }

/**
 * Rows are in the order of their periods, and those of one period in the order of their publication, each of which says
 * something that the one before did not.
 */
export function* checkRevisions({ rows }: Pick<Sound, 'rows'>): Iterable<Fault> {
  const newest = new Map<string, Row>()
  for (const row of rows) {
    const before = newest.get(row.series)
    newest.set(row.series, row)
    const fault = before && findRevisionFault(before, row)
    if (fault) yield [row.line, `${row.series} ${row.period.text} ${fault}`]
  }
}

function findRevisionFault(before: Row, row: Row): string | undefined {
  const order = comparePeriods(row.period, before.period)
  if (order < 0) return `follows ${before.period.text}; expected periods in ascending order`
  if (order > 0) return undefined
  const [figure, base] = [row, before].map(toFigureText)
  const there = `line ${before.line}`
  if (row.value === before.value && row.status === before.status && !(before.flag && !row.flag))
    return `repeats ${there}, ${base}; expected a row for what a source says anew, and none for what it says again`
  if (row.published < before.published)
    return `is published before ${there}; expected a revision to have a later publication date`
  if (row.published === before.published)
    return `disagrees with ${there}: ${base} and ${figure}, both known by ${row.published}; expected a revision to have a later publication date`
  if (sureness[row.status] < sureness[before.status])
    return `is ${row.status} after ${before.status} on ${there}; expected a revision to be as sure as what it revises`
  if (isRounder(row, before))
    return `is a weaker quotation of ${there}: ${row.digits} after ${before.digits}; expected no row for a figure that is known more exactly`
  return undefined
}

/** Whether a figure is another one and no more, said with fewer digits: 24.2 after 24.204, 367000 after 367400. */
function isRounder(row: Row, before: Row): boolean {
  const step = toStep(row.digits)
  if (step <= toStep(before.digits) || row.value === before.value) return false
  return Math.round(Number((Math.abs(before.value) / step).toPrecision(14))) === Math.round(Math.abs(row.value) / step)
}

/** The value of the last digit of a number; for a large number in whole thousands, a thousand. */
function toStep(digits: string): number {
  const [whole = '', fraction = ''] = digits.split('.')
  if (fraction !== '') return 10 ** -fraction.length
  return /\d{3}000$/.test(whole) ? 1000 : 1
}
