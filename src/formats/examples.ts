import { toRequestedCard, toRequestedCards } from '../card/requested-card.ts'
import { catalog, release } from '../model/catalog.ts'
import * as site from '../site.ts'
import { toBadgeJson } from './badge-json.ts'
import { toCsv } from './csv.ts'
import { toIndicatorPackage } from './datapackage.ts'
import { toEntries, toJsonFeed } from './feed.ts'
import { toIndicatorJson } from './json.ts'
import { toJsonLd } from './json-ld.ts'
import { toJsonStat } from './jsonstat.ts'
import { toOembed } from './oembed.ts'

const ids = catalog.map(({ id }) => id)

/** An id of the catalogue for examples: that of the site, or the first. */
export const exampleId = ids.includes(site.examples.id) ? site.examples.id : (ids[0] ?? '')
export const exampleIds = site.examples.ids.every(id => ids.includes(id)) ? site.examples.ids : ids.slice(0, 2)
export const exampleSeries = site.examples.series

/** An address, and what it answers with 200. */
export type Example = { address: string; value: unknown }

/**
 * An answer to each address for programs that answers in JSON or CSV, as it really is at this origin: of the newest years of an
 * indicator, so that the document stays small; the package of everything is left out, for it is that of an indicator many times.
 */
export function toExamples(origin: string): Record<string, Example> {
  const newest = toRequestedCard(new URL(origin), exampleId, 'json').card.headline.period
  const query = `?from=${Number(newest.slice(0, 4)) - 1}`
  const path = `/indicators/${exampleId}`
  const requested = toRequestedCard(new URL(`${origin}${path}${query}`), exampleId, 'json')
  const { indicator, card, links } = requested
  const oembed = `/oembed?url=${encodeURIComponent(`${origin}${path}`)}`
  const feed = `/feed.json?ids=${exampleId}`
  const batch = `?ids=${exampleId}&from=${query.slice(6)}`
  const feeding = toRequestedCards(new URL(`${origin}${feed}`), 'feed')
  const whole = toIndicatorJson(card, release, links)
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
    '/badges/{id}.json': { address: `/badges/${exampleId}.json${query}`, value: toBadgeJson(card) },
    '/oembed': { address: oembed, value: toOembed(new URL(`${origin}${oembed}`)).oembed },
    '/feed.json': {
      address: feed,
      value: toJsonFeed({
        id: `${origin}${feed}`,
        url: `${origin}${feed}`,
        home: `${origin}/`,
        lang: feeding.lang,
        entries: toEntries(feeding.cards),
      }),
    },
  }
}
