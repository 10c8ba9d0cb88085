import type { Column, ColumnsChart } from '../../../card/columns-chart.ts'
import { axisRoom, captionPitch, toTicks, toValueScale, type ValueScale } from '../axis.ts'
import { Obstacles } from '../obstacles.ts'
import type { ChartArea, Plot } from '../plot.ts'
import { type ColumnBar, toBars } from './bars.ts'
import { type Captions, toCaptions } from './captions.ts'
import { toEdgeX } from './edge.ts'
import { drawLegend, type Legend } from './legend.ts'
import { toHeadroom } from './numbers.ts'
import { filled, type SlotSizes, toSlotSizes } from './slots.ts'

/** `at` counts slots from the left. */
export type ColumnsPlot = Plot &
  Pick<SlotSizes, 'slotWidth' | 'laneWidth' | 'isRoomy' | 'hasNumbers'> & {
    chart: ColumnsChart
    legend: Legend
    captions: Captions
    /** Where the legend ends and the plot begins: where there is an edge, with a row for the names of its authorities. */
    top: number
    /** Where another authority takes over. */
    edgeX: number | undefined
    /** Where the captions begin: below the numbers of negative columns. */
    captionAxis: number
    bars: ColumnBar[]
  }

export function toColumnsPlot(chart: ColumnsChart, area: ChartArea): ColumnsPlot {
  const { box, t } = area
  const { label } = t
  const { slots } = chart
  const { width, ...sizes } = toSlotSizes(chart, area)
  const { slotWidth } = sizes
  const legend = drawLegend(chart, area)
  const captions = toCaptions(chart, { slotWidth, t })
  const isBelow = listColumns(chart).some(({ value }) => value < 0)
  const isTwoRows = captions.slots.some(({ second }) => second !== '')
  const bottom =
    box.y + box.height - label * (isTwoRows ? axisRoom + captionPitch : axisRoom) - (isBelow ? label * 1.1 : 0)
  const top = box.y + legend.height
  const eventTop = top + (slots.slice(1).some(slot => slot.isAfterEdge) ? label * 1.36 : 0)
  const scale = toScale(chart, { top: eventTop, bottom, box, t })
  const at = (slot: number): number => box.x + slotWidth * slot
  const edgeSlot = slots.findIndex(slot => slot.isAfterEdge)
  const gap = (slotWidth * (1 - filled)) / 2
  const edgeX = edgeSlot > 0 ? toEdgeX(chart, { x: at(edgeSlot), gap, box, t }) : undefined
  const bars = toBars(chart, { at, scale, ...sizes })
  const obstacles = new Obstacles({
    x: box.x,
    y: box.y - label * 0.4,
    width: box.width,
    height: box.height + label * 0.4,
  })
  obstacles.addWords(legend.words)
  for (const { x, width, top, bottom } of bars) obstacles.add({ x, y: top, width, height: bottom - top })
  if (edgeX !== undefined) obstacles.addLine([edgeX, top], [edgeX, bottom], t.hairline)
  return {
    chart,
    box,
    t,
    left: box.x,
    right: box.x + width,
    bottom,
    at,
    scale,
    obstacles,
    ...sizes,
    legend,
    captions,
    top,
    eventTop,
    edgeX,
    captionAxis: bottom + (isBelow ? label * 1.1 : 0),
    bars,
    ticks: sizes.hasNumbers ? [] : toTicks(scale, label, chart.lang),
  }
}

const listColumns = ({ slots }: ColumnsChart): Column[] =>
  slots.flatMap(({ columns }) => columns.flatMap(column => column ?? []))

/** The scale of the columns and targets, with room for the words over the highest of them. */
function toScale(
  chart: ColumnsChart,
  { top, bottom, box, t }: ChartArea & { top: number; bottom: number },
): ValueScale {
  const columns = listColumns(chart)
  const targets = chart.slots.flatMap(({ target }) => target?.value ?? [])
  const highest = Math.max(...columns.map(({ value }) => value))
  const headroom =
    highest <= 0
      ? t.label * 0.3
      : targets.some(value => value >= highest)
        ? t.label * 1.25
        : toHeadroom(columns, bottom - box.y, t)
  return toValueScale([...columns.map(({ value }) => value), ...targets], [bottom, top + headroom])
}
