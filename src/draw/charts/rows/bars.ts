import type { Row } from '../../../card/rows-chart.ts'
import type { Mark, Path } from '../../scene.ts'
import { drawBar, horizontal, px, toFill, toHairline, toRect, vertical } from '../shapes.ts'
import type { RowsPlot } from './plot.ts'

/** A row with the top of its bar, and the middle of that. */
export type PlacedRow = { row: Row; top: number; middle: number }

/** The height of the bar of the period before, and its gap to the newest. */
const toPreviousSizes = ({ barHeight, columns }: RowsPlot) =>
  columns
    ? { height: Math.round(barHeight * 0.32), gap: Math.round(Math.max(3, barHeight * 0.1)) }
    : { height: 0, gap: 0 }

export function placeRows(plot: RowsPlot): PlacedRow[] {
  const { rows, top, pitch, nameRow, band, barHeight } = plot
  const { height, gap } = toPreviousSizes(plot)
  return rows.map((row, i) => {
    const barTop = Math.round(top + pitch * i + nameRow + (band - barHeight - height - gap) / 2)
    return { row, top: barTop, middle: barTop + barHeight / 2 }
  })
}

/** The bar of a row, and under it the bar of the period before. */
export function drawRowBars(placed: PlacedRow, plot: RowsPlot): Mark[] {
  const { row, top, middle } = placed
  const { scale, barHeight, t } = plot
  const [zero, from, to] = [scale.at(0), scale.at(row.from), scale.at(row.value)]
  const [x, width] = [Math.min(from, to), Math.abs(to - from)]
  const fill = toFill(row.tone)
  const cap = t.hairline * 1.6
  const inset = t.hairline / 2
  const outline: Path = [
    ['M', px(x), px(top + inset)],
    ['H', px(x + width - inset)],
    ['V', px(top + barHeight - inset)],
    ['H', px(x)],
  ]
  const bar = {
    look: row.look,
    fill,
    planInk: fill,
    box: { x, y: top, width: Math.max(width, t.hairline), height: barHeight },
    cap: { x: to - cap, y: top, width: cap, height: barHeight },
    outline,
  }
  return [
    ...(row.from > 0 ? [toHairline(fill, horizontal([zero, x], middle), t)] : []),
    ...drawBar(bar, t),
    ...drawPrevious(placed, plot),
  ]
}

function drawPrevious({ row: { previous }, top }: PlacedRow, plot: RowsPlot): Mark[] {
  if (!previous || !plot.columns) return []
  const { height, gap } = toPreviousSizes(plot)
  const [zero, end] = [plot.scale.at(0), plot.scale.at(previous.value)]
  const y = top + plot.barHeight + gap
  return [toRect('past', { x: Math.min(zero, end), y, width: Math.abs(end - zero), height })]
}

/** The line at zero: one for all rows, or a piece beside each bar where the names are above them. */
export function drawZero(placed: readonly PlacedRow[], plot: RowsPlot): Mark {
  const { isAbove, scale, top, bottom, barHeight, t } = plot
  const { height, gap } = toPreviousSizes(plot)
  const over = Math.min(barHeight * 0.08, t.label * 0.1)
  const zero = scale.at(0)
  const pieces = placed.flatMap(row => vertical(zero, [row.top - over, row.top + barHeight + over + gap + height]))
  return toHairline('ink', isAbove ? pieces : vertical(zero, [top, bottom]), t)
}
