import type { LinesChart } from '../../../card/chart.ts'
import type { Box, TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import type { TypeScale } from '../../type-scale.ts'
import { axisRoom, type Tick, toTicks, toValueScale } from '../axis.ts'
import { mutedRun, placeText, type Run } from '../labels.ts'
import { Obstacles } from '../obstacles.ts'
import type { Plot } from '../plot.ts'
import { toEdges } from './edge.ts'
import { type Gutter, toGutter } from './gutter.ts'
import { toSinceRows } from './since.ts'
import { addLines } from './strokes.ts'

export type LinesPlot = Plot & {
  gutter: Gutter
  sinceRows: Run[][]
  /** The first and the last place in time. */
  span: { first: number; last: number }
  /** Where another authority takes over, in pixels. */
  edges: number[]
  ticks: Tick[]
  /** The numbers of the grid. */
  numbers: TextMark[]
}

export function toLinesPlot(chart: LinesChart, box: Box, t: TypeScale): LinesPlot {
  const { label } = t
  const gutter = toGutter(chart, box, t)
  const sinceRows = chart.since && !gutter.hasSince ? toSinceRows(chart.since, box.width, chart.lang, t) : []
  const right = box.x + box.width - gutter.width
  const bottom = box.y + box.height - label * axisRoom - sinceRows.length * label * 1.5
  const points = chart.lines.flatMap(line => line.points)
  const values = points.map(({ value }) => value)
  const scale = toValueScale(values, [bottom, box.y + label * 0.8], 1.02)
  const xs = points.map(({ x }) => x)
  const span = { first: Math.min(...xs), last: Math.max(...xs) }
  const ticks = toTicks(scale, label, chart.lang)
  const setAt = (left: number) => {
    const at = toTimeScale(span, left + t.line / 2, right - left - t.line)
    const room = { x: box.x, y: box.y - label * 0.5, width: box.width, height: box.height + label * 0.5 }
    const plot = { box, t, left, right, bottom, at, scale, obstacles: new Obstacles(room) }
    const edges = toEdges(chart, xs, plot)
    addLines(chart.lines, plot)
    for (const x of edges) plot.obstacles.addLine([x, box.y], [x, bottom], t.hairline)
    return { ...plot, gutter, sinceRows, span, edges, ticks }
  }
  // The numbers of the grid lie inside at the left, or at the right, or outside at the left, where the lines leave room.
  const inside = setAt(box.x)
  const side = (['left', 'right'] as const).find(side => inside.obstacles.isFree(toNumbers(inside, side), 0.12))
  const numberWidth = Math.max(0, ...ticks.map(({ text }) => measureText(text, label, 400)))
  const plot = side ? inside : setAt(box.x + numberWidth + label * 0.4)
  const numbers = toNumbers(plot, side ?? 'outside')
  const floor = scale.at(0)
  plot.obstacles.addLine([plot.left, floor], [right, floor], t.hairline)
  plot.obstacles.addWords(numbers)
  return { ...plot, numbers }
}

const toTimeScale =
  ({ first, last }: LinesPlot['span'], left: number, width: number) =>
  (x: number): number =>
    left + (last === first ? 0.5 : (x - first) / (last - first)) * width

function toNumbers(
  { left, right, scale, ticks, t: { label, dot } }: Omit<LinesPlot, 'numbers'>,
  place: 'left' | 'right' | 'outside',
): TextMark[] {
  const put = {
    left: (run: Run, y: number) => placeText(run, left, y - label * 0.26),
    right: (run: Run, y: number) => placeText(run, right - dot * 1.5, y - label * 0.26, 'end'),
    outside: (run: Run, y: number) => placeText(run, left - label * 0.4, y + label * 0.36, 'end'),
  }[place]
  return ticks.map(({ value, text }) => put(mutedRun(text, label), scale.at(value)))
}
