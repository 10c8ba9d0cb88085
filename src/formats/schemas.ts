import { changeKinds, flagKinds, precisions, statuses } from '../model/indicator.ts'
import { languages } from '../model/locales.ts'
import { formats } from '../request/formats.ts'

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type Schema = Record<string, unknown>

export const text = { type: 'string' }
const number = { type: 'number' }
const count = { type: 'integer' }
const flag = { type: 'boolean' }
const day = { type: 'string', format: 'date' }
const instant = { type: 'string', format: 'date-time' }
const uri = { type: 'string', format: 'uri' }
/** A date as exact as a source shows it. */
const date = { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: values })
const list = (items: Schema): Schema => ({ type: 'array', items })
const map = (values: Schema): Schema => ({ type: 'object', additionalProperties: values })
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
})
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

const status = oneOf(statuses)
const lang = oneOf(languages)

const figure = { series: text, period: text, value: number, valueTo: number, formatted: text, status }
const caveats = { flag: oneOf(flagKinds), note: text }
const licence = ref('Licence')
const perCell = (schema: Schema): Schema => list(orNull(schema))
const typed = (type: string, properties: Record<string, Schema>, optional: readonly string[] = []): Schema =>
  object({ '@type': { const: type }, ...properties }, optional)
const organization = typed('Organization', { name: text, url: uri }, ['url'])

