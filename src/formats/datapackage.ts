import type { Card } from '../card/card.ts'
import { release } from '../model/catalog.ts'
import { joinBy, joinSentences, type Lang, say } from '../model/locales.ts'
import * as site from '../site.ts'
import { columns } from './columns.ts'

const profile = 'https://datapackage.org/profiles/2.0/datapackage.json'

const types = { code: 'string', words: 'string', url: 'string', day: 'date', number: 'number' } as const

/** The columns as Table Schema describes them (https://datapackage.org/standard/table-schema/). */
const toFields = (cards: readonly Card[], lang: Lang) =>
  columns.map(({ name, kind, description, isOptional, codes, toMeanings }) => ({
    name,
    type: types[kind],
    ...(kind === 'url' && { format: 'uri' }),
    description: description[lang],
    ...((codes || !isOptional) && {
      constraints: { ...(!isOptional && { required: true }), ...(codes && { enum: codes }) },
    }),
    ...(toMeanings && { categories: toMeanings(cards, lang).map(([value, label]) => ({ value, label })) }),
  }))

const toResource = (table: { name: string; path: string }, cards: readonly Card[], lang: Lang) => ({
  ...table,
  type: 'table',
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema: { fields: toFields(cards, lang), primaryKey: ['indicator', 'series', 'period'] },
})

const toPackageSource = ({ id, title, lang, supplied, publisher, via, url, published }: Card['sources'][number]) => ({
  name: id,
  title,
  lang,
  supplied,
  publisher,
  ...(via && { via }),
  path: url,
  published,
})

/** A licence by its URL; `name` is left out unless it is a Creative Commons licence, whose id the URL holds. */
function toLicence({ name, url, covers }: Card['licence']) {
  const [, terms, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(url) ?? []
  return { ...(terms && { name: `CC-${terms.toUpperCase()}-${version}` }), title: name, path: url, covers }
}

/** The description that readers of packages show, with the scope of the licence. */
const toDescription = (text: string, { name, covers }: Card['licence'], lang: Lang): string =>
  joinSentences([text, joinBy('colon', [name, covers], lang)], lang)

/** One indicator as a Frictionless Data Package; `resource` is the address of its CSV. */
export const toIndicatorPackage = (card: Card, resource: string) => ({
  $schema: profile,
  name: card.id,
  title: card.title,
  description: toDescription(card.description, card.licence, card.lang),
  notes: card.notes,
  version: release,
  created: `${card.updated}T00:00:00Z`,
  licenses: [toLicence(card.licence)],
  sources: card.sources.map(toPackageSource),
  resources: [toResource({ name: 'observations', path: resource }, [card], card.lang)],
})

/** The subject of the whole catalogue. */
const toAbout = (lang: Lang): string =>
  lang === 'en' ? `${site.subject.en}, each with an authority, a source and a date` : say(site.subject, lang)

/** The metadata of a package of the catalogue; `table` is the address of its CSV. */
type CatalogAbout = { updated: string; origin: string; table: string }

/** The catalogue as one Data Package: a single table, whose first column is the indicator. */
export function toCatalogPackage(cards: readonly Card[], { updated, origin, table }: CatalogAbout) {
  const lang = cards[0]?.lang ?? 'en'
  const licences = [...new Map(cards.map(({ licence }) => [licence.url, licence])).values()]
  return {
    $schema: profile,
    name: site.slug,
    title: site.name,
    description: licences.reduce((text, licence) => toDescription(text, licence, lang), toAbout(lang)),
    homepage: origin,
    version: release,
    created: `${updated}T00:00:00Z`,
    licenses: licences.map(toLicence),
    sources: [
      ...new Map(
        cards.flatMap(card => card.sources.map(source => [`${source.id} ${source.url}`, toPackageSource(source)])),
      ).values(),
    ],
    resources: [toResource({ name: 'indicators', path: table }, cards, lang)],
  }
}
