import builder from '../../../generated/builder.client.txt'
import caravan from '../../../generated/caravan.client.txt'
import copy from '../../../generated/copy.client.txt'
import embed from '../../../generated/embed.client.txt'
import { toNoticeTitle } from '../../card/notice.ts'
import { type RequestedCard, toRequestedCard } from '../../card/requested-card.ts'
import { findRequestedCard, type ReadCard, toOembed, toOembedXml } from '../../formats/oembed.ts'
import { build, findListed, findShort, isKnown, made, release } from '../../model/catalog.ts'
import { CardError } from '../../model/errors.ts'
import { toNewestDay } from '../../model/listing.ts'
import { joinBy, type Lang, say } from '../../model/locales.ts'
import { Docs } from '../../pages/docs.tsx'
import embedStyle from '../../pages/embed.css'
import { Embed } from '../../pages/embed.tsx'
import { Gallery } from '../../pages/gallery.tsx'
import { Inspect } from '../../pages/inspect.tsx'
import { Share } from '../../pages/share.tsx'
import { style } from '../../pages/style.ts'
import { parameterWords } from '../../pages/words.ts'
import { toCatalogUrl, toPageUrl, toSearch } from '../../request/urls.ts'
import * as site from '../../site.ts'
import { answer, answerKept } from '../answer.ts'
import { toCatalogLinks, toConstantHead, toHead } from '../head.ts'
import { readIndicator } from '../indicators.ts'
import { inspect } from '../inspect.ts'
import { findLang, toReadersLanguage, toReadersUrl } from '../reader.ts'
import { embedPolicy, encode, toEtag, toHttpDate } from '../response.ts'
import { readOpenApi, toConstantHandler } from './catalogue.ts'
import { type Handler, readCard, readCards, toHtml, toId, toPageAddress, unknownPath } from './handler.ts'

/** The pages, what they load, and the answers for software that embeds them. */
export const pageHandlers = {
  '/': async context => {
    const { url, headers } = toReadersUrl(context.req.raw)
    const lang = findLang(url) ?? site.offered[0]
    const listing = toPageAddress(url)
    listing.searchParams.set('lang', lang)
    const requested = await readCards(listing, 'json', context.env)
    const { cards, query, next } = requested
    const { chosen, fault } = chooseCard(url, await readChosen(url, cards, context))
    const known = cards.some(({ card }) => card.id === chosen.card.id)
    const head = {
      type: 'html',
      life: 'ordinary',
      etag: toEtag(
        build,
        url.origin,
        `/${toSearch(query)}`,
        fault === undefined ? `${chosen.card.id}${toSearch(chosen.query)}` : url.search,
      ),
      lastModified: toHttpDate(made.build),
      links: toCatalogLinks(requested, '/'),
      headers,
    } as const
    const toBody = () => ({
      type: 'html' as const,
      body: toHtml(
        Gallery({
          lang,
          cards,
          choices: known ? cards : [chosen, ...cards],
          chosen,
          fault,
          release,
          next: next && toCatalogUrl('', '/', next),
        }),
      ),
    })
    // A choice that is not possible is one of any number.
    return fault === undefined ? answerKept(context.req.raw, head, toBody) : answer(context.req.raw, head, toBody)
  },

  '/indicators/{id}': async context => {
    const [stem = '', suffix] = toId(context).split('.')
    // The id first: of an indicator that is not there, there is no format.
    if (suffix !== undefined && findListed(stem)) throw unknownPath(context.req.path)
    const { url, headers } = toReadersUrl(context.req.raw)
    const requested = await readCard(context, 'html', '', url)
    const ordinary = toHead(requested, 'html', 'build')
    const head = { ...ordinary, type: 'html', headers: { ...ordinary.headers, ...headers } } as const
    // The page says on which day its figures were read.
    const day = new Date().toISOString().slice(0, 10)
    const until = Date.parse(day) + DAY
    const lastModified = toHttpDate(toNewestDay([day, made.build]))
    return answerKept(context.req.raw, { ...head, lastModified, etag: toEtag(day, head.etag), until }, () => ({
      type: 'html',
      body: toHtml(Share({ requested, release, day })),
    }))
  },

  '/indicators/{id}/embed': async context => {
    const requested = await readCard(context, 'html')
    const head = toHead(requested, 'embed', 'build')
    const headers = { ...head.headers, 'Content-Security-Policy': embedPolicy, 'Referrer-Policy': 'origin' }
    return answerKept(context.req.raw, { ...head, headers, type: 'html' }, () => ({
      type: 'html',
      body: toHtml(Embed({ requested })),
    }))
  },

  '/oembed': async context => {
    const url = new URL(context.req.url)
    const { format, requested, oembed } = await toOembed(url, toReadCard(context))
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
      ? await inspect(await findRequestedCard(address, url.origin, toReadCard(context)), release, context.env.ask)
      : undefined
    const head = { type: 'html', life: 'error', headers: { Vary: 'Accept-Language' } } as const
    return answer(context.req.raw, head, () => ({
      type: 'html',
      body: toHtml(Inspect({ lang: toReadersLanguage(context.req.raw), inspection })),
    }))
  },

  '/docs': context => {
    const { url, headers } = toReadersUrl(context.req.raw)
    const lang = findLang(url) ?? site.offered[0]
    const ordinary = toConstantHead(url.origin, '/docs', 'build')
    const head = { ...ordinary, type: 'html', etag: toEtag(ordinary.etag, lang), headers } as const
    return answerKept(context.req.raw, head, async () => ({
      type: 'html',
      body: toHtml(Docs({ document: await readOpenApi(url.origin, context.env), lang })),
    }))
  },
  '/style.css': toConstantHandler('/style.css', 'css', 'build', () => style),
  '/embed.css': toConstantHandler('/embed.css', 'css', 'build', () => embedStyle),
  '/builder.js': toConstantHandler('/builder.js', 'js', 'build', () => builder),
  '/caravan.js': toConstantHandler('/caravan.js', 'js', 'build', () => caravan),
  '/copy.js': toConstantHandler('/copy.js', 'js', 'build', () => copy),
  '/embed.js': toConstantHandler('/embed.js', 'js', 'build', () => embed),
  '/favicon.svg': toConstantHandler('/favicon.svg', 'svg', 'build', () => site.mark),

  '/{short}': context => redirect(context, context.req.param('short')),
  '/{lang}/{short}': context => redirect(context, context.req.param('short'), context.req.param('lang')),
} as const satisfies Record<string, Handler>

