import { type RequestedCard, toRequestedCard } from '../card/requested-card.ts'
import { CardError } from '../model/errors.ts'
import type { Indicator } from '../model/indicator.ts'
import type { CardParams } from '../request/parameters.ts'
import { toBuilderUrl } from '../request/urls.ts'
import { toPath } from './parts.tsx'
import { type BuilderSize, type Place, parsePlace, placeSpecs } from './places.ts'

/** The state of the builder: the card as chosen for a place, and whether a choice that cannot be drawn was left out. */
export type BuilderChoice = { place: Place; requested: RequestedCard; size: BuilderSize; isFaulty: boolean }

/** The query as a form writes it: empty values drop out, repeated series are joined by `~`, of others the last counts. */
function readForm(url: URL): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of url.searchParams) {
    const text = value.trim()
    const folded = name.toLowerCase()
    if (text === '') continue
    const before = query.get(folded)
    query.set(folded, folded === 'series' && before ? `${before}~${text}` : text)
  }
  return query
}

/** Reads the query of the builder. Size and theme are those of the place unless the place takes the ones asked for. */
export function parseBuilderChoice(url: URL, indicator: Indicator): BuilderChoice {
  const query = readForm(url)
  const place = parsePlace(query.get('for'))
  const { sizes, themes } = placeSpecs[place]
  const size = sizes.find(name => name === query.get('size')?.toLowerCase()) ?? sizes[0]
  const theme = themes.find(name => name === query.get('theme')?.toLowerCase()) ?? themes[0]
  if (query.get('layout')?.toLowerCase() === 'badge') query.delete('layout')
  for (const name of ['for', 'id', 'scale', 'v']) query.delete(name)
  query.set('size', size)
  query.set('theme', theme)
  const lang = query.get('lang')
  const toRequested = (search: URLSearchParams): RequestedCard =>
    toRequestedCard(new URL(`/?${search}`, url), indicator, 'embed')
  // A choice that cannot be drawn is left out, and so is an unknown language.
  for (const search of [query, new URLSearchParams({ size, theme, ...(lang && { lang }) })])
    try {
      return { place, size, isFaulty: search !== query, requested: toRequested(search) }
    } catch (error) {
      if (!(error instanceof CardError)) throw error
    }
  const plain = new URLSearchParams({ size, theme })
  return { place, size, isFaulty: true, requested: toRequested(plain) }
}

/** The address of the builder with some of the choice changed; the defaults of a place are left out. */
export function toChoiceUrl(
  { place, requested }: Pick<BuilderChoice, 'place' | 'requested'>,
  change: Partial<CardParams> = {},
): string {
  const { sizes, themes } = placeSpecs[place]
  const params = { ...requested.params, ...change }
  const url = new URL(toBuilderUrl(requested, { ...change, place }))
  url.searchParams.delete('size')
  url.searchParams.delete('theme')
  if (params.size !== sizes[0]) url.searchParams.set('size', params.size)
  if (params.theme !== themes[0]) url.searchParams.set('theme', params.theme)
  url.searchParams.sort()
  return toPath(url.href, params.lang)
}

/** The pixels of a size, with no-break spaces. */
export const formatPixels = ({ width, height }: { width: number; height: number }, scale = 1): string =>
  `${width * scale}\u00a0×\u00a0${height * scale}`
