import type { Box, Path, TextMark } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import { horizontal, type Interval } from './shapes.ts'

type Coordinates = readonly [x: number, y: number]

/** The room a line of words takes: 0.76 em above its baseline, 0.24 below. */
export const boxOf = (mark: TextMark): Box => ({
  x: mark.x,
  y: mark.y - mark.size * 0.76,
  width: measureText(mark.text, mark.size, mark.weight),
  height: mark.size,
})

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01

/** The margin around words, in ems. */
const wordMargin = 0.3

/** The boxes that the words of a chart may not overlap: lines, dots, columns, event lines, and words placed before. */
export class Obstacles {
  readonly #boxes: Box[] = []
  readonly #room: Box

  constructor(room: Box) {
    this.#room = room
  }

  add(...boxes: readonly Box[]): void {
    this.#boxes.push(...boxes)
  }

  addWords(marks: readonly TextMark[]): void {
    for (const mark of marks) this.#boxes.push(boxOf(mark))
  }

  addDot(x: number, y: number, radius: number): void {
    this.#boxes.push({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })
  }

  /** Adds a line between two points, as squares of its width. */
  addLine([x1, y1]: Coordinates, [x2, y2]: Coordinates, width: number): void {
    const side = Math.max(width, 1)
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / (side * 0.7)))
    for (let i = 0; i <= steps; i++) {
      const [x, y] = [x1 + ((x2 - x1) * i) / steps, y1 + ((y2 - y1) * i) / steps]
      this.#boxes.push({ x: x - side / 2, y: y - side / 2, width: side, height: side })
    }
  }

  /** Whether words may be placed there: within the room, and free of everything by 0.3 em, less above and below. */
  isFree(marks: readonly TextMark[], share = wordMargin, rise = share * 0.6): boolean {
    return marks.every(mark => {
      const box = boxOf(mark)
      const margin = mark.size * share
      const padded = {
        x: box.x - margin,
        y: box.y - mark.size * rise,
        width: box.width + 2 * margin,
        height: box.height + 2 * mark.size * rise,
      }
      return contains(this.#room, box) && !this.#boxes.some(other => overlaps(padded, other))
    })
  }

  /** The parts of a vertical line that nothing else covers. */
  clearDown(x: number, [from, to]: Interval, width: number): Interval[] {
    const taken = this.#boxes
      .filter(box => box.x - width < x && x < box.x + box.width + width)
      .map((box): Interval => [box.y - width, box.y + box.height + width])
    return subtract([from, to], taken)
  }

  /** Takes the first of some places that is free; undefined when none is. */
  place(attempts: readonly (readonly TextMark[])[]): readonly TextMark[] | undefined {
    const found = attempts.find(marks => this.isFree(marks))
    if (found) this.addWords(found)
    return found
  }
}

/** A horizontal line that leaves out the words on it. */
export function horizontalAround(words: readonly TextMark[], span: Interval, y: number): Path {
  const taken = words
    .map(toPadded)
    .flatMap((box): Interval[] => (box.y < y && y < box.y + box.height ? [[box.x, box.x + box.width]] : []))
  return subtract(span, taken).flatMap(piece => horizontal(piece, y))
}

/** The pieces of a vertical line that are left when the words on it are taken out. */
export function splitVertical(words: readonly TextMark[], x: number, span: Interval): Interval[] {
  const taken = words
    .map(toPadded)
    .flatMap((box): Interval[] => (box.x < x && x < box.x + box.width ? [[box.y, box.y + box.height]] : []))
  return subtract(span, taken)
}

function toPadded(mark: TextMark): Box {
  const box = boxOf(mark)
  const margin = mark.size * wordMargin
  return { x: box.x - margin, y: box.y, width: box.width + 2 * margin, height: box.height }
}

/** A stretch without some spans. */
function subtract([from, to]: Interval, taken: readonly Interval[]): Interval[] {
  const left: Interval[] = []
  let at = from
  for (const [start, end] of taken.toSorted((a, b) => a[0] - b[0])) {
    if (at < to && start > at) left.push([at, Math.min(start, to)])
    at = Math.max(at, end)
  }
  return at < to ? [...left, [at, to]] : left
}
