import { CardError } from './errors.ts'
import type { Indicator, Observation, Series } from './indicator.ts'
import type { Selection } from './params.ts'

/**
 * The series of an indicator as chosen: for each period the newest row published by `asof`, within the years asked for.
 * Series without any figure left are left out. Throws `CardError` 404 when nothing is left at all.
 */
export function selectSeries(indicator: Indicator, { from, to, series, asof }: Selection): Series[] {
  const chosen = indicator.series
    .filter(({ id }) => series.includes(id))
    .map(entry => ({
      ...entry,
      observations: resolveRevisions(entry.observations, asof).filter(o => isWithin(o, from, to)),
    }))
    .filter(({ observations }) => observations.length > 0)
  if (chosen.length > 0) return chosen
  const sentence = asof
    ? `Nothing of ${indicator.id} had been published by ${asof} for these years and series`
    : `${indicator.id} has no figure for these years and series`
  throw new CardError(404, 'no-observations', sentence, {
    parameter: asof ? 'asof' : from === undefined ? 'to' : 'from',
  })
}

/** For each period the row published last, among those published by `asof` (an ISO day, inclusive). */
function resolveRevisions(observations: readonly Observation[], asof: string | undefined): Observation[] {
  const newest = new Map<string, Observation>()
  for (const observation of observations) {
    if (asof === undefined || observation.published <= asof) newest.set(observation.period.text, observation)
  }
  return [...newest.values()]
}

const isWithin = ({ period }: Observation, from = 0, to = 9999): boolean => period.year >= from && period.year <= to
