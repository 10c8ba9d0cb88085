import type { Lang } from '../../model/locales.ts'
import { formatNumber } from '../../model/numbers.ts'
import type { TextMark } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import type { TypeScale } from '../type-scale.ts'
import { boxOf, overlaps, placeText } from './place.ts'

/** In labels: from an axis to the baseline under it, from there to that of a second row, and from the axis to the end of the chart. */
export const underAxis = 1.08
export const captionPitch = 1.1
export const axisRoom = 1.34

/** A scale of values: from nought, or from the least where that is below, to a little over the greatest. */
export type ValueScale = { at: (value: number) => number; least: number; greatest: number }

export function toValueScale(values: readonly number[], bottom: number, top: number, headroom = 1.04): ValueScale {
  const least = Math.min(0, ...values) * headroom
  const greatest = Math.max(0, ...values) * headroom
  const span = greatest - least || 1
  return { at: value => bottom - ((value - least) / span) * (bottom - top), least, greatest }
}

const steps = [1, 2, 2.5, 5]

/** How many lines of a grid a chart has at the most, besides that of nought. */
const mostTicks = 4

/** The values of the grid: the smallest round step that leaves 2.4 labels between two lines and needs at most four. */
export function toTicks(scale: ValueScale, label: number, lang: Lang): { value: number; text: string }[] {
  const span = scale.greatest - scale.least
  if (!(span > 0)) return []
  const pixels = Math.abs(scale.at(scale.greatest) - scale.at(scale.least))
  const from = Math.floor(Math.log10(span)) - 2
  const candidates = Array.from({ length: 5 }, (_, i) => from + i).flatMap(power =>
    steps.map(step => step * 10 ** power),
  )
  const count = (step: number): number => Math.floor(scale.greatest / step) + Math.floor(-scale.least / step)
  const step = candidates.find(size => (size / span) * pixels >= 2.4 * label && count(size) <= mostTicks)
  if (step === undefined) return []
  const decimals = Math.max(
    0,
    Math.ceil(-Math.log10(step) - 1e-9) + (/25/.test(String(step)) && step < 1 ? 1 : 0),
    step % 1 === 0.5 ? 1 : 0,
  )
  const first = Math.ceil(scale.least / step - 1e-9)
  const last = Math.floor(scale.greatest / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
    .filter(value => Math.abs(value) > step / 2)
    .map(value => ({ value, text: formatNumber(value, decimals, decimals, lang) }))
}

type Caption = { x: number; text: string; isNewest?: boolean }

/**
 * The words under an axis of time: the newest, the last, the first, then every one, second, fifth, tenth or twentieth, whichever leaves
 * 0.45 label between two. `left` and `right` is how far they may reach.
 */
export function drawYears(
  captions: readonly Caption[],
  baseline: number,
  left: number,
  right: number,
  { label }: TypeScale,
): TextMark[] {
  const place = ({ x, text, isNewest }: Caption): TextMark => {
    const weight = isNewest ? 600 : 400
    const width = measureText(text, label, weight)
    const start = Math.max(left, Math.min(x - width / 2, right - width))
    return placeText({ text, ink: isNewest ? 'ink' : 'muted', size: label, weight }, start, baseline)
  }
  const roomy = (mark: TextMark) => {
    const box = boxOf(mark)
    return { ...box, x: box.x - label * 0.45, width: box.width + label * 0.9 }
  }
  const isFree = (mark: TextMark, placed: readonly TextMark[]): boolean =>
    !placed.some(other => overlaps(boxOf(other), roomy(mark)))
  const ends = [captions.find(({ isNewest }) => isNewest), captions.at(-1), captions[0]].flatMap(caption =>
    caption ? [caption] : [],
  )
  const kept: TextMark[] = []
  for (const caption of new Set(ends)) {
    const mark = place(caption)
    if (isFree(mark, kept)) kept.push(mark)
  }
  const order = (caption: Caption): number =>
    /^\d+$/.test(caption.text) ? Number(caption.text) : captions.indexOf(caption)
  for (const every of [1, 2, 5, 10, 20, 50]) {
    const between = captions.filter(caption => !ends.includes(caption) && order(caption) % every === 0)
    const marks = between.map(place)
    const isApart = marks.every((mark, i) => isFree(mark, marks.slice(0, i)))
    // One that is in the way of an end is left out, unless that would leave a hole twice as wide as the others.
    const isEven = between.every(
      (caption, i) =>
        isFree(marks[i] ?? place(caption), kept) || ends.some(end => Math.abs(order(end) - order(caption)) < every),
    )
    if (isApart && isEven) return [...kept, ...marks.filter(mark => isFree(mark, kept))]
  }
  return kept
}
