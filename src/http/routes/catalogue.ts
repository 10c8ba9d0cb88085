import { type RequestedCards, toRequestedCards } from '../../card/requested-card.ts'
import { toCsv } from '../../formats/csv.ts'
import { toCatalogPackage } from '../../formats/datapackage.ts'
import { type Feed, toAtom, toEntries, toJsonFeed } from '../../formats/feed.ts'
import { toCatalogEntry, toIndicatorJson } from '../../formats/json.ts'
import { toLlmsTxt } from '../../formats/llms.ts'
import { toOpenApi } from '../../formats/openapi.ts'
import { toSitemap } from '../../formats/sitemap.ts'
import { build, release } from '../../model/catalog.ts'
import type { MediaType } from '../../request/media-types.ts'
import type { FixedRoute } from '../../request/routes.ts'
import { toCatalogUrl } from '../../request/urls.ts'
import * as site from '../../site.ts'
import { answer, answerKept } from '../answer.ts'
import { toCatalogHead, type Version } from '../head.ts'
import { findHealth } from '../health.ts'
import { toEtag } from '../response.ts'
import type { Handler } from './handler.ts'

/** The answers about the whole catalogue that are for programs and crawlers. */
export const catalogueHandlers = {
  '/indicators.json': context => {
    const requested = toRequestedCards(new URL(context.req.url), 'json')
    const { updated, cards, isWhole } = requested
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
        }),
    )
  },

  '/indicators.csv': context => {
    const requested = toRequestedCards(new URL(context.req.url), 'csv')
    return answerCatalog(
      context.req.raw,
      { route: '/indicators.csv', type: 'csv', requested, version: 'release' },
      () => toCsv(requested.cards.map(({ card }) => card)),
    )
  },

  '/datapackage.json': toWholeHandler('/datapackage.json', 'json', 'release', ({ cards, updated }, origin) =>
    JSON.stringify(
      toCatalogPackage(
        cards.map(({ card }) => card),
        release,
        updated,
        origin,
      ),
    ),
  ),

  '/feed.atom': toFeedHandler('/feed.atom', 'atom', toAtom),
  '/feed.json': toFeedHandler('/feed.json', 'jsonfeed', feed => JSON.stringify(toJsonFeed(feed))),

  '/openapi.json': toWholeHandler('/openapi.json', 'json', 'build', (_, origin) =>
    JSON.stringify(toOpenApi(origin, release)),
  ),

  '/healthz': async context => {
    const { status, body } = await findHealth(context.env, new URL(context.req.url).origin)
    return answer(context.req.raw, { status, type: 'json', life: 'none' }, () => ({
      type: 'json',
      body: JSON.stringify(body),
    }))
  },

  '/robots.txt': toWholeHandler(
    '/robots.txt',
    'text',
    'build',
    (_, origin) => `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`,
  ),

  '/llms.txt': toWholeHandler('/llms.txt', 'text', 'build', ({ cards }, origin) =>
    toLlmsTxt(cards, { name: site.name, about: site.description, origin }),
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

  '/sitemap.xml': toWholeHandler('/sitemap.xml', 'xml', 'build', ({ cards }, origin) =>
    toSitemap(
      cards.map(({ card }) => card),
      origin,
    ),
  ),
} as const satisfies Record<string, Handler>

/** When security.txt expires: the first day of a month, half a year ahead or a little more, so that it changes once a month. */
const toExpiry = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 7)).toISOString().slice(0, 19).concat('Z')

/** Where to report a fault of security, as RFC 9116 writes it. */
const toSecurityText = ({ origin, hostname }: URL, expires: string): string =>
  [
    `Contact: ${site.securityContact ?? `mailto:security@${hostname}`}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en, ru, kk, zh',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')

/** A handler of what is made of the whole catalogue and takes no parameters. */
export function toWholeHandler(
  route: FixedRoute,
  type: MediaType,
  version: Version,
  toText: (requested: RequestedCards, origin: string) => string,
): Handler {
  return context => {
    const { origin } = new URL(context.req.url)
    const requested = toRequestedCards(new URL(origin), 'json')
    return answerCatalog(context.req.raw, { route, type, requested, version }, () => toText(requested, origin))
  }
}

function toFeedHandler(route: '/feed.atom' | '/feed.json', type: MediaType, toText: (feed: Feed) => string): Handler {
  return context => {
    const requested = toRequestedCards(new URL(context.req.url), 'feed')
    const { url, query, lang, cards } = requested
    const entries = toEntries(cards)
    const own = toCatalogUrl(url.origin, route, query)
    const feed = { id: own, url: own, home: `${url.origin}/`, lang, entries }
    const about = { route, type, requested, version: 'build' } as const
    return answerCatalog(context.req.raw, about, () => toText(feed))
  }
}

type About = { route: FixedRoute; type: MediaType; requested: RequestedCards; version: Version }

function answerCatalog(
  request: Request,
  { route, type, requested, version }: About,
  toText: () => string,
): Promise<Response> {
  const head = { ...toCatalogHead(requested, route, version), type }
  return answerKept(request, head, () => ({ type, body: toText() }))
}
