import type { Bounds } from './coverage.ts'

/** How far, in device pixels, a curve as lines may be from the true one, and a round join from its circle. */
const tolerance = 0.08

/** No curve takes more lines than this: enough for any glyph at any size. */
const mostSteps = 256

export type Circle = { x: number; y: number; radius: number }

/** The angle whose chord is within the tolerance of a circle: 2·acos(1 − ε/r). */
export const toChordAngle = (radius: number): number =>
  2 * Math.acos(Math.max(0, 1 - tolerance / Math.max(radius, tolerance)))

/**
 * Lines in device pixels, point after point, contour after contour. It grows as it is filled and is used again from mark to
 * mark, so that drawing allocates almost no memory.
 */
export class Contours {
  /** x, y, x, y … */
  points = new Float64Array(1 << 14)
  /** How much of `points` is in use. */
  length = 0
  /** Where each contour begins in `points`. */
  readonly starts: number[] = []
  private readonly closed = new Set<number>()

  clear(): void {
    this.length = 0
    this.starts.length = 0
    this.closed.clear()
  }

  /** Begins a contour. */
  move(x: number, y: number): void {
    this.starts.push(this.length)
    this.line(x, y)
  }

  line(x: number, y: number): void {
    if (this.length === this.points.length) {
      const wider = new Float64Array(this.points.length * 2)
      wider.set(this.points)
      this.points = wider
    }
    this.points[this.length++] = x
    this.points[this.length++] = y
  }

  /** A quadratic curve; the number of its lines keeps the error of flattening, |p0 − 2p1 + p2| / 4n², under the tolerance. */
  curve(x1: number, y1: number, x2: number, y2: number): void {
    const x0 = this.points[this.length - 2] ?? 0
    const y0 = this.points[this.length - 1] ?? 0
    const [bendX, bendY] = [x0 - 2 * x1 + x2, y0 - 2 * y1 + y2]
    const steps = Math.min(mostSteps, Math.ceil(Math.sqrt(Math.sqrt(bendX * bendX + bendY * bendY) / (4 * tolerance))))
    for (let i = 1; i < steps; i++) {
      const t = i / steps
      const u = 1 - t
      this.line(u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2)
    }
    this.line(x2, y2)
  }

  /** Chords of a circle, near enough that no pixel differs, as a new contour or as the continuation of one. */
  arc({ x, y, radius }: Circle, from: number, to: number): void {
    const steps = radius === 0 ? 0 : Math.max(4, Math.ceil((to - from) / (toChordAngle(radius) / 2)))
    for (let i = 0; i <= steps; i++) {
      const angle = from + ((to - from) * i) / Math.max(1, steps)
      const [toX, toY] = [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius]
      if (this.length === 0) this.move(toX, toY)
      else this.line(toX, toY)
    }
  }

  rectangle({ left, top, right, bottom }: Bounds): void {
    this.move(left, top)
    this.line(right, top)
    this.line(right, bottom)
    this.line(left, bottom)
  }

  /** Closes the contour that was begun last. A fill closes every contour by itself; a stroke tells them apart. */
  close(): void {
    this.closed.add(this.starts.length - 1)
  }

  isClosed(contour: number): boolean {
    return this.closed.has(contour)
  }

  /** Where a contour ends in `points`. */
  endOf(contour: number): number {
    return this.starts[contour + 1] ?? this.length
  }
}
