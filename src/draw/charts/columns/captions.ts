import type { ColumnsChart, Slot } from '../../../card/columns-chart.ts'
import type { TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import { captionPitch, underAxis } from '../axis.ts'
import { drawYears, placeCaption } from '../years.ts'
import type { ColumnsPlot } from './plot.ts'
import { filled, type SlotScale } from './slots.ts'

/** The words under a slot: its period in one line, or its year with the months or "plan" under it. */
type SlotCaption = { slot: Slot; first: string; second: string; isPlan: boolean }

/** The captions of the slots; `plansInside` is whether plans have room for their word inside. */
export type Captions = { slots: SlotCaption[]; plansInside: boolean }

const hasPlan = ({ columns }: Slot): boolean => columns.some(column => column?.look === 'plan')

export function toCaptions({ slots, planWord }: ColumnsChart, { slotWidth, t: { label } }: SlotScale): Captions {
  const fitsOne = slots.every(
    ({ months, caption }) => months === '' || measureText(caption, label, 600) <= slotWidth + label * 0.2,
  )
  const columns = slots.flatMap(slot => slot.columns)
  const greatest = Math.max(...columns.map(column => column?.value ?? 0))
  // A plan has room for its word where it is wide enough, and not low.
  const plansInside =
    measureText(planWord, label, 400) <= slotWidth * filled - label * 0.4 &&
    columns.every(column => column?.look !== 'plan' || column.value > greatest * 0.3)
  return {
    plansInside,
    slots: slots.map(slot => ({
      slot,
      first: fitsOne && slot.months !== '' ? slot.caption : slot.year,
      second: hasPlan(slot) && !plansInside ? planWord : fitsOne ? '' : slot.months,
      isPlan: hasPlan(slot),
    })),
  }
}

export function drawCaptions(plot: ColumnsPlot): TextMark[] {
  const { left, at, slotWidth, captions, isRoomy, hasNumbers, t } = plot
  const { label } = t
  const { slots } = captions
  const row = { baseline: plot.captionAxis + label * underAxis, left, right: at(slots.length), label }
  const isSparse = !isRoomy && hasNumbers
  const named = slots
    .map(({ slot, first }, i) => ({ slot, x: at(i + 0.5), text: first, isNewest: slot.isNewest }))
    .filter(({ slot }) => !isSparse || slot.columns.some(column => column))
  const years = drawYears(named, row)
  const isUnder = (year: TextMark, x: number): boolean =>
    Math.abs(year.x + measureText(year.text, label, year.weight) / 2 - x) < slotWidth / 2
  const secondRow = { ...row, baseline: plot.captionAxis + label * (underAxis + captionPitch) }
  const seconds: TextMark[] = []
  // The newest first. Months without their year are left out, a plan adds its own year, and a caption that overlaps the next
  // is left out.
  for (const [i, { slot, second, isPlan }] of [...slots.entries()].reverse()) {
    const x = at(i + 0.5)
    const hasYear = years.some(year => isUnder(year, x))
    if (second === '' || !(hasYear || isPlan)) continue
    const text = hasYear ? second : `${second} ${slot.year}`
    const mark = placeCaption({ x, text }, secondRow)
    const next = seconds.at(-1)
    if (!next || mark.x + measureText(text, label, 400) + label * 0.3 <= next.x) seconds.push(mark)
  }
  return [...years, ...seconds]
}
