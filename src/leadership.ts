import type { Indicator, Observation, Series } from './indicator.ts'

/** Who of two lines is ahead at the end, and, where the lead was taken within the last five years, in which period. */
export type Leadership = {
  leader: string
  ahead: Observation
  behind: Observation
  passed: string | undefined
}

/** How old a change of the lead may be and still be news. */
const recentYears = 5

/**
 * Compares two lines of an indicator year by year, each year only within one authority, and never by plans, artefacts or
 * parts of a year. Gives `undefined` when no year has both.
 */
export function toLeadership(
  indicator: Indicator,
  chosen: readonly Series[],
  [first, second]: readonly [string, string],
): Leadership | undefined {
  const years = toSegments(indicator, chosen, first)
    .flatMap(a =>
      toSegments(indicator, chosen, second).flatMap(b => (a.authority.en === b.authority.en ? compare(a, b) : [])),
    )
    .sort((a, b) => a.period.year - b.period.year)
  const last = years.at(-1)
  if (!last) return undefined
  const run = years.slice(years.findLastIndex(year => year.firstLeads !== last.firstLeads) + 1)
  const [taken] = run
  const isNews = run.length < years.length && taken !== undefined && last.period.year - taken.period.year < recentYears
  return {
    leader: last.firstLeads ? first : second,
    ahead: last.firstLeads ? last.a : last.b,
    behind: last.firstLeads ? last.b : last.a,
    passed: isNews ? taken.period.text : undefined,
  }
}

/** The chosen series that make up a line: the one named, and those it continues. */
function toSegments(indicator: Indicator, chosen: readonly Series[], id: string | undefined): Series[] {
  const series = indicator.series.find(entry => entry.id === id)
  if (!series) return []
  return [...chosen.filter(entry => entry.id === id), ...toSegments(indicator, chosen, series.continues)]
}

function compare(a: Series, b: Series) {
  return a.observations.flatMap(left => {
    const right = b.observations.find(other => other.period.text === left.period.text)
    if (!right || !isComparable(left) || !isComparable(right) || left.value === right.value) return []
    return [{ period: left.period, a: left, b: right, firstLeads: left.value > right.value }]
  })
}

const isComparable = ({ status, flag, period }: Observation): boolean =>
  status !== 'plan' && flag !== 'artefact' && !period.part
