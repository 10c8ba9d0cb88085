import { changeKinds, flagKinds, precisions, statuses } from '../model/indicator.ts'
import { formats } from '../request/formats.ts'
import * as s from './json-schema.ts'

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
