import { type RequestedCard, toRequestedCard } from '../card/requested-card.ts'
import { CardError } from '../model/errors.ts'
import type { Indicator } from '../model/indicator.ts'
import { toBuilderUrl } from '../request/urls.ts'
import { toPath } from './parts.tsx'
import { type CardSize, type Place, parsePlace, places } from './places.ts'

/** What the builder shows: the card as chosen for a place, and whether a choice that cannot be drawn was left out. */
export type Choice = {
  place: Place
  requested: RequestedCard
  size: CardSize
  isFaulty: boolean
  given: ReadonlySet<string>
}

/**
 * Reads the query of the builder as a form writes it: empty values drop out, repeated series are joined by `~`, of any other
 * name the last value counts. Size and theme are those of the place unless the place takes the ones asked for.
 */
export function parseChoice(url: URL, indicator: Indicator): Choice {
  const query = new URLSearchParams()
  for (const [name, value] of url.searchParams) {
    const text = value.trim()
    const folded = name.toLowerCase()
    if (text === '') continue
    const before = query.get(folded)
    query.set(folded, folded === 'series' && before ? `${before}~${text}` : text)
  }
  const place = parsePlace(query.get('for'))
  const spec = places[place]
  const size = spec.sizes.find(name => name === query.get('size')?.toLowerCase()) ?? spec.sizes[0]
  const theme = spec.themes.find(name => name === query.get('theme')?.toLowerCase()) ?? spec.themes[0]
  if (query.get('layout')?.toLowerCase() === 'badge') query.delete('layout')
  for (const name of ['for', 'id', 'scale', 'v']) query.delete(name)
  query.set('size', size)
  query.set('theme', theme)
  const given = new Set(query.keys())
  try {
    return { place, size, given, isFaulty: false, requested: toRequestedCard(url, indicator, 'embed', query) }
  } catch (error) {
    if (!(error instanceof CardError)) throw error
    const lang = query.get('lang')
    const kept = new URLSearchParams({ size, theme, ...(lang && { lang }) })
    try {
      return { place, size, given, isFaulty: true, requested: toRequestedCard(url, indicator, 'embed', kept) }
    } catch {
      kept.delete('lang')
      return { place, size, given, isFaulty: true, requested: toRequestedCard(url, indicator, 'embed', kept) }
    }
  }
}

/** The address of the builder with some of the choice changed; what a place sets by itself is left out. */
export function toChoiceUrl(
  { place, requested }: Pick<Choice, 'place' | 'requested'>,
  change: Partial<RequestedCard['params']> = {},
): string {
  const spec = places[place]
  const params = { ...requested.params, ...change }
  const url = new URL(toBuilderUrl(requested, change, place === 'article' ? '' : place))
  url.searchParams.delete('size')
  url.searchParams.delete('theme')
  if (params.size !== spec.sizes[0]) url.searchParams.set('size', params.size)
  if (params.theme !== spec.themes[0]) url.searchParams.set('theme', params.theme)
  url.searchParams.sort()
  return toPath(url.href, params.lang)
}

/** The pixels of a size, with no-break spaces. */
export const formatPixels = ({ width, height }: { width: number; height: number }, scale = 1): string =>
  `${width * scale}\u00a0×\u00a0${height * scale}`
