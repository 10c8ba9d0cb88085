import { toRequestedCard, toRequestedCards } from '../card/requested-card.ts'
import { release } from '../model/catalog.ts'
import type { Indicator } from '../model/indicator.ts'
import { parseCatalogRequest } from '../request/catalog-request.ts'
import { toBadgeJson } from './badge-json.ts'
import { toCsv } from './csv.ts'
import { toIndicatorPackage } from './datapackage.ts'
import type { Example } from './example-ids.ts'
import { toEntries, toJsonFeed } from './feed.ts'
import { toIndicatorJson } from './json.ts'
import { toJsonLd } from './json-ld.ts'
import { toJsonStat } from './jsonstat.ts'
import { toOembed } from './oembed.ts'

/**
 * An answer to each address for programs that answers in JSON or CSV, as it really is at this origin: of the newest years of
 * the indicator `exampleId`, so that the document stays small. That of the whole catalogue's package is left out for its length.
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
  const whole = toIndicatorJson(card, release, links)
  const answered = await toOembed(new URL(`${origin}${oembed}`), async url => toRequestedCard(url, indicator, 'html'))
  return {
    '/indicators.json': {
      address: `/indicators.json${batch}`,
      value: { release, updated: card.updated, indicators: [whole] },
    },
    '/indicators.csv': { address: `/indicators.csv${batch}`, value: toCsv([card]) },
    '/indicators/{id}.json': { address: `${path}.json${query}`, value: whole },
    '/indicators/{id}.csv': { address: `${path}.csv${query}`, value: toCsv([card]) },
    '/indicators/{id}.jsonstat': { address: `${path}.jsonstat${query}`, value: toJsonStat(card, release) },
    '/indicators/{id}.jsonld': { address: `${path}.jsonld${query}`, value: toJsonLd(card, links, release) },
    '/indicators/{id}/datapackage.json': {
      address: `${path}/datapackage.json${query}`,
      value: toIndicatorPackage(indicator, card, release, links.csv),
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
