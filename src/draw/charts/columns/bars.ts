import type { Column, ColumnsChart, Slot } from '../../../card/columns-chart.ts'
import type { Ink, Mark, Path, TextMark } from '../../scene.ts'
import type { TypeScale } from '../../type-scale.ts'
import { horizontalAround } from '../obstacles.ts'
import type { Plot } from '../plot.ts'
import { drawBar, horizontal, px, toDashed, toFill, toHairline } from '../shapes.ts'
import type { ColumnsPlot } from './plot.ts'

/** A column in its place; `full` is the place of a whole period, of which it may fill a part. */
export type ColumnBar = {
  column: Column
  slot: Slot
  lane: number
  x: number
  width: number
  full: { x: number; width: number }
  top: number
  bottom: number
}

export function toBars({ slots }: ColumnsChart, { at, scale, slotWidth, laneWidth }: BarScales): ColumnBar[] {
  const snap = (value: number): number => (slotWidth % 1 === 0 ? Math.round(value) : value)
  return slots.flatMap((slot, i) => {
    const lanes = slot.columns.length
    const start = at(i) + (slotWidth - laneWidth * lanes) / 2
    const inner = lanes > 1 ? laneWidth * 0.92 : laneWidth
    return slot.columns.flatMap((column, lane): ColumnBar[] => {
      if (!column) return []
      const full = { x: snap(start + laneWidth * lane + (laneWidth - inner) / 2), width: snap(inner) }
      const from = snap(full.width * column.span[0])
      const x = full.x + from
      const width = snap(full.width * column.span[1]) - from
      const [top, bottom] = [scale.at(Math.max(0, column.value)), scale.at(Math.min(0, column.value))]
      return [{ column, slot, lane, x, width, full, top, bottom }]
    })
  })
}

type BarScales = Pick<Plot, 'at' | 'scale'> & { slotWidth: number; laneWidth: number }

export function drawColumn({ column, x, width, top, bottom }: ColumnBar, t: TypeScale): Mark[] {
  const cap = t.hairline * 1.6
  const inset = t.hairline / 2
  const outline: Path = [
    ['M', px(x + inset), px(bottom)],
    ['V', px(top + inset)],
    ['H', px(x + width - inset)],
    ['V', px(bottom)],
  ]
  return drawBar(
    {
      look: column.look,
      fill: toFill(column.tone),
      planInk: 'muted',
      box: { x, y: top, width, height: bottom - top },
      cap: { x, y: column.value < 0 ? bottom - cap : top, width, height: cap },
      outline,
    },
    t,
  )
}

/** The line at zero: solid, but dotted under the months that a part of a year leaves out. */
export function drawFloor({ bars, left, right, scale, t }: ColumnsPlot): Mark[] {
  const y = scale.at(0)
  const open = bars
    .flatMap(({ column: { span, tone }, full }) => {
      const gaps = [
        { from: 0, to: span[0] },
        { from: span[1], to: 1 },
      ]
      return gaps
        .filter(({ from, to }) => from < to)
        .map(({ from, to }): { from: number; to: number; ink: Ink } => ({
          from: full.x + full.width * from,
          to: full.x + full.width * to,
          ink: toFill(tone),
        }))
    })
    .sort((a, b) => a.from - b.from)
  const starts = [left, ...open.map(({ to }) => to)]
  const ends = [...open.map(({ from }) => from), right]
  const solid = starts.flatMap((start, i) => horizontal([start, ends[i] ?? right], y))
  return [
    toHairline('ink', solid, t),
    ...open.map(({ from, to, ink }) => ({
      ...toDashed(ink, horizontal([from + t.hairline, to], y), t),
      dash: [px(t.hairline), px(t.hairline)],
    })),
  ]
}

/** From the top of the column that the title compares with to the left edge of the newest one. */
export function drawCompare(words: readonly TextMark[], { chart: { compare, slots }, bars, t }: ColumnsPlot): Mark[] {
  if (!compare) return []
  const from = bars.find(({ slot }) => slot === slots[compare.from])
  const to = bars.find(({ slot }) => slot === slots[compare.to])
  if (!from || !to) return []
  const path = horizontalAround(words, [from.x + from.width, to.x], from.top)
  return [{ ...toDashed('ink', path, t), width: px(t.hairline * 0.8) }]
}
