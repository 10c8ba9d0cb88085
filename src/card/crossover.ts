import type { Finding, Observation, Series } from '../model/indicator.ts'
import { isMeasured, isSurelyAbove } from './compare.ts'
import type { Facts } from './facts.ts'

/**
 * Which of two lines was ahead in the last period that both have, and the period in which it took the lead, if that was within
 * the last five years. If they differ by less than the margin of the indicator, they are level, and `leader` is undefined.
 */
export type Leadership = {
  leader: string | undefined
  ahead: Observation
  behind: Observation
  passed: string | undefined
}

/** How many years a change of the lead stays news. */
const recentYears = 5

/**
 * Compares two lines of an indicator period by period, each only within one authority unless the indicator sets two beside
 * each other on purpose, and never by plans, artefacts or parts of a year. Gives `undefined` when no period has both.
 */
export function toLeadership(
  view: Pick<Facts, 'indicator' | 'chosen'>,
  finding: Extract<Finding, { kind: 'lead' }>,
): Leadership | undefined {
  const [first, second] = finding.between
  const periods = toSegments(view, first)
    .flatMap(a =>
      toSegments(view, second).flatMap(b =>
        finding.across || a.authority.id === b.authority.id ? compareLines(a, b, finding) : [],
      ),
    )
    .sort((a, b) => a.period.year - b.period.year)
  const last = periods.at(-1)
  if (!last) return undefined
  const decided = periods.filter(({ leader }) => leader !== undefined)
  const run = decided.slice(decided.findLastIndex(({ leader }) => leader !== last.leader) + 1)
  const [taken] = run
  const isNews =
    last.leader !== undefined &&
    taken !== undefined &&
    run.length < decided.length &&
    last.period.year - taken.period.year < recentYears
  const isFirst = last.leader === undefined || last.leader === first
  return {
    leader: last.leader,
    ahead: isFirst ? last.a : last.b,
    behind: isFirst ? last.b : last.a,
    passed: isNews ? taken.period.text : undefined,
  }
}

/** The chosen series that make up a line: the one named, and those it continues. */
function toSegments(view: Pick<Facts, 'indicator' | 'chosen'>, id: string | undefined): Series[] {
  const { indicator, chosen } = view
  const series = indicator.series.find(entry => entry.id === id)
  if (!series) return []
  return [...chosen.filter(entry => entry.id === id), ...toSegments(view, series.continues)]
}

function compareLines(a: Series, b: Series, { between: [first, second], margin }: Extract<Finding, { kind: 'lead' }>) {
  return a.observations.flatMap(left => {
    const right = b.observations.find(other => other.period.text === left.period.text)
    if (!right || !isComparable(left) || !isComparable(right)) return []
    const isWide =
      Math.abs(left.value - right.value) >= (Math.min(Math.abs(left.value), Math.abs(right.value)) * margin) / 100
    const leader = !isWide
      ? undefined
      : isSurelyAbove(left, right)
        ? first
        : isSurelyAbove(right, left)
          ? second
          : undefined
    // A lower bound proves neither a lead nor that the two are level.
    if (leader === undefined && [left, right].some(({ flag }) => flag === 'at-least')) return []
    return [{ period: left.period, a: left, b: right, leader }]
  })
}

const isComparable = (observation: Observation): boolean => isMeasured(observation) && !observation.period.part
