import { joinNames } from '../card/alt.ts'
import type { RequestedCard } from '../card/requested-card.ts'
import { escapeXml } from '../draw/xml.ts'
import { CardError } from '../model/errors.ts'
import { toMeantUrl } from '../request/addresses.ts'
import { findIdIn } from '../request/routes.ts'
import { sizes } from '../request/sizes.ts'
import { toPictureUrl } from '../request/urls.ts'
import * as site from '../site.ts'

/** What oEmbed 1.0 answers (https://oembed.com, section 2.3): a photo, or rich HTML. */
export type Oembed = Record<string, string | number>

/** From the largest to the smallest; the first that fits is used. */
const candidates = ['og', 'wide', 'small'] as const

/**
 * The oEmbed answer for an address of ours. Throws `CardError` 404 for any other, 501 for a format or type that is not there (section
 * 2.3.4 asks for it), 400 for a measure that is not a number of pixels.
 */
export async function toOembed(
  url: URL,
  readCard: ReadCard,
): Promise<{ format: 'json' | 'xml'; requested: RequestedCard; oembed: Oembed }> {
  const query = url.searchParams
  const format = query.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml')
    throw new CardError(501, 'not-implemented', 'format must be ("json" | "xml")', {
      parameter: 'format',
      allowed: ['json', 'xml'],
    })
  const type = query.get('type') ?? 'photo'
  if (type !== 'photo' && type !== 'rich')
    throw new CardError(501, 'not-implemented', 'type must be ("photo" | "rich")', {
      parameter: 'type',
      allowed: ['photo', 'rich'],
    })
  const requested = await findRequestedCard(query.get('url'), url.origin, readCard)
  const room = {
    width: toMeasure(query.get('maxwidth'), 'maxwidth'),
    height: toMeasure(query.get('maxheight'), 'maxheight'),
  }
  return { format, requested, oembed: type === 'photo' ? toPhoto(requested, room) : toRich(requested, room) }
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

function toMeasure(text: string | null, name: string): number {
  if (text === null || text === '') return Number.POSITIVE_INFINITY
  if (!/^\d{1,5}$/.test(text) || Number(text) < 1)
    throw new CardError(400, 'bad-parameter', `${name} must be a whole number of pixels`, { parameter: name })
  return Number(text)
}

/** The largest size that fits; if none does, the smallest, scaled down. */
function fitSize(room: Room): { size: (typeof candidates)[number]; width: number; height: number } {
  const size = candidates.find(name => sizes[name].width <= room.width && sizes[name].height <= room.height) ?? 'small'
  const { width, height } = sizes[size]
  const share = Math.min(1, room.width / width, room.height / height)
  return { size, width: Math.max(1, Math.floor(width * share)), height: Math.max(1, Math.floor(height * share)) }
}

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

function toPhoto(requested: RequestedCard, room: Room): Oembed {
  const { size, width, height } = fitSize(room)
  return { type: 'photo', ...common(requested), url: toPhotoUrl(requested, size), width, height }
}

function toRich(requested: RequestedCard, room: Room): Oembed {
  const { size, width, height } = fitSize(room)
  const thumbnail = fitSize({ width: Math.min(480, width), height })
  const html = `<iframe src="${escapeXml(requested.links.embed)}" width="${width}" height="${height}" title="${escapeXml(requested.card.finding)}" style="border:0;max-width:100%" loading="lazy" referrerpolicy="origin"></iframe>`
  return {
    type: 'rich',
    ...common(requested),
    html,
    width,
    height,
    thumbnail_url: toPhotoUrl(requested, size),
    thumbnail_width: thumbnail.width,
    thumbnail_height: thumbnail.height,
  }
}

const toPhotoUrl = (requested: RequestedCard, size: (typeof candidates)[number]): string => {
  const layout = requested.params.layout === 'badge' ? requested.indicator.layout : requested.params.layout
  return toPictureUrl(requested, { encoding: 'png', size, layout, scale: 1 })
}

/** The same as XML (section 2.3.4.2). */
export const toOembedXml = (oembed: Oembed): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>${Object.entries(oembed)
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
    .join('')}</oembed>`
