/**
 * Lines in device pixels, point after point, contour after contour. It grows as it is filled and is used again from mark to
 * mark, so that drawing allocates next to nothing.
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
