import { catalog, findListed } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import { type Listed, mostListed, pageLength, takePage } from '../model/listing.ts'

/** The parameters of a listing, which no single card takes. */
export type ListingName = 'ids' | 'limit' | 'after'

/** A request for several indicators, read: one page of those of `ids`, or of all. */
export type CatalogRequest = {
  /** The address with the query that each indicator gets. */
  url: URL
  /** Whether no `ids` were named. */
  isWhole: boolean
  /** The indicators of this page, in the order of the catalogue. */
  page: readonly Listed[]
  /** The canonical query of this page, as far as it is the listing's. */
  query: ReadonlyMap<ListingName, string>
  /** The same of the next page; undefined when this one is the last. */
  next: ReadonlyMap<ListingName, string> | undefined
  /** Names that mean nothing to the catalogue: the series of one indicator mean nothing to the others. */
  misplaced: readonly string[]
}

const listingNames: readonly ListingName[] = ['ids', 'limit', 'after']

/**
 * Reads a request for the catalogue. Throws `CardError`: 404 for an unknown id, 400 for a name that is given twice with
 * different values and for a `limit` that is no number from 1 to 100.
 */
export function parseCatalogRequest(url: URL): CatalogRequest {
  const pairs = [...url.searchParams].map(([name, value]) => ({ name, folded: name.toLowerCase(), value }))
  const find = (name: ListingName): string | undefined =>
    findOnce(
      name,
      pairs.filter(({ folded }) => folded === name).map(({ value }) => value),
    )
  const ids = find('ids')
    ?.split('~')
    .map(id => findListed(id, 'ids').id)
  const limit = parseLimit(find('limit'))
  const after = find('after')
  const named = ids && new Set(ids)
  const whole = named ? catalog.filter(({ id }) => named.has(id)) : catalog
  const last = after === undefined ? undefined : findListed(after, 'after')
  const rest = last ? findAfter(last, whole) : whole
  const page = takePage(rest, limit)
  const own = new Map<ListingName, string>([
    ...(ids ? [['ids', whole.map(({ id }) => id).join('~')] as const] : []),
    ...(limit === pageLength ? [] : [['limit', String(limit)] as const]),
  ])
  const forEach = new URLSearchParams(
    pairs
      .filter(({ folded }) => folded !== 'series' && !listingNames.some(name => name === folded))
      .map(({ name, value }) => [name, value]),
  )
  const end = page.at(-1)
  return {
    url: new URL(`/?${forEach}`, url),
    isWhole: ids === undefined,
    page,
    query: last ? new Map([...own, ['after', last.id]]) : own,
    next: end && page.length < rest.length ? new Map([...own, ['after', end.id]]) : undefined,
    misplaced: pairs.filter(({ folded }) => folded === 'series').map(({ name }) => name),
  }
}

/** The entries that come after one of the catalogue, whether it is among them or not. */
function findAfter(last: Listed, entries: readonly Listed[]): readonly Listed[] {
  const later = new Set(catalog.slice(catalog.indexOf(last) + 1))
  return entries.filter(entry => later.has(entry))
}

/** The one value of a name, in lower case; undefined when there is none. Throws `CardError` for two that differ. */
function findOnce(name: ListingName, values: readonly string[]): string | undefined {
  const given = new Set(values.map(value => value.trim().toLowerCase()).filter(value => value !== ''))
  const [text, other] = given
  if (other === undefined) return text
  throw new CardError(400, 'bad-parameter', `${name} is given twice with different values; expected it once`, {
    parameter: name,
  })
}

function parseLimit(text: string | undefined): number {
  if (text === undefined) return pageLength
  const limit = Number(text)
  if (/^\d+$/.test(text) && limit >= 1 && limit <= mostListed) return limit
  throw new CardError(400, 'bad-parameter', `limit must be a whole number from 1 to ${mostListed}`, {
    parameter: 'limit',
    limit: mostListed,
  })
}
