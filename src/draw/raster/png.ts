import { constants, crc32, deflateSync } from 'node:zlib'
import type { Raster } from './canvas.ts'

/** One text of the metadata of a PNG: an iTXt chunk, UTF-8, uncompressed (PNG Third Edition, section 11.3.3.4). */
export type PngText = { keyword: string; text: string; language?: string }

const signature = [137, 80, 78, 71, 13, 10, 26, 10]

/**
 * An indexed PNG (PNG Third Edition, colour type 3): 8 bits a pixel, no filter. Its pixels are packed by the platform's own zlib
 * as runs: a card is mostly ground, and looking for more than runs takes two to four times as long to save a fifth of the bytes.
 * Cards drawn by the build are packed closer (tools/pack-png.ts).
 */
export function encodePng({ width, height, rows, palette }: Raster): Uint8Array<ArrayBuffer> {
  const entries = palette.length / 4
  const colours = new Uint8Array(entries * 3)
  const alphas = new Uint8Array(entries)
  let translucent = 0
  for (let i = 0; i < entries; i++) {
    colours.set(palette.subarray(i * 4, i * 4 + 3), i * 3)
    alphas[i] = palette[i * 4 + 3] ?? 255
    if (alphas[i] !== 255) translucent = i + 1
  }
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  head.setUint8(8, 8)
  head.setUint8(9, 3)
  return concat([
    Uint8Array.from(signature),
    toChunk('IHDR', new Uint8Array(head.buffer)),
    toChunk('PLTE', colours),
    // The alphas stop at the last that is not opaque (section 11.3.1.1).
    ...(translucent > 0 ? [toChunk('tRNS', alphas.subarray(0, translucent))] : []),
    toChunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE, memLevel: 9 })),
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

/** A chunk: its length, type and data, and the CRC-32 over type and data (sections 5.3 and 5.5). */
export function toChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(new TextEncoder().encode(type), 4)
  chunk.set(data, 8)
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)))
  return chunk
}
