import { Contours } from './contours.ts'
import { type Coverage, measureCoverage } from './coverage.ts'
import { type Outline, toOutline, traceOutline } from './outline.ts'
import { parsePath } from './path-data.ts'

/** A letter may lie at this many places from one pixel to the next, along x and along y: an eighth is more than an eye sees. */
export const places = 8

/**
 * The sizes, in pixels, at which the coverage of a letter is cached: in smaller letters an eighth of a pixel is visible, and
 * larger ones are few and take much memory.
 */
export const isKept = (size: number): boolean => size >= 14 && size <= 128

/** How many pixels of letters are kept, of a byte each. */
const mostKept = 8_000_000

/** A glyph: its outline, and by how many pixels a unit of it is long, what it covers at each of its places. */
type Letter = { outline: Outline; kept: Map<number, (Coverage | null)[]> }

/** The glyphs drawn so far, by their path data: as many as the fonts hold at the most. */
const letters = new Map<string, Letter>()
let keptPixels = 0

/** A glyph by its path data, which is read once. */
export function findLetter(d: string): Letter {
  const known = letters.get(d)
  if (known) return known
  const letter = { outline: toOutline(parsePath(`M0 0${d}`)), kept: new Map() }
  letters.set(d, letter)
  return letter
}

const letterShape = new Contours()
const everywhere = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }

/**
 * The coverage of a letter around its origin, which lies `placeX` and `placeY` of `places` into the pixel 0, 0; `unit` is how many
 * pixels a unit of its outline is long. Null when it covers nothing.
 */
export function measureLetter(
  { outline, kept }: Letter,
  unit: number,
  placeX: number,
  placeY: number,
): Coverage | null {
  const known = kept.get(unit) ?? []
  const place = placeY * places + placeX
  const found = known[place]
  if (found !== undefined) return found
  if (keptPixels > mostKept) forget()
  letterShape.clear()
  traceOutline(outline, { x: placeX / places, y: placeY / places, scale: unit }, letterShape)
  const measured = measureCoverage(letterShape, everywhere)
  const coverage = measured ? copy(measured) : null
  keptPixels += coverage?.steps.length ?? 0
  known[place] = coverage
  kept.set(unit, known)
  return coverage
}

function forget(): void {
  for (const { kept } of letters.values()) kept.clear()
  keptPixels = 0
}

/** A copy of the coverage with half as many shades: the difference is invisible, and a PNG is a tenth smaller. */
function copy(coverage: Coverage): Coverage {
  const { left, top, right, bottom, steps, spans } = coverage
  const rows = bottom - top
  const shaded = steps.slice(0, (right - left) * rows).map(step => (step + 1) & ~1)
  return { ...coverage, steps: shaded, spans: spans.slice(0, rows * 2) }
}
