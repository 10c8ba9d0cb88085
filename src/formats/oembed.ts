import type { RequestedCard } from '../card/requested-card.ts'
import { joinNames } from '../card/sources.ts'
import { draw } from '../draw/layouts/index.tsx'
import { escapeXml } from '../draw/xml.ts'
import { CardError } from '../model/errors.ts'
import { toMeantUrl } from '../request/addresses.ts'
import { findIdIn } from '../request/routes.ts'
import { sizes } from '../request/sizes.ts'
import { toCardLayout, toEmbedUrl, toPictureUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import { type FixedSize, toFrameBox, toFrameHeight } from './frame.ts'
import { toLinkedImg } from './snippets.ts'

/** An answer of oEmbed 1.0 (https://oembed.com, section 2.3): a photo, or rich HTML. */
type Oembed = Record<string, string | number>

/**
 * Answers for an address of ours. Throws `CardError` 404 for any other, 501 for an unknown format or type (as section
 * 2.3.4 asks), 400 for a bad measure.
 */
export async function toOembed(
  url: URL,
  readCard: ReadCard,
): Promise<{ format: 'json' | 'xml'; requested: RequestedCard; oembed: Oembed }> {
  const query = url.searchParams
  const format = parseOption(query, 'format', ['json', 'xml'])
  const type = parseOption(query, 'type', ['photo', 'rich'])
  const requested = await findRequestedCard(query.get('url'), url.origin, readCard)
  const room = { width: parsePixels(query, 'maxwidth'), height: parsePixels(query, 'maxheight') }
  return { format, requested, oembed: type === 'photo' ? toPhoto(requested, room) : await toRich(requested, room) }
}

/** A parameter of oEmbed that takes one of a few words, the first of them by default. */
function parseOption<const T extends string>(query: URLSearchParams, name: string, values: readonly [T, ...T[]]): T {
  const text = query.get(name) || values[0]
  const value = values.find(entry => entry === text.toLowerCase())
  if (value) return value
  const sentence = `${name} must be (${values.map(entry => `"${entry}"`).join(' | ')})`
  throw new CardError(501, 'not-implemented', sentence, { parameter: name, allowed: values })
}

/** Reads the card of an indicator, as a page has it. */
export type ReadCard = (url: URL, id: string) => Promise<RequestedCard>

/** The card at an address of ours: the page of an indicator, or any other answer about it, with its query. */
export async function findRequestedCard(
  address: string | null,
  origin: string,
  readCard: ReadCard,
): Promise<RequestedCard> {
  const unknown = new CardError(404, 'unknown-path', 'url must be the address of an indicator here', {
    parameter: 'url',
  })
  const target = address && URL.canParse(address) ? toMeantUrl(new URL(address)) : undefined
  const id = target && findIdIn(target.pathname)
  if (!target || target.host !== new URL(origin).host || !id) throw unknown
  return readCard(new URL(`${origin}${target.pathname}${target.search}`), id)
}

type Room = { width: number; height: number }

function parsePixels(query: URLSearchParams, name: string): number {
  const text = query.get(name)
  if (text === null || text === '') return Number.POSITIVE_INFINITY
  if (!/^\d{1,5}$/.test(text) || Number(text) < 1)
    throw new CardError(400, 'bad-parameter', `${name} must be a whole number of pixels`, { parameter: name })
  return Number(text)
}

/** The size of the page that was asked for; a page without one, and a badge, leave the choice to the room. */
const toAskedSize = ({ params: { size } }: RequestedCard): FixedSize | undefined =>
  size === 'og' || size === 'badge' ? undefined : size

/** Up to how many pixels of width each landscape size is the one drawn for it, from the narrowest. */
const landscapes = [
  { size: 'small', upTo: 560 },
  { size: 'wide', upTo: 900 },
  { size: 'og', upTo: Number.POSITIVE_INFINITY },
] as const

/** A rectangle of the ratio of a size within the room, at most as many pixels wide as the size is. */
function fitWithin(size: FixedSize, room: Room, most = sizes[size].width): { width: number; height: number } {
  const { width, height } = sizes[size]
  const share = Math.min(most / width, room.width / width, room.height / height)
  return { width: Math.max(1, Math.floor(width * share)), height: Math.max(1, Math.floor(height * share)) }
}

/**
 * The picture for a room and the measures it is shown at. It has up to twice the pixels, so that it is sharp on a screen of two
 * pixels to one: a column of 500 gets 960 × 540 pixels shown at 500 × 281.
 */
function fitPhoto(requested: RequestedCard, room: Room): { url: string; width: number; height: number } {
  const size = toAskedSize(requested) ?? landscapes.find(({ upTo }) => widthWithin(room) <= upTo)?.size ?? 'og'
  const scale = size === 'small' || size === 'wide' ? 2 : 1
  const most = size === 'small' && !toAskedSize(requested) ? landscapes[0].upTo : sizes[size].width
  return { url: toPhotoUrl(requested, size, scale), ...fitWithin(size, room, most) }
}

/** The width that a landscape card can have in a room. */
const widthWithin = (room: Room): number => Math.min(room.width, (room.height * sizes.og.width) / sizes.og.height)

const common = ({ card, url }: RequestedCard): Oembed => ({
  version: '1.0',
  title: card.finding,
  author_name: joinNames(
    card.series.map(series => series.authorityShort),
    card.lang,
  ),
  provider_name: site.name,
  provider_url: `${url.origin}/`,
  cache_age: 3600,
})

/** `html` repeats the address because Ghost and others publish it without looking at the type; others skip it. */
function toPhoto(requested: RequestedCard, room: Room): Oembed {
  const { url, width, height } = fitPhoto(requested, room)
  return {
    type: 'photo',
    ...common(requested),
    url,
    width,
    height,
    html: toLinkedImg(requested, { src: url, measures: `width="${width}" height="${height}"` }),
    ...toThumbnail(requested, { width, height }),
  }
}

async function toRich(requested: RequestedCard, room: Room): Promise<Oembed> {
  const { width, height } = await fitFrame(requested, room)
  const html = `<iframe src="${escapeXml(toEmbedUrl(requested))}" width="${width}" height="${height}" title="${escapeXml(requested.card.finding)}" frameborder="0" style="border:0;max-width:100%" loading="lazy"></iframe>`
  return { type: 'rich', ...common(requested), html, width, height, ...toThumbnail(requested, room) }
}

/** The measures of the iframe in a room: at that width neither cut nor with a gap. */
async function fitFrame(requested: RequestedCard, room: Room): Promise<{ width: number; height: number }> {
  if (requested.params.size === 'badge') {
    const { width, height } = await draw(requested.card, { layout: 'badge', size: 'badge' })
    return { width: Math.ceil(width), height }
  }
  const box = toFrameBox(requested)
  const width = Math.min(room.width, box.width)
  return { width, height: Math.min(room.height, toFrameHeight(requested, width)) }
}

/** The least a thumbnail is useful at, in pixels. */
const thumbnailWidth = 480

function toThumbnail(requested: RequestedCard, room: Room): Oembed {
  const size = toAskedSize(requested) ?? 'small'
  const { width, height } = fitWithin(size, room, thumbnailWidth)
  return { thumbnail_url: toPhotoUrl(requested, size, 1), thumbnail_width: width, thumbnail_height: height }
}

const toPhotoUrl = (requested: RequestedCard, size: FixedSize, scale: 1 | 2): string => {
  const layout = toCardLayout(requested)
  return toPictureUrl(requested, { encoding: 'png', size, layout, scale })
}

/** The same as XML (section 2.3.4.2). */
export const toOembedXml = (oembed: Oembed): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>${Object.entries(oembed)
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
    .join('')}</oembed>`
