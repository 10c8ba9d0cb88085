import generated from '../../../generated/faces.json' with { type: 'json' }
import type { Weight } from '../scene.ts'

/** `x`, `y`: where its first contour starts; `d`: the path from there on. Units are those of its face. */
type Glyph = { face: Face; advance: number; x: number; y: number; d: string }

/** `em` units make an em; the glyphs are advance, x, y, d. */
type Face = {
  em: number
  ascent: number
  descent: number
  glyphs: Record<string, readonly (string | number)[]>
  kerning: Record<string, number>
}

/** Latin and Cyrillic first, then Chinese: a character is drawn by the first that has it. */
const faces: Record<Weight, { latin: Face; chinese: Face }> = {
  400: { latin: generated['latin-400'], chinese: generated['chinese-400'] },
  600: { latin: generated['latin-600'], chinese: generated['chinese-600'] },
}

/** Looks a glyph up. Throws for a character that no bundled font holds, so that no card shows an empty box. */
function findGlyph(character: string, weight: Weight): Glyph {
  const { latin, chinese } = faces[weight]
  const face = latin.glyphs[character] ? latin : chinese
  const [advance, x, y, d] = face.glyphs[character] ?? []
  if (typeof advance === 'number' && typeof x === 'number' && typeof y === 'number' && typeof d === 'string') {
    return { face, advance, x, y, d }
  }
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  throw new Error(
    `no bundled font has a glyph for U+${code}; npm run build:data cuts the fonts to the words in data/ and src/model/messages.ts`,
  )
}

/** The widths of the texts that were measured last, in ems: a chart measures the same few again and again. */
const knownWidths: Record<Weight, Map<string, number>> = { 400: new Map(), 600: new Map() }

/** How many texts of a weight are remembered. */
const mostWidths = 2048

/** The width of a line of text in pixels, kerned as it will be drawn. */
export function measureText(text: string, size: number, weight: Weight): number {
  const known = knownWidths[weight].get(text)
  if (known !== undefined) return known * size
  let width = 0
  let previous = ''
  for (const character of text) {
    const { face, advance } = findGlyph(character, weight)
    width += (advance + (face.kerning[previous + character] ?? 0)) / face.em
    previous = character
  }
  if (knownWidths[weight].size >= mostWidths) knownWidths[weight].clear()
  knownWidths[weight].set(text, width)
  return width * size
}

/** A glyph in its place in a stretch: where its first contour starts, and the path data from there on. */
type PlacedGlyph = { x: number; y: number; d: string }

/** A stretch of a line in one face: where it starts, in ems from the start of the line; its glyphs, `em` units to an em. */
export type Stretch = { start: number; em: number; glyphs: PlacedGlyph[] }

/** The glyphs of a line of text, pen at the origin, y downwards, on whole units, so that a letter has the same outline everywhere. */
export function layGlyphs(text: string, weight: Weight): Stretch[] {
  const stretches: Stretch[] = []
  let current: Face | undefined
  let pen = 0
  let previous = ''
  for (const character of text) {
    const { face, advance, x, y, d } = findGlyph(character, weight)
    pen += (face.kerning[previous + character] ?? 0) / face.em
    if (d && face !== current) stretches.push({ start: pen, em: face.em, glyphs: [] })
    const stretch = stretches.at(-1)
    if (d && stretch) {
      stretch.glyphs.push({ x: Math.round((pen - stretch.start) * face.em + x), y, d })
      current = face
    }
    pen += advance / face.em
    previous = character
  }
  return stretches
}

/** The distance from the top of a line's box to its baseline, in pixels: half the leading and the ascent of the Latin face. */
export function toBaseline(size: number, weight: Weight, leading: number): number {
  const { ascent, descent, em } = faces[weight].latin
  return size * ((leading - (ascent - descent) / em) / 2 + ascent / em)
}
