import caravan from '../../../generated/caravan.client.txt'
import caravanCard from '../../../generated/caravan-card.client.txt'
import frame from '../../../generated/frame.client.txt'
import inter400 from '../../../generated/inter-400.woff2'
import inter600 from '../../../generated/inter-600.woff2'
import site from '../../../generated/site.client.txt'
import { type RequestedCard, toRequestedCard, toRequestedCards } from '../../card/requested-card.ts'
import { toEntries } from '../../formats/feed.ts'
import { findRequestedCard, toOembed, toOembedXml } from '../../formats/oembed.ts'
import { exampleId, toOpenApi } from '../../formats/openapi.ts'
import { build, catalog, release } from '../../model/catalog.ts'
import type { Lang } from '../../model/locales.ts'
import { Build, parseChoice } from '../../pages/build.tsx'
import { toTrial } from '../../pages/console.tsx'
import { Docs } from '../../pages/docs.tsx'
import { toEmbedPage } from '../../pages/embed.tsx'
import { Front, toSearched } from '../../pages/front.tsx'
import { Inspect } from '../../pages/inspect.tsx'
import { toSharePage } from '../../pages/share.tsx'
import { frameStyle, siteStyle } from '../../pages/style.ts'
import type { MediaType } from '../../request/media-types.ts'
import type { FixedRoute } from '../../request/routes.ts'
import { toBuilderUrl, toPageUrl, toPreview } from '../../request/urls.ts'
import { mark, offered } from '../../site.ts'
import { answer, answerKept } from '../answer.ts'
import { toCatalogLinks, toHead } from '../head.ts'
import { inspect } from '../inspect.ts'
import { layOut } from '../picture.ts'
import { toReadersLanguage } from '../reader.ts'
import { embedPolicy, encode, toEtag, toHttpDate } from '../response.ts'
import { toWholeHandler } from './catalogue.ts'
import { type Handler, toHtml, toId, unknownPath } from './handler.ts'

/** The pages, what they load, and the answers for software that embeds them. */
export const pageHandlers = {
  '/': context => {
    const url = new URL(context.req.url)
    const old = findOldChoice(url)
    if (old) return encode({ status: 301, type: 'html', life: 'ordinary', body: '', headers: { Location: old } })
    const lang = toReadersLanguage(context.req.raw)
    const requested = toRequestedCards(new URL(`/?lang=${lang}`, url.origin), 'feed')
    const query = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
    const head = {
      type: 'html',
      life: 'ordinary',
      etag: toEtag(build, url.origin, `/?${lang}&${query}`),
      lastModified: toHttpDate(requested.updated),
      links: toCatalogLinks(requested, '/'),
      headers: { Vary: 'Accept-Language' },
    } as const
    return answer(context.req.raw, head, () => ({
      type: 'html',
      body: toHtml(
        Front({
          origin: url.origin,
          lang,
          cards: requested.cards,
          searched: findSearched(),
          query,
          news: toEntries(requested.cards).slice(0, 3),
          release,
        }),
      ),
    }))
  },

  '/indicators/{id}': context => {
    const requested = toRequestedCard(new URL(context.req.url), toId(context), 'html')
    const head = { ...toHead(requested, 'html', 'build'), type: 'html' } as const
    // The page says on which day its figures were read.
    const day = new Date().toISOString().slice(0, 10)
    return answerKept(context.req.raw, { ...head, etag: toEtag(day, head.etag) }, async () => ({
      type: 'html',
      body: toHtml(await toSharePage({ requested, release, day, layOut })),
    }))
  },

  '/indicators/{id}/build': context => {
    const url = new URL(context.req.url)
    const choice = parseChoice(url, toId(context))
    const day = new Date().toISOString().slice(0, 10)
    const head = { ...toHead(choice.requested, 'build', 'build'), type: 'html' } as const
    return answer(context.req.raw, { ...head, etag: toEtag(day, url.search, head.etag) }, () => ({
      type: 'html',
      body: toHtml(Build({ choice, release, day })),
    }))
  },

  '/indicators/{id}/embed': context => {
    const requested = toRequestedCard(new URL(context.req.url), toId(context), 'embed')
    const head = toHead(requested, 'embed', 'build')
    const headers = {
      ...head.headers,
      'Content-Security-Policy': embedPolicy,
      'Referrer-Policy': 'origin',
      // So that a page under COEP may frame the card, which loads nothing but files of ours.
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }
    return answerKept(context.req.raw, { ...head, headers, type: 'html' }, async () => ({
      type: 'html',
      body: toHtml(await toEmbedPage(requested, layOut)),
    }))
  },

  '/oembed': async context => {
    const url = new URL(context.req.url)
    const { format, requested, oembed } = await toOembed(url)
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
    const head = { type: 'html', life: 'error', headers: { Vary: 'Accept-Language' } } as const
    return answer(context.req.raw, head, () => ({
      type: 'html',
      body: toHtml(Inspect({ origin: url.origin, lang: toReadersLanguage(context.req.raw), inspection })),
    }))
  },

  '/docs': async context => {
    const url = new URL(context.req.url)
    const lang = toReadersLanguage(context.req.raw)
    const requested = toRequestedCards(new URL(`/?lang=${lang}`, url.origin), 'json')
    const example = toRequestedCard(url, exampleId, 'html', toLanguageQuery(lang))
    const head = {
      type: 'html',
      life: 'ordinary',
      etag: toEtag(build, url.origin, `/docs?${lang}${url.search}`),
      lastModified: toHttpDate(requested.updated),
      links: toCatalogLinks(requested, '/docs'),
      headers: { Vary: 'Accept-Language' },
    } as const
    return answer(context.req.raw, head, async () => ({
      type: 'html',
      body: toHtml(
        Docs({
          origin: url.origin,
          lang,
          example,
          cards: requested.cards,
          trial: await toTrial(url, toIds(requested.cards), lang, context.env.ask),
          document: toOpenApi(url.origin, release),
          image: { ...toPreview(example, release), alt: example.card.alt },
        }),
      ),
    }))
  },

  '/site.css': toAssetHandler('/site.css', 'css', () => siteStyle),
  '/site.js': toAssetHandler('/site.js', 'js', () => site),
  '/frame.css': toAssetHandler('/frame.css', 'css', () => frameStyle),
  '/frame.js': toAssetHandler('/frame.js', 'js', () => frame),
  '/inter-400.woff2': toAssetHandler('/inter-400.woff2', 'woff2', () => new Uint8Array(inter400)),
  '/inter-600.woff2': toAssetHandler('/inter-600.woff2', 'woff2', () => new Uint8Array(inter600)),
  '/caravan.js': toAssetHandler('/caravan.js', 'js', () => caravan),
  '/caravan-card.js': toAssetHandler('/caravan-card.js', 'js', () => caravanCard),
  '/favicon.svg': toWholeHandler('/favicon.svg', 'svg', 'build', () => mark),

  '/{short}': context => redirect(context.req.raw, context.req.param('short')),
  '/{lang}/{short}': context => redirect(context.req.raw, context.req.param('short'), context.req.param('lang')),
} as const satisfies Record<string, Handler>

