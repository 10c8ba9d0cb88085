import { CardError } from '../model/errors.ts'
import type { NoticeCode } from '../model/messages.ts'
import { findPictureFormat } from './formats.ts'
import { type Size, sizes } from './sizes.ts'

/** The most that one request may ask for, by the code of the failure. */
export const limits = {
  /** Characters after the question mark. */
  'query-too-long': 2000,
  /** Lines on one card; the palette has colours for six, and those that continue another share its. */
  'too-many-series': 12,
  /** Pixels of a PNG: a story three times over. */
  'too-many-pixels': 3240 * 5760,
  /** Characters of an SVG; the largest card has a tenth of it. */
  'too-many-bytes': 2_000_000,
} as const satisfies Partial<Record<NoticeCode, number>>
type Limit = keyof typeof limits

const limitSentences: Record<Limit, (most: number) => string> = {
  'query-too-long': most => `The query is too long; expected at most ${most} characters`,
  'too-many-series': most => `series names too many for one card; expected at most ${most}`,
  'too-many-pixels': most => `size and scale ask for too many pixels; expected at most ${most}`,
  'too-many-bytes': most => `This choice makes too large a picture; expected at most ${most} bytes`,
}

const limitedParameters: Partial<Record<Limit, string>> = { 'too-many-series': 'series', 'too-many-pixels': 'scale' }

function check(limit: Limit, amount: number): void {
  if (amount <= limits[limit]) return
  const parameter = limitedParameters[limit]
  throw new CardError(400, limit, limitSentences[limit](limits[limit]), {
    limit: limits[limit],
    ...(parameter && { parameter }),
  })
}

/** Refuses an address whose query is longer than anything that can be meant. Throws `CardError` 400. */
export const checkQuery = (search: string): void => check('query-too-long', search.length - 1)

/** The parameters that decide how much a drawing costs. */
type PictureChoice = { encoding: string; layout: string; size: Size; scale: number; series: readonly string[] }

/** Refuses settled parameters that would cost too much, before anything is made of them. Throws `CardError` 400. */
export function checkParams({ encoding, layout, size, scale, series }: PictureChoice): void {
  const format = findPictureFormat(encoding)
  if (!format) return
  if (layout !== 'badge') check('too-many-series', series.length)
  if (format.isRaster) check('too-many-pixels', sizes[size].width * sizes[size].height * scale ** 2)
}

/** Refuses a picture that came out larger than any card is. Throws `CardError` 400. */
export const checkSvg = (svg: string): void => check('too-many-bytes', svg.length)

/**
 * The cost of a drawing, in units of the rate: 1 for an SVG or for the first megapixel of a PNG, 1 for each further megapixel.
 * Laying out a card takes about as long as rasterising a megapixel.
 */
export const toCost = ({ encoding, size, scale }: Pick<PictureChoice, 'encoding' | 'size' | 'scale'>): number =>
  findPictureFormat(encoding)?.isRaster
    ? Math.max(1, Math.ceil((sizes[size].width * sizes[size].height * scale ** 2) / 1_000_000))
    : 1

/**
 * The key a client is counted by: an IPv4 address as it is, an IPv6 address by its first 64 bits, because a subscriber has that
 * many addresses (RFC 6177 section 2). Any other text is a key of its own.
 */
export function toClientKey(address: string): string {
  const [plain = ''] = address.split('%')
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain) ?? []
  if (mapped) return mapped
  if (!plain.includes(':') || !URL.canParse(`http://[${plain}]/`)) return plain
  const [head = '', tail] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split('::')
  const groups = head === '' ? [] : head.split(':')
  const end = tail ? tail.split(':') : []
  const whole = tail === undefined ? groups : [...groups, ...Array(8 - groups.length - end.length).fill('0'), ...end]
  return `${whole.slice(0, 4).join(':')}::/64`
}

/** Whether an IP address is that of the machine the app runs on, which has no rate limit. No client of Cloudflare has one. */
export const isOwnMachine = (address: string): boolean => ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)