const DAY = 86_400_000

type Asked = Parameters<Handler>[0]

/** Reads the card of an indicator, as a page has it. */
const toReadCard =
  ({ env }: Asked): ReadCard =>
  async (url, id) =>
    toRequestedCard(url, await readIndicator(id, env), 'html')

/** The default card of the indicator that `id` names, be it on the page of the listing or not; the first where it names none. */
async function readChosen(url: URL, cards: readonly RequestedCard[], { env }: Asked): Promise<RequestedCard> {
  const id = url.searchParams.get('id')?.toLowerCase() ?? ''
  const chosen = cards.find(({ card }) => card.id === id) ?? cards[0]
  if (chosen && (chosen.card.id === id || !isKnown(id))) return chosen
  if (!isKnown(id)) throw new Error('the catalogue is empty')
  const lang = findLang(url) ?? site.offered[0]
  return toRequestedCard(new URL(`/?lang=${lang}`, url.origin), await readIndicator(id, env), 'json')
}

/**
 * The indicator that the builder shows: as asked for, or where the choice is not possible, the default card with the reason.
 * Series of another indicator, left over from the form that was there before, are dropped.
 */
function chooseCard(url: URL, asked: RequestedCard): { chosen: RequestedCard; fault: string | undefined } {
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
    return { chosen: toRequestedCard(url, asked.indicator, 'svg', search), fault: undefined }
  } catch (error) {
    if (!(error instanceof CardError)) throw error
    return { chosen: asked, fault: toFault(error, asked.params.lang) }
  }
}

/** What is wrong with a choice, in the words of the form: the notice, and what the form calls the parameter. */
function toFault({ code, detail, message }: CardError, lang: Lang): string {
  // The sentence of an error, which names what was expected, is written in English only.
  if (lang === 'en') return message
  const [, words] = Object.entries(parameterWords).find(([name]) => name === detail.parameter) ?? []
  return joinBy('colon', [toNoticeTitle({ code, lang }), ...(words ? [say(words.label, lang)] : [])], lang)
}

/**
 * The address printed on a card: 302 to the share page, in the language that the path names. The query goes along. Throws
 * `CardError`: 404 for a short name that no indicator has, 400 for a language that is not on offer.
 */
async function redirect({ req, env }: Asked, short = '', lang?: string): Promise<Response> {
  const listed = findShort(short)
  if (!listed) throw unknownPath(req.path)
  const url = new URL(req.url)
  const search = new URLSearchParams(url.searchParams)
  if (lang) search.set('lang', lang)
  const requested = toRequestedCard(url, await readIndicator(listed.id, env), 'html', search)
  const { etag: _, ...head } = toHead(requested, 'short', 'build')
  return encode({
    ...head,
    status: 302,
    type: 'html',
    body: '',
    headers: { ...head.headers, Location: toPageUrl(requested) },
  })
}
