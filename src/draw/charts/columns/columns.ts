import type { ColumnsChart } from '../../../card/columns-chart.ts'
import type { Plotted, TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import { drawEvents, drawPlans, type PlanPlace } from '../annotations.ts'
import { mutedRun, placeText } from '../labels.ts'
import { type ChartArea, type Drawn, drawGrid, type Layer } from '../plot.ts'
import { px } from '../shapes.ts'
import { drawColumn, drawCompare, drawFloor } from './bars.ts'
import { drawCaptions } from './captions.ts'
import { drawEdge, drawEdgeRow } from './edge.ts'
import { drawNumbers, drawTargets, toNumberMargin } from './numbers.ts'
import { type ColumnsPlot, toColumnsPlot } from './plot.ts'
import { drawInside, drawMissing } from './remarks.ts'

/** Columns over time from zero, each with its number; where the numbers do not fit, a grid and the newest and the greatest. */
export function drawColumns(chart: ColumnsChart, area: ChartArea): Drawn {
  const { box, t } = area
  // The numbers of a grid lie inside where the columns leave them room, else in a margin of their own.
  const inside = toColumnsPlot(chart, area)
  const figures = drawFigures(inside)
  const grid = inside.ticks.map(({ value, text }) =>
    placeText(mutedRun(text, t.label), { x: inside.left, y: inside.scale.at(value) - t.label * 0.26 }),
  )
  if (inside.obstacles.isFree(grid, 0.1)) return drawParts(inside, { ...figures, grid })
  const margin = Math.ceil(toNumberMargin(chart, t))
  const outside = toColumnsPlot(chart, { box: { ...box, x: box.x + margin, width: box.width - margin }, t })
  const beside = outside.ticks.map(({ value, text }) =>
    placeText(mutedRun(text, t.label), {
      x: outside.left - t.label * 0.35,
      y: outside.scale.at(value) + t.label * 0.36,
      anchor: 'end',
    }),
  )
  return drawParts(outside, { ...drawFigures(outside), grid: beside })
}

/** The numbers of the columns, the plans for their years, and the numbers of the grid. */
type ColumnWords = { numbers: TextMark[]; targets: Layer; grid: TextMark[] }

const drawFigures = (plot: ColumnsPlot): Omit<ColumnWords, 'grid'> => ({
  numbers: drawNumbers(plot),
  targets: drawTargets(plot),
})

function drawParts(plot: ColumnsPlot, { numbers, targets, grid }: ColumnWords): Drawn {
  const { chart, t, left, right, bottom, scale, bars, ticks, legend } = plot
  plot.obstacles.addWords(grid)
  // In this order they choose their places.
  const missing = drawMissing(plot)
  const names = drawEdgeRow(plot)
  const plans = drawPlans(toPlanPlaces(plot), plot)
  const events = drawEvents(chart.events, plot)
  const words = [...events.words, ...numbers, ...grid, ...names, ...plans, ...targets.words]
  const marks = [
    ...drawEdge(names, plot),
    ...drawGrid(words, plot),
    ...events.marks,
    ...drawCompare(numbers, plot),
    ...bars.flatMap(bar => drawColumn(bar, t)),
    ...targets.marks,
    ...drawFloor(plot),
    ...legend.marks,
    ...legend.words,
    ...missing,
    ...drawInside(plot),
    ...words,
    ...drawCaptions(plot),
  ]
  const targetHeights = chart.slots.flatMap(({ target }) => (target ? [scale.at(target.value)] : []))
  const tallest = Math.min(...bars.map(bar => bar.top), ...targetHeights)
  const numberWidth = Math.max(...ticks.map(({ text }) => measureText(text, t.label, 400)))
  return {
    marks,
    plot: { x: left, y: tallest, width: Math.max(right - left, numberWidth), height: bottom - tallest },
    points: toPlottedColumns(plot),
  }
}

/** The tooltip of a year points at the foot of its columns, because their numbers are above them. */
const toPlottedColumns = ({ chart, bars, scale, t }: ColumnsPlot): Plotted[] =>
  bars.map(({ slot, lane, x, width, column }) => ({
    line: chart.lanes[lane]?.id ?? '',
    time: slot.time,
    x: px(x + width / 2),
    y: px(scale.at(0) - t.label * 0.25),
    ink: column.tone,
  }))

/** Places for plans too far above the columns: right of these where there is room, else in the upper left. */
function toPlanPlaces({ box, top, right, bottom, t: { label } }: ColumnsPlot): PlanPlace[] {
  const aside = box.x + box.width - right
  return [
    ...(aside >= box.width * 0.28 ? [{ x: right + label, y: bottom - label * 1.6, width: aside - label }] : []),
    ...[0.75, 0.6, 0.5, 0.4, 0.32, 0.26].map(share => ({
      x: box.x,
      y: top + label * 0.8,
      width: box.width * share,
      most: 4,
    })),
  ]
}
