import generated from '../../../generated/faces.json' with { type: 'json' }
import { toPieces } from '../../model/line-breaks.ts'
import type { Lang } from '../../model/locales.ts'
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

/** A glyph where it stands in its stretch: where its first contour starts, and the path data from there on. */
type PlacedGlyph = { x: number; y: number; d: string }

/** A stretch of a line in one face: where it starts, in ems from the start of the line; its glyphs, `em` units to an em. */
export type Stretch = { start: number; em: number; glyphs: PlacedGlyph[] }

/** The glyphs of a line of text, pen at the origin, y downwards, on whole units: each has one outline wherever it stands. */
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

/** A piece and its width in ems, with the space at its end and without. No pair across a space is kerned, so widths add up. */
type Piece = { text: string; whole: number; trimmed: number }

const measured = new Map<string, Piece[]>()

/** How many texts are remembered: a card asks for the same few at one size after the other. */
const mostMeasured = 64

function measurePieces(text: string, weight: Weight, lang: Lang): Piece[] {
  const key = `${weight}${lang}${text}`
  const known = measured.get(key)
  if (known) return known
  const pieces = toPieces(text, lang).map(piece => ({
    text: piece,
    whole: measureText(piece, 1, weight),
    trimmed: measureText(piece.trimEnd(), 1, weight),
  }))
  if (measured.size >= mostMeasured) measured.clear()
  measured.set(key, pieces)
  return pieces
}

/** Breaks pieces greedily into lines no wider than `width` ems; a piece wider than that has a line of its own. */
function breakPieces(pieces: readonly Piece[], width: number): { text: string; width: number }[] {
  const lines: { text: string; width: number }[] = []
  let [line, start] = ['', 0]
  let trimmed = 0
  for (const piece of pieces) {
    if (line !== '' && start + piece.trimmed > width) {
      lines.push({ text: line.trimEnd(), width: trimmed })
      ;[line, start] = ['', 0]
    }
    line += piece.text
    trimmed = start + piece.trimmed
    start += piece.whole
  }
  return [...lines, { text: line.trimEnd(), width: trimmed }]
}

/** Breaks text into lines no wider than `width` pixels, where it may be broken. */
export const wrapText = (text: string, size: number, weight: Weight, width: number, lang: Lang): string[] =>
  breakPieces(measurePieces(text, weight, lang), width / size).map(line => line.text)

/** The same with lines of about equal length: the narrowest measure that needs no more lines. */
export function balanceText(text: string, size: number, weight: Weight, width: number, lang: Lang): string[] {
  const pieces = measurePieces(text, weight, lang)
  const count = breakPieces(pieces, width / size).length
  let [narrow, wide] = [width / size / 2, width / size]
  for (let step = 0; step < 6 && count > 1; step++) {
    const middle = (narrow + wide) / 2
    const lines = breakPieces(pieces, middle)
    if (lines.length > count || lines.some(line => line.width > middle)) narrow = middle
    else wide = middle
  }
  return breakPieces(pieces, wide).map(line => line.text)
}

/**
 * How far above the foot of its line box the baseline of a text lies, in pixels, as Satori sets it: half the leading, then
 * the descent of the tallest face in use.
 */
export function baselineAboveFoot(text: string, size: number, weight: Weight, leading: number): number {
  const { latin, chinese } = faces[weight]
  const { ascent, descent, em } = [...text].some(character => !latin.glyphs[character]) ? chinese : latin
  return size * ((leading - (ascent - descent) / em) / 2 - descent / em)
}
