import { formatSince } from '../model/dates.ts'
import type { ChangeKind, Indicator, Observation, Series } from '../model/indicator.ts'
import { type Lang, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import { formatSize, inflectSize, roundTo } from '../model/numbers.ts'
import { isAlike } from '../model/period.ts'
import type { CardParams } from '../request/parameters.ts'
import { isCountable, isMeasured } from './compare.ts'
import { type Leadership, toLeadership } from './crossover.ts'
import { selectSeries } from './select.ts'

/**
 * `value` is in percent, points or the stored unit, and not 0 unless the figures are equal; `since` the period it is counted
 * from; `phrase` both in words; `size` the change without its sign, for "rose …" and "fell …".
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
  /** The newest figure of the subject that is not a plan, also of a part of a year. */
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
  const previous = pool.findLast(
    other => other !== head && other.period.end < head.period.end && isAlike(other.period, head.period),
  )
  const headTo = findUpper(subject, head, chosen)
  return {
    indicator,
    lang,
    chosen,
    subject,
    head,
    headTo,
    latest,
    // A range has two ends; a change of one would read as a change of both.
    change: previous && !headTo ? toChange(indicator, head, previous, lang) : null,
    leadership: indicator.finding.kind === 'lead' ? toLeadership(indicator, chosen, indicator.finding) : undefined,
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

/**
 * The change in the indicator's own kind, or `null` where none may be counted: percent of nothing, and what `isCountable`
 * keeps apart. `value` is in percent to a tenth, in points or in the stored unit.
 */
function toChange(
  { change: kind, unit }: Indicator,
  figure: Observation,
  base: Observation,
  lang: Lang,
): Change | null {
  if (!isCountable(base, figure) || (kind === 'percent' && base.value <= 0)) return null
  const difference = figure.value - base.value
  const size = formatSize(kind, base.value, figure.value, unit, lang)
  const sign = difference > 0 ? '+' : '−'
  const formatted = difference === 0 ? say(words.unchanged, lang) : `${sign}${size}`
  const percent = (difference / base.value) * 100
  const exact = Number((kind === 'percent' ? percent : difference).toPrecision(12))
  return {
    kind,
    value: kind === 'percent' && roundTo(exact, 1) !== 0 ? roundTo(exact, 1) : exact,
    formatted,
    since: base.period.text,
    phrase: formatSince(formatted, base.period, lang),
    size: inflectSize(kind, size, lang),
  }
}
