import type { Card, Point } from '../card/card.ts'
import { type CardSource, toSourceLine } from '../card/sources.ts'
import { joinBy, joinSentences } from '../model/locales.ts'
import { documents, pictures } from '../request/formats.ts'
import { toPlainType } from '../request/media-types.ts'
import type { Links } from '../request/urls.ts'
import * as site from '../site.ts'
import { toLabels } from './labels.ts'

/** Every file of an indicator but JSON-LD itself. */
const distributions = [...documents, ...pictures].filter(({ suffix }) => suffix !== 'jsonld')

/**
 * The card as a schema.org `Dataset` (https://schema.org/Dataset), with what Google's Dataset Search asks for: what a page
 * says of its figures without repeating them.
 */
export function toDataset(card: Card, links: Links, release: string) {
  const { lang } = card
  const points = card.series.flatMap(series => series.points)
  const [first] = points.toSorted((a, b) => (a.start < b.start ? -1 : 1))
  const [last] = points.toSorted((a, b) => (a.end > b.end ? -1 : 1))
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
    temporalCoverage: first && last && `${first.start}/${last.end}`,
    spatialCoverage: areas.length > 0 ? areas.map(code => ({ '@type': 'Place', identifier: code })) : undefined,
    variableMeasured: toVariables(card),
    distribution: distributions.map(({ suffix, type }) => ({
      '@type': 'DataDownload',
      encodingFormat: toPlainType(type),
      contentUrl: links[suffix],
    })),
    isBasedOn: card.sources.map(toWork),
    image: links.png,
  }
}

/** The same with the figures: the values of each variable, each with what must be known of it. */
export const toJsonLd = (card: Card, links: Links, release: string) => ({
  ...toDataset(card, links, release),
  variableMeasured: toVariables(card).map(variable => ({
    ...variable,
    value: card.series
      .find(({ id }) => id === variable.propertyID)
      ?.points.map(point => toObservation(point, variable.unitText)),
  })),
})

function toVariables(card: Card) {
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

/** One figure as https://schema.org/Observation; what that has no word for is an additional property, under the name it has in the JSON. */
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

/** A source; `headline` is left out where the title is ours, `provider` is who carried what another published. */
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
