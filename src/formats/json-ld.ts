import type { Card, Point } from '../card/card.ts'
import { type CardSource, toSourceLine } from '../card/sources.ts'
import { release } from '../model/catalog.ts'
import { joinBy, joinSentences } from '../model/locales.ts'
import { documents, pictures } from '../request/formats.ts'
import { toPlainType } from '../request/media-types.ts'
import type { Links } from '../request/urls.ts'
import * as site from '../site.ts'
import { toLabels } from './labels.ts'

/** Every file of an indicator but JSON-LD itself. */
const distributions = [...documents, ...pictures].filter(({ suffix }) => suffix !== 'jsonld')

/**
 * The card as a schema.org `Dataset` (https://schema.org/Dataset), with the fields that Google's Dataset Search requires: the
 * metadata of a page, without the figures.
 */
export function toDataset(card: Card, links: Links) {
  const { lang } = card
  const areas = [...new Set(card.series.flatMap(series => series.area ?? []))]
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': links.html,
    identifier: links.html,
    url: links.html,
    name: card.title,
    description: joinSentences([card.description, ...card.notes], lang),
    abstract: card.finding,
    inLanguage: lang,
    version: release,
    dateModified: card.updated,
    license: card.licence.url,
    usageInfo: { '@type': 'CreativeWork', name: card.licence.name, url: card.licence.url, text: card.licence.covers },
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: site.name, url: new URL('/', links.html).href },
    citation: joinBy(
      'stop',
      [card.title, card.sourceLine, joinBy('comma', [site.name, card.updated], lang), links.html],
      lang,
    ),
    creator: [...new Set(card.series.map(series => series.authority))].map(toOrganization),
    temporalCoverage: toExtentInDays(card),
    spatialCoverage: areas.length > 0 ? areas.map(code => ({ '@type': 'Place', identifier: code })) : undefined,
    variableMeasured: toPropertyValues(card),
    distribution: distributions.map(({ suffix, type }) => ({
      '@type': 'DataDownload',
      encodingFormat: toPlainType(type),
      contentUrl: links[suffix],
    })),
    isBasedOn: card.sources.map(toWork),
    image: links.png,
  }
}

/** From the first day of the figures to the last, as ISO 8601 writes an interval. */
function toExtentInDays({ series }: Card): string {
  const points = series.flatMap(entry => entry.points)
  const [first] = points.map(({ start }) => start).toSorted()
  return `${first}/${points
    .map(({ end }) => end)
    .toSorted()
    .at(-1)}`
}

/** The same with the figures: the values of each variable, each with its caveats. */
export const toJsonLd = (card: Card, links: Links) => ({
  ...toDataset(card, links),
  variableMeasured: toPropertyValues(card).map(variable => ({
    ...variable,
    value: card.series
      .find(({ id }) => id === variable.propertyID)
      ?.points.map(point => toObservation(point, variable.unitText)),
  })),
})

function toPropertyValues(card: Card) {
  const labels = toLabels(card)
  return card.series.map(({ id, label, authority }) => ({
    '@type': 'PropertyValue',
    propertyID: id,
    name: joinBy('colon', [card.measure, labels.get(id) ?? label], card.lang),
    description: toSourceLine([authority], card.lang),
    // Without `unitCode`, which takes the codes of UN/CEFACT: there MT is a mat, and a billion dollars has none.
    unitText: card.unit.label,
  }))
}

/** One figure as https://schema.org/Observation; a field without a schema.org term is an additional property, under its name in the JSON. */
const toObservation = (point: Point, unitText: string) => ({
  '@type': 'Observation',
  observationDate: point.end,
  value: point.value,
  unitText,
  ...(point.note && { description: point.note }),
  additionalProperty: Object.entries({
    period: point.period,
    start: point.start,
    end: point.end,
    status: point.status,
    flag: point.flag,
    published: point.published,
    publishedPrecision: point.precision,
    added: point.added,
    source: point.source,
  }).flatMap(([name, value]) => (value ? [{ '@type': 'PropertyValue', name, value }] : [])),
})

const toOrganization = (name: string) => ({ '@type': 'Organization', name })

/** A source; `headline` is left out where the title is ours, `provider` is the organisation that republished it. */
const toWork = ({ id, title, lang, supplied, publisher, via, url, published }: CardSource) => ({
  '@type': 'CreativeWork',
  identifier: id,
  name: title,
  ...(!supplied && { headline: title }),
  inLanguage: lang,
  publisher: toOrganization(publisher),
  ...(via && { provider: toOrganization(via) }),
  url,
  datePublished: published,
})
