import type { Ink, Mark, Path, Plotted, TextMark, Weight } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import type { Box } from '../text/layout.ts'

export type { Box } from '../text/layout.ts'

/** A chart laid out: its marks from back to front, and the room from its axis to its highest mark. */
export type Drawn = { marks: Mark[]; plot: Box; points?: readonly Plotted[] }

export type Anchor = 'start' | 'middle' | 'end'
/** A stretch of a label in one colour, size and weight. */
export type Run = { text: string; ink: Ink; size: number; weight: Weight }

/** A coordinate as a path has it: two decimals are a fiftieth of a pixel even at `scale=3`. */
export const px = (value: number): number => Math.round(value * 100) / 100

/** A line of runs, whose anchor lies at `x` on the baseline `y`; spaces between runs are part of their texts. */
export function placeRuns(runs: readonly Run[], x: number, y: number, anchor: Anchor = 'start'): TextMark[] {
  const width = widthOf(runs)
  let at = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  return runs.map(({ text, ink, size, weight }) => {
    const mark: TextMark = { kind: 'text', ink, x: at, y: Math.round(y), size, weight, text }
    at += measureText(text, size, weight)
    return mark
  })
}

export const widthOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { text, size, weight }) => sum + measureText(text, size, weight), 0)

export const placeText = (run: Run, x: number, y: number, anchor: Anchor = 'start'): TextMark => {
  const width = measureText(run.text, run.size, run.weight)
  return {
    kind: 'text',
    ...run,
    x: anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width,
    y: Math.round(y),
  }
}

/** The room a line of words takes: 0.76 em above its baseline, 0.24 below. */
export const boxOf = (mark: TextMark): Box => ({
  x: mark.x,
  y: mark.y - mark.size * 0.76,
  width: measureText(mark.text, mark.size, mark.weight),
  height: mark.size,
})

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01

/** How far words keep from everything else, in ems. */
const pad = 0.3

/** What the words of a chart must miss: lines, dots, columns, event lines, and words placed before. */
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

  /** A line between two points, in squares of its width. */
  addLine(x1: number, y1: number, x2: number, y2: number, width: number): void {
    const side = Math.max(width, 1)
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / (side * 0.7)))
    for (let i = 0; i <= steps; i++) {
      const [x, y] = [x1 + ((x2 - x1) * i) / steps, y1 + ((y2 - y1) * i) / steps]
      this.#boxes.push({ x: x - side / 2, y: y - side / 2, width: side, height: side })
    }
  }

  /** Whether words may stand there: within the room, and free of everything by 0.3 em, less above and below. */
  isFree(marks: readonly TextMark[], share = pad, rise = share * 0.6): boolean {
    return marks.every(mark => {
      const box = boxOf(mark)
      const margin = mark.size * share
      const padded = {
        x: box.x - margin,
        y: box.y - mark.size * rise,
        width: box.width + 2 * margin,
        height: box.height + 2 * mark.size * rise,
      }
      return isWithin(box, this.#room) && !this.#boxes.some(other => overlaps(padded, other))
    })
  }

  /** The parts of a vertical line that nothing else stands on. */
  clearDown(x: number, from: number, to: number, width: number): [from: number, to: number][] {
    const taken = this.#boxes
      .filter(box => box.x - width < x && x < box.x + box.width + width)
      .map((box): [number, number] => [box.y - width, box.y + box.height + width])
    return without(from, to, taken)
  }

  /** The first of some places that is free, which is then taken. */
  place(attempts: readonly (readonly TextMark[])[]): readonly TextMark[] | undefined {
    const found = attempts.find(marks => this.isFree(marks))
    if (found) this.addWords(found)
    return found
  }
}

/** Moves labels along y so that none lies on another and all stay between `top` and `bottom`; order is kept. `heights` is the room each takes. */
export function spreadLabels(
  wanted: readonly number[],
  heights: readonly number[],
  top: number,
  bottom: number,
): number[] {
  // Labels that would meet are pooled, and the pool is centred on where its members want to be.
  type Pool = { members: number[]; start: number; height: number }
  const order = wanted.map((y, i) => ({ y: y - (heights[i] ?? 0) / 2, i })).sort((a, b) => a.y - b.y || a.i - b.i)
  const pools: Pool[] = []
  const settle = (members: number[]): Pool => {
    const height = members.reduce((sum, i) => sum + (heights[i] ?? 0), 0)
    let offset = 0
    const starts = members.map(i => {
      const start = (wanted[i] ?? 0) - (heights[i] ?? 0) / 2 - offset
      offset += heights[i] ?? 0
      return start
    })
    const mean = starts.reduce((sum, start) => sum + start, 0) / starts.length
    return { members, height, start: Math.max(top, Math.min(mean, bottom - height)) }
  }
  for (const { i } of order) {
    pools.push(settle([i]))
    for (
      let last = pools.at(-1), before = pools.at(-2);
      last && before && before.start + before.height > last.start;
    ) {
      pools.splice(-2, 2, settle([...before.members, ...last.members]))
      last = pools.at(-1)
      before = pools.at(-2)
    }
  }
  const placed = wanted.map(() => 0)
  for (const { members, start } of pools) {
    let at = start
    for (const i of members) {
      placed[i] = at + (heights[i] ?? 0) / 2
      at += heights[i] ?? 0
    }
  }
  return placed
}

export const horizontal = (x1: number, x2: number, y: number): Path => [
  ['M', px(x1), px(y)],
  ['H', px(x2)],
]
export const vertical = (x: number, y1: number, y2: number): Path => [
  ['M', px(x), px(y1)],
  ['V', px(y2)],
]

type Span = [from: number, to: number]

/** The parts of a horizontal line that no words lie on. */
export const clearOf = (x1: number, x2: number, y: number, words: readonly TextMark[]): Span[] =>
  without(
    x1,
    x2,
    words
      .map(toPadded)
      .flatMap((box): Span[] => (box.y < y && y < box.y + box.height ? [[box.x, box.x + box.width]] : [])),
  )

/** The parts of a vertical line that no words lie on. */
export const clearOfColumn = (x: number, y1: number, y2: number, words: readonly TextMark[]): Span[] =>
  without(
    y1,
    y2,
    words
      .map(toPadded)
      .flatMap((box): Span[] => (box.x < x && x < box.x + box.width ? [[box.y, box.y + box.height]] : [])),
  )

function toPadded(mark: TextMark): Box {
  const box = boxOf(mark)
  const margin = mark.size * pad
  return { x: box.x - margin, y: box.y, width: box.width + 2 * margin, height: box.height }
}

/** What is left of a stretch when some spans are taken out of it. */
function without(from: number, to: number, taken: readonly Span[]): Span[] {
  const left: Span[] = []
  let at = from
  for (const [start, end] of taken.toSorted((a, b) => a[0] - b[0])) {
    if (start > at) left.push([at, Math.min(start, to)])
    at = Math.max(at, end)
  }
  return at < to ? [...left, [at, to]] : left
}
