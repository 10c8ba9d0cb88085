import caravan from '../../../generated/caravan.client.txt'
import caravanCard from '../../../generated/caravan-card.client.txt'
import frame from '../../../generated/frame.client.txt'
import site from '../../../generated/site.client.txt'
import { type RequestedCard, toRequestedCard } from '../../card/requested-card.ts'
import { exampleId } from '../../formats/example-ids.ts'
import { toEntries } from '../../formats/feed.ts'
import { findRequestedCard, type ReadCard, toOembed, toOembedXml } from '../../formats/oembed.ts'
import { build, catalog, findListed, findShort, isKnown, made, release } from '../../model/catalog.ts'
import { toNewestDay } from '../../model/listing.ts'
import type { Lang } from '../../model/locales.ts'
import { Build } from '../../pages/build.tsx'
import { parseBuilderChoice } from '../../pages/builder-choice.ts'
import { Docs } from '../../pages/docs.tsx'
import { toEmbedPage } from '../../pages/embed.tsx'
import { Front, toSearched } from '../../pages/front.tsx'
import { toIcon } from '../../pages/icon.ts'
import { Inspect } from '../../pages/inspect.tsx'
import { type Neighbours, toSharePage } from '../../pages/share.tsx'
import { frameStyle, siteStyle } from '../../pages/style.ts'
import { toTrial } from '../../pages/trial.ts'
import type { MediaType } from '../../request/media-types.ts'
import { readQueryValue } from '../../request/query-value.ts'
import type { FixedRoute } from '../../request/routes.ts'
import { toBuilderUrl, toCatalogUrl, toPageUrl, toPreview, toSearch } from '../../request/urls.ts'
import { offered } from '../../site.ts'
import { answer, answerKept } from '../answer.ts'
import { toCatalogLinks, toHead } from '../head.ts'
import { type DataSource, readIndicator, readIndicators } from '../indicators.ts'
import { inspect } from '../inspect.ts'
import { Memory } from '../lru.ts'
import { layOut } from '../picture.ts'
import { toReadersLanguage, toReadersUrl } from '../reader.ts'
import { embedPolicy, encode, toEtag, toHttpDate } from '../response.ts'
import { readOpenApi, toConstantHandler } from './catalogue.ts'
import { type Handler, readCard, readCards, toHtml, toId, toPageAddress, unknownPath } from './handler.ts'

/** The pages, what they load, and the answers for software that embeds them. */
export const pageHandlers = {
  '/': async context => {
    const url = new URL(context.req.url)
    const old = await findOldChoice(url, context)
    if (old) return encode({ status: 301, type: 'html', life: 'ordinary', body: '', headers: { Location: old } })
    const lang = toReadersLanguage(context.req.raw)
    const address = toPageAddress(url)
    address.searchParams.set('lang', lang)
    const requested = await readCards(address, 'feed', context.env)
    const { cards, next } = requested
    const query = readQueryValue(url.searchParams, 'q').slice(0, 100)
    const head = {
      type: 'html',
      life: 'ordinary',
      etag: toEtag(build, url.origin, `/${toSearch(requested.query)}`, lang, query),
      lastModified: toHttpDate(made.build),
      links: toCatalogLinks(requested, '/'),
      headers: { Vary: 'Accept-Language' },
    } as const
    // Of words to search for there is any number.
    const reply = query === '' ? answerKept : answer
    return reply(context.req.raw, head, () => ({
      type: 'html',
      body: toHtml(
        Front({
          origin: url.origin,
          lang,
          cards,
          searched: new Map(cards.map(card => [card.indicator.id, findSearched(card)])),
          query,
          next: next && toCatalogUrl('', '/', next),
          news: toEntries(cards).slice(0, 3),
          release,
        }),
      ),
    }))
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
    const day = toDay()
    const until = Date.parse(day) + DAY
    const lastModified = toHttpDate(toNewestDay([day, made.build]))
    return answerKept(context.req.raw, { ...head, lastModified, etag: toEtag(day, head.etag), until }, async () => ({
      type: 'html',
      body: toHtml(
        await toSharePage({ requested, neighbours: await readNeighbours(requested, context), release, day, layOut }),
      ),
    }))
  },

  '/indicators/{id}/build': async context => {
    const { url, headers } = toReadersUrl(context.req.raw)
    const choice = parseBuilderChoice(url, await readIndicator(toId(context), context.env))
    const day = toDay()
    const ordinary = toHead(choice.requested, 'build', 'build')
    const head = { ...ordinary, type: 'html', headers: { ...ordinary.headers, ...headers } } as const
    const etag = toEtag(day, choice.place, String(choice.isFaulty), head.etag)
    return answer(context.req.raw, { ...head, etag }, () => ({
      type: 'html',
      body: toHtml(Build({ choice, release, day })),
    }))
  },

  '/indicators/{id}/embed': async context => {
    const requested = await readCard(context, 'embed')
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
    const address = readQueryValue(url.searchParams, 'url')
    const inspection = address
      ? await inspect(await findRequestedCard(address, url.origin, toReadCard(context)), release, context.env.ask)
      : undefined
    const lang = toReadersLanguage(context.req.raw)
    const { image } = await readExample(context, lang)
    const head = { type: 'html', life: 'error', headers: { Vary: 'Accept-Language' } } as const
    return answer(context.req.raw, head, () => ({
      type: 'html',
      body: toHtml(Inspect({ origin: url.origin, lang, image, inspection })),
    }))
  },

  '/docs': async context => {
    const url = new URL(context.req.url)
    const lang = toReadersLanguage(context.req.raw)
    const requested = await readCards(new URL(`/?lang=${lang}`, url.origin), 'json', context.env)
    const { example, image } = await readExample(context, lang)
    const head = {
      type: 'html',
      life: 'ordinary',
      etag: toEtag(build, url.origin, '/docs', lang, ...trialNames.map(name => readQueryValue(url.searchParams, name))),
      lastModified: toHttpDate(made.build),
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
          trial: await toTrial({ url, ids: toIds(requested.cards), lang, ask: context.env.ask }),
          document: await readOpenApi(url.origin, context.env),
          image,
        }),
      ),
    }))
  },

  '/site.css': toAssetHandler('/site.css', 'css', () => siteStyle),
  '/site.js': toAssetHandler('/site.js', 'js', () => site),
  '/frame.css': toAssetHandler('/frame.css', 'css', () => frameStyle),
  '/frame.js': toAssetHandler('/frame.js', 'js', () => frame),
  '/text-400.woff2': toAssetHandler('/text-400.woff2', 'woff2', readFont),
  '/text-600.woff2': toAssetHandler('/text-600.woff2', 'woff2', readFont),
  '/caravan.js': toAssetHandler('/caravan.js', 'js', () => caravan),
  '/caravan-card.js': toAssetHandler('/caravan-card.js', 'js', () => caravanCard),
  '/favicon.svg': toConstantHandler('/favicon.svg', 'svg', 'build', toIcon),

  '/{short}': context => redirect(context, context.req.param('short')),
  '/{lang}/{short}': context => redirect(context, context.req.param('short'), context.req.param('lang')),
} as const satisfies Record<string, Handler>

