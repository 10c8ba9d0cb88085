import { columns } from '../../tools/data/columns.ts'
import type { Card } from '../card/card.ts'
import { type Indicator, statuses } from '../model/indicator.ts'

const profile = 'https://datapackage.org/profiles/2.0/datapackage.json'

/** The fields of our CSV, as Table Schema names them (https://datapackage.org/standard/table-schema/). */
const fields = {
  indicator: { type: 'string', description: 'The id of the indicator', constraints: { required: true } },
  series: { type: 'string', description: 'One line, from one authority', constraints: { required: true } },
  period: {
    type: 'string',
    description: 'ISO 8601: a year, a month, or an interval of months or days',
    constraints: { required: true },
  },
  value: { type: 'number', description: 'In the unit of the indicator', constraints: { required: true } },
  status: { type: 'string', constraints: { required: true, enum: statuses } },
  published: {
    type: 'date',
    description: 'The day the figure became public in that source',
    constraints: { required: true },
  },
  source: { type: 'string', description: 'The name of an entry of sources', constraints: { required: true } },
} as const

const schema = {
  fields: (['indicator', ...columns] as const).map(name => ({ name, ...fields[name] })),
  primaryKey: ['indicator', 'series', 'period', 'published'],
}

const toResource = (name: string, path: string) => ({
  name,
  path,
  type: 'table',
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema,
})

const toSource = ({ id, title, publisher, url, published }: Card['sources'][number]) => ({
  name: id,
  title,
  publisher,
  path: url,
  published,
})

/** A licence by its address; `name` is for those of the Open Definition alone, of which Creative Commons can be told apart. */
function toLicence({ name, url }: Card['licence']) {
  const [, terms, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(url) ?? []
  return { ...(terms && { name: `CC-${terms.toUpperCase()}-${version}` }), title: name, path: url }
}

/** One indicator as a Frictionless Data Package; `resource` is the address of its CSV. */
export const toIndicatorPackage = (indicator: Indicator, card: Card, release: string, resource: string) => ({
  $schema: profile,
  name: indicator.id,
  title: card.title,
  description: card.description,
  version: release,
  created: `${card.updated}T00:00:00Z`,
  licenses: [toLicence(card.licence)],
  sources: card.sources.map(toSource),
  resources: [toResource('observations', resource)],
})

/** Everything as one Data Package: a single table, led by the indicator. */
export const toCatalogPackage = (cards: readonly Card[], release: string, updated: string, origin: string) => ({
  $schema: profile,
  name: 'caravan',
  title: 'Caravan',
  description: 'Figures on China, Kazakhstan and the Middle Corridor, each with an authority, a source and a date',
  homepage: origin,
  version: release,
  created: `${updated}T00:00:00Z`,
  licenses: [...new Map(cards.map(card => [card.licence.url, toLicence(card.licence)])).values()],
  sources: [
    ...new Map(
      cards.flatMap(card => card.sources.map(source => [`${source.id} ${source.url}`, toSource(source)])),
    ).values(),
  ],
  resources: [toResource('indicators', `${origin}/indicators.csv`)],
})
