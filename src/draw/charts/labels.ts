import type { Part } from '../../card/tones.ts'
import type { Ink, TextMark, Weight } from '../scene.ts'
import { measureText } from '../text/faces.ts'

export type Anchor = 'start' | 'middle' | 'end'
/** A stretch of a label in one colour, size and weight. */
export type Run = { text: string; ink: Ink; size: number; weight: Weight }

export const mutedRun = (text: string, size: number): Run => ({ text, ink: 'muted', size, weight: 400 })
export const strongRun = (text: string, ink: Ink, size: number): Run => ({ text, ink, size, weight: 600 })
export const toRun = ({ text, tone }: Part, size: number): Run =>
  tone === 'muted' ? mutedRun(text, size) : strongRun(text, tone, size)

export const widthOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { text, size, weight }) => sum + measureText(text, size, weight), 0)

/** Where a line of words is put: its anchor lies at `x` on the baseline `y`. */
export type TextPlace = { x: number; y: number; anchor?: Anchor }

const toStart = ({ x, anchor = 'start' }: TextPlace, width: number): number =>
  anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width

/** A line of runs; spaces between runs are part of their texts. */
export function placeRuns(runs: readonly Run[], place: TextPlace): TextMark[] {
  let at = toStart(place, widthOf(runs))
  return runs.map(({ text, ink, size, weight }) => {
    const mark: TextMark = { kind: 'text', ink, x: at, y: Math.round(place.y), size, weight, text }
    at += measureText(text, size, weight)
    return mark
  })
}

export const placeText = (run: Run, place: TextPlace): TextMark => ({
  kind: 'text',
  ...run,
  x: toStart(place, widthOf([run])),
  y: Math.round(place.y),
})
