import type { ColumnsChart } from '../../../card/columns-chart.ts'
import { measureText } from '../../text/faces.ts'
import type { ChartArea } from '../plot.ts'

/** The share of a slot that its columns fill. */
export const filled = 0.76
/** The greatest width of a slot, as a share of the chart. */
const widestShare = { few: 0.27, many: 0.34 }

export type SlotSizes = {
  slotWidth: number
  laneWidth: number
  /** The width of the slots together. */
  width: number
  /** Whether every column has room for its number. */
  isRoomy: boolean
  /** Whether every column has its number; without numbers a chart has a grid. */
  hasNumbers: boolean
}

export function toSlotSizes(chart: ColumnsChart, { box: { width }, t }: ChartArea): SlotSizes {
  const { slots, lanes, everyNumbers } = chart
  const { label, strong } = t
  const widestSlot = Math.min(width / slots.length, width * (slots.length < 3 ? widestShare.few : widestShare.many))
  // Slots of whole pixels give columns sharp edges and equal gaps; with many years, rounding would lose too much width.
  const slotWidth = (widestSlot % 1) * slots.length > width * 0.01 ? widestSlot : Math.floor(widestSlot)
  const isGrouped = lanes.length > 1
  const room = isGrouped ? (slotWidth * 0.96) / lanes.length : slotWidth - label * 0.25
  const isRoomy = everyNumbers.every(
    numbers =>
      numbers.every(text => measureText(text, label, 600) <= room) &&
      measureText(numbers.at(-1) ?? '', strong, 600) <= Math.max(room, isGrouped ? room * 1.12 : 0),
  )
  return {
    slotWidth,
    laneWidth: (slotWidth * (isGrouped ? 0.88 : filled)) / lanes.length,
    width: widestSlot * slots.length,
    isRoomy,
    hasNumbers: isRoomy || isSparselyFilled(chart, { slotWidth, t }),
  }
}

/** The width of a slot, and the sizes of its words. */
export type SlotScale = Pick<SlotSizes, 'slotWidth'> & Pick<ChartArea, 't'>

/** Whether the numbers fit although the slots are narrow, because many slots are empty. */
function isSparselyFilled(
  { slots, lanes, everyNumbers }: ColumnsChart,
  { slotWidth, t: { label, strong } }: SlotScale,
): boolean {
  if (lanes.length > 1) return false
  const filledSlots = slots.flatMap((slot, i) => (slot.columns[0] ? [i] : []))
  if (filledSlots.length > slots.length * 0.6) return false
  const half = (text: string | undefined, size: number): number => measureText(text ?? '', size, 600) / 2
  return everyNumbers.every(numbers =>
    filledSlots.every((slot, k) => {
      const next = filledSlots[k + 1]
      if (next === undefined) return true
      const size = k + 1 === filledSlots.length - 1 ? strong : label
      const needed = half(numbers[k], label) + Math.max((slotWidth * filled) / 2, half(numbers[k + 1], size))
      return needed <= (next - slot) * slotWidth
    }),
  )
}