/** What the answers in JSON are made of. */
export const schemas = {
  Change: object({ kind: oneOf(changeKinds), value: number, formatted: text, since: text, phrase: text }),
  Headline: object({ ...figure, ...caveats, change: orNull(ref('Change')) }, ['valueTo', 'flag', 'note']),
  Latest: object({ ...figure, ...caveats, label: text, periodText: text, number: text }, ['valueTo', 'flag', 'note']),
  Observation: object(
    {
      period: text,
      start: day,
      end: day,
      value: number,
      formatted: text,
      status,
      ...caveats,
      published: day,
      publishedPrecision: oneOf(precisions.filter(name => name !== 'day')),
      added: day,
      source: text,
    },
    ['flag', 'note', 'publishedPrecision'],
  ),
  Series: object(
    {
      id: text,
      label: text,
      authority: text,
      authorityShort: text,
      area: text,
      continues: text,
      upTo: text,
      observations: list(ref('Observation')),
    },
    ['area', 'continues', 'upTo'],
  ),
  Source: object(
    { id: text, title: text, lang: text, supplied: flag, publisher: text, via: text, url: uri, published: date },
    ['via'],
  ),
  Unit: object({ code: text, label: text, display: object({ factor: number, label: text, short: text }) }),
  Licence: object({ name: text, url: uri, covers: text }),
  Links: object(
    Object.fromEntries(
      ['self', 'html', ...formats.map(({ suffix }) => suffix), 'embed', 'feed', 'oembed'].map(name => [name, uri]),
    ),
  ),
  Indicator: object(
    {
      id: text,
      title: text,
      finding: text,
      description: text,
      notes: list(text),
      noteSources: list(list(text)),
      lang,
      alt: text,
      unit: ref('Unit'),
      headline: ref('Headline'),
      latest: ref('Latest'),
      series: list(ref('Series')),
      events: list(object({ date: text, label: text, computed: flag })),
      crossing: orNull(object({ series: text, period: text })),
      sources: list(ref('Source')),
      licence,
      updated: day,
      release: text,
      deprecated: text,
      links: ref('Links'),
    },
    ['deprecated'],
  ),
  CatalogueEntry: object(
    {
      id: text,
      title: text,
      finding: text,
      unit: ref('Unit'),
      headline: ref('Headline'),
      licence,
      updated: day,
      deprecated: text,
      links: ref('Links'),
    },
    ['deprecated'],
  ),
  Catalogue: object(
    {
      release: text,
      updated: day,
      indicators: list({
        anyOf: [ref('CatalogueEntry'), ref('Indicator')],
      }),
      next: text,
    },
    ['next'],
  ),
  JsonStat: object({
    version: { const: '2.0' },
    class: { const: 'dataset' },
    label: text,
    source: text,
    updated: day,
    note: list(text),
    id: list(text),
    size: list(count),
    role: object({ time: list(text), metric: list(text) }),
    dimension: object({
      series: object({
        label: text,
        category: object({
          index: list(text),
          label: map(text),
          unit: map(object({ label: text, decimals: count })),
        }),
      }),
      time: object({ label: text, category: object({ index: list(text) }) }),
    }),
    value: perCell(number),
    status: map(status),
    extension: object({
      id: text,
      lang,
      measure: text,
      unit: ref('Unit'),
      authority: map(text),
      start: perCell(day),
      end: perCell(day),
      flag: perCell(oneOf(flagKinds)),
      note: perCell(text),
      published: perCell(day),
      publishedPrecision: perCell(oneOf(precisions)),
      added: perCell(day),
      source: perCell(text),
      sources: list(ref('Source')),
      licence,
      release: text,
    }),
  }),
  JsonLd: typed(
    'Dataset',
    {
      '@context': { const: 'https://schema.org' },
      '@id': uri,
      identifier: uri,
      url: uri,
      name: text,
      description: text,
      abstract: text,
      inLanguage: lang,
      version: text,
      dateModified: day,
      license: uri,
      usageInfo: typed('CreativeWork', { name: text, url: uri, text }),
      isAccessibleForFree: flag,
      publisher: organization,
      citation: text,
      creator: list(organization),
      temporalCoverage: text,
      spatialCoverage: list(typed('Place', { identifier: text })),
      variableMeasured: list(
        typed('PropertyValue', {
          propertyID: text,
          name: text,
          description: text,
          unitText: text,
          value: list(
            typed(
              'Observation',
              {
                observationDate: day,
                value: number,
                unitText: text,
                description: text,
                additionalProperty: list(typed('PropertyValue', { name: text, value: text })),
              },
              ['description'],
            ),
          ),
        }),
      ),
      distribution: list(typed('DataDownload', { encodingFormat: text, contentUrl: uri })),
      isBasedOn: list(
        typed(
          'CreativeWork',
          {
            identifier: text,
            name: text,
            headline: text,
            inLanguage: text,
            publisher: organization,
            provider: organization,
            url: uri,
            datePublished: date,
          },
          ['headline', 'provider'],
        ),
      ),
      image: uri,
    },
    ['spatialCoverage'],
  ),
  DataPackage: object(
    {
      $schema: uri,
      name: text,
      title: text,
      description: text,
      notes: list(text),
      homepage: uri,
      version: text,
      created: instant,
      licenses: list(object({ name: text, title: text, path: uri, covers: text }, ['name'])),
      sources: list(
        object(
          {
            name: text,
            title: text,
            lang: text,
            supplied: flag,
            publisher: text,
            via: text,
            path: uri,
            published: date,
          },
          ['via'],
        ),
      ),
      resources: list(
        object({
          name: text,
          path: uri,
          type: text,
          profile: text,
          format: text,
          mediatype: text,
          encoding: text,
          schema: object({
            fields: list(
              object(
                {
                  name: text,
                  type: text,
                  format: text,
                  description: text,
                  constraints: object({ required: flag, enum: list(text) }, ['required', 'enum']),
                  categories: list(object({ value: text, label: text })),
                },
                ['format', 'description', 'constraints', 'categories'],
              ),
            ),
            primaryKey: list(text),
          }),
        }),
      ),
    },
    ['notes', 'homepage'],
  ),
  Badge: object({ schemaVersion: count, label: text, message: text, color: text, cacheSeconds: count }),
  Oembed: object(
    {
      type: oneOf(['photo', 'rich']),
      version: { const: '1.0' },
      title: text,
      author_name: text,
      provider_name: text,
      provider_url: uri,
      cache_age: count,
      url: uri,
      html: text,
      width: count,
      height: count,
      thumbnail_url: uri,
      thumbnail_width: count,
      thumbnail_height: count,
    },
    ['url', 'html', 'thumbnail_url', 'thumbnail_width', 'thumbnail_height'],
  ),
  JsonRpc: object(
    {
      jsonrpc: { const: '2.0' },
      id: { type: ['string', 'integer', 'null'] },
      method: text,
      params: { type: 'object' },
      result: { type: 'object' },
      error: object({ code: count, message: text, data: { type: 'object' } }, ['data']),
    },
    ['id', 'method', 'params', 'result', 'error'],
  ),
  JsonFeed: object(
    {
      version: { const: 'https://jsonfeed.org/version/1.1' },
      title: text,
      home_page_url: uri,
      feed_url: uri,
      language: lang,
      hubs: list(object({ type: text, url: uri })),
      items: list(
        object({
          id: text,
          url: uri,
          title: text,
          content_text: text,
          date_published: instant,
          date_modified: instant,
          _licence: licence,
        }),
      ),
    },
    ['hubs'],
  ),
  Health: object({ ok: flag, release: text, updated: day, indicators: count }),
  Problem: object(
    {
      type: text,
      title: text,
      status: count,
      detail: text,
      code: text,
      parameter: text,
      allowed: list(text),
      suggestion: text,
    },
    ['parameter', 'allowed', 'suggestion'],
  ),
} satisfies Record<string, Schema>
