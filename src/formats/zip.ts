import { crc32, deflateRawSync } from 'node:zlib'
import { concat } from '../draw/raster/png.ts'

/** A file of an archive: its path within it, and its bytes or its text, which is stored as UTF-8. */
type ZipFile = { path: string; content: string | Uint8Array }

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
    const about = [
      ...[20, utf8, deflated, 0, date].map(toShort),
      ...[crc32(bytes), packed.length, bytes.length].map(toLong),
    ]
    const local = toLittleEndian([toLong(0x04034b50), ...about, ...[name.length, 0].map(toShort)])
    const entry = toLittleEndian([
      ...[toLong(0x02014b50), toShort(20), ...about],
      ...[name.length, 0, 0, 0, 0, 0, 0].map(toShort),
      toLong(offset),
    ])
    locals.push(local, name, packed)
    entries.push(entry, name)
    offset += local.length + name.length + packed.length
  }
  const directory = concat(entries)
  const end = toLittleEndian([
    toLong(0x06054b50),
    ...[0, 0, files.length, files.length].map(toShort),
    ...[directory.length, offset].map(toLong),
    toShort(0),
  ])
  return concat([...locals, directory, end])
}

/** A field of the headers of section 4.3. */
type Field = { value: number; width: 2 | 4 }
const toShort = (value: number): Field => ({ value, width: 2 })
const toLong = (value: number): Field => ({ value, width: 4 })

function toLittleEndian(fields: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, { width }) => sum + width, 0)))
  let at = 0
  for (const { value, width } of fields) {
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
