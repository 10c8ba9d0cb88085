import { release } from '../model/catalog.ts'
import type { Indicator } from '../model/indicator.ts'
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

/** The page of an indicator, or with `path` another answer about it: `.json`, `/embed`. */
export const toIndicatorUrl = (origin: string, id: string, query: Query = new Map(), path = ''): string =>
  `${origin}/indicators/${id}${path}${toSearch(query)}`

/** The path under which a drawn picture is cached. */
export const toFilePath = (id: string, suffix: Suffix, query: Query): string => `/${id}.${suffix}${toSearch(query)}`

/** Every representation of the same choice. */
export function toLinks(origin: string, id: string, query: Query): Links {
  const toFile = (suffix: Suffix, encoding: Encoding): string =>
    toIndicatorUrl(origin, id, selectKnown(query, encoding), `.${suffix}`)
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
    embed: toIndicatorUrl(origin, id, selectKnown(query, 'embed'), '/embed'),
    feed: toIndicatorUrl(origin, id, selectKnown(query, 'feed'), '/feed.atom'),
    oembed: toOembedUrl(origin, html),
  }
}

/** An indicator and the choice made of it, at the URL that a client asked for. */
export type Chosen<E extends Encoding = Encoding> = { url: URL; indicator: Indicator; params: CardParams<E> }

type PictureChange = Partial<CardParams> & { encoding: PictureSuffix }

/** The URL of a picture of the same choice, with some of it changed. */
export const toPictureUrl = (chosen: Chosen, change: PictureChange, version?: string): string =>
  chosen.url.origin + toPicturePath(chosen, change, version)

/** The same without the origin, for our own pages: the picture loads at whatever host the page was reached by. */
export function toPicturePath(
  { indicator, params: asked }: Pick<Chosen, 'indicator' | 'params'>,
  change: PictureChange,
  version?: string,
): string {
  const params = { ...asked, ...change }
  const query = selectKnown(toQuery(params, indicator), params.encoding)
  const search = toSearch(version ? new Map([...query, ['v', version]]) : query)
  return `/indicators/${indicator.id}.${change.encoding}${search}`
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
  toIndicatorUrl(chosen.url.origin, chosen.indicator.id, toEmbedQuery(chosen, change), '/embed')

/** The builder with the same choice, for the place that `place` names; the article is named by none. */
export function toBuilderUrl(chosen: Chosen, change: Partial<CardParams> = {}, place = ''): string {
  const query = toEmbedQuery(chosen, change)
  const search = toSearch(place ? new Map([...query, ['for', place]]) : query)
  return `${chosen.url.origin}/indicators/${chosen.indicator.id}/build${search}`
}

/** A preview of a link: PNG, 1200×630, never a badge, with the release in its URL so that it may be cached for good. */
export function toPreview(chosen: Chosen): { url: string; width: number; height: number } {
  const { indicator, params } = chosen
  const layout = params.layout === 'badge' ? indicator.layout : params.layout
  return { url: toPictureUrl(chosen, { encoding: 'png', size: 'og', layout, scale: 1 }, release), ...sizes.og }
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
