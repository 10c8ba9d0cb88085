import type { Card } from '../card/card.ts'
import { toPlainType } from '../http/response.ts'
import { documents, pictures } from '../request/formats.ts'
import type { Links } from '../request/links.ts'

/** Every file of the figures but the one in which this stands. */
const distributions = [...documents, ...pictures].filter(({ suffix }) => suffix !== 'jsonld')

/** The card as a schema.org `Dataset` (https://schema.org/Dataset), with what Google's Dataset Search asks for. */
export function toJsonLd(card: Card, links: Links, release: string) {
  const periods = card.series.flatMap(series => series.points.map(point => point.period))
  const years = periods.flatMap(period => period.match(/\b\d{4}\b/g) ?? []).sort()
  const areas = [...new Set(card.series.flatMap(series => series.area ?? []))]
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': links.html,
    identifier: links.html,
    url: links.html,
    name: card.title,
    description: card.description,
    abstract: card.finding,
    inLanguage: card.lang,
    version: release,
    dateModified: card.updated,
    license: card.licence.url,
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: 'Caravan', url: new URL('/', links.html).href },
    citation: `${card.title}. ${card.sourceLine}. Caravan, ${card.updated}. ${links.html}`,
    creator: [...new Set(card.series.map(series => series.authority))].map(name => ({ '@type': 'Organization', name })),
    temporalCoverage: years.length > 0 ? `${years[0]}/${years.at(-1)}` : undefined,
    spatialCoverage: areas.length > 0 ? areas.map(code => ({ '@type': 'Place', identifier: code })) : undefined,
    variableMeasured: card.series.map(series => ({
      '@type': 'PropertyValue',
      name: `${card.measure}: ${series.label}`,
      unitText: card.unit.label,
    })),
    distribution: distributions.map(({ suffix, type }) => ({
      '@type': 'DataDownload',
      encodingFormat: toPlainType(type),
      contentUrl: links[suffix],
    })),
    isBasedOn: card.sources.map(({ title, publisher, url, published }) => ({
      '@type': 'CreativeWork',
      name: title,
      publisher: { '@type': 'Organization', name: publisher },
      url,
      datePublished: published,
    })),
    image: links.png,
  }
}
