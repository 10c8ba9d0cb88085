import type { RequestedCards } from '../../card/requested-card.ts'
import { toCsv } from '../../formats/csv.ts'
import { toCatalogPackage } from '../../formats/datapackage.ts'
import { exampleId } from '../../formats/example-ids.ts'
import { toExamples } from '../../formats/examples.ts'
import { type Feed, toAtom, toEntries, toHubLinks, toJsonFeed } from '../../formats/feed.ts'
import { toCatalogEntry, toIndicatorJson } from '../../formats/json.ts'
import { toLlmsTxt } from '../../formats/llms.ts'
import { toOpenApi } from '../../formats/openapi.ts'
import { firstPage, toSitemap, toSitemapIndex } from '../../formats/sitemap.ts'
import { build, catalog, index, release } from '../../model/catalog.ts'
import { listPages } from '../../model/listing.ts'
import { parseCatalogRequest } from '../../request/catalog-request.ts'
import type { MediaType } from '../../request/media-types.ts'
import type { FixedRoute } from '../../request/routes.ts'
import { toCatalogUrl, toLanguageSearch, toSearch } from '../../request/urls.ts'
import * as site from '../../site.ts'
import { answer, answerKept } from '../answer.ts'
import { toCatalogHead, toConstantHead, type Version } from '../head.ts'
import { findHealth } from '../health.ts'
import { type DataSource, readIndicator } from '../indicators.ts'
import { toReadersLanguage } from '../reader.ts'
import { toEtag } from '../response.ts'
import { type Handler, readCards, readListed, toPageAddress } from './handler.ts'

/** The answers about the whole catalogue that are for programs and crawlers. */
export const catalogueHandlers = {
  '/indicators.json': async context => {
    const requested = await readCards(new URL(context.req.url), 'json', context.env)
    const { url, updated, cards, isWhole, next } = requested
    return answerCatalog(
      context.req.raw,
      { route: '/indicators.json', type: 'json', requested, version: 'release' },
      () =>
        JSON.stringify({
          release,
          updated,
          indicators: cards.map(({ card, links }) =>
            isWhole ? toCatalogEntry(card, links) : toIndicatorJson(card, release, links),
          ),
          ...(next && { next: toCatalogUrl(url.origin, '/indicators.json', next) }),
        }),
    )
  },

  '/indicators.csv': async context => {
    const requested = await readCards(new URL(context.req.url), 'csv', context.env)
    return answerCatalog(
      context.req.raw,
      { route: '/indicators.csv', type: 'csv', requested, version: 'release' },
      () => toCsv(requested.cards.map(({ card }) => card)),
    )
  },

  '/datapackage.json': async context => {
    const url = toPageAddress(new URL(context.req.url))
    const requested = await readCards(url, 'json', context.env)
    return answerCatalog(
      context.req.raw,
      { route: '/datapackage.json', type: 'json', requested, version: 'release' },
      () =>
        JSON.stringify(
          toCatalogPackage(
            requested.cards.map(({ card }) => card),
            {
              release,
              updated: requested.updated,
              origin: url.origin,
              table: toCatalogUrl(url.origin, '/indicators.csv', requested.query),
            },
          ),
        ),
    )
  },

  '/feed.atom': toFeedHandler('/feed.atom', 'atom', toAtom),
  '/feed.json': toFeedHandler('/feed.json', 'jsonfeed', feed => JSON.stringify(toJsonFeed(feed))),

  '/openapi.json': context => {
    const { origin } = new URL(context.req.url)
    return answerKept(
      context.req.raw,
      { ...toConstantHead(origin, '/openapi.json', 'build'), type: 'json' },
      async () => ({
        type: 'json',
        body: JSON.stringify(await readOpenApi(origin, context.env)),
      }),
    )
  },

  // The first page of a long catalogue; the rest is at /indicators.json.
  '/llms.txt': async context => {
    const { origin } = new URL(context.req.url)
    const lang = toReadersLanguage(context.req.raw)
    const head = toConstantHead(origin, `/llms.txt${toLanguageSearch(lang)}`, 'build')
    return answerKept(context.req.raw, { ...head, type: 'text', headers: { Vary: 'Accept-Language' } }, async () => {
      const { cards } = await readCards(new URL(`/?lang=${lang}`, origin), 'json', context.env)
      return { type: 'text', body: toLlmsTxt(cards, { origin, lang }) }
    })
  },

  '/healthz': async context => {
    const { status, body } = await findHealth(context.env, new URL(context.req.url).origin)
    return answer(context.req.raw, { status, type: 'json', life: 'none' }, () => ({
      type: 'json',
      body: JSON.stringify(body),
    }))
  },

  '/robots.txt': toConstantHandler(
    '/robots.txt',
    'text',
    'build',
    origin => `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`,
  ),

  '/.well-known/security.txt': context => {
    const url = new URL(context.req.url)
    const expires = toExpiry(new Date())
    const etag = toEtag(build, url.origin, 'security.txt', expires)
    return answer(context.req.raw, { type: 'text', life: 'ordinary', etag }, () => ({
      type: 'text',
      body: toSecurityText(url, expires),
    }))
  },

  // Past one page it is an index of its pages.
  '/sitemap.xml': context => {
    const url = toPageAddress(new URL(context.req.url))
    const { page, query } = parseCatalogRequest(url)
    const pages = listPages(catalog)
    const isIndex = pages.length > 1 && url.search === ''
    const search = isIndex || url.search === '' ? '' : toSearch(query) || firstPage
    const head = toConstantHead(url.origin, `/sitemap.xml${search}`, 'build')
    return answerKept(context.req.raw, { ...head, type: 'xml' }, () => ({
      type: 'xml',
      body: isIndex ? toSitemapIndex(pages, url.origin) : toSitemap(page, url.origin),
    }))
  },
} as const satisfies Record<string, Handler>

