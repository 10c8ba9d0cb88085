import type { ChangeKind, Event, Indicator, Observation, Series } from '../model/indicator.ts'
import type { Lang } from '../model/locales.ts'
import { isAlike } from '../model/period.ts'
import { type ChangeOverTime, formatChange, formatSigned } from '../model/phrases.ts'
import { roundTo } from '../model/rounding.ts'
import type { CardParams } from '../request/parameters.ts'
import type { ChainPoint } from './chains.ts'
import { type Comparison, isCountable, isMeasured, selectMeasured } from './compare.ts'
import { type Leadership, toLeadership } from './crossover.ts'
import { selectEvents, selectSeries } from './select.ts'

/**
 * `value` is in percent, points or the stored unit, and not 0 unless the figures are equal; `formatted` the same with its
 * sign; `since` the period it is counted from; `phrase` all of it in words: "up 8.1% on 2024".
 */
export type Change = { kind: ChangeKind; value: number; formatted: string; since: string; phrase: string }

/** The input of a card's sentences and headline: the figures in view, and values computed from them. */
export type Facts = {
  indicator: Indicator
  lang: Lang
  /** The series in view, each with the observations known and asked for; never empty. */
  chosen: readonly Series[]
  /** The series of the headline. */
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
  /** The same change, as `src/model/phrases.ts` takes it. */
  changed: ChangeOverTime | undefined
  leadership: Leadership | undefined
  /** The events up to the day of `asof`. */
  events: readonly Event[]
}

/** An indicator in a language. */
export type Localised = Pick<Facts, 'indicator' | 'lang'>

/** Gathers the facts of a card. Throws `CardError` 404 when the choice leaves no figure. */
export function toFacts(indicator: Indicator, params: CardParams): Facts {
  const { lang } = params
  const chosen = selectSeries(indicator, params)
  const subject = findSubject(indicator, chosen)
  const pool = selectMeasured(subject.observations)
  const latest = pool.at(-1)
  const head = pool.findLast(observation => !observation.period.part) ?? latest
  if (!head || !latest) throw new Error(`${indicator.id}: the series ${subject.id} has no observation`)
  const previous = pool.findLast(
    other => other !== head && other.period.end < head.period.end && isAlike(other.period, head.period),
  )
  const headTo = findUpper({ series: subject, row: head }, chosen)
  // A range has two ends, and the change of one would read as a change of both.
  const compared = previous && { base: previous, figure: head }
  const changed = compared && !headTo && isChange(compared, indicator) ? toChanged(compared, indicator) : undefined
  return {
    indicator,
    lang,
    chosen,
    subject,
    head,
    headTo,
    latest,
    change: changed ? toChange(changed, lang) : null,
    base: changed && previous,
    changed,
    leadership: indicator.finding.kind === 'lead' ? toLeadership({ indicator, chosen }, indicator.finding) : undefined,
    events: selectEvents(indicator, params.asof),
  }
}

/** The upper end of a range, from the series that `upTo` names. */
export const findUpper = ({ series, row }: ChainPoint, chosen: readonly Series[]): Observation | undefined =>
  chosen.find(({ id }) => id === series.upTo)?.observations.find(({ period }) => period.text === row.period.text)

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

/** Whether a change may be counted: `isCountable`, and no percentage of zero. */
const isChange = (compared: Comparison, { change }: Indicator): boolean =>
  isCountable(compared) && (change !== 'percent' || compared.base.value > 0)

const toChanged = ({ base, figure }: Comparison, { change: kind, unit }: Indicator): ChangeOverTime => ({
  kind,
  unit,
  from: base.value,
  to: figure.value,
  since: base.period,
  until: figure.period,
})

/** The change in the indicator's own kind. `value` is in percent to a tenth, in points or in the stored unit. */
function toChange(changed: ChangeOverTime, lang: Lang): Change {
  const { kind, from, to, since } = changed
  const exact = Number((kind === 'percent' ? ((to - from) / from) * 100 : to - from).toPrecision(12))
  return {
    kind,
    value: kind === 'percent' && roundTo(exact, 1) !== 0 ? roundTo(exact, 1) : exact,
    formatted: formatSigned(changed, lang),
    since: since.text,
    phrase: formatChange(changed, lang),
  }
}
