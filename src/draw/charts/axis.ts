import { scaleLinear } from 'd3-scale'
import type { Card } from '../../card/card.ts'
import { formatNumber } from '../../model/numbers.ts'
import type { Ink, Mark, Path, TextMark, Weight } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import type { Composition } from '../type-scale.ts'

/** A rectangle of the card in pixels. */
export type Box = { x: number; y: number; width: number; height: number }

export type Anchor = 'start' | 'middle' | 'end'

type Placed = { x: number; y: number; anchor?: Anchor; size: number; weight?: Weight; ink: Ink; text: string }

/** A label whose anchor lies at `x`, on the baseline `y`. */
export function placeLabel({ x, y, anchor = 'start', size, weight = 400, ink, text }: Placed): TextMark {
  const width = measureText(text, size, weight)
  const start = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  return { kind: 'text', ink, x: start, y, size, weight, text }
}

/** The room a line of words takes: from the top of its capitals to the foot of its descenders. */
export const boxOf = (mark: TextMark): Box => ({
  x: mark.x,
  y: mark.y - mark.size * 0.78,
  width: measureText(mark.text, mark.size, mark.weight),
  height: mark.size * 1.02,
})

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** A coordinate as a path has it: two decimals are a fiftieth of a pixel even at `scale=3`. */
export const px = (value: number): number => Math.round(value * 100) / 100

/** The axis of values: from nought (or from the least value, if below) to a round number over the greatest. */
export type ValueAxis = {
  scale: (value: number) => number
  ticks: { value: number; text: string }[]
  labelWidth: number
}

export function toValueAxis(
  values: readonly number[],
  bottom: number,
  top: number,
  card: Card,
  composition: Composition,
): ValueAxis {
  const count = Math.max(2, Math.min(5, Math.floor((bottom - top) / composition.tickGap)))
  const [least, greatest] = [Math.min(0, ...values), Math.max(0, ...values)]
  const scale = scaleLinear()
    .domain([least, least === greatest ? 1 : greatest])
    .nice(count)
    .range([bottom, top])
  const ticks = scale.ticks(count)
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0)
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const named = ticks.map(value => ({ value, text: formatNumber(value, decimals, decimals, card.lang) }))
  const labelWidth = Math.max(...named.map(({ text }) => measureText(text, composition.label, 400)))
  return { scale, ticks: named, labelWidth }
}

/** The few horizontal lines a reader measures against, each with its number at the left; they make way for words. */
export function drawGrid(axis: ValueAxis, box: Box, words: readonly TextMark[], composition: Composition): Mark[] {
  const { label, line } = composition
  return axis.ticks.flatMap(({ value, text }): Mark[] => {
    const y = px(axis.scale(value))
    const path = clear(
      box.x,
      box.x + box.width,
      gaps(words, label, room => (room.y < y && y < room.y + room.height ? [room.x, room.x + room.width] : undefined)),
    ).flatMap(
      ([from, to]): Path => [
        ['M', px(from), y],
        ['H', px(to)],
      ],
    )
    return [
      { kind: 'stroke', ink: value === 0 ? 'axis' : 'grid', path, width: line / 2.5 },
      placeLabel({ x: box.x - label * 0.55, y: y + label * 0.36, anchor: 'end', size: label, ink: 'muted', text }),
    ]
  })
}

/** A dashed line down from an event or a break to the foot of the plot; it makes way for words. */
export function drawPlumb(
  x: number,
  top: number,
  bottom: number,
  words: readonly TextMark[],
  { label, line }: Composition,
): Mark {
  const path = clear(
    top,
    bottom,
    gaps(words, label, room => (room.x < x && x < room.x + room.width ? [room.y, room.y + room.height] : undefined)),
  ).flatMap(
    ([from, to]): Path => [
      ['M', px(x), px(from)],
      ['V', px(to)],
    ],
  )
  return { kind: 'stroke', ink: 'muted', path, width: line / 2.5, dash: [px(line), px(line)] }
}

type Span = [from: number, to: number]

const gaps = (words: readonly TextMark[], label: number, toSpan: (room: Box) => Span | undefined): Span[] =>
  words.flatMap(mark => {
    const room = boxOf(mark)
    const span = toSpan({
      x: room.x - label * 0.25,
      y: room.y - label * 0.1,
      width: room.width + label * 0.5,
      height: room.height + label * 0.2,
    })
    return span ? [span] : []
  })

/** What is left of a stretch when the gaps are taken out. */
function clear(from: number, to: number, taken: readonly Span[]): Span[] {
  const left: Span[] = []
  let at = from
  for (const [start, end] of taken.toSorted((a, b) => a[0] - b[0])) {
    if (start > at) left.push([at, Math.min(start, to)])
    at = Math.max(at, end)
  }
  return at < to ? [...left, [at, to]] : left
}

/** Moves labels along y so that none lies on another and all stay between `top` and `bottom`; order is kept. */
export function spreadLabels(wanted: readonly number[], spacing: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y)
  let floor = top
  for (const entry of order) {
    entry.y = Math.max(entry.y, floor)
    floor = entry.y + spacing
  }
  let ceiling = bottom
  for (const entry of order.toReversed()) {
    entry.y = Math.min(entry.y, ceiling)
    ceiling = entry.y - spacing
  }
  return order.sort((a, b) => a.index - b.index).map(({ y }) => y)
}
