import type { RowsChart } from '../../../card/rows-chart.ts'
import { fill, joinBy } from '../../../model/locales.ts'
import type { TextMark } from '../../scene.ts'
import { type Tick, toTicks, underAxis } from '../axis.ts'
import { mutedRun, placeText, strongRun, widthOf } from '../labels.ts'
import { splitVertical } from '../obstacles.ts'
import type { ChartArea, Drawn } from '../plot.ts'
import { toHairline, vertical } from '../shapes.ts'
import { drawRowBars, drawZero, type PlacedRow, placeRows } from './bars.ts'
import { drawHeaders, drawRowNumbers } from './numbers.ts'
import { type RowsPlot, toRowsPlot } from './plot.ts'

/** Bars from a common zero, the names at their left, the numbers at their ends or in columns; ranges float over an axis. */
export function drawRows(chart: RowsChart, area: ChartArea): Drawn {
  const plot = toRowsPlot(chart, area)
  const { box, t, left, top, bottom, scale } = plot
  const ticks = chart.isRange ? toTicks(scale, t.label * 1.6, chart.lang) : []
  const placed = placeRows(plot)
  const words = [
    ...(chart.isRange ? drawTickNumbers(ticks, plot) : []),
    ...placed.flatMap(row => [drawName(row, plot), ...drawRowNumbers(row, plot)]),
    ...drawFolded(plot),
  ]
  const grid = ticks.map(({ value }) => {
    const x = scale.at(value)
    const pieces = splitVertical(words, x, [box.y, bottom])
    return toHairline(
      'grid',
      pieces.flatMap(piece => vertical(x, piece)),
      t,
    )
  })
  return {
    marks: [
      ...grid,
      ...drawHeaders(plot),
      ...placed.flatMap(row => drawRowBars(row, plot)),
      drawZero(placed, plot),
      ...words,
    ],
    plot: { x: left, y: top, width: box.x + box.width - left, height: bottom - top },
  }
}

/** The numbers under the axis of a range. The last has the unit, if it still fits in the chart. */
function drawTickNumbers(ticks: readonly Tick[], plot: RowsPlot): TextMark[] {
  const { chart, box, left, bottom, scale, t } = plot
  const y = bottom + t.label * underAxis
  const numbers = [{ value: 0, text: '0' }, ...ticks]
  const greatest = Math.max(...numbers.map(({ value }) => value))
  return numbers.map(({ value, text }) => {
    const run = mutedRun(text, t.label)
    const mark =
      value === 0 ? placeText(run, { x: left, y }) : placeText(run, { x: scale.at(value), y, anchor: 'middle' })
    const named = { ...mark, text: joinBy('space', [text, chart.unit], chart.lang) }
    return value === greatest && named.x + widthOf([named]) <= box.x + box.width ? named : mark
  })
}

const drawName = ({ row, top, middle }: PlacedRow, { box, isAbove, t: { label } }: RowsPlot): TextMark =>
  placeText(strongRun(row.name, 'ink', label), { x: box.x, y: isAbove ? top - label * 0.34 : middle + label * 0.36 })

/** How many rows have no room. */
const drawFolded = ({ chart: { more, isRange }, box, bottom, folded, t: { label } }: RowsPlot): TextMark[] =>
  folded > 0
    ? [
        placeText(mutedRun(fill(more, { count: String(folded) }), label), {
          x: box.x,
          y: bottom + label * (isRange ? 2.35 : 1),
        }),
      ]
    : []
