import type { RequestedCard } from '../card/requested-card.ts'
import { escapeXml } from '../draw/xml.ts'
import { type Size, sizes } from '../request/sizes.ts'
import { toEmbedUrl } from '../request/urls.ts'

/** The bar under the card of an iframe, which holds the slider and the link to the figures, in pixels; a badge has none. */
const frameBar = 72

/** The width in pixels up to which an iframe shows the square card in place of the wide one: 30rem. */
export const squareUpTo = 480

/** A size of a fixed ratio; a badge is as wide as its words. */
export type FixedSize = Exclude<Size, 'badge'>

/** The most that an iframe of each size is wide, so that a tall card does not fill two screens. */
const widestFrame: Record<FixedSize, number> = { og: 800, wide: 800, square: 600, story: 400, small: 480 }

/** The narrowest column that an iframe fits, in pixels. */
const narrowestFrame = 320

/**
 * The least height of the default iframe: the bar, and a square card in a column of 376 pixels. At `squareUpTo` the margin beside
 * the square card is then as wide as that above and below the wide one, 52 pixels, and nowhere wider.
 */
const leastDefault = 448

/** The pixels a card of this size is high at a width, without the bar. */
const toCardHeight = (size: FixedSize, width: number): number =>
  Math.round((width * sizes[size].height) / sizes[size].width)

/** The size of the card inside: the iframe of a default page, whose preview is `og`, is wide. */
const toFrameSize = ({ params: { encoding, size } }: RequestedCard): Size =>
  encoding === 'html' && size === 'og' ? 'wide' : size

/** The measures of an iframe: the most it is wide, how high it is then, and the least height, each in pixels. */
export function toFrameBox(requested: RequestedCard): { width: number; height: number; least: number } {
  const size = toFrameSize(requested)
  if (size === 'badge') return { width: 400, height: 20, least: 20 }
  const width = widestFrame[size]
  const height = toCardHeight(size, width) + frameBar
  return { width, height, least: size === 'wide' ? leastDefault : toCardHeight(size, narrowestFrame) + frameBar }
}

/** The pixels an iframe should be high at a width, for a page that can set both. */
export function toFrameHeight(requested: RequestedCard, width: number): number {
  const size = toFrameSize(requested)
  if (size === 'badge') return 20
  return toCardHeight(size === 'wide' && width <= squareUpTo ? 'square' : size, width) + frameBar
}

/**
 * The iframe as HTML. It sizes itself by CSS alone: as wide as its column, by the ratio of card and bar, and never so low that a
 * phone shows a card too small to read. No script, and no fixed measures that would cut the card or leave a gap.
 */
export function toFrame(requested: RequestedCard): string {
  const { width, height, least } = toFrameBox(requested)
  const style = `border:0;max-width:${width}px;aspect-ratio:${width}/${height};min-height:${least}px;height:auto`
  return `<iframe src="${escapeXml(toEmbedUrl(requested))}" title="${escapeXml(requested.card.finding)}" width="100%" height="${least}" style="${style}" loading="lazy"></iframe>`
}
