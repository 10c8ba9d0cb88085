import { toCsv } from '../../formats/csv.ts'
import { toCatalogPackage } from '../../formats/datapackage.ts'
import { exampleId } from '../../formats/example-ids.ts'
import { toExamples } from '../../formats/examples.ts'
import { type Feed, toAtom, toEntries, toHubLinks, toJsonFeed } from '../../formats/feed.ts'
import { toCatalogEntry, toIndicatorJson } from '../../formats/json.ts'
import { toLlmsTxt } from '../../formats/llms.ts'
import { toOpenApi } from '../../formats/openapi.ts'
import { firstPage, toSitemap, toSitemapIndex } from '../../formats/sitemap.ts'
import { catalog, index, release } from '../../model/catalog.ts'
import { listPages } from '../../model/listing.ts'
import { parseCatalogRequest } from '../../request/catalog-request.ts'
import type { MediaType } from '../../request/media-types.ts'
import { toCatalogUrl, toLanguageSearch, toSearch } from '../../request/urls.ts'
import { answer, answerKept } from '../answer.ts'
import { toCatalogHead, toConstantHead } from '../head.ts'
import { findHealth } from '../health.ts'
import { type DataSource, readIndicator } from '../indicators.ts'
import { toReadersLanguage } from '../reader.ts'
import { type Handler, readCards, readListed, toPageAddress } from './handler.ts'

/** The answers about the whole catalogue that are for programs and crawlers. */
export const catalogueHandlers = {
  '/indicators.json': async context => {
    const requested = await readCards(new URL(context.req.url), 'json', context.env)
    const { url, updated, cards, isWhole, next } = requested
    return answerKept(context, toCatalogHead(requested, { name: '/indicators.json', type: 'json' }), () =>
      JSON.stringify({
        release,
        updated,
        indicators: cards.map(({ card, links }) =>
          isWhole ? toCatalogEntry(card, links) : toIndicatorJson(card, links),
        ),
        ...(next && { next: toCatalogUrl(url.origin, '/indicators.json', next) }),
      }),
    )
  },

  '/indicators.csv': async context => {
    const requested = await readCards(new URL(context.req.url), 'csv', context.env)
    return answerKept(context, toCatalogHead(requested, { name: '/indicators.csv', type: 'csv' }), () =>
      toCsv(requested.cards.map(({ card }) => card)),
    )
  },

  '/datapackage.json': async context => {
    const requested = await readCards(toPageAddress(new URL(context.req.url)), 'json', context.env)
    const { url, updated, cards, query } = requested
    return answerKept(context, toCatalogHead(requested, { name: '/datapackage.json', type: 'json' }), () =>
      JSON.stringify(
        toCatalogPackage(
          cards.map(({ card }) => card),
          { updated, origin: url.origin, table: toCatalogUrl(url.origin, '/indicators.csv', query) },
        ),
      ),
    )
  },

  '/feed.atom': toFeedHandler('/feed.atom', 'atom', toAtom),
  '/feed.json': toFeedHandler('/feed.json', 'jsonfeed', feed => JSON.stringify(toJsonFeed(feed))),

  '/openapi.json': context => {
    const url = new URL(context.req.url)
    return answerKept(context, toConstantHead(url, { name: '/openapi.json', type: 'json' }), async () =>
      JSON.stringify(await readOpenApi(url.origin, context.env)),
    )
  },

  // The first page of a long catalogue; the rest is at /indicators.json.
  '/llms.txt': async context => {
    const url = new URL(context.req.url)
    const lang = toReadersLanguage(context.req.raw)
    const form = {
      name: `/llms.txt${toLanguageSearch(lang)}`,
      type: 'text',
      headers: { Vary: 'Accept-Language' },
    } as const
    return answerKept(context, toConstantHead(url, form), async () => {
      const { cards } = await readCards(new URL(`/?lang=${lang}`, url), 'json', context.env)
      return toLlmsTxt(cards, { origin: url.origin, lang })
    })
  },

  '/healthz': async context => {
    const { status, body } = await findHealth(context.env, new URL(context.req.url).origin)
    return answer(context, { status, type: 'json', life: 'none' }, () => JSON.stringify(body))
  },

  // Past one page it is an index of its pages.
  '/sitemap.xml': context => {
    const url = toPageAddress(new URL(context.req.url))
    const { page, query } = parseCatalogRequest(url)
    const pages = listPages(catalog)
    const isIndex = pages.length > 1 && url.search === ''
    const search = isIndex || url.search === '' ? '' : toSearch(query) || firstPage
    return answerKept(context, toConstantHead(url, { name: `/sitemap.xml${search}`, type: 'xml' }), () =>
      isIndex ? toSitemapIndex(pages, url.origin) : toSitemap(page, url.origin),
    )
  },
} as const satisfies Record<string, Handler>

/** The description of every address, with answers of one indicator as examples. */
export async function readOpenApi(origin: string, source: DataSource) {
  return toOpenApi(origin, await toExamples(origin, await readIndicator(exampleId, source)))
}

/** The feed of all indicators holds the newest entries, so only the indicators of these are read. */
function toFeedHandler(route: '/feed.atom' | '/feed.json', type: MediaType, toText: (feed: Feed) => string): Handler {
  return async context => {
    const asked = new URL(context.req.url)
    for (const name of [...asked.searchParams.keys()])
      if (/^(limit|after)$/i.test(name)) asked.searchParams.delete(name)
    const request = parseCatalogRequest(asked)
    const news = request.isWhole ? catalog.filter(({ id }) => index.news.includes(id)) : request.page
    const requested = await readListed({ ...request, page: news, next: undefined }, 'feed', context.env)
    const { url, query, lang, cards } = requested
    const own = toCatalogUrl(url.origin, route, query)
    const home = `${url.origin}/${toLanguageSearch(lang)}`
    const head = toCatalogHead(requested, { name: route, type, version: 'build', links: toHubLinks(own) })
    return answerKept(context, head, () => toText({ id: own, url: own, home, lang, entries: toEntries(cards) }))
  }
}
