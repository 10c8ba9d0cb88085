import { Canvas, type Raster } from './canvas.ts'
import { Edges, type Pen, type Polyline, readPath, type Transform, toFillPen, toPolylinePen } from './path.ts'
import { strokeLine, toStep } from './stroke.ts'
import { readSvg, type Shape } from './svg-reader.ts'

const edges = new Edges()

/**
 * Draws the SVG of a card at `scale` pixels for each of its units. Fills and strokes are anti-aliased by exact signed areas
 * (see `canvas.ts`); colours blend in sRGB, as browsers blend them. Throws, by name, for anything a card does not hold.
 */
export function rasterise(svg: string, scale: number): Raster {
  const picture = readSvg(svg)
  const width = Math.round(picture.width * scale)
  const height = Math.round(picture.height * scale)
  if (!(width > 0 && height > 0)) throw new Error(`raster: ${width}×${height} pixels; expected at least one`)
  const canvas = new Canvas(width, height)
  const [first, ...rest] = picture.shapes
  const hasGround =
    first?.geometry.kind === 'rect' &&
    first.geometry.width === picture.width &&
    first.geometry.height === picture.height
  if (first && hasGround) drawShape(first, scale, canvas)
  const shapes = first && !hasGround ? picture.shapes : rest
  canvas.reserve(shapes.flatMap(({ fill, stroke }) => [fill, stroke].filter(ink => ink !== undefined)))
  for (const shape of shapes) drawShape(shape, scale, canvas)
  return canvas.toRaster()
}

function drawShape(shape: Shape, scale: number, canvas: Canvas): void {
  const { geometry, fill, stroke } = shape
  const transform = { x: shape.transform.x * scale, y: shape.transform.y * scale, scale: shape.transform.scale * scale }
  if (fill && fill.opacity > 0 && !fillPlainRect(shape, transform, canvas)) {
    edges.clear()
    const pen = toFillPen(edges)
    trace(geometry, transform, pen)
    pen.end()
    canvas.fill(edges, fill)
  }
  if (stroke && stroke.opacity > 0) {
    const lines: Polyline[] = []
    trace(geometry, transform, toPolylinePen(lines))
    edges.clear()
    const style = {
      ...stroke,
      width: stroke.width * transform.scale,
      dash: stroke.dash.map(length => length * transform.scale),
    }
    // A move with nothing after it draws nothing (SVG 2 section 9.3.3), but `close` leaves one behind.
    for (const line of lines.filter((line, i) => line.points.length > 2 || line.isClosed || lines.length === i + 1))
      strokeLine(line, style, edges)
    canvas.fill(edges, stroke)
  }
}

/** A rectangle on whole pixels needs no anti-aliasing: rows are filled. */
function fillPlainRect({ geometry, fill }: Shape, { x: moveX, y: moveY, scale }: Transform, canvas: Canvas): boolean {
  if (geometry.kind !== 'rect' || geometry.radius > 0 || !fill) return false
  const [x, y] = [geometry.x * scale + moveX, geometry.y * scale + moveY]
  const [right, bottom] = [x + geometry.width * scale, y + geometry.height * scale]
  if (![x, y, right, bottom].every(Number.isInteger)) return false
  canvas.fillRows(x, y, right, bottom, fill)
  return true
}

function trace(geometry: Shape['geometry'], transform: Transform, pen: Pen): void {
  switch (geometry.kind) {
    case 'path':
      readPath(geometry.d, transform, pen)
      break
    case 'rect':
      traceRect(geometry, transform, pen)
      break
    case 'circle': {
      if (geometry.radius <= 0) return
      const radius = geometry.radius * transform.scale
      traceArc(
        geometry.x * transform.scale + transform.x,
        geometry.y * transform.scale + transform.y,
        radius,
        0,
        2 * Math.PI,
        pen,
        true,
      )
      pen.close()
    }
  }
}

function traceRect(
  { x, y, width, height, radius }: Extract<Shape['geometry'], { kind: 'rect' }>,
  transform: Transform,
  pen: Pen,
): void {
  if (width <= 0 || height <= 0) return
  const [left, top] = [x * transform.scale + transform.x, y * transform.scale + transform.y]
  const [right, bottom] = [left + width * transform.scale, top + height * transform.scale]
  const r = Math.min(radius * transform.scale, (right - left) / 2, (bottom - top) / 2)
  if (r <= 0) {
    pen.move(left, top)
    pen.line(right, top)
    pen.line(right, bottom)
    pen.line(left, bottom)
    pen.close()
    return
  }
  const quarter = Math.PI / 2
  traceArc(left + r, top + r, r, 2 * quarter, 3 * quarter, pen, true)
  traceArc(right - r, top + r, r, 3 * quarter, 4 * quarter, pen, false)
  traceArc(right - r, bottom - r, r, 0, quarter, pen, false)
  traceArc(left + r, bottom - r, r, quarter, 2 * quarter, pen, false)
  pen.close()
}

/** Chords of a circle, near enough to it that no pixel tells. */
function traceArc(x: number, y: number, radius: number, from: number, to: number, pen: Pen, isFirst: boolean): void {
  const steps = Math.max(4, Math.ceil((to - from) / (toStep(radius) / 2)))
  for (let i = 0; i <= steps; i++) {
    const angle = from + ((to - from) * i) / steps
    const [px, py] = [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius]
    if (i === 0 && isFirst) pen.move(px, py)
    else pen.line(px, py)
  }
}
