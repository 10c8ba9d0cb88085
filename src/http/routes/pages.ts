import builder from '../../../generated/builder.client.txt'
import caravan from '../../../generated/caravan.client.txt'
import copy from '../../../generated/copy.client.txt'
import embed from '../../../generated/embed.client.txt'
import { type RequestedCard, toNewestDay, toRequestedCard, toRequestedCards } from '../../card/requested-card.ts'
import { findRequestedCard, toOembed, toOembedXml } from '../../formats/oembed.ts'
import { toOpenApi } from '../../formats/openapi.ts'
import { build, catalog, findIndicator, made, release } from '../../model/catalog.ts'
import { CardError } from '../../model/errors.ts'
import { Docs } from '../../pages/docs.tsx'
import embedStyle from '../../pages/embed.css'
import { Embed } from '../../pages/embed.tsx'
import { Gallery } from '../../pages/gallery.tsx'
import { Inspect } from '../../pages/inspect.tsx'
import { Share } from '../../pages/share.tsx'
import { style } from '../../pages/style.ts'
import { toPageUrl } from '../../request/urls.ts'
import * as site from '../../site.ts'
import { answer } from '../answer.ts'
import { toCatalogLinks, toHead } from '../head.ts'
import { inspect } from '../inspect.ts'
import { embedPolicy, encode, toEtag, toHttpDate } from '../response.ts'
import { toWholeHandler } from './catalogue.ts'
import { type Handler, toHtml, toId, unknownPath } from './handler.ts'

/** The pages, what they load, and the answers for software that embeds them. */
export const pageHandlers = {
  '/': context => {
    const url = new URL(context.req.url)
    const requested = toRequestedCards(new URL(url.origin), 'json')
    const { cards } = requested
    const { chosen, fault } = chooseCard(url, cards)
    const head = {
      type: 'html',
      life: 'ordinary',
      etag: toEtag(build, url.origin, `/?${url.search}`),
      lastModified: toHttpDate(made.build),
      links: toCatalogLinks(requested, '/'),
    } as const
    return answer(context.req.raw, head, () => ({
      type: 'html',
      body: toHtml(Gallery({ cards, chosen, fault, release })),
    }))
  },

  '/indicators/{id}': context => {
    const [stem = '', suffix] = toId(context).split('.')
    // The id first: of an indicator that is not there, there is no format.
    if (suffix !== undefined && findIndicator(stem)) throw unknownPath(context.req.path)
    const requested = toRequestedCard(new URL(context.req.url), toId(context), 'html')
    const head = { ...toHead(requested, 'html', 'build'), type: 'html' } as const
    // The page says on which day its figures were read.
    const day = new Date().toISOString().slice(0, 10)
    const lastModified = toHttpDate(toNewestDay([day, made.build]))
    return answer(context.req.raw, { ...head, lastModified, etag: toEtag(day, head.etag) }, () => ({
      type: 'html',
      body: toHtml(Share({ requested, release, day })),
    }))
  },

  '/indicators/{id}/embed': context => {
    const requested = toRequestedCard(new URL(context.req.url), toId(context), 'html')
    const head = toHead(requested, 'embed', 'build')
    const headers = { ...head.headers, 'Content-Security-Policy': embedPolicy, 'Referrer-Policy': 'origin' }
    return answer(context.req.raw, { ...head, headers, type: 'html' }, () => ({
      type: 'html',
      body: toHtml(Embed({ requested })),
    }))
  },

  '/oembed': context => {
    const url = new URL(context.req.url)
    const { format, requested, oembed } = toOembed(url)
    const type = format === 'xml' ? 'xml' : 'json'
    const head = { ...toHead(requested, `oembed ${url.search}`, 'build'), type } as const
    return answer(context.req.raw, head, () => ({
      type,
      body: format === 'xml' ? toOembedXml(oembed) : JSON.stringify(oembed),
    }))
  },

  '/inspect': async context => {
    const url = new URL(context.req.url)
    const address = url.searchParams.get('url')
    const inspection = address
      ? await inspect(findRequestedCard(address, url.origin), release, context.env.ask)
      : undefined
    return answer(context.req.raw, { type: 'html', life: 'error' }, () => ({
      type: 'html',
      body: toHtml(Inspect({ inspection })),
    }))
  },

  '/docs': toWholeHandler('/docs', 'html', 'build', (_, origin) =>
    toHtml(Docs({ document: toOpenApi(origin, release) })),
  ),
  '/style.css': toWholeHandler('/style.css', 'css', 'build', () => style),
  '/embed.css': toWholeHandler('/embed.css', 'css', 'build', () => embedStyle),
  '/builder.js': toWholeHandler('/builder.js', 'js', 'build', () => builder),
  '/caravan.js': toWholeHandler('/caravan.js', 'js', 'build', () => caravan),
  '/copy.js': toWholeHandler('/copy.js', 'js', 'build', () => copy),
  '/embed.js': toWholeHandler('/embed.js', 'js', 'build', () => embed),
  '/favicon.svg': toWholeHandler('/favicon.svg', 'svg', 'build', () => site.mark),

  '/{short}': context => redirect(context.req.raw, context.req.param('short')),
  '/{lang}/{short}': context => redirect(context.req.raw, context.req.param('short'), context.req.param('lang')),
} as const satisfies Record<string, Handler>

/**
 * The indicator that the builder shows: as asked for, or where the choice is not possible, the default card with the reason.
 * Series of another indicator, left over from the form that was there before, are dropped.
 */
function chooseCard(url: URL, cards: readonly RequestedCard[]): { chosen: RequestedCard; fault: string | undefined } {
  const asked = cards.find(({ card }) => card.id === url.searchParams.get('id')?.toLowerCase()) ?? cards[0]
  if (!asked) throw new Error('the catalogue is empty')
  const search = new URLSearchParams(
    [...url.searchParams].filter(([name, value]) => value !== '' && name !== 'series' && name !== 'id'),
  )
  const known = asked.indicator.series.map(({ id }) => id)
  const series = url.searchParams
    .getAll('series')
    .flatMap(value => value.split('~'))
    .filter(id => known.includes(id))
  if (series.length > 0) search.set('series', series.join('~'))
  try {
    return { chosen: toRequestedCard(url, asked.card.id, 'svg', search), fault: undefined }
  } catch (error) {
    if (!(error instanceof CardError)) throw error
    return { chosen: asked, fault: error.message }
  }
}

/**
 * The address printed on a card: 302 to the share page, in the language that the path names. The query goes along. Throws
 * `CardError`: 404 for a short name that no indicator has, 400 for a language that is not on offer.
 */
function redirect(request: Request, short = '', lang?: string): Response {
  const indicator = catalog.find(entry => entry.short !== undefined && entry.short === short.toLowerCase())
  if (!indicator) throw unknownPath(new URL(request.url).pathname)
  const url = new URL(request.url)
  const search = new URLSearchParams(url.searchParams)
  if (lang) search.set('lang', lang)
  const requested = toRequestedCard(url, indicator.id, 'html', search)
  const { etag: _, ...head } = toHead(requested, 'short', 'build')
  return encode({
    ...head,
    status: 302,
    type: 'html',
    body: '',
    headers: { ...head.headers, Location: toPageUrl(requested) },
  })
}
