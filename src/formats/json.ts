import type { Card, CardSeries, Point } from '../card/card.ts'
import { release } from '../model/catalog.ts'
import { changeKinds, flagKinds, precisions, statuses } from '../model/indicator.ts'
import { formats } from '../request/formats.ts'
import type { Links } from '../request/urls.ts'
import * as s from './json-schema.ts'

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

const figure = {
  ...s.strings('series', 'period'),
  value: s.number,
  valueTo: s.optional(s.number),
  formatted: s.string,
  status: s.enumOf(statuses),
}
const caveats = { flag: s.optional(s.enumOf(flagKinds)), note: s.optional(s.string) }

/** The schemas of an indicator, of its parts and of the catalogue. */
export const indicatorSchemas = {
  Change: s.object({ kind: s.enumOf(changeKinds), value: s.number, ...s.strings('formatted', 'since', 'phrase') }),
  Headline: s.object({ ...figure, ...caveats, change: s.nullable(s.ref('Change')) }),
  Latest: s.object({ ...figure, ...caveats, ...s.strings('label', 'periodText', 'number') }),
  Observation: s.object({
    period: s.string,
    start: s.date,
    end: s.date,
    value: s.number,
    formatted: s.string,
    status: s.enumOf(statuses),
    ...caveats,
    published: s.date,
    publishedPrecision: s.optional(s.enumOf(precisions.filter(name => name !== 'day'))),
    added: s.date,
    source: s.string,
  }),
  Series: s.object({
    ...s.strings('id', 'label', 'authority', 'authorityShort'),
    area: s.optional(s.string),
    continues: s.optional(s.string),
    upTo: s.optional(s.string),
    observations: s.arrayOf(s.ref('Observation')),
  }),
  Source: s.object({
    ...s.strings('id', 'title', 'lang'),
    supplied: s.boolean,
    publisher: s.string,
    via: s.optional(s.string),
    url: s.uri,
    published: s.partialDate,
  }),
  Unit: s.object({
    ...s.strings('code', 'label'),
    display: s.object({ factor: s.number, ...s.strings('label', 'short') }),
  }),
  Licence: s.object({ name: s.string, url: s.uri, covers: s.string }),
  Links: s.object(
    Object.fromEntries(
      ['self', 'html', ...formats.map(({ suffix }) => suffix), 'embed', 'feed', 'oembed'].map(name => [name, s.uri]),
    ),
  ),
  Indicator: s.object({
    ...s.strings('id', 'title', 'finding', 'description'),
    notes: s.arrayOf(s.string),
    noteSources: s.arrayOf(s.arrayOf(s.string)),
    lang: s.language,
    alt: s.string,
    unit: s.ref('Unit'),
    headline: s.ref('Headline'),
    latest: s.ref('Latest'),
    series: s.arrayOf(s.ref('Series')),
    events: s.arrayOf(s.object({ date: s.string, label: s.string, computed: s.boolean })),
    crossing: s.nullable(s.object(s.strings('series', 'period'))),
    sources: s.arrayOf(s.ref('Source')),
    licence: s.ref('Licence'),
    updated: s.date,
    release: s.string,
    deprecated: s.optional(s.string),
    links: s.ref('Links'),
  }),
  CatalogueEntry: s.object({
    ...s.strings('id', 'title', 'finding'),
    unit: s.ref('Unit'),
    headline: s.ref('Headline'),
    licence: s.ref('Licence'),
    updated: s.date,
    deprecated: s.optional(s.string),
    links: s.ref('Links'),
  }),
  Catalogue: s.object({
    release: s.string,
    updated: s.date,
    indicators: s.arrayOf({ anyOf: [s.ref('CatalogueEntry'), s.ref('Indicator')] }),
    next: s.optional(s.string),
  }),
} satisfies Record<string, s.Schema>
