import { release } from '../model/catalog.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Encoding, Query } from './parameters.ts'
import { parseParams } from './parse-params.ts'
import { type Chosen, type Links, toLinks } from './urls.ts'

/** A request for one indicator, read: which indicator, the choice made of it, and the URLs of the same choice. */
export type CardRequest<E extends Encoding = Encoding> = Chosen<E> & {
  /** The canonical query: equivalent requests have the same. */
  query: Query
  /** Whether the request names the current release, so that its answer never changes. */
  isCurrent: boolean
  /** The names of the query that this encoding does not know, as they were sent. */
  ignored: readonly string[]
  links: Links
}

/** Reads a request for one indicator. Throws `CardError` 400 for a bad parameter. */
export function parseCardRequest<E extends Encoding>(url: URL, indicator: Indicator, encoding: E): CardRequest<E> {
  const { params, query, version, ignored } = parseParams(url.searchParams, encoding, indicator)
  return {
    url,
    indicator,
    params,
    query,
    isCurrent: version === release,
    ignored,
    links: toLinks(url.origin, indicator.id, query),
  }
}
