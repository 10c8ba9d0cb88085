import type { Edges, Polyline } from './path.ts'

export type StrokeStyle = {
  width: number
  cap: 'butt' | 'round' | 'square'
  join: 'miter' | 'round' | 'bevel'
  dash: readonly number[]
}

/** SVG 2 section 13.5.5: a mitre longer than four half-widths is cut off. */
const miterLimit = 4

/** How far a round join or cap may lie from the circle, in pixels. */
const roundness = 0.08

/**
 * The outline of a stroke as edges to fill by non-zero winding: up one side of the line, round the end, down the other. On
 * the inner side of a turn the outline passes through the vertex itself, so that what it encloses is never wound back to
 * nought. A closed line gives two loops, of opposite winding, with the stroke between them.
 */
export function strokeLine(line: Polyline, style: StrokeStyle, edges: Edges): void {
  for (const piece of style.dash.length > 0 ? cut(line, style.dash) : [line]) outline(piece, style, edges)
}

type Point = { x: number; y: number }

function outline({ points, isClosed }: Polyline, style: StrokeStyle, edges: Edges): void {
  const vertices = toVertices(points)
  const half = style.width / 2
  const [only] = vertices
  if (!only || half <= 0) return
  if (vertices.length === 1) {
    drawDot(only, half, style.cap, edges)
    return
  }
  const trace = new Trace(edges)
  if (isClosed && vertices.length > 2) {
    for (const ring of [vertices, vertices.toReversed()]) {
      for (let i = 0; i < ring.length; i++) turn(trace, at(ring, i - 1), at(ring, i), at(ring, i + 1), half, style.join)
      trace.close()
    }
    return
  }
  for (const side of [vertices, vertices.toReversed()]) {
    const last = side.length - 1
    trace.to(offset(at(side, 0), at(side, 0), at(side, 1), half))
    for (let i = 1; i < last; i++) turn(trace, at(side, i - 1), at(side, i), at(side, i + 1), half, style.join)
    trace.to(offset(at(side, last), at(side, last - 1), at(side, last), half))
    cap(trace, at(side, last - 1), at(side, last), half, style.cap)
  }
  trace.close()
}

/** Draws from point to point and remembers where it began. */
class Trace {
  private first: Point | undefined
  private last: Point | undefined
  private readonly edges: Edges

  constructor(edges: Edges) {
    this.edges = edges
  }

  to(point: Point): void {
    if (this.last) this.edges.add(this.last.x, this.last.y, point.x, point.y)
    this.first ??= point
    this.last = point
  }

  close(): void {
    if (this.first && this.last) this.edges.add(this.last.x, this.last.y, this.first.x, this.first.y)
    this.first = this.last = undefined
  }
}

function at(vertices: readonly Point[], index: number): Point {
  const point = vertices[(index + vertices.length) % vertices.length]
  if (!point) throw new Error('a stroke needs a point at every turn')
  return point
}

function toVertices(points: readonly number[]): Point[] {
  const vertices: Point[] = []
  for (let i = 0; i + 1 < points.length; i += 2) vertices.push({ x: points[i] ?? 0, y: points[i + 1] ?? 0 })
  return vertices
}

/** `point` moved half a width to the left of the way from `from` to `to`. */
function offset(point: Point, from: Point, to: Point, half: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return { x: point.x + ((to.y - from.y) / length) * half, y: point.y - ((to.x - from.x) / length) * half }
}

