import { catalog } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import type { Lang } from '../model/locales.ts'
import { type CardRequest, parseCardRequest, parseCatalogRequest } from '../request/card-request.ts'
import type { Encoding, ParameterName } from '../request/parameters.ts'
import { type Card, toCard } from './card.ts'

/** A request for one indicator, with the card that answers it. */
export type RequestedCard<E extends Encoding = Encoding> = CardRequest<E> & { card: Card }

/** Reads a request for one indicator. Throws `CardError` for an unknown id, a bad parameter, or a choice without figures. */
export function toRequestedCard<E extends Encoding>(
  url: URL,
  id: string,
  encoding: E,
  search?: URLSearchParams,
): RequestedCard<E> {
  const request = parseCardRequest(url, id, encoding, search)
  return { ...request, card: toCard(request.indicator, request.params) }
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
  /** The canonical query. */
  query: ReadonlyMap<ParameterName | 'ids', string>
  isCurrent: boolean
  ignored: readonly string[]
}

/**
 * Reads a request for the catalogue. An indicator without any figure for the years or the day asked for is left out. Throws
 * `CardError` 404 for an unknown id, and when nothing is left.
 */
export function toRequestedCards(url: URL, encoding: 'json' | 'csv' | 'feed'): RequestedCards {
  const { ids, chosen, search, misplaced } = parseCatalogRequest(url)
  const cards = catalog
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ id }) => {
      try {
        return [toRequestedCard(url, id, encoding, search)]
      } catch (error) {
        if (error instanceof CardError && error.code === 'no-observations') return []
        throw error
      }
    })
  const [first] = cards
  if (!first)
    throw new CardError(404, 'no-observations', 'No indicator has a figure for these years and that day', {
      parameter: 'ids',
    })
  return {
    url,
    isWhole: ids === undefined,
    cards,
    lang: first.params.lang,
    updated: toNewestDay(cards.map(({ card }) => card.updated)),
    query: new Map<ParameterName | 'ids', string>([...(ids ? [['ids', ids.join('~')] as const] : []), ...first.query]),
    isCurrent: first.isCurrent,
    ignored: [...new Set([...misplaced, ...first.ignored])],
  }
}

/** The last of some days; '' when there are none. */
export const toNewestDay = (days: readonly string[]): string => days.toSorted().at(-1) ?? ''
