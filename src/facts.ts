import { floorTo, formatChange, formatSince, formatSize } from './format.ts'
import type { ChangeKind, Indicator, Observation, Series } from './indicator.ts'
import { fill, type Lang, say } from './lang.ts'
import { type Leadership, toLeadership } from './leadership.ts'
import type { CardParams } from './params.ts'
import type { Period } from './period.ts'
import { selectSeries } from './select.ts'
import { words } from './words.ts'

/**
 * `value` is in percent, points or the stored unit; `since` the period it is counted from; `phrase` both in words; `size`
 * the change without its sign, for "rose …" and "fell …".
 */
export type Change = { kind: ChangeKind; value: number; formatted: string; since: string; phrase: string; size: string }

/** What the sentences and the headline of a card are made from: the figures in view and what follows from them. */
export type Facts = {
  indicator: Indicator
  lang: Lang
  /** The series in view, each with the observations known and asked for; never empty. */
  chosen: readonly Series[]
  /** The series the card speaks of first. */
  subject: Series
  /** The newest figure of the subject that can be compared with an earlier one. */
  head: Observation
  /** The upper end of the range of which `head` is the lower. */
  headTo: Observation | undefined
  /** The newest figure of the subject that is not a plan, be it of a part of a year. */
  latest: Observation
  change: Change | null
  leadership: Leadership | undefined
}

/** Gathers the facts of a card. Throws `CardError` 404 when the choice leaves no figure. */
export function toFacts(indicator: Indicator, params: CardParams): Facts {
  const { lang } = params
  const chosen = selectSeries(indicator, params)
  const subject = findSubject(indicator, chosen)
  const measured = subject.observations.filter(isMeasured)
  const pool = measured.length > 0 ? measured : subject.observations
  const latest = pool.at(-1)
  const head = pool.findLast(observation => !observation.period.part) ?? latest
  if (!head || !latest) throw new Error(`${indicator.id}: the series ${subject.id} has no observation`)
  const previous = pool.filter(other => isComparable(other.period, head.period)).at(-2)
  return {
    indicator,
    lang,
    chosen,
    subject,
    head,
    headTo: findUpper(subject, head, chosen),
    latest,
    change: previous ? toChange(indicator, head, previous, lang) : null,
    leadership:
      indicator.finding.kind === 'lead' ? toLeadership(indicator, chosen, indicator.finding.between) : undefined,
  }
}

/** The upper end of a range, from the series that `upTo` names. */
export const findUpper = (
  series: Series,
  { period }: Observation,
  chosen: readonly Series[],
): Observation | undefined =>
  chosen.find(other => other.id === series.upTo)?.observations.find(other => other.period.text === period.text)

/** The indicator's own headline series, or what it continues, or the first in view that holds more than plans. */
function findSubject(indicator: Indicator, chosen: readonly Series[]): Series {
  const own = indicator.series.find(series => series.id === indicator.headline)
  const subject =
    chosen.find(series => series.id === indicator.headline) ??
    chosen.find(series => series.id === own?.continues) ??
    chosen.find(series => series.observations.some(isMeasured)) ??
    chosen[0]
  if (!subject) throw new Error(`${indicator.id}: a card needs a series`)
  return subject
}

const isMeasured = ({ status, flag }: Observation): boolean => status !== 'plan' && flag !== 'artefact'

/** A part of a year compares with the same months only; whole years, and rates at a moment, with each other. */
const isComparable = (a: Period, b: Period): boolean =>
  a.part === b.part && (!a.part || (a.from === b.from && a.to === b.to && toYears(a) === toYears(b)))

/** How many turns of the year lie within a period. */
const toYears = ({ startYear, year }: Period): number => year - startYear

/** The change in the indicator's own kind, to a tenth in percent and points; none in percent from nothing. */
function toChange(
  { change: kind, unit }: Indicator,
  latest: Observation,
  previous: Observation,
  lang: Lang,
): Change | null {
  if (kind === 'percent' && previous.value <= 0) return null
  // What is at least so much has risen at least so much; whether it fell, or rose from such a bound, nobody knows.
  const isBound = latest.flag === 'at-least'
  if (previous.flag === 'at-least' || (isBound && latest.value <= previous.value)) return null
  const difference = latest.value - previous.value
  const toRounded = isBound ? floorTo : round
  const value =
    kind === 'percent'
      ? toRounded((difference / previous.value) * 100, 1)
      : toRounded(difference, kind === 'points' ? 1 : 6)
  const isAbout = value !== 0 && [latest.flag, previous.flag].includes('approximate')
  const hedge = isBound ? words.moreThan : isAbout ? words.about : undefined
  const toHedged = (text: string): string => (hedge ? fill(say(hedge, lang), { value: text }) : text)
  const formatted = toHedged(value === 0 ? say(words.unchanged, lang) : formatChange(kind, value, unit, lang, isBound))
  return {
    kind,
    value,
    formatted,
    since: previous.period.text,
    phrase: formatSince(formatted, previous.period, lang),
    size: toHedged(formatSize(kind, value, unit, lang, isBound)),
  }
}

/** Rounds to decimals and never gives a negative nought. */
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0
