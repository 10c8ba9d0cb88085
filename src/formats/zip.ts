import { crc32, deflateRawSync } from 'node:zlib'
import { concat } from '../draw/raster/png.ts'

/** A file of an archive: its path within it, and its bytes or its text, which is stored as UTF-8. */
export type ZipFile = { path: string; content: string | Uint8Array }

/** Bit 11 of the general purpose flags: the paths are UTF-8. */
const utf8 = 0x0800
const deflated = 8

/**
 * A ZIP archive as APPNOTE 6.3.10 (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT) has it, packed by the
 * platform's own zlib. Every file has the date `day`, so that the same content gives the same bytes. For archives below
 * 4 GiB and 65,536 files: there is no ZIP64.
 */
export function toZip(files: readonly ZipFile[], day: string): Uint8Array<ArrayBuffer> {
  const date = toDosDate(day)
  const locals: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let offset = 0
  for (const { path, content } of files) {
    const name = new TextEncoder().encode(path)
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const packed = deflateRawSync(bytes)
    const common = [20, utf8, deflated, 0, date] as const
    const sizes = [crc32(bytes), packed.length, bytes.length] as const
    const local = toRecord(0x04034b50, common, sizes, [name.length, 0])
    const entry = toRecord(0x02014b50, [20, ...common], sizes, [name.length, 0, 0, 0, 0, 0, 0], offset)
    locals.push(local, name, packed)
    entries.push(entry, name)
    offset += local.length + name.length + packed.length
  }
  const directory = concat(entries)
  const end = toEnd(files.length, directory.length, offset)
  return concat([...locals, directory, end])
}

/** A header of section 4.3: a signature, 16-bit fields, three 32-bit fields, 16-bit fields, and for the directory where the file begins. */
function toRecord(
  signature: number,
  before: readonly number[],
  sizes: readonly number[],
  after: readonly number[],
  offset?: number,
): Uint8Array {
  return toLittleEndian([
    [signature, 4],
    ...before.map(value => [value, 2] as const),
    ...sizes.map(value => [value, 4] as const),
    ...after.map(value => [value, 2] as const),
    ...(offset === undefined ? [] : [[offset, 4] as const]),
  ])
}

const toEnd = (count: number, size: number, offset: number): Uint8Array =>
  toLittleEndian([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ])

/** Numbers of two or four bytes, little endian. */
function toLittleEndian(fields: readonly (readonly [value: number, width: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, width]) => sum + width, 0)))
  let at = 0
  for (const [value, width] of fields) {
    if (width === 4) view.setUint32(at, value, true)
    else view.setUint16(at, value, true)
    at += width
  }
  return new Uint8Array(view.buffer)
}

/** A day as MS-DOS keeps it, since 1980; its time, the field before, is midnight. */
function toDosDate(day: string): number {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  return year < 1980 ? (1 << 5) | 1 : ((year - 1980) << 9) | (month << 5) | date
}
