import { CardError } from '../model/errors.ts'
import type { Indicator } from '../model/indicator.ts'
import { toNewestDay } from '../model/listing.ts'
import type { Lang } from '../model/locales.ts'
import { type CardRequest, parseCardRequest } from '../request/card-request.ts'
import type { CatalogRequest, ListingName } from '../request/catalog-request.ts'
import type { Encoding, ParameterName } from '../request/parameters.ts'
import { type Card, toCard } from './card.ts'

/** A request for one indicator, with the card that answers it. */
export type RequestedCard<E extends Encoding = Encoding> = CardRequest<E> & { card: Card }

/** Reads a request for one indicator. Throws `CardError` for a bad parameter, or a choice without figures. */
export function toRequestedCard<E extends Encoding>(url: URL, indicator: Indicator, encoding: E): RequestedCard<E> {
  const request = parseCardRequest(url, indicator, encoding)
  return { ...request, card: toCard(indicator, request.params) }
}

/** A request for several indicators, with the card of each that has figures. */
export type RequestedCards = {
  url: URL
  /** Whether no `ids` were named. */
  isWhole: boolean
  cards: readonly RequestedCard[]
  lang: Lang
  /** The day of the newest change in any of the cards. */
  updated: string
  /** The canonical query, and that of the next page; undefined when this one is the last. */
  query: ReadonlyMap<ParameterName | ListingName, string>
  next: ReadonlyMap<ParameterName | ListingName, string> | undefined
  isCurrent: boolean
  ignored: readonly string[]
}

/**
 * The answer to a request for the catalogue, of the indicators of its page. One without any figure for the years or the day
 * asked for is left out. Throws `CardError` 404 when nothing is left on the only page.
 */
export function toRequestedCards(
  { url, isWhole, misplaced, query, next }: CatalogRequest,
  indicators: readonly Indicator[],
  encoding: 'json' | 'csv' | 'feed',
): RequestedCards {
  const [first] = indicators
  if (!first)
    throw new CardError(404, 'no-observations', 'after names the last indicator of the list', { parameter: 'after' })
  const cards = indicators.flatMap(indicator => {
    try {
      return [toRequestedCard(url, indicator, encoding)]
    } catch (error) {
      if (error instanceof CardError && error.code === 'no-observations') return []
      throw error
    }
  })
  if (cards.length === 0 && !next && !query.has('after'))
    throw new CardError(404, 'no-observations', 'No indicator has a figure for these years and that day', {
      parameter: 'ids',
    })
  const { params, query: own, isCurrent, ignored } = cards[0] ?? parseCardRequest(url, first, encoding)
  return {
    url,
    isWhole,
    cards,
    lang: params.lang,
    updated: toNewestDay(cards.length > 0 ? cards.map(({ card }) => card.updated) : [params.asof ?? '']),
    query: new Map([...query, ...own]),
    next: next && new Map([...next, ...own]),
    isCurrent,
    ignored: [...new Set([...misplaced, ...ignored])],
  }
}