const toLanguageQuery = (lang: Lang): URLSearchParams => new URLSearchParams(lang === offered[0] ? {} : { lang })

const toIds = (cards: readonly RequestedCard[]): string[] => cards.map(({ card }) => card.id)

let searched: ReadonlyMap<string, string> | undefined

/** The words that a search looks through, in every language; they are the same until the next deployment. */
function findSearched(): ReadonlyMap<string, string> {
  searched ??= new Map(
    catalog.map(({ id }) => [
      id,
      toSearched(offered.map(lang => toRequestedCard(new URL('https://x.invalid'), id, 'html', toLanguageQuery(lang)))),
    ]),
  )
  return searched
}

/** The builder was on the front page: an address of then, `/?id=…`, leads to the builder of now. */
function findOldChoice(url: URL): string | undefined {
  const id = url.searchParams.get('id')?.trim().toLowerCase()
  if (!id) return undefined
  const found = catalog.find(entry => entry.id === id || entry.aliases.includes(id))
  if (!found) return `${url.origin}/`
  const { requested, place } = parseChoice(url, found.id)
  return toBuilderUrl(requested, {}, place === 'article' ? '' : place)
}

/** A file of the pages. Named with the current build it never changes; it may be loaded from any site. */
function toAssetHandler(route: FixedRoute, type: MediaType, toBody: () => string | Uint8Array): Handler {
  return context => {
    const url = new URL(context.req.url)
    const life = url.searchParams.get('v') === build ? 'immutable' : 'ordinary'
    const head = { type, life, etag: toEtag(build, route, life) } as const
    return answerKept(context.req.raw, head, () => ({ type, body: toBody() }))
  }
}

/**
 * The address printed on a card: 302 to the share page, in the language that the path names. The query goes along. Throws
 * `CardError`: 404 for a short name that no indicator has, 400 for a language that is not on offer.
 */
function redirect(request: Request, short = '', lang?: string): Response {
  const indicator = catalog.find(entry => entry.short !== undefined && entry.short === short.toLowerCase())
  if (!indicator) throw unknownPath()
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
