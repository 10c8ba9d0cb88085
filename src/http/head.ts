import type { RequestedCard, RequestedCards } from '../card/requested-card.ts'
import { build, index, made, release } from '../model/catalog.ts'
import { documents, pictures } from '../request/formats.ts'
import { toPlainType } from '../request/media-types.ts'
import type { Encoding } from '../request/parameters.ts'
import type { Route } from '../request/routes.ts'
import { toCatalogUrl, toSearch } from '../request/urls.ts'
import { type ResponseHead, toEtag, toHttpDate } from './response.ts'

/**
 * The version on which the bytes of an answer depend: pictures and figures on the release, which only data and the
 * code that draws and counts can change; pages, feeds and scripts on the whole Worker.
 */
type Version = 'release' | 'build'

const versions: Record<Version, string> = { release, build }

/** Only an answer that depends on the release alone may be immutable under an address that names the release. */
const toLife = (version: Version, isCurrent: boolean): ResponseHead['life'] =>
  isCurrent && version === 'release' ? 'immutable' : 'ordinary'

type KnownHead = Omit<ResponseHead, 'status'> & { etag: string }

/** How an answer differs from others about the same request: its name in the validator, and the further fields of its head. */
type HeadForm = Pick<ResponseHead, 'type' | 'links' | 'headers'> & { name: string; version?: Version }

/** The head of an answer about one indicator. */
export function toHead(
  requested: RequestedCard,
  { name, type, version = 'release', links: further = [], headers }: HeadForm,
): KnownHead {
  const { indicator, query, links, ignored, isCurrent, params } = requested
  return {
    type,
    life: toLife(version, isCurrent),
    etag: toEtag(versions[version], requested.url.origin, `${indicator.id}.${name}${toSearch(query)}`),
    lastModified: toHttpDate(made[version]),
    links: [
      `<${links.html}>; rel="canonical"`,
      ...[...pictures, ...documents.filter(({ isAlternate }) => isAlternate)]
        .filter(({ suffix }) => suffix !== name)
        .map(({ suffix, type: other }) => `<${links[suffix]}>; rel="alternate"; type="${toPlainType(other)}"`),
      `<${links.feed}>; rel="alternate"; type="application/atom+xml"`,
      toGuideLink(requested.url),
      ...toLicenceLink(indicator.licence.url),
      ...further,
    ],
    headers: {
      'Cache-Tag': indicator.id,
      ...(isForReaders(params.encoding) ? {} : toIgnoredHeader(ignored)),
      ...headers,
    },
  }
}

/** The link by which an agent finds llms.txt, by version 2 of its proposal (https://llmstxt.org). */
const toGuideLink = ({ origin }: URL): string => `<${origin}/llms.txt>; rel="describedby"; type="text/plain"`

/** Pages are for readers, who see no header. */
const isForReaders = (encoding: Encoding): boolean => encoding === 'html' || encoding === 'embed'

/** The head of an answer that is made of the code alone, or of the index that is bundled. */
export const toConstantHead = (
  { origin }: URL,
  { name: path, type, headers = {} }: Pick<HeadForm, 'name' | 'type' | 'headers'>,
): KnownHead => ({
  type,
  life: 'ordinary',
  etag: toEtag(build, origin, path),
  lastModified: toHttpDate(made.build),
  links: [`<${origin}${path}>; rel="canonical"`, ...index.licences.flatMap(toLicenceLink)],
  headers,
})

/** The head of an answer about a page of the catalogue; its name is its route. */
export function toCatalogHead(
  requested: RequestedCards,
  { name: route, type, version = 'release', links = [] }: HeadForm & { name: Route },
): KnownHead {
  const { url, query, isCurrent, ignored } = requested
  return {
    type,
    life: toLife(version, isCurrent),
    etag: toEtag(versions[version], url.origin, `${route}${toSearch(query)}`),
    lastModified: toHttpDate(made[version]),
    links: [...toCatalogLinks(requested, route), ...links],
    headers: toIgnoredHeader(ignored),
  }
}

/** The head of a page of the catalogue in the reader's language; `choice` is whatever else the page depends on. */
export const toListingPageHead = (requested: RequestedCards, route: Route, choice: readonly string[]): KnownHead => ({
  type: 'html',
  life: 'ordinary',
  etag: toEtag(build, requested.url.origin, route, toSearch(requested.query), ...choice),
  lastModified: toHttpDate(made.build),
  links: toCatalogLinks(requested, route),
  headers: { Vary: 'Accept-Language' },
})

/** The canonical URL of an answer about a page of the catalogue, the next page, and the licences. */
function toCatalogLinks({ url, cards, query, next }: RequestedCards, route: Route): string[] {
  const licences = new Set(cards.map(({ card }) => card.licence.url))
  return [
    `<${toCatalogUrl(url.origin, route, query)}>; rel="canonical"`,
    ...(next ? [`<${toCatalogUrl(url.origin, route, next)}>; rel="next"`] : []),
    toGuideLink(url),
    ...[...licences].flatMap(toLicenceLink),
  ]
}

/**
 * The `Link` to a licence, from the address as it is parsed: nothing in it can end the link or add a header. None for an
 * address that is not http or https.
 */
export function toLicenceLink(url: string): string[] {
  const { protocol, href } = URL.canParse(url) ? new URL(url) : { protocol: '', href: '' }
  return /^https?:$/.test(protocol) ? [`<${href}>; rel="license"`] : []
}

/** The names of the query that were left out, ten at most and 40 characters of each; no header when there are none. */
function toIgnoredHeader(ignored: readonly string[]): Record<string, string> {
  const named = ignored.slice(0, 10).map(entry => encodeURIComponent(entry.slice(0, 40).toWellFormed()))
  return named.length > 0 ? { 'Card-Ignored': named.join(', ') } : {}
}
