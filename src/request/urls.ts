import { release } from '../model/catalog.ts'
import type { Indicator, Layout } from '../model/indicator.ts'
import type { Lang } from '../model/locales.ts'
import { offered } from '../site.ts'
import type { PictureSuffix, Suffix } from './formats.ts'
import { type CardParams, type Encoding, type Query, selectKnown, toQuery } from './parameters.ts'
import { sizes } from './sizes.ts'

/** The absolute URL of each representation of one choice. */
export type Links = Record<'self' | 'html' | Suffix | 'embed' | 'feed' | 'oembed', string>

/**
 * A query as a URL ends in it: `?lang=ru&theme=dark`, or '' for an empty one. No value of ours needs percent-encoding, and
 * `~` stays as it is.
 */
export function toSearch(query: ReadonlyMap<string, string>): string {
  const pairs = [...query].map(([name, value]) => `${name}=${value}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** The query of an address that takes nothing but a language; none for the first on offer. */
export const toLanguageSearch = (lang: Lang): string => (lang === offered[0] ? '' : `?lang=${lang}`)

/** The page of an indicator by its id, or another answer about it: `baku-port.json`, `baku-port/embed`. */
export const toIndicatorUrl = (origin: string, name: string, query: Query): string =>
  `${origin}/indicators/${name}${toSearch(query)}`

/** Every representation of the same choice. */
export function toLinks(origin: string, id: string, query: Query): Links {
  const toFile = (suffix: Suffix, encoding: Encoding): string =>
    toIndicatorUrl(origin, `${id}.${suffix}`, selectKnown(query, encoding))
  const html = toIndicatorUrl(origin, id, selectKnown(query, 'html'))
  return {
    self: toFile('json', 'json'),
    html,
    svg: toFile('svg', 'svg'),
    png: toFile('png', 'png'),
    json: toFile('json', 'json'),
    csv: toFile('csv', 'csv'),
    xlsx: toFile('xlsx', 'csv'),
    zip: toFile('zip', 'csv'),
    jsonstat: toFile('jsonstat', 'json'),
    jsonld: toFile('jsonld', 'json'),
    embed: toIndicatorUrl(origin, `${id}/embed`, selectKnown(query, 'embed')),
    feed: toIndicatorUrl(origin, `${id}/feed.atom`, selectKnown(query, 'feed')),
    oembed: toOembedUrl(origin, html),
  }
}

/** An indicator and the choice made of it, at the URL that a client asked for. */
export type Chosen<E extends Encoding = Encoding> = { url: URL; indicator: Indicator; params: CardParams<E> }

/** The layout for a place that no badge fits: where a badge was chosen, the one the indicator has by default. */
export const toCardLayout = ({ params, indicator }: Pick<Chosen, 'params' | 'indicator'>): Layout =>
  params.layout === 'badge' ? indicator.layout : params.layout

/** The changes to a choice for a picture, and the release that its URL names, so that it may be cached for good. */
type PictureChange = Partial<CardParams> & { encoding: PictureSuffix; version?: string }

/** The URL of a picture of the same choice, with some of it changed. */
export const toPictureUrl = (chosen: Chosen, change: PictureChange): string =>
  chosen.url.origin + toPicturePath(chosen, change)

/** The same without the origin, for our own pages: the picture loads at whatever host the page was reached by. */
export function toPicturePath(
  { indicator, params: asked }: Pick<Chosen, 'indicator' | 'params'>,
  { version, ...change }: PictureChange,
): string {
  const params = { ...asked, ...change }
  const query = selectKnown(toQuery(params, indicator), params.encoding)
  const named = version ? new Map([...query, ['v' as const, version]]) : query
  return toIndicatorUrl('', `${indicator.id}.${change.encoding}`, named)
}

/**
 * The page of the same choice, with some of it changed. A picture is light unless it was made dark, but a page follows the
 * reader's system, so the default page belongs to the default picture.
 */
export function toPageUrl({ url, indicator, params }: Chosen, change: Partial<CardParams> = {}): string {
  const isPage = params.encoding === 'html'
  const theme = !isPage && params.theme === 'light' ? 'auto' : params.theme
  const size = !isPage && params.size === 'wide' ? 'og' : params.size
  const page = { ...params, theme, size, ...change, encoding: 'html' as const }
  return toIndicatorUrl(url.origin, indicator.id, toQuery(page, indicator))
}

/** The query of the same choice for an iframe, which is light and wide by default: the default page belongs to it. */
function toEmbedQuery({ indicator, params }: Chosen, change: Partial<CardParams>): Query {
  const isPage = params.encoding === 'html'
  const theme = isPage && params.theme === 'auto' ? 'light' : params.theme
  const size = isPage && params.size === 'og' ? 'wide' : params.size
  return toQuery({ ...params, theme, size, ...change, scale: 1, encoding: 'embed' }, indicator)
}

/** The same choice for an iframe. */
export const toEmbedUrl = (chosen: Chosen, change: Partial<CardParams> = {}): string =>
  toIndicatorUrl(chosen.url.origin, `${chosen.indicator.id}/embed`, toEmbedQuery(chosen, change))

/** The builder with the same choice, with some of it changed, for a place; the article is the default. */
export function toBuilderUrl(
  chosen: Chosen,
  { place = 'article', ...change }: Partial<CardParams> & { place?: string } = {},
): string {
  const query = toEmbedQuery(chosen, change)
  const search = toSearch(place === 'article' ? query : new Map([...query, ['for', place]]))
  return `${chosen.url.origin}/indicators/${chosen.indicator.id}/build${search}`
}

/** A preview of a link: PNG, 1200×630, never a badge, with the release in its URL so that it may be cached for good. */
export function toPreview(chosen: Chosen): { url: string; width: number; height: number } {
  const change = { encoding: 'png', size: 'og', layout: toCardLayout(chosen), scale: 1, version: release } as const
  return { url: toPictureUrl(chosen, change), ...sizes.og }
}

/** The URL at which an answer about the whole catalogue is found, with its query. */
export const toCatalogUrl = (origin: string, path: string, query: ReadonlyMap<string, string>): string =>
  `${origin}${path}${toSearch(query)}`

/** The address of a page about no single indicator in a language, which the first on offer need not name. */
export const toSiteUrl = (origin: string, path: string, lang: Lang): string =>
  `${origin}${path}${toLanguageSearch(lang)}`

/** The oEmbed answer for one of our pages. */
export const toOembedUrl = (origin: string, page: string, format?: 'json' | 'xml'): string =>
  `${origin}/oembed?url=${encodeURIComponent(page)}${format ? `&format=${format}` : ''}`
