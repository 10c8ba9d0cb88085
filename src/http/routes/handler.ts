import {
  type RequestedCard,
  type RequestedCards,
  toRequestedCard,
  toRequestedCards,
} from '../../card/requested-card.ts'
import { exampleId } from '../../formats/example-ids.ts'
import { CardError } from '../../model/errors.ts'
import type { Lang } from '../../model/locales.ts'
import { findNearest } from '../../model/nearest.ts'
import { type CatalogRequest, parseCatalogRequest } from '../../request/catalog-request.ts'
import type { Encoding } from '../../request/parameters.ts'
import { findSuffixes } from '../../request/routes.ts'
import { toLanguageSearch, toPreview } from '../../request/urls.ts'
import { type DataSource, readIndicator, readIndicators } from '../indicators.ts'
import type { AppContext } from '../platform.ts'

/** Answers a route. Throws `CardError` for a mistake of the caller. */
export type Handler = (context: AppContext) => Response | Promise<Response>

/** The id in a path; in the path of a file the variable includes the suffix. */
export function readId(context: AppContext, suffix = ''): string {
  const name = context.req.param('id') ?? ''
  return suffix === '' ? name : name.slice(0, -suffix.length - 1)
}

/** The card of the indicator in a path. Throws `CardError` for an unknown id, a bad parameter, or a choice without figures. */
export async function readCard<E extends Encoding>(
  context: AppContext,
  encoding: E,
  suffix = '',
): Promise<RequestedCard<E>> {
  const indicator = await readIndicator(readId(context, suffix), context.env)
  return toRequestedCard(new URL(context.req.url), indicator, encoding)
}

/** The cards of one page of the catalogue. Throws `CardError` as `parseCatalogRequest` and `toRequestedCards` do. */
export const readCards = (url: URL, encoding: 'json' | 'csv' | 'feed', source: DataSource): Promise<RequestedCards> =>
  readListed(parseCatalogRequest(url), encoding, source)

/** The same for a request that was read already. */
export async function readListed(
  request: CatalogRequest,
  encoding: 'json' | 'csv' | 'feed',
  source: DataSource,
): Promise<RequestedCards> {
  const ids = request.page.map(({ id }) => id)
  return toRequestedCards(request, await readIndicators(ids, source), encoding)
}

/** The address with nothing in its query but the page of the listing. */
export function toPageAddress({ origin, searchParams }: URL): URL {
  const url = new URL(origin)
  for (const [name, value] of searchParams) if (/^(limit|after)$/i.test(name)) url.searchParams.append(name, value)
  return url
}

/** The card that represents the whole site, and its preview. */
export async function readExample({ origin }: URL, lang: Lang, source: DataSource) {
  const url = new URL(`/${toLanguageSearch(lang)}`, origin)
  const example = toRequestedCard(url, await readIndicator(exampleId, source), 'html')
  return { example, image: { ...toPreview(example), alt: example.card.alt } }
}

/** A page as text, with the doctype that JSX does not write. */
export const toHtml = (page: unknown): string => `<!doctype html>${page}`

/** 404 for an unknown address; where only its suffix is wrong, with the suffixes that are answered. */
export function unknownPath(path: string): CardError {
  const allowed = findSuffixes(path)
  if (allowed.length === 0)
    return new CardError(404, 'unknown-path', 'There is nothing at this address; / shows what there is')
  const suggestion = findNearest(path.slice(path.lastIndexOf('.') + 1), allowed)
  return new CardError(404, 'unknown-format', `Not available in this format; expected one of ${allowed.join(', ')}`, {
    allowed,
    ...(suggestion && { suggestion }),
  })
}
