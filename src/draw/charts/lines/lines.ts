import type { LinesChart } from '../../../card/lines-chart.ts'
import type { Mark, Plotted } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import { drawEvents, drawPlans } from '../annotations.ts'
import { underAxis } from '../axis.ts'
import { placeRuns } from '../labels.ts'
import { type ChartArea, type Drawn, drawGrid } from '../plot.ts'
import { horizontal, px, toHairline, toRect, vertical } from '../shapes.ts'
import { drawYears } from '../years.ts'
import { drawCallouts, drawCrossing } from './crossing.ts'
import { drawDoubtful } from './doubtful.ts'
import { drawEdgeNames } from './edge.ts'
import { drawEnds } from './ends.ts'
import { type LinesPlot, toLinesPlot } from './plot.ts'
import { drawSinceBeside } from './since.ts'
import { drawBracket, drawRibbon, drawStrokes } from './strokes.ts'

/** Lines over time: names and newest figures at their ends, few grid lines, an edge where another authority takes over. */
export function drawLines(chart: LinesChart, area: ChartArea): Drawn {
  const plot = toLinesPlot(chart, area)
  const { box, t, left, right, bottom, at, scale, edges } = plot
  const { first, last } = plot.span
  // In this order they choose their places.
  const ends = drawEnds(plot)
  const since = drawSinceBeside(ends.words, plot)
  const callouts = drawCallouts(plot)
  const crossing = drawCrossing(plot)
  const names = drawEdgeNames(plot)
  const withinSpan = chart.events.filter(({ x }) => x > first && x < last)
  const events = drawEvents(withinSpan, plot)
  const doubtful = drawDoubtful(plot)
  const plans = drawPlans(toPlacesInside(plot), plot)
  const words = [
    ...plot.numbers,
    ...ends.words,
    ...since.words,
    ...crossing.words,
    ...callouts,
    ...names,
    ...events.words,
    ...doubtful.words,
    ...plans,
  ]
  const marks = [
    ...drawTint(plot),
    ...drawGrid(words, plot),
    ...drawRibbon(plot),
    ...edges.map(x => toHairline('muted', vertical(x, [box.y, bottom]), t)),
    { ...toHairline('muted', horizontal([left, right], scale.at(0)), t), width: px(t.hairline * 0.8) },
    ...drawStrokes(plot),
    ...ends.marks,
    ...since.marks,
    ...drawBracket(plot),
    ...crossing.marks,
    ...events.marks,
    ...doubtful.marks,
    ...words,
    ...drawUnderAxis(plot),
  ]
  const points = chart.lines.flatMap(line =>
    line.points.map(
      ({ x, value }): Plotted => ({ line: line.id, time: x, x: px(at(x)), y: px(scale.at(value)), ink: line.tone }),
    ),
  )
  const highest = Math.min(...chart.lines.flatMap(line => line.points.map(({ value }) => scale.at(value))))
  return { marks, plot: { x: left, y: highest, width: right - left, height: bottom - highest }, points }
}

/** The ground behind the figures of the newest authority. */
function drawTint({ box, edges: [edge], right, bottom, t }: LinesPlot): Mark[] {
  if (edge === undefined) return []
  return [toRect('tint', { x: edge, y: box.y, width: right + t.dot * 1.35 - edge, height: bottom - box.y })]
}

const toPlacesInside = ({ box, left, right, t: { label } }: LinesPlot) =>
  [0.62, 0.45, 0.35].map(share => ({
    x: left + label * 2,
    y: box.y + label * 0.9,
    width: (right - left) * share,
  }))

/** The years, and under them the rows that do not fit beside the plot. */
function drawUnderAxis({ chart, box, at, right, bottom, sinceRows, t: { label } }: LinesPlot): Mark[] {
  const reach = Math.min(box.x + box.width, right + measureText('0000', label, 400) / 2)
  return [
    ...drawYears(
      chart.years.map(({ x, text }) => ({ x: at(x), text })),
      { baseline: bottom + label * underAxis, left: box.x, right: reach, label },
    ),
    ...sinceRows.flatMap((runs, i) => placeRuns(runs, { x: box.x, y: bottom + label * (underAxis + 1.5 * (i + 1)) })),
  ]
}
