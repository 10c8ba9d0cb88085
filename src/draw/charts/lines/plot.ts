import type { LinesChart } from '../../../card/lines-chart.ts'
import { offered } from '../../../site.ts'
import type { TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import { axisRoom, toTicks, toValueScale } from '../axis.ts'
import { mutedRun, placeText, type Run, widthOf } from '../labels.ts'
import { Obstacles } from '../obstacles.ts'
import type { ChartArea, Plot } from '../plot.ts'
import { toEdges } from './edge.ts'
import { type EndForm, toEndForm, toEndRows } from './ends.ts'
import { toSinceRows, widthOfSince } from './since.ts'
import { addLines } from './strokes.ts'

/** The greatest share of a card's width for the names beside the plot. */
const mostGutter = 0.24

/** The room beside the plot. */
type Gutter = {
  width: number
  /** The gap between its words and the plot. */
  aside: number
  /** The greatest width of a name. */
  most: number
  form: EndForm
  /** Whether the newest part of a year has its place here, and not under the years. */
  hasSince: boolean
}

export type LinesPlot = Plot & {
  chart: LinesChart
  gutter: Gutter
  sinceRows: Run[][]
  /** The first and the last place in time. */
  span: { first: number; last: number }
  /** Where another authority takes over, in pixels. */
  edges: number[]
  /** The numbers of the grid. */
  numbers: TextMark[]
}

export function toLinesPlot(chart: LinesChart, area: ChartArea): LinesPlot {
  const { box, t } = area
  const { label } = t
  const gutter = toGutter(chart, area)
  const sinceRows = gutter.hasSince ? [] : toSinceRows(chart, area)
  const right = box.x + box.width - gutter.width
  const bottom = box.y + box.height - label * axisRoom - sinceRows.length * label * 1.5
  const points = chart.lines.flatMap(line => line.points)
  const values = points.map(({ value }) => value)
  const scale = toValueScale(values, [bottom, box.y + label * 0.8], 1.02)
  const xs = points.map(({ x }) => x)
  const span = { first: Math.min(...xs), last: Math.max(...xs) }
  const ticks = toTicks(scale, label, chart.lang)
  const shared = { chart, box, t, right, bottom, scale, ticks, eventTop: box.y, gutter, sinceRows, span }
  // The numbers of the grid lie inside at the left, or at the right, or outside at the left, where the lines leave room.
  const inside = startAt(box.x, shared)
  const side = (['left', 'right'] as const).find(side => inside.obstacles.isFree(toNumbers(inside, side), 0.12))
  const numberWidth = Math.max(0, ...ticks.map(({ text }) => measureText(text, label, 400)))
  const plot = side ? inside : startAt(box.x + numberWidth + label * 0.4, shared)
  const numbers = toNumbers(plot, side ?? 'outside')
  const floor = scale.at(0)
  plot.obstacles.addLine([plot.left, floor], [right, floor], t.hairline)
  plot.obstacles.addWords(numbers)
  return { ...plot, numbers }
}

type SharedPlot = Omit<LinesPlot, 'left' | 'at' | 'obstacles' | 'edges' | 'numbers'>

/** The plot whose left edge is at `left`, with its lines and edges as obstacles. */
function startAt(left: number, shared: SharedPlot): Omit<LinesPlot, 'numbers'> {
  const { chart, box, t, right, bottom, span } = shared
  const { first, last } = span
  const at = (x: number): number =>
    left + t.line / 2 + (last === first ? 0.5 : (x - first) / (last - first)) * (right - left - t.line)
  const room = { x: box.x, y: box.y - t.label * 0.5, width: box.width, height: box.height + t.label * 0.5 }
  const plot = { ...shared, left, at, obstacles: new Obstacles(room) }
  const xs = chart.lines.flatMap(line => line.points.map(({ x }) => x))
  const edges = toEdges(xs, plot)
  addLines(plot)
  for (const x of edges) plot.obstacles.addLine([x, box.y], [x, bottom], t.hairline)
  return { ...plot, edges }
}

function toNumbers(
  { left, right, scale, ticks, t: { label, dot } }: Omit<LinesPlot, 'numbers'>,
  place: 'left' | 'right' | 'outside',
): TextMark[] {
  const put = {
    left: (run: Run, y: number) => placeText(run, { x: left, y: y - label * 0.26 }),
    right: (run: Run, y: number) => placeText(run, { x: right - dot * 1.5, y: y - label * 0.26, anchor: 'end' }),
    outside: (run: Run, y: number) => placeText(run, { x: left - label * 0.4, y: y + label * 0.36, anchor: 'end' }),
  }[place]
  return ticks.map(({ value, text }) => put(mutedRun(text, label), scale.at(value)))
}

function toGutter(chart: LinesChart, { box, t }: ChartArea): Gutter {
  const aside = t.dot + t.label * 0.4
  const most = (box.width + 2 * t.margin) * mostGutter - aside
  const form = toEndForm(chart, { most, t })
  const ends = chart.everyEnds.flatMap((ends, i) => {
    const setting = { ink: 'ink', form, most, lang: offered[i] ?? chart.lang, t } as const
    return ends.filter((_, k) => !chart.lines[k]?.isThin).flatMap(end => toEndRows(end, setting))
  })
  const endsWidth = Math.max(
    ...ends.map(widthOf),
    measureText(chart.when, t.label, 400),
    measureText(chart.gap?.text ?? '', t.label, 600),
  )
  const sinceWidth = chart.since ? widthOfSince(chart.since, t) : 0
  const hasSince = chart.since !== undefined && !t.isUpright && sinceWidth <= Math.max(most, endsWidth)
  return { width: aside + Math.max(endsWidth, hasSince ? sinceWidth : 0), aside, most, form, hasSince }
}
