import type { View } from '../card/view.ts'
import type { Indicator } from '../model/indicator.ts'
import { type CardParams, type PictureEncoding, toQuery } from './parameters.ts'
import { sizes } from './sizes.ts'

type PictureChange = Partial<CardParams> & { encoding: PictureEncoding }

/** The address of a picture of the same choice, with some of it changed. */
export const toPictureUrl = (view: Pick<View, 'url' | 'indicator' | 'params'>, change: PictureChange): string =>
  view.url.origin + toPicturePath(view, change)

/** The same without the origin, for our own pages: it loads under whatever host a page was reached by. */
export function toPicturePath(view: Pick<View, 'indicator' | 'params'>, change: PictureChange): string {
  const params = { ...view.params, ...change }
  if (params.encoding === 'png' && params.theme === 'auto') params.theme = 'light'
  return `/indicators/${view.indicator.id}.${params.encoding}${toSearch(params, view.indicator)}`
}

/** The same for an iframe. */
export const toEmbedUrl = (view: Pick<View, 'url' | 'indicator' | 'params'>): string =>
  toPageUrl(view).replace(/(\?|$)/, '/embed$1')

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
