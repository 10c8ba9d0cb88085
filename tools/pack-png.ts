import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import { concat, toChunk } from '../src/draw/raster/png.ts'

/** Where the chunks begin, after the signature (PNG Third Edition, section 5.2). */
const afterSignature = 8

/**
 * The same picture with its pixels compressed as hard as zlib can: the build has time for that, a request does not. Other files are
 * returned unchanged. zlib works outside the main thread. Throws when the pixels of a PNG cannot be unpacked.
 */
export async function packPng(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const isPng = file.length > afterSignature && view.getUint32(0) === 0x89504e47
  if (!isPng) return file
  const parts: Uint8Array[] = [file.subarray(0, afterSignature)]
  for (let at = afterSignature; at < file.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8))
    const data = file.subarray(at + 8, at + 8 + length)
    parts.push(
      type === 'IDAT'
        ? toChunk(type, await promisify(deflate)(await promisify(inflate)(data), { level: 9, memLevel: 9 }))
        : file.subarray(at, at + 12 + length),
    )
    at += 12 + length
  }
  return concat(parts)
}
