import { type RequestedCard, toRequestedCard, toRequestedCards } from '../card/requested-card.ts'
import { release } from '../model/catalog.ts'
import type { Indicator } from '../model/indicator.ts'
import { parseCatalogRequest } from '../request/catalog-request.ts'
import { documents } from '../request/formats.ts'
import { toFileRoute } from '../request/routes.ts'
import { toBadgeJson } from './badge-json.ts'
import { toCsv } from './csv.ts'
import { toIndicatorPackage } from './datapackage.ts'
import { documentWriters } from './documents.ts'
import { toEntries, toJsonFeed } from './feed.ts'
import { toIndicatorJson } from './json.ts'
import { toOembed } from './oembed.ts'
import type { Example } from './openapi.ts'
import { textSuffixes } from './schemas.ts'

/**
 * An answer to each address for programs that answers in JSON or CSV, computed for this origin: of the newest years of
 * the indicator `exampleId`, so that the document stays small. The package of the whole catalogue is left out because it is long.
 */
export async function toExamples(origin: string, indicator: Indicator): Promise<Record<string, Example>> {
  const path = `/indicators/${indicator.id}`
  const { headline } = toRequestedCard(new URL(origin), indicator, 'json').card
  const query = `?from=${Number(headline.period.slice(0, 4)) - 1}`
  const requested = toRequestedCard(new URL(`${origin}${path}${query}`), indicator, 'json')
  const { card, links } = requested
  const oembed = `/oembed?url=${encodeURIComponent(`${origin}${path}`)}`
  const feed = new URL(`${origin}/feed.json?ids=${indicator.id}`)
  const batch = `?ids=${indicator.id}&${query.slice(1)}`
  const feeding = toRequestedCards(parseCatalogRequest(feed), [indicator], 'feed')
  const answered = await toOembed(new URL(`${origin}${oembed}`), async url => toRequestedCard(url, indicator, 'html'))
  return {
    '/indicators.json': {
      address: `/indicators.json${batch}`,
      value: { release, updated: card.updated, indicators: [toIndicatorJson(card, links)] },
    },
    '/indicators.csv': { address: `/indicators.csv${batch}`, value: toCsv([card]) },
    ...toDocumentExamples(requested, query),
    '/indicators/{id}/datapackage.json': {
      address: `${path}/datapackage.json${query}`,
      value: toIndicatorPackage(card, links.csv),
    },
    '/badges/{id}.json': { address: `/badges/${indicator.id}.json${query}`, value: toBadgeJson(card) },
    '/oembed': { address: oembed, value: answered.oembed },
    '/feed.json': {
      address: `${feed.pathname}${feed.search}`,
      value: toJsonFeed({
        id: feed.href,
        url: feed.href,
        home: `${origin}/`,
        lang: feeding.lang,
        entries: toEntries(feeding.cards),
      }),
    },
  }
}

/** An example of each format of figures that is text. */
const toDocumentExamples = (requested: RequestedCard, query: string): Record<string, Example> =>
  Object.fromEntries(
    documents
      .filter(({ suffix }) => textSuffixes.includes(suffix))
      .map(({ suffix, encoding }) => {
        const body = String(documentWriters[suffix](requested))
        return [
          toFileRoute(suffix),
          {
            address: `/indicators/${requested.indicator.id}.${suffix}${query}`,
            value: encoding === 'json' ? JSON.parse(body) : body,
          },
        ]
      }),
  )
