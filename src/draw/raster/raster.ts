import { type Mark, type RectMark, type Scene, type StrokeMark, type TextMark, toInks } from '../scene.ts'
import { layGlyphs } from '../text/faces.ts'
import type { Paint, Palette } from '../theme.ts'
import { Canvas, type Raster } from './canvas.ts'
import { Contours } from './contours.ts'
import type { Bounds } from './coverage.ts'
import { findLetter, isKept, measureLetter, places } from './letters.ts'
import { toOutline, traceOutline } from './outline.ts'
import { traceStroke } from './stroke.ts'

/** Reused buffers: the contours to fill next, and the lines of a stroke. */
const shape = new Contours()
const strokeLines = new Contours()

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
  for (const mark of scene.marks) drawMark(mark, light, { canvas, scale })
  return canvas.toRaster()
}

/** A canvas, and how many of its pixels one of the scene has. */
type Target = { canvas: Canvas; scale: number }

function drawMark(mark: Mark, palette: Palette, target: Target): void {
  const { canvas, scale } = target
  const colour = palette[mark.ink]
  shape.clear()
  switch (mark.kind) {
    case 'text':
      drawText(mark, colour, target)
      break
    case 'fill':
      traceOutline(toOutline(mark.path), { x: 0, y: 0, scale }, shape)
      canvas.fill(shape, colour)
      break
    case 'stroke':
      strokeLines.clear()
      traceOutline(toOutline(mark.path), { x: 0, y: 0, scale }, strokeLines)
      drawStroke(mark, colour, target)
      break
    case 'rect':
      drawRect(mark, colour, target)
      break
    case 'circle': {
      const { outline } = mark
      const circle = { x: mark.x * scale, y: mark.y * scale, radius: mark.radius * scale }
      shape.arc(circle, 0, 2 * Math.PI)
      canvas.fill(shape, colour)
      if (!outline) break
      strokeLines.clear()
      strokeLines.arc(circle, 0, 2 * Math.PI)
      strokeLines.close()
      drawStroke(outline, palette[outline.ink], target)
    }
  }
}

/** Draws the traced lines as a stroke. */
function drawStroke({ width, dash = [] }: Pick<StrokeMark, 'width' | 'dash'>, colour: string, target: Target): void {
  const { canvas, scale } = target
  shape.clear()
  traceStroke(strokeLines, { width: width * scale, dash: dash.map(length => length * scale) }, shape)
  canvas.fill(shape, colour)
}

/** A line of words: letter by letter if their coverage is cached, else each stretch of one face at once. */
function drawText({ x, y, size, weight, text }: TextMark, colour: string, { canvas, scale }: Target): void {
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
      } else traceOutline(letter.outline, { x: left, y: baseline, scale: unit }, shape)
    }
    canvas.fill(shape, colour)
  }
}

/** A rectangle; one of no size is not drawn (SVG 2 section 10.2). */
function drawRect(mark: RectMark, colour: string, { canvas, scale }: Target): void {
  if (mark.width <= 0 || mark.height <= 0) return
  const [left, top] = [mark.x * scale, mark.y * scale]
  const [right, bottom] = [left + mark.width * scale, top + mark.height * scale]
  const radius = Math.min((mark.radius ?? 0) * scale, (right - left) / 2, (bottom - top) / 2)
  if (radius === 0) {
    fillRect({ left, top, right, bottom }, colour, canvas)
    return
  }
  const quarter = Math.PI / 2
  shape.arc({ x: left + radius, y: top + radius, radius }, 2 * quarter, 3 * quarter)
  shape.arc({ x: right - radius, y: top + radius, radius }, 3 * quarter, 4 * quarter)
  shape.arc({ x: right - radius, y: bottom - radius, radius }, 0, quarter)
  shape.arc({ x: left + radius, y: bottom - radius, radius }, quarter, 2 * quarter)
  canvas.fill(shape, colour)
}

/** Fills the whole pixels of a rectangle row by row, then what lies around them. */
function fillRect(bounds: Bounds, colour: string, canvas: Canvas): void {
  const { left, top, right, bottom } = bounds
  const inner = { left: Math.ceil(left), top: Math.ceil(top), right: Math.floor(right), bottom: Math.floor(bottom) }
  if (inner.left >= inner.right || inner.top >= inner.bottom) {
    fillPart(bounds, colour, canvas)
    return
  }
  canvas.fillRows(inner, colour)
  fillPart({ ...bounds, bottom: inner.top }, colour, canvas)
  fillPart({ ...inner, left, right: inner.left }, colour, canvas)
  fillPart({ ...inner, left: inner.right, right }, colour, canvas)
  fillPart({ ...bounds, top: inner.bottom }, colour, canvas)
}

function fillPart(bounds: Bounds, colour: string, canvas: Canvas): void {
  if (bounds.left >= bounds.right || bounds.top >= bounds.bottom) return
  shape.clear()
  shape.rectangle(bounds)
  canvas.fill(shape, colour)
}
