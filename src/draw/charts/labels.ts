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

const toStart = (x: number, width: number, anchor: Anchor): number =>
  anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width

/** A line of runs, whose anchor lies at `x` on the baseline `y`; spaces between runs are part of their texts. */
export function placeRuns(runs: readonly Run[], x: number, y: number, anchor: Anchor = 'start'): TextMark[] {
  let at = toStart(x, widthOf(runs), anchor)
  return runs.map(({ text, ink, size, weight }) => {
    const mark: TextMark = { kind: 'text', ink, x: at, y: Math.round(y), size, weight, text }
    at += measureText(text, size, weight)
    return mark
  })
}

export const placeText = (run: Run, x: number, y: number, anchor: Anchor = 'start'): TextMark => ({
  kind: 'text',
  ...run,
  x: toStart(x, widthOf([run]), anchor),
  y: Math.round(y),
})
