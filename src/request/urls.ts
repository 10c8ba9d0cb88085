import type { View } from '../card/view.ts'
import type { Indicator } from '../model/indicator.ts'
import { type CardParams, type PictureEncoding, toQuery } from './parameters.ts'
import { sizes } from './sizes.ts'

/** The address of a picture of the same choice, with some of it changed. */
export function toPictureUrl(
  view: Pick<View, 'url' | 'indicator' | 'params'>,
  change: Partial<CardParams> & { encoding: PictureEncoding },
): string {
  const params = { ...view.params, ...change }
  if (params.encoding === 'png' && params.theme === 'auto') params.theme = 'light'
  return `${view.url.origin}/indicators/${view.indicator.id}.${params.encoding}${toSearch(params, view.indicator)}`
}

/** The same choice for an iframe. A page that follows the reader's system belongs to an iframe that is light, the default of each. */
export function toEmbedUrl(
  { url, indicator, params }: Pick<View, 'url' | 'indicator' | 'params'>,
  change: Partial<CardParams> = {},
): string {
  const isPage = params.encoding === 'html'
  const theme = isPage && params.theme === 'auto' ? 'light' : params.theme
  const size = (isPage || params.encoding === 'png') && params.size === 'og' ? 'wide' : params.size
  const frame = { ...params, theme, size, scale: 1 as const, ...change, encoding: 'embed' as const }
  return `${url.origin}/indicators/${indicator.id}/embed${toSearch(frame, indicator)}`
}

/** The builder with the same choice, for the place `goal`; no place is the article. */
export function toBuilderUrl(
  { url, indicator, params }: Pick<View, 'url' | 'indicator' | 'params'>,
  change: Partial<CardParams> = {},
  goal = '',
): string {
  const query = new URLSearchParams(toQuery({ ...params, ...change, encoding: 'embed', scale: 1 }, indicator))
  if (goal) query.set('for', goal)
  const text = decodeURIComponent(query.toString())
  return `${url.origin}/indicators/${indicator.id}/build${text ? `?${text}` : ''}`
}

/**
 * The page of the same choice, with some of it changed. A picture is light unless it was made dark, but a page follows the
 * reader: from a picture as it is by default one comes to the page as it is by default.
 */
export function toPageUrl(
  { url, indicator, params }: Pick<View, 'url' | 'indicator' | 'params'>,
  change: Partial<CardParams> = {},
): string {
  const isPicture = params.encoding !== 'html'
  const theme = isPicture && params.theme === 'light' ? 'auto' : params.theme
  const size = isPicture && params.size === 'wide' ? 'og' : params.size
  const page = { ...params, theme, size, ...change, encoding: 'html' as const }
  return `${url.origin}/indicators/${indicator.id}${toSearch(page, indicator)}`
}

function toSearch(params: CardParams, indicator: Indicator): string {
  const query = toQuery(params, indicator)
  return query ? `?${query}` : ''
}

/** The card as previews want it: PNG, 1200×630, never a badge, and named by its release so that it may be kept for good. */
export function toPreview(view: View, release: string): { url: string; width: number; height: number } {
  const layout = view.params.layout === 'badge' ? view.indicator.layout : view.params.layout
  const url = toPictureUrl(view, { encoding: 'png', size: 'og', layout, scale: 1 })
  return { url: `${url}${url.includes('?') ? '&' : '?'}v=${release}`, ...sizes.og }
}
