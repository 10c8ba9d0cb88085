import type { Contours } from './contours.ts'

/** How a line is drawn: joins are round, ends are cut off, a dash pattern is the lengths of lines and gaps in turn. */
export type StrokeStyle = { width: number; dash: readonly number[] }

/** How far a round join may lie from the circle, in pixels. */
const roundness = 0.08

type Point = { x: number; y: number }
type Polyline = { points: readonly Point[]; isClosed: boolean }

/**
 * The outline of a stroke as contours to fill by non-zero winding: up one side of the line, down the other. On the inner side
 * of a turn the outline passes through the vertex itself, so that what it encloses is never wound back to nought. A closed
 * line gives two contours, of opposite winding, with the stroke between them.
 */
export function traceStroke(lines: Contours, { width, dash }: StrokeStyle, to: Contours): void {
  for (const line of toPolylines(lines))
    for (const piece of dash.length > 0 ? cut(line, dash) : [line]) tracePiece(piece, width / 2, to)
}

function toPolylines(lines: Contours): Polyline[] {
  return lines.starts.map((start, contour) => {
    const isClosed = lines.isClosed(contour)
    const points: Point[] = []
    for (let i = start; i < lines.endOf(contour); i += 2)
      extend(points, { x: lines.points[i] ?? 0, y: lines.points[i + 1] ?? 0 })
    if (isClosed && points.length > 1 && isSame(at(points, -1), at(points, 0))) points.pop()
    return { points, isClosed }
  })
}

/** A point that repeats the one before is left out: the line between them has no direction. */
function extend(points: Point[], point: Point): void {
  const last = points.at(-1)
  if (!last || !isSame(last, point)) points.push(point)
}

const isSame = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 1e-6 && Math.abs(a.y - b.y) < 1e-6

/** A line of no length draws nothing: its ends are cut off (SVG 2 section 13.5.4). */
function tracePiece({ points, isClosed }: Polyline, half: number, to: Contours): void {
  if (points.length < 2 || half <= 0) return
  const trace = new Trace(to)
  if (isClosed && points.length > 2) {
    for (const ring of [points, points.toReversed()]) {
      for (let i = 0; i < ring.length; i++) turn(trace, at(ring, i - 1), at(ring, i), at(ring, i + 1), half)
      trace.end()
    }
    return
  }
  for (const side of [points, points.toReversed()]) {
    const last = side.length - 1
    trace.to(offset(at(side, 0), at(side, 0), at(side, 1), half))
    for (let i = 1; i < last; i++) turn(trace, at(side, i - 1), at(side, i), at(side, i + 1), half)
    trace.to(offset(at(side, last), at(side, last - 1), at(side, last), half))
  }
}

/** Draws from point to point; the first begins a contour. */
class Trace {
  private isBegun = false
  private readonly contours: Contours

  constructor(contours: Contours) {
    this.contours = contours
  }

  to({ x, y }: Point): void {
    if (this.isBegun) this.contours.line(x, y)
    else this.contours.move(x, y)
    this.isBegun = true
  }

  end(): void {
    this.isBegun = false
  }
}

function at(vertices: readonly Point[], index: number): Point {
  const point = vertices[(index + vertices.length) % vertices.length]
  if (!point) throw new Error('a stroke needs a point at every turn')
  return point
}

/** `point` moved half a width to the left of the way from `from` to `to`. */
function offset(point: Point, from: Point, to: Point, half: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return { x: point.x + ((to.y - from.y) / length) * half, y: point.y - ((to.x - from.x) / length) * half }
}

function turn(trace: Trace, before: Point, vertex: Point, after: Point, half: number): void {
  const start = offset(vertex, before, vertex, half)
  const end = offset(vertex, vertex, after, half)
  const cross = (vertex.x - before.x) * (after.y - vertex.y) - (vertex.y - before.y) * (after.x - vertex.x)
  const dot = (vertex.x - before.x) * (after.x - vertex.x) + (vertex.y - before.y) * (after.y - vertex.y)
  trace.to(start)
  if (cross < 0) trace.to(vertex)
  else if (cross > 0 || dot <= 0) traceJoin(trace, vertex, start, end, half)
  trace.to(end)
}

/** Points on the circle about `centre` from `start` to `end`, the way the outline turns outwards. */
function traceJoin(trace: Trace, centre: Point, start: Point, end: Point, radius: number): void {
  const from = Math.atan2(start.y - centre.y, start.x - centre.x)
  let sweep = Math.atan2(end.y - centre.y, end.x - centre.x) - from
  if (sweep <= 0) sweep += 2 * Math.PI
  const steps = Math.max(1, Math.ceil(sweep / toStep(radius)))
  for (let i = 1; i < steps; i++) {
    const angle = from + (sweep * i) / steps
    trace.to({ x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius })
  }
}

/** The angle whose chord lies within `roundness` of the circle: 2·acos(1 − ε/r). */
export const toStep = (radius: number): number =>
  2 * Math.acos(Math.max(0, 1 - roundness / Math.max(radius, roundness)))

/** No line is cut into more dashes than this: what lies further on is off any card. */
const mostDashes = 20_000

/** A line cut into the dashes of a pattern, SVG 2 section 13.5.6; a pattern that sums to nought is no pattern. */
function cut({ points, isClosed }: Polyline, pattern: readonly number[]): Polyline[] {
  const dash = pattern.length % 2 === 0 ? pattern : [...pattern, ...pattern]
  if (!(dash.reduce((sum, value) => sum + value, 0) > 0)) return [{ points, isClosed }]
  const path = isClosed ? [...points, at(points, 0)] : points
  const pieces: Polyline[] = []
  let index = 0
  let left = dash[0] ?? 0
  let piece = path.slice(0, 1)
  for (let i = 1; i < path.length && pieces.length < mostDashes; i++) {
    let { x, y } = at(path, i - 1)
    const end = at(path, i)
    let rest = Math.hypot(end.x - x, end.y - y)
    while (rest > left && pieces.length < mostDashes) {
      const share = left / rest
      x += (end.x - x) * share
      y += (end.y - y) * share
      rest -= left
      extend(piece, { x, y })
      if (index % 2 === 0) pieces.push({ points: piece, isClosed: false })
      index = (index + 1) % dash.length
      left = dash[index] ?? 0
      piece = [{ x, y }]
    }
    left -= rest
    extend(piece, end)
  }
  if (index % 2 === 0) pieces.push({ points: piece, isClosed: false })
  return pieces
}
