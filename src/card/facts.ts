import type { ChangeKind, Event, Indicator, Observation, Series } from '../model/indicator.ts'
import type { Lang } from '../model/locales.ts'
import { roundTo } from '../model/numbers.ts'
import { isAlike } from '../model/period.ts'
import { formatChange, formatSigned } from '../model/phrases.ts'
import type { CardParams } from '../request/parameters.ts'
import { isCountable, isMeasured } from './compare.ts'
import { type Leadership, toLeadership } from './crossover.ts'
import { selectEvents, selectSeries } from './select.ts'

/**
 * `value` is in percent, points or the stored unit, and not 0 unless the figures are equal; `formatted` the same with its
 * sign; `since` the period it is counted from; `phrase` all of it in words: "up 8.1% on 2024".
 */
export type Change = { kind: ChangeKind; value: number; formatted: string; since: string; phrase: string }

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
  /** The figure that the change is counted from. */
  base: Observation | undefined
  leadership: Leadership | undefined
  /** What had happened by the day looked back from. */
  events: readonly Event[]
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
  // Of a range there are two ends, and a change of one would be told as a change of both.
  const base = previous && !headTo && isChange(indicator, head, previous) ? previous : undefined
  return {
    indicator,
    lang,
    chosen,
    subject,
    head,
    headTo,
    latest,
    change: base ? toChange(indicator, head, base, lang) : null,
    base,
    leadership: indicator.finding.kind === 'lead' ? toLeadership(indicator, chosen, indicator.finding) : undefined,
    events: selectEvents(indicator, params.asof),
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

/** Whether a change may be counted: not in percent of nothing, and not of what `isCountable` keeps apart. */
const isChange = ({ change }: Indicator, figure: Observation, base: Observation): boolean =>
  isCountable(base, figure) && (change !== 'percent' || base.value > 0)

/** The change in the indicator's own kind. `value` is in percent to a tenth, in points or in the stored unit. */
function toChange({ change: kind, unit }: Indicator, figure: Observation, base: Observation, lang: Lang): Change {
  const difference = figure.value - base.value
  const percent = (difference / base.value) * 100
  const exact = Number((kind === 'percent' ? percent : difference).toPrecision(12))
  const changed = { kind, from: base.value, to: figure.value, unit }
  return {
    kind,
    value: kind === 'percent' && roundTo(exact, 1) !== 0 ? roundTo(exact, 1) : exact,
    formatted: formatSigned(changed, lang),
    since: base.period.text,
    phrase: formatChange(changed, base.period, figure.period, lang),
  }
}
