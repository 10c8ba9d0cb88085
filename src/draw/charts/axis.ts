import type { Lang } from '../../model/locales.ts'
import { formatNumber } from '../../model/numbers.ts'

/** In labels: from an axis to the baseline under it, from there to that of a second row, and from the axis to the end of the chart. */
export const underAxis = 1.08
export const captionPitch = 1.1
export const axisRoom = 1.34

/** A scale of values: from zero, or the least value if that is negative, to the greatest. */
export type ValueScale = { at: (value: number) => number; least: number; greatest: number }

/** The scale of some values between two places; `headroom` multiplies its range. */
export function toValueScale(values: readonly number[], [from, to]: [number, number], headroom = 1): ValueScale {
  const least = Math.min(0, ...values) * headroom
  const greatest = Math.max(0, ...values) * headroom
  const span = greatest - least || 1
  return { at: value => from + ((value - least) / span) * (to - from), least, greatest }
}

export type Tick = { value: number; text: string }

const roundSteps = [1, 2, 2.5, 5]

/** The most grid lines of a chart, besides that of zero. */
const mostTicks = 4

/** The values of the grid: the smallest round step that leaves 2.4 labels between two lines and needs at most four. */
export function toTicks({ at, least, greatest }: ValueScale, label: number, lang: Lang): Tick[] {
  const span = greatest - least
  if (!(span > 0)) return []
  const pixels = Math.abs(at(greatest) - at(least))
  const power = Math.floor(Math.log10(span)) - 2
  const candidates = Array.from({ length: 5 }, (_, i) => power + i).flatMap(power =>
    roundSteps.map(step => ({ size: step * 10 ** power, decimals: Math.max(0, (step === 2.5 ? 1 : 0) - power) })),
  )
  const count = (size: number): number => Math.floor(greatest / size) + Math.floor(-least / size)
  const step = candidates.find(({ size }) => (size / span) * pixels >= 2.4 * label && count(size) <= mostTicks)
  if (!step) return []
  const { size, decimals } = step
  const first = Math.ceil(least / size - 1e-9)
  const last = Math.floor(greatest / size + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * size)
    .filter(value => Math.abs(value) > size / 2)
    .map(value => ({ value, text: formatNumber(value, { least: decimals, most: decimals }, lang) }))
}
