import type { Row, RowsChart } from '../../../card/rows-chart.ts'
import { measureText } from '../../text/faces.ts'
import { axisRoom, toValueScale, type ValueScale } from '../axis.ts'
import { widthOf } from '../labels.ts'
import type { ChartArea } from '../plot.ts'
import { isHighEnough, type NumberColumns, toNumberColumns, toNumberRun } from './numbers.ts'

/** The widest that names may be beside their bars, as a share of the chart; wider ones are above them. */
const mostNames = 0.3

/** The least pitch of the rows, in labels: with names above the bars, and beside them. */
const leastPitch = { above: 1.95, beside: 0.98 }
/** The pitch from which names are above their bars even though they fit beside them. */
const roomyPitch = 2.3

export type RowsPlot = ChartArea & {
  chart: RowsChart
  /** The rows that fit, and how many others there are. */
  rows: readonly Row[]
  folded: number
  /** Whether names are above their bars. */
  isAbove: boolean
  /** The pitch of the rows, the part of it for names above the bars, and the part for the bars. */
  pitch: number
  nameRow: number
  band: number
  barHeight: number
  /** The size of the numbers. */
  strong: number
  /** The numbers in columns at the right, where there is more than one period. */
  columns: NumberColumns | undefined
  left: number
  top: number
  bottom: number
  scale: ValueScale
}

export function toRowsPlot(chart: RowsChart, { box, t }: ChartArea): RowsPlot {
  const { label } = t
  const hasPrevious = chart.headers.length > 1
  const header = hasPrevious ? label * 1.35 : 0
  const room = box.height - header - (chart.isRange ? label * axisRoom : 0)
  const isAbove = areNamesAbove(chart, { box: { ...box, height: room }, t })
  const rows = toFitting(chart.rows, Math.floor(room / (label * leastPitch[isAbove ? 'above' : 'beside'])))
  const folded = chart.rows.length - rows.length
  const pitch = (folded > 0 ? room - label * 1.2 : room) / rows.length
  const nameRow = isAbove ? label * 1.25 : 0
  const band = pitch - nameRow
  // Bars have whole pixels: their edges are sharp.
  const share = hasPrevious ? 0.5 : isAbove ? 0.72 : 0.62
  const barHeight = Math.round(Math.min(band * share, t.strong * (rows.length <= 3 ? 4 : 1.5)))
  const strong = band < t.strong * 1.02 ? label : t.strong
  const sizes = { isAbove, pitch, nameRow, band, barHeight, strong }
  const names = rows.map(({ name }) => measureText(name, label, 600))
  const left = box.x + (isAbove ? 0 : Math.max(...names) + label * 0.7)
  const columns = hasPrevious ? toNumberColumns(chart, { box, strong, t }) : undefined
  const values = rows.flatMap(row => [row.value, row.from, ...(row.previous ? [row.previous.value] : [])])
  const before = rows.filter(({ value }) => value < 0).map(row => widthOf([toNumberRun(row, strong)]) + label * 0.5)
  const start = left + Math.max(0, ...before)
  const right = columns
    ? columns.start - label * 0.6
    : toReach(rows, { start, end: box.x + box.width, greatest: Math.max(0, ...values), strong, barHeight, t })
  const scale = toValueScale(values, [start, right])
  const top = box.y + header
  const bottom = top + pitch * rows.length
  return { chart, box, t, rows, folded, ...sizes, columns, left, top, bottom, scale }
}

/** Names wider than half of the chart are always above, since beside the bars they would leave no room for them. */
function areNamesAbove({ everyNames, rows }: RowsChart, { box: { width, height }, t }: ChartArea): boolean {
  const widest = Math.max(...everyNames.map(name => measureText(name, t.label, 600)))
  const isWide = t.hasGround || widest > width * mostNames
  return widest > width * 0.5 || (isWide && height / rows.length > t.label * roomyPitch)
}

/** As many rows as fit, the subject always among them; one place is kept for the count of the others. */
function toFitting(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows
  const subjectFirst = rows.toSorted((a, b) => Number(b.isSubject) - Number(a.isSubject))
  const kept = new Set(subjectFirst.slice(0, Math.max(1, most - 1)))
  return rows.filter(row => kept.has(row))
}

type ReachSetting = Pick<RowsPlot, 'strong' | 'barHeight' | 't'> & { start: number; end: number; greatest: number }

/**
 * The right end of the longest bar, such that the words after each bar still fit. The word of a stage follows a bar that is too
 * short to hold it.
 */
function toReach(rows: readonly Row[], setting: ReachSetting): number {
  const { start, end, greatest, strong } = setting
  const { label } = setting.t
  const widths = rows.map(row => ({
    number: row.text === '' ? 0 : widthOf([toNumberRun(row, strong)]) + label * 0.45,
    stage: row.stage ? measureText(row.stage, label, 600) + label * 0.9 : 0,
    share: greatest > 0 ? Math.max(0, row.value) / greatest : 1,
    isHigh: isHighEnough(row, setting),
  }))
  let right = end
  // Shorter bars hold fewer words, so the reach is found again until no more words leave their bars.
  for (let round = 0; round <= rows.length; round++) {
    const reaches = widths.map(({ number, stage, share, isHigh }) => {
      const isInside = stage > 0 && isHigh && share * (right - start) >= stage
      const tail = number + (isInside ? 0 : stage)
      return share > 0 ? start + (end - tail - start) / share : end
    })
    const next = Math.min(right, ...reaches)
    if (next === right) break
    right = next
  }
  return Math.min(end - label * 0.5, right)
}
