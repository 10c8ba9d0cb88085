import { deflateSync } from 'node:zlib'
import type { Raster } from './canvas.ts'

/** A line a PNG says of itself: an iTXt chunk, UTF-8, uncompressed (PNG Third Edition, section 11.3.3.4). */
export type PngText = { keyword: string; text: string; language?: string }

const signature = [137, 80, 78, 71, 13, 10, 26, 10]

/** More pixels than any size has at `scale=1`. */
const many = 3_000_000

/**
 * An indexed PNG (PNG Third Edition, colour type 3): 1, 2, 4 or 8 bits a pixel as the palette needs, no filter, the
 * platform's own zlib at level 4: half the time of level 6 for a kilobyte more. Large pictures, which nobody waits
 * for on a page, take level 6, to stay under the 300 kB that previews allow.
 */
export function encodePng(raster: Raster): Uint8Array<ArrayBuffer> {
  const { width, height, pixels, palette } = byTransparency(raster)
  const entries = palette.length / 4
  const depth = entries <= 2 ? 1 : entries <= 4 ? 2 : entries <= 16 ? 4 : 8
  const colours = new Uint8Array(entries * 3)
  const alphas: number[] = []
  for (let i = 0; i < entries; i++) {
    colours.set(palette.subarray(i * 4, i * 4 + 3), i * 3)
    if ((palette[i * 4 + 3] ?? 255) < 255) alphas.push(palette[i * 4 + 3] ?? 255)
  }
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  head.setUint8(8, depth)
  head.setUint8(9, 3)
  return concat([
    Uint8Array.from(signature),
    toChunk('IHDR', new Uint8Array(head.buffer)),
    toChunk('PLTE', colours),
    ...(alphas.length > 0 ? [toChunk('tRNS', Uint8Array.from(alphas))] : []),
    toChunk(
      'IDAT',
      deflateSync(toRows(width, height, pixels, depth), { level: pixels.length > many ? 6 : 4, memLevel: 9 }),
    ),
    toChunk('IEND', new Uint8Array()),
  ])
}

/** Where the first chunk, IHDR, ends: eight bytes of signature, then 12 around 13 (section 11.2.1). */
const afterHead = 33

/** The same picture with texts before its pixels, where a reader finds them without unpacking anything. */
export const withTexts = (png: Uint8Array, texts: readonly PngText[]): Uint8Array<ArrayBuffer> =>
  concat([
    png.subarray(0, afterHead),
    ...texts.filter(({ text }) => text !== '').map(text => toChunk('iTXt', toTextData(text))),
    png.subarray(afterHead),
  ])

/** Transparent entries first, so that tRNS, which stops at the last of them, is short (section 11.3.1.1). */
function byTransparency(raster: Raster): Raster {
  const { palette, pixels } = raster
  const order = Array.from({ length: palette.length / 4 }, (_, i) => i).sort(
    (a, b) => (palette[a * 4 + 3] ?? 0) - (palette[b * 4 + 3] ?? 0) || a - b,
  )
  if (order.every((entry, i) => entry === i)) return raster
  const moved = new Uint8Array(256)
  const sorted = new Uint8Array(palette.length)
  order.forEach((entry, i) => {
    moved[entry] = i
    sorted.set(palette.subarray(entry * 4, entry * 4 + 4), i * 4)
  })
  return { ...raster, palette: sorted, pixels: pixels.map(pixel => moved[pixel] ?? 0) }
}

/** Scanlines, each led by filter type 0 (section 9.2: none is best for indexed pixels), packed high bits first (section 7.2). */
function toRows(width: number, height: number, pixels: Uint8Array, depth: number): Uint8Array<ArrayBuffer> {
  const perByte = 8 / depth
  const stride = Math.ceil(width / perByte) + 1
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    if (depth === 8) rows.set(pixels.subarray(y * width, (y + 1) * width), y * stride + 1)
    else {
      for (let x = 0; x < width; x++) {
        const at = y * stride + 1 + Math.floor(x / perByte)
        rows[at] = (rows[at] ?? 0) | ((pixels[y * width + x] ?? 0) << (8 - depth * ((x % perByte) + 1)))
      }
    }
  }
  return rows
}

function toTextData({ keyword, text, language = '' }: PngText): Uint8Array {
  return new TextEncoder().encode(`${keyword}\0\0\0${language}\0\0${text}`)
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function toChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(new TextEncoder().encode(type), 4)
  chunk.set(data, 8)
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)))
  return chunk
}

/** The table of section D (Annex: sample CRC implementation), made once. */
const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** The check every chunk ends with (section 5.5): CRC-32 over its type and data. */
export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
