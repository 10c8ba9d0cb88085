import { CardError } from '../model/errors.ts'
import type { Event, Indicator, Note, Observation, Series } from '../model/indicator.ts'
import type { Selection } from '../request/parameters.ts'

/**
 * The series of an indicator as chosen: for each period the newest row known on the day of `asof`, within the years asked
 * for. Series without any figure left are left out. Throws `CardError` 404 when nothing is left at all.
 */
export function selectSeries(indicator: Indicator, { from, to, series, asof }: Selection): Series[] {
  const isKnown = toKnown(indicator, asof)
  const isWithinYears = ({ period: { year } }: Observation): boolean => year >= (from ?? 0) && year <= (to ?? 9999)
  const chosen = indicator.series
    .filter(({ id }) => series.includes(id))
    .map(entry => ({
      ...entry,
      observations: resolveRevisions(entry.observations.filter(isKnown)).filter(isWithinYears),
    }))
    .filter(({ observations }) => observations.length > 0)
  if (chosen.length > 0) return chosen
  const sentence = asof
    ? `No figure of ${indicator.id} for these years and series is known to have been published by ${asof}`
    : `${indicator.id} has no figure for these years and series`
  throw new CardError(404, 'no-observations', sentence, {
    parameter: asof ? 'asof' : from === undefined ? 'to' : 'from',
  })
}

/** The notes that could be made on the day of `asof`: every source they cite was public, and in the catalogue. */
export function selectNotes(indicator: Indicator, asof: string | undefined): Note[] {
  const rows = indicator.series.flatMap(({ observations }) => observations)
  const isKnown = toKnown(indicator, asof)
  const isNew = (source: string): boolean => {
    const citing = rows.filter(row => row.source === source)
    return citing.length > 0 && !citing.some(isKnown)
  }
  return indicator.notes.filter(
    ({ known, sources }) =>
      asof === undefined || (known <= asof && !(asof >= indicator.baseline && sources.some(isNew))),
  )
}

/** The events that had happened by the day of `asof`. */
export const selectEvents = (indicator: Indicator, asof: string | undefined): Event[] =>
  indicator.events.filter(({ date }) => asof === undefined || date <= asof)

/**
 * Whether a row counts on the day of `asof`: it was public, and for a day since the catalogue began it was in it, so that
 * a citation of that day never changes.
 */
const toKnown =
  ({ baseline }: Indicator, asof: string | undefined) =>
  ({ published, added }: Observation): boolean =>
    asof === undefined || (published <= asof && (asof < baseline || added <= asof))

/** For each period the row published last. */
function resolveRevisions(observations: readonly Observation[]): Observation[] {
  const newest = new Map<string, Observation>()
  for (const observation of observations) newest.set(observation.period.text, observation)
  return [...newest.values()]
}
