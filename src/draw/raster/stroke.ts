import { type Contours, toChordAngle } from './contours.ts'

/** How a line is drawn: joins are round, ends are cut off, a dash pattern is the lengths of lines and gaps in turn. */
export type StrokeStyle = { width: number; dash: readonly number[] }

type Vertex = { x: number; y: number }
type Polyline = { points: readonly Vertex[]; isClosed: boolean }

/**
 * The outline of a stroke as contours to fill by non-zero winding: up one side of the line, down the other. On the inner side
 * of a turn the outline passes through the vertex itself, so that what it encloses is never wound back to zero. A closed
 * line gives two contours, of opposite winding, with the stroke between them.
 */
export function traceStroke(lines: Contours, { width, dash }: StrokeStyle, to: Contours): void {
  for (const line of toPolylines(lines))
    for (const piece of dash.length > 0 ? cutIntoDashes(line, dash) : [line]) tracePiece(piece, width / 2, to)
}

function toPolylines(lines: Contours): Polyline[] {
  return lines.starts.map((start, contour) => {
    const isClosed = lines.isClosed(contour)
    const points: Vertex[] = []
    for (let i = start; i < lines.endOf(contour); i += 2)
      extend(points, { x: lines.points[i] ?? 0, y: lines.points[i + 1] ?? 0 })
    if (isClosed && points.length > 1 && isSame(at(points, -1), at(points, 0))) points.pop()
    return { points, isClosed }
  })
}

/** A point that repeats the one before is left out: the line between them has no direction. */
function extend(points: Vertex[], point: Vertex): void {
  const last = points.at(-1)
  if (!last || !isSame(last, point)) points.push(point)
}

const isSame = (a: Vertex, b: Vertex): boolean => Math.abs(a.x - b.x) < 1e-6 && Math.abs(a.y - b.y) < 1e-6

/** A line of no length draws nothing: its ends are cut off (SVG 2 section 13.5.4). */
function tracePiece({ points, isClosed }: Polyline, half: number, to: Contours): void {
  if (points.length < 2 || half <= 0) return
  const side = new Side(to, half)
  const isRing = isClosed && points.length > 2
  for (const line of [points, points.toReversed()]) {
    const last = line.length - 1
    if (!isRing) side.to(side.offset(at(line, 0), at(line, 0), at(line, 1)))
    for (let i = isRing ? 0 : 1; i < (isRing ? line.length : last); i++)
      side.turn(at(line, i - 1), at(line, i), at(line, i + 1))
    if (isRing) side.end()
    else side.to(side.offset(at(line, last), at(line, last - 1), at(line, last)))
  }
}

function at(vertices: readonly Vertex[], index: number): Vertex {
  const point = vertices[(index + vertices.length) % vertices.length]
  if (!point) throw new Error('a stroke needs a point at every turn')
  return point
}

/** Draws the outline of a stroke point by point, half a width to the left of its line; the first point begins a contour. */
class Side {
  private isBegun = false
  private readonly contours: Contours
  private readonly half: number

  constructor(contours: Contours, half: number) {
    this.contours = contours
    this.half = half
  }

  to({ x, y }: Vertex): void {
    if (this.isBegun) this.contours.line(x, y)
    else this.contours.move(x, y)
    this.isBegun = true
  }

  end(): void {
    this.isBegun = false
  }

  /** `point` moved half a width to the left of the way from `from` to `to`. */
  offset(point: Vertex, from: Vertex, to: Vertex): Vertex {
    const { half } = this
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    return { x: point.x + ((to.y - from.y) / length) * half, y: point.y - ((to.x - from.x) / length) * half }
  }

  turn(before: Vertex, vertex: Vertex, after: Vertex): void {
    const start = this.offset(vertex, before, vertex)
    const end = this.offset(vertex, vertex, after)
    const cross = (vertex.x - before.x) * (after.y - vertex.y) - (vertex.y - before.y) * (after.x - vertex.x)
    const dot = (vertex.x - before.x) * (after.x - vertex.x) + (vertex.y - before.y) * (after.y - vertex.y)
    this.to(start)
    if (cross < 0) this.to(vertex)
    else if (cross > 0 || dot <= 0) this.join(vertex, start, end)
    this.to(end)
  }

  /** Points on the circle about `centre` from `start` to `end`, the way the outline turns outwards. */
  private join(centre: Vertex, start: Vertex, end: Vertex): void {
    const from = Math.atan2(start.y - centre.y, start.x - centre.x)
    let sweep = Math.atan2(end.y - centre.y, end.x - centre.x) - from
    if (sweep <= 0) sweep += 2 * Math.PI
    const steps = Math.max(1, Math.ceil(sweep / toChordAngle(this.half)))
    for (let i = 1; i < steps; i++) {
      const angle = from + (sweep * i) / steps
      this.to({ x: centre.x + Math.cos(angle) * this.half, y: centre.y + Math.sin(angle) * this.half })
    }
  }
}

/** No line is cut into more dashes than this: the rest lies outside any card. */
const mostDashes = 20_000

/** A line cut into the dashes of a pattern, SVG 2 section 13.5.6; a pattern that sums to zero is no pattern. */
function cutIntoDashes({ points, isClosed }: Polyline, pattern: readonly number[]): Polyline[] {
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
