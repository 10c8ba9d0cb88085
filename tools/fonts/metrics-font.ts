/** The font data that Satori needs to measure and place text; outlines and kerning are in faces.json. */
const metricTables = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post']

/**
 * A TrueType font with every glyph empty: the tables of `metricTables` as they are, `loca` all zeros, `glyf` of a single
 * byte (OpenType 1.9, "Font file" and "loca"). It measures as the whole font does, at a quarter of the weight.
 */
export function toMetricsFont(font: Buffer): Buffer {
  const held = new Map<string, Buffer>()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16
    const tag = font.toString('latin1', at, at + 4)
    const offset = font.readUInt32BE(at + 8)
    const data = font.subarray(offset, offset + font.readUInt32BE(at + 12))
    if (metricTables.includes(tag)) held.set(tag, data)
    else if (tag === 'loca') held.set(tag, Buffer.alloc(data.length))
    else if (tag === 'glyf') held.set(tag, Buffer.alloc(1))
  }
  const tables = [...held].sort(([a], [b]) => (a < b ? -1 : 1))
  const head = Buffer.alloc(12 + tables.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(tables.length, 4)
  const parts = [head]
  let offset = head.length
  tables.forEach(([tag, data], i) => {
    const at = 12 + i * 16
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    parts.push(padded)
    offset += padded.length
  })
  return Buffer.concat(parts)
}