/** When security.txt expires: the first day of a month, half a year ahead or a little more, so that it changes once a month. */
const toExpiry = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 7)).toISOString().slice(0, 19).concat('Z')

/** Where to report a fault of security, as RFC 9116 writes it. */
const toSecurityText = ({ origin, hostname }: URL, expires: string): string =>
  [
    `Contact: ${site.securityContact ?? `mailto:security@${hostname}`}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${site.offered.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')

/** The description of every address, with answers of one indicator as examples. */
export async function readOpenApi(origin: string, source: DataSource) {
  return toOpenApi(origin, release, await toExamples(origin, await readIndicator(exampleId, source)))
}

/** A handler of what is made of the code alone, or of the index that is bundled: nothing of the data is read for it. */
export function toConstantHandler(
  route: FixedRoute,
  type: MediaType,
  version: Version,
  toText: (origin: string) => string,
): Handler {
  return context => {
    const { origin } = new URL(context.req.url)
    return answerKept(context.req.raw, { ...toConstantHead(origin, route, version), type }, () => ({
      type,
      body: toText(origin),
    }))
  }
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
    const entries = toEntries(cards)
    const own = toCatalogUrl(url.origin, route, query)
    const feed = { id: own, url: own, home: `${url.origin}/${toLanguageSearch(lang)}`, lang, entries }
    const about = { route, type, requested, version: 'build', further: toHubLinks(own) } as const
    return answerCatalog(context.req.raw, about, () => toText(feed))
  }
}

type About = {
  route: FixedRoute
  type: MediaType
  requested: RequestedCards
  version: Version
  further?: readonly string[]
}

function answerCatalog(
  request: Request,
  { route, type, requested, version, further = [] }: About,
  toText: () => string,
): Promise<Response> {
  const ordinary = toCatalogHead(requested, route, version)
  const head = { ...ordinary, type, links: [...(ordinary.links ?? []), ...further] }
  return answerKept(request, head, () => ({ type, body: toText() }))
}