const toLanguageQuery = (lang: Lang): URLSearchParams => new URLSearchParams(lang === offered[0] ? {} : { lang })

/** The card that stands for the whole site, and its preview. */
async function readExample({ req, env }: Asked, lang: Lang) {
  const indicator = await readIndicator(exampleId, env)
  const example = toRequestedCard(new URL(new URL(req.url).origin), indicator, 'html', toLanguageQuery(lang))
  return { example, image: { ...toPreview(example, release), alt: example.card.alt } }
}

const toIds = (cards: readonly RequestedCard[]): string[] => cards.map(({ card }) => card.id)

const DAY = 86_400_000
const toDay = (): string => new Date().toISOString().slice(0, 10)

type Asked = Parameters<Handler>[0]

/** Reads the card of an indicator, as a page has it. */
const toReadCard =
  ({ env }: Asked): ReadCard =>
  async (url, id) =>
    toRequestedCard(url, await readIndicator(id, env), 'html')

/** The words that a search looks through, by id; they are the same until the next deployment. */
const searched = new Memory<string>(2_000_000)

function findSearched(requested: RequestedCard): string {
  const { id } = requested.indicator
  const known = searched.get(id)
  if (known !== undefined) return known
  const found = toSearched(requested)
  searched.set(id, found, found.length * 2)
  return found
}

/** The cards of the same topic, in the order of the catalogue, in the same language. */
async function readNeighbours({ url, indicator, params }: RequestedCard, { env }: Asked): Promise<Neighbours> {
  const ids = catalog.filter(({ topic }) => topic === indicator.topic).map(({ id }) => id)
  const at = ids.indexOf(indicator.id)
  const related = [...ids.slice(at + 1), ...ids.slice(0, at)].slice(0, 3)
  const [before, after] = [ids[at - 1], ids[at + 1]]
  const wanted = [...new Set([...related, ...(before ? [before] : []), ...(after ? [after] : [])])]
  const search = toLanguageQuery(params.lang)
  const read = await readIndicators(wanted, env)
  const cards = read.map(other => toRequestedCard(url, other, 'html', search))
  const find = (id: string | undefined): RequestedCard | undefined => cards.find(({ card }) => card.id === id)
  return { related: related.flatMap(id => find(id) ?? []), previous: find(before), next: find(after) }
}

/** The builder was on the front page: an address of then, `/?id=…`, leads to the builder of now. */
async function findOldChoice(url: URL, { env }: Asked): Promise<string | undefined> {
  const id = readQueryValue(url.searchParams, 'id').toLowerCase()
  if (!id) return undefined
  if (!isKnown(id)) return `${url.origin}/`
  const { requested, place } = parseBuilderChoice(url, await readIndicator(id, env))
  return toBuilderUrl(requested, {}, place === 'article' ? '' : place)
}

/** A file of the pages. Named with the current build it never changes; it may be loaded from any site. */
function toAssetHandler(
  route: FixedRoute,
  type: MediaType,
  toBody: (path: string, env: DataSource) => string | Promise<Uint8Array>,
): Handler {
  return context => {
    const url = new URL(context.req.url)
    const life = readQueryValue(url.searchParams, 'v') === build ? 'immutable' : 'ordinary'
    const links = [`<${url.origin}${route}>; rel="canonical"`]
    const head = { type, life, etag: toEtag(build, url.origin, route, life), links } as const
    return answerKept(context.req.raw, head, async () => ({ type, body: await toBody(route, context.env) }))
  }
}

/** What the console of `/docs` reads of its address. */
const trialNames = ['id', 'as', 'code', 'from']

/** A font of the pages, which the build puts among the static assets. Throws where it is not there. */
async function readFont(path: string, { readData }: DataSource): Promise<Uint8Array> {
  const asset = await readData(`/${release}/fonts${path}`)
  if (!asset?.ok) throw new Error(`the font ${path} is not among the assets of ${release}`)
  return new Uint8Array(await asset.arrayBuffer())
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
