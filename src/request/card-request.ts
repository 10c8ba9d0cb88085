import { catalog, findIndicator, release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import type { Indicator } from '../model/indicator.ts'
import { findNearest } from '../model/nearest.ts'
import { type CardParams, type Encoding, parseParams, type Query } from './parameters.ts'
import { type Links, toLinks } from './urls.ts'

/** A request for one indicator, read: which indicator, the choice made of it, and the URLs of the same choice. */
export type CardRequest<E extends Encoding = Encoding> = {
  url: URL
  indicator: Indicator
  params: CardParams<E>
  /** The canonical query: equivalent requests have the same. */
  query: Query
  /** Whether the request names the current release, so that its answer never changes. */
  isCurrent: boolean
  /** The names of the query that this encoding does not know, as they were sent. */
  ignored: readonly string[]
  links: Links
}

/** Reads a request for one indicator. Throws `CardError` for an unknown id (404) or a bad parameter (400). */
export function parseCardRequest<E extends Encoding>(
  url: URL,
  id: string,
  encoding: E,
  search: URLSearchParams = url.searchParams,
): CardRequest<E> {
  const indicator = findIndicator(id)
  const { params, query, version, ignored } = parseParams(search, encoding, indicator)
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

/** A request for several indicators, read: those of `ids`, or all, and the query that each of them gets. */
export type CatalogRequest = {
  url: URL
  /** The ids asked for, in the order of the catalogue; undefined when none is named. */
  ids: readonly string[] | undefined
  chosen: readonly string[]
  search: URLSearchParams
  /** Names that mean nothing to the catalogue: the series of one indicator mean nothing to the others. */
  misplaced: readonly string[]
}

/**
 * Reads a request for the catalogue. `ids` is not in the table of parameters, because no single card takes it. Throws
 * `CardError`: 404 for an unknown id, 400 for `ids` given twice.
 */
export function parseCatalogRequest(url: URL): CatalogRequest {
  const pairs = [...url.searchParams].map(([name, value]) => ({ name, folded: name.toLowerCase(), value }))
  const ids = parseIds(pairs.filter(({ folded }) => folded === 'ids').map(({ value }) => value))
  const kept = pairs.filter(({ folded }) => folded !== 'ids' && folded !== 'series')
  return {
    url,
    ids,
    chosen: ids ?? catalog.map(({ id }) => id),
    search: new URLSearchParams(kept.map(({ name, value }) => [name, value])),
    misplaced: pairs.filter(({ folded }) => folded === 'series').map(({ name }) => name),
  }
}

/** The ids asked for, each once, in the order of the catalogue; undefined when none is named. Throws `CardError`. */
function parseIds(values: readonly string[]): readonly string[] | undefined {
  const given = new Set(values.map(value => value.trim().toLowerCase()).filter(value => value !== ''))
  const [text, other] = given
  if (text === undefined) return undefined
  if (other !== undefined)
    throw new CardError(400, 'bad-parameter', 'ids is given twice with different values; expected it once', {
      parameter: 'ids',
    })
  const asked = text.split('~').map(findId)
  return catalog.map(({ id }) => id).filter(id => asked.includes(id))
}

/** The current id of an indicator that `ids` names by its current or a former id. */
function findId(name: string): string {
  const found = catalog.find(({ id, aliases }) => id === name || aliases.includes(name))
  if (found) return found.id
  const allowed = catalog.map(({ id }) => id)
  const suggestion = findNearest(name, allowed)
  const sentence = 'ids names an indicator that is not there; /indicators.json lists them all'
  throw new CardError(404, 'unknown-indicator', sentence, {
    parameter: 'ids',
    allowed,
    ...(suggestion && { suggestion }),
  })
}
