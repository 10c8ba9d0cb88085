import { toRequestedCard } from '../../card/requested-card.ts'
import { findShort, isKnown } from '../../model/catalog.ts'
import { parseBuilderChoice } from '../../pages/builder-choice.ts'
import { readQueryValue } from '../../request/query-value.ts'
import { toBuilderUrl, toPageUrl } from '../../request/urls.ts'
import { toHead } from '../head.ts'
import { type DataSource, readIndicator } from '../indicators.ts'
import { encode } from '../response.ts'
import { type Handler, unknownPath } from './handler.ts'

/**
 * The address printed on a card: 302 to the share page, in the language that the path names. The query goes along. Throws
 * `CardError`: 404 for a short name that no indicator has, 400 for a language that is not on offer.
 */
const redirectShort: Handler = async ({ req, env }) => {
  const listed = findShort(req.param('short') ?? '')
  if (!listed) throw unknownPath(req.path)
  const url = new URL(req.url)
  const lang = req.param('lang')
  if (lang) url.searchParams.set('lang', lang)
  const requested = toRequestedCard(url, await readIndicator(listed.id, env), 'html')
  const headers = { Location: toPageUrl(requested) }
  const { etag: _, ...head } = toHead(requested, { name: 'short', type: 'html', version: 'build', headers })
  return encode({ ...head, status: 302, body: '' })
}

export const redirectHandlers = {
  '/{short}': redirectShort,
  '/{lang}/{short}': redirectShort,
} as const satisfies Record<string, Handler>

/** The builder was once on the front page: `/?id=…` still leads to the builder. */
export async function findOldBuilder(url: URL, source: DataSource): Promise<string | undefined> {
  const id = readQueryValue(url.searchParams, 'id').toLowerCase()
  if (!id) return undefined
  if (!isKnown(id)) return `${url.origin}/`
  const { requested, place } = parseBuilderChoice(url, await readIndicator(id, source))
  return toBuilderUrl(requested, { place })
}
