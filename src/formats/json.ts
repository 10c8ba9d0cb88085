import type { Card, CardSeries, Point } from '../card/card.ts'
import { release } from '../model/catalog.ts'
import type { Links } from '../request/urls.ts'

/** The indicator as JSON, with the words and numbers of the card. Names may be added; none changes. */
export const toIndicatorJson = (card: Card, links: Links) => ({
  id: card.id,
  title: card.title,
  finding: card.finding,
  description: card.description,
  notes: card.notes,
  noteSources: card.noteSources,
  lang: card.lang,
  alt: card.alt,
  unit: toUnitJson(card),
  headline: toHeadlineJson(card),
  latest: { ...card.latest, ...findFlagAndNote(card, card.latest) },
  series: card.series.map(toSeriesJson),
  events: toEventsJson(card),
  crossing: card.crossing ?? null,
  sources: card.sources,
  licence: card.licence,
  updated: card.updated,
  release,
  ...(card.deprecated && { deprecated: card.deprecated }),
  links,
})

/** The events in view, and the one that follows from the figures: the period in which the lead changed. */
const toEventsJson = ({ events, crossing, finding }: Card) => [
  ...(crossing ? [{ date: crossing.period, label: finding, computed: true }] : []),
  ...events.map(({ date, label }) => ({ date, label, computed: false })),
]

/** The unit of every stored value; `formatted` shows `factor` × value. */
export const toUnitJson = ({ unit: { code, label, display } }: Card) => ({
  code,
  label,
  display: { factor: display.factor, label: display.label, short: display.short },
})

function toHeadlineJson(card: Card) {
  const { series, period, value, valueTo, formatted, status, change } = card.headline
  return {
    series,
    period,
    value,
    ...(valueTo !== undefined && { valueTo }),
    formatted,
    status,
    ...findFlagAndNote(card, card.headline),
    change,
  }
}

/** The flag and the note of a figure that is shown outside its series. */
function findFlagAndNote({ series }: Card, shown: { series: string; period: string }): Pick<Point, 'flag' | 'note'> {
  const line = series.find(({ id }) => id === shown.series)
  const point = line?.points.find(({ period }) => period === shown.period)
  return { ...(point?.flag && { flag: point.flag }), ...(point?.note && { note: point.note }) }
}

const toSeriesJson = ({ id, label, authority, authorityShort, area, continues, upTo, points }: CardSeries) => ({
  id,
  label,
  authority,
  authorityShort,
  ...(area && { area }),
  ...(continues && { continues }),
  ...(upTo && { upTo }),
  observations: points.map(toObservationJson),
})

const toObservationJson = (point: Point) => ({
  period: point.period,
  start: point.start,
  end: point.end,
  value: point.value,
  formatted: point.text,
  status: point.status,
  ...(point.flag && { flag: point.flag }),
  ...(point.note && { note: point.note }),
  published: point.published,
  ...(point.precision !== 'day' && { publishedPrecision: point.precision }),
  added: point.added,
  source: point.source,
})

/** One entry of the catalogue. */
export const toCatalogEntry = (card: Card, links: Links) => ({
  id: card.id,
  title: card.title,
  finding: card.finding,
  unit: toUnitJson(card),
  headline: toHeadlineJson(card),
  licence: card.licence,
  updated: card.updated,
  ...(card.deprecated && { deprecated: card.deprecated }),
  links,
})
