import generated from '../../generated/faces.json' with { type: 'json' }

export const weights = [400, 600] as const
export type Weight = (typeof weights)[number]

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
    `no bundled font has a glyph for U+${code}; npm run build:data cuts the fonts to the words in data/ and src/words.ts`,
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

const breaks = new Map<string, Intl.Segmenter>()

/** The pieces a line may be broken between: words with the space after them; in Chinese, words with the sign after them. */
function toPieces(text: string, lang: string): string[] {
  if (lang !== 'zh') return text.split(/(?<= )(?=\S)/)
  const segmenter = breaks.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' })
  breaks.set(lang, segmenter)
  const pieces: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const glued = !isWordLike || /^[\d年月日%万亿]/.test(segment)
    if (glued && pieces.length > 0) pieces.push(`${pieces.pop() ?? ''}${segment}`)
    else pieces.push(segment)
  }
  return pieces
}

/** Breaks text greedily into lines no wider than `width` pixels; a piece wider than that has a line of its own. */
export function wrapText(text: string, size: number, weight: Weight, width: number, lang: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of toPieces(text, lang)) {
    if (line !== '' && measureText((line + piece).trimEnd(), size, weight) > width) {
      lines.push(line.trimEnd())
      line = piece
    } else line += piece
  }
  return [...lines, line.trimEnd()]
}

/** The same with lines of about equal length: the narrowest measure that needs no more lines. */
export function balanceText(text: string, size: number, weight: Weight, width: number, lang: string): string[] {
  const lines = wrapText(text, size, weight, width, lang)
  let [narrow, wide] = [width / 2, width]
  for (let step = 0; step < 6 && lines.length > 1; step++) {
    const middle = (narrow + wide) / 2
    const fits = wrapText(text, size, weight, middle, lang)
    const isWorse = fits.length > lines.length || fits.some(line => measureText(line, size, weight) > middle)
    if (isWorse) narrow = middle
    else wide = middle
  }
  return wrapText(text, size, weight, wide, lang)
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
