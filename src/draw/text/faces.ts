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

/** Inter first, then Noto Sans SC: a character is drawn by the first that has it. */
const faces: Record<Weight, { latin: Face; chinese: Face }> = {
  400: { latin: generated['inter-400'], chinese: generated['noto-sans-sc-400'] },
  600: { latin: generated['inter-600'], chinese: generated['noto-sans-sc-600'] },
}

/** Looks a glyph up. Throws for a character that no bundled font holds: a loud failure, where a box would be a quiet one. */
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

/** The width of a line of text in pixels, kerned as it will be drawn. */
export function measureText(text: string, size: number, weight: Weight): number {
  let width = 0
  let previous = ''
  for (const character of text) {
    const { face, advance } = findGlyph(character, weight)
    width += (advance + (face.kerning[previous + character] ?? 0)) / face.em
    previous = character
  }
  return width * size
}

/** A stretch of a line in one face: where it starts, in ems from the start of the line, its path, and how many units make an em. */
export type Outline = { start: number; d: string; em: number }

/**
 * The outlines of a line of text, a path for each stretch of one face, pen at the origin, y downwards. Each glyph is the
 * same relative path wherever it stands, so that repeated letters cost next to nothing once the file is compressed.
 */
export function outlineText(text: string, weight: Weight): Outline[] {
  const outlines: (Outline & { face: Face })[] = []
  let pen = 0
  let previous = ''
  for (const character of text) {
    const { face, advance, x, y, d } = findGlyph(character, weight)
    pen += (face.kerning[previous + character] ?? 0) / face.em
    let outline = outlines.at(-1)
    if (d && outline?.face !== face) {
      outline = { face, start: pen, d: '', em: face.em }
      outlines.push(outline)
    }
    if (d && outline) outline.d += `M${Math.round((pen - outline.start) * face.em + x)} ${y}${d}`
    pen += advance / face.em
    previous = character
  }
  return outlines.map(({ face: _face, ...outline }) => outline)
}

/** How far the baseline of a line lies below the top of its box, in pixels: half the leading, then the ascent of Inter. */
export function toBaseline(size: number, weight: Weight, leading: number): number {
  const { ascent, descent, em } = faces[weight].latin
  return size * ((leading - (ascent - descent) / em) / 2 + ascent / em)
}
