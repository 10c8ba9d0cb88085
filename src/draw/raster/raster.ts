import { type Mark, type Path, type RectMark, type Scene, type TextMark, toInks } from '../scene.ts'
import { layGlyphs } from '../text/faces.ts'
import type { Paint } from '../theme.ts'
import { Canvas, type Raster } from './canvas.ts'
import { Contours } from './contours.ts'
import { findLetter, isKept, measureLetter, places } from './letters.ts'
import { toOutline, traceOutline } from './outline.ts'
import { toStep, traceStroke } from './stroke.ts'

/** What is filled next, and the lines that a stroke follows. */
const shape = new Contours()
const lines = new Contours()

/**
 * Draws a card at `scale` pixels for each of its own, in the light colours of its paint: a PNG has no media query. Fills and
 * strokes are anti-aliased by exact signed areas (see coverage.ts); colours blend in sRGB, as browsers blend them.
 */
export function rasterise(scene: Scene, { light, isTransparent }: Paint, scale: number): Raster {
  const width = Math.round(scene.width * scale)
  const height = Math.round(scene.height * scale)
  if (!(width > 0 && height > 0)) throw new Error(`raster: ${width}×${height} pixels; expected at least one`)
  const canvas = new Canvas(width, height, isTransparent ? undefined : light.ground)
  canvas.reserve([...toInks(scene.marks)].map(ink => light[ink]))
  for (const mark of scene.marks) drawMark(mark, light, scale, canvas)
  return canvas.toRaster()
}

function drawMark(mark: Mark, palette: Paint['light'], scale: number, canvas: Canvas): void {
  const colour = palette[mark.ink]
  shape.clear()
  switch (mark.kind) {
    case 'text':
      drawText(mark, colour, scale, canvas)
      break
    case 'fill':
      tracePath(mark.path, scale, shape)
      canvas.fill(shape, colour)
      break
    case 'stroke':
      lines.clear()
      tracePath(mark.path, scale, lines)
      traceStroke(lines, { width: mark.width * scale, dash: (mark.dash ?? []).map(length => length * scale) }, shape)
      canvas.fill(shape, colour)
      break
    case 'rect':
      drawRect(mark, colour, scale, canvas)
      break
    case 'circle': {
      const { x, y, radius, outline } = mark
      traceArc(x * scale, y * scale, radius * scale, 0, 2 * Math.PI, shape)
      canvas.fill(shape, colour)
      if (!outline) break
      lines.clear()
      traceArc(x * scale, y * scale, radius * scale, 0, 2 * Math.PI, lines)
      lines.close()
      shape.clear()
      traceStroke(lines, { width: outline.width * scale, dash: [] }, shape)
      canvas.fill(shape, palette[outline.ink])
    }
  }
}

const tracePath = (path: Path, scale: number, to: Contours): void => traceOutline(toOutline(path), 0, 0, scale, to)

/** A line of words: letter by letter where what each covers is known, else each stretch of one face at once. */
function drawText({ x, y, size, weight, text }: TextMark, colour: string, scale: number, canvas: Canvas): void {
  for (const { start, em, glyphs } of layGlyphs(text, weight)) {
    const unit = (size * scale) / em
    shape.clear()
    for (const glyph of glyphs) {
      const letter = findLetter(glyph.d)
      const left = (x + start * size) * scale + glyph.x * unit
      const baseline = y * scale + glyph.y * unit
      if (isKept(size * scale)) {
        const [placeX, placeY] = [Math.round(left * places), Math.round(baseline * places)]
        const coverage = measureLetter(letter, unit, placeX & (places - 1), placeY & (places - 1))
        if (coverage) canvas.cover(coverage, colour, Math.floor(placeX / places), Math.floor(placeY / places))
      } else traceOutline(letter.outline, left, baseline, unit, shape)
    }
    canvas.fill(shape, colour)
  }
}

/** A rectangle: its whole pixels row by row, then what lies around them. One of no size is not drawn (SVG 2 section 10.2). */
function drawRect(mark: RectMark, colour: string, scale: number, canvas: Canvas): void {
  if (mark.width <= 0 || mark.height <= 0) return
  const [left, top] = [mark.x * scale, mark.y * scale]
  const [right, bottom] = [left + mark.width * scale, top + mark.height * scale]
  const radius = Math.min((mark.radius ?? 0) * scale, (right - left) / 2, (bottom - top) / 2)
  if (radius === 0) {
    const [x0, y0, x1, y1] = [Math.ceil(left), Math.ceil(top), Math.floor(right), Math.floor(bottom)]
    if (x0 < x1 && y0 < y1) {
      canvas.fillRows(x0, y0, x1, y1, colour)
      fillRect(left, top, right, y0, colour, canvas)
      fillRect(left, y0, x0, y1, colour, canvas)
      fillRect(x1, y0, right, y1, colour, canvas)
      fillRect(left, y1, right, bottom, colour, canvas)
    } else fillRect(left, top, right, bottom, colour, canvas)
    return
  }
  const quarter = Math.PI / 2
  traceArc(left + radius, top + radius, radius, 2 * quarter, 3 * quarter, shape)
  traceArc(right - radius, top + radius, radius, 3 * quarter, 4 * quarter, shape)
  traceArc(right - radius, bottom - radius, radius, 0, quarter, shape)
  traceArc(left + radius, bottom - radius, radius, quarter, 2 * quarter, shape)
  canvas.fill(shape, colour)
}

function fillRect(left: number, top: number, right: number, bottom: number, colour: string, canvas: Canvas): void {
  if (left >= right || top >= bottom) return
  shape.clear()
  shape.move(left, top)
  shape.line(right, top)
  shape.line(right, bottom)
  shape.line(left, bottom)
  canvas.fill(shape, colour)
}

/** Chords of a circle, near enough to it that no pixel tells, as the first contour or as what goes on with it. */
function traceArc(x: number, y: number, radius: number, from: number, to: number, contours: Contours): void {
  const steps = radius === 0 ? 0 : Math.max(4, Math.ceil((to - from) / (toStep(radius) / 2)))
  for (let i = 0; i <= steps; i++) {
    const angle = from + ((to - from) * i) / Math.max(1, steps)
    const [toX, toY] = [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius]
    if (contours.length === 0) contours.move(toX, toY)
    else contours.line(toX, toY)
  }
}