function turn(trace: Trace, before: Point, vertex: Point, after: Point, half: number, join: StrokeStyle['join']): void {
  const start = offset(vertex, before, vertex, half)
  const end = offset(vertex, vertex, after, half)
  const cross = (vertex.x - before.x) * (after.y - vertex.y) - (vertex.y - before.y) * (after.x - vertex.x)
  const dot = (vertex.x - before.x) * (after.x - vertex.x) + (vertex.y - before.y) * (after.y - vertex.y)
  trace.to(start)
  if (cross < 0 || (cross === 0 && dot > 0)) {
    if (cross < 0) trace.to(vertex)
  } else if (join === 'round') arc(trace, vertex, start, end, half)
  else if (join === 'miter') {
    // The mitre reaches half / cos(θ/2) from the vertex, θ the angle turned through.
    const middle = { x: (start.x + end.x) / 2 - vertex.x, y: (start.y + end.y) / 2 - vertex.y }
    const depth = middle.x * middle.x + middle.y * middle.y
    const reach = depth > 0 ? (half * half) / depth : Number.POSITIVE_INFINITY
    if (reach * depth <= (miterLimit * half) ** 2 && reach * Math.sqrt(depth) <= miterLimit * half)
      trace.to({ x: vertex.x + middle.x * reach, y: vertex.y + middle.y * reach })
  }
  trace.to(end)
}

/** Points on the circle about `centre` from `start` to `end`, the way the outline turns outwards. */
function arc(trace: Trace, centre: Point, start: Point, end: Point, radius: number): void {
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

function cap(trace: Trace, from: Point, end: Point, half: number, style: StrokeStyle['cap']): void {
  const left = offset(end, from, end, half)
  const right = { x: 2 * end.x - left.x, y: 2 * end.y - left.y }
  if (style === 'round') arc(trace, end, left, right, half)
  if (style === 'square') {
    const length = Math.hypot(end.x - from.x, end.y - from.y)
    const ahead = { x: ((end.x - from.x) / length) * half, y: ((end.y - from.y) / length) * half }
    trace.to({ x: left.x + ahead.x, y: left.y + ahead.y })
    trace.to({ x: right.x + ahead.x, y: right.y + ahead.y })
  }
}

/** A line of no length is a dot with a round cap, a square with a square one, and nothing with a butt (SVG 2 section 13.5.4). */
function drawDot({ x, y }: Point, half: number, style: StrokeStyle['cap'], edges: Edges): void {
  if (style === 'butt') return
  const count = style === 'round' ? Math.max(8, Math.ceil((2 * Math.PI) / toStep(half))) : 4
  const radius = style === 'round' ? half : half * Math.SQRT2
  const trace = new Trace(edges)
  for (let i = 0; i < count; i++) {
    const angle = (2 * Math.PI * (i + 0.5)) / count
    trace.to({ x: x + Math.cos(angle) * radius, y: y + Math.sin(angle) * radius })
  }
  trace.close()
}

/** No line is cut into more dashes than this: what lies further on is off any card. */
const mostDashes = 20_000

/** A line cut into the dashes of a pattern, SVG 2 section 13.5.6; a pattern that sums to nought is no pattern. */
function cut({ points, isClosed }: Polyline, pattern: readonly number[]): Polyline[] {
  const dash = pattern.length % 2 === 0 ? pattern : [...pattern, ...pattern]
  if (!(dash.reduce((sum, value) => sum + value, 0) > 0)) return [{ points, isClosed }]
  const path = isClosed ? [...points, points[0] ?? 0, points[1] ?? 0] : points
  const pieces: Polyline[] = []
  let index = 0
  let left = dash[0] ?? 0
  let piece: number[] = [path[0] ?? 0, path[1] ?? 0]
  for (let i = 2; i + 1 < path.length && pieces.length < mostDashes; i += 2) {
    let [x, y] = [path[i - 2] ?? 0, path[i - 1] ?? 0]
    const [toX, toY] = [path[i] ?? 0, path[i + 1] ?? 0]
    let rest = Math.hypot(toX - x, toY - y)
    while (rest > left && pieces.length < mostDashes) {
      const share = left / rest
      x += (toX - x) * share
      y += (toY - y) * share
      rest -= left
      if (index % 2 === 0) pieces.push({ points: [...piece, x, y], isClosed: false })
      index = (index + 1) % dash.length
      left = dash[index] ?? 0
      piece = [x, y]
    }
    left -= rest
    if (rest > 0 && index % 2 === 0) piece.push(toX, toY)
  }
  if (index % 2 === 0 && piece.length > 2) pieces.push({ points: piece, isClosed: false })
  return pieces
}
