import type { Chart } from '../../card/chart.ts'
import type { TextMark } from '../scene.ts'
import { breakText } from '../text/lines.ts'
import { mutedRun, placeText } from './labels.ts'
import type { Plot } from './plot.ts'

/** Where a plan may be written: the start of its first line, how wide its lines are, and the most it may take. */
export type PlanPlace = { x: number; y: number; width: number; most?: number }

/** Plans that a chart has no place for, in words at the first place that is free. */
export const drawPlans = (
  { words, lang }: Pick<Extract<Chart, { words: string[] }>, 'words' | 'lang'>,
  places: readonly PlanPlace[],
  { obstacles, t: { label } }: Plot,
): TextMark[] =>
  words.flatMap(text => {
    const attempts = places.flatMap(({ x, y, width, most }) => {
      const lines = breakText(text, { size: label, weight: 400, width, lang })
      if (most !== undefined && lines.length > most) return []
      return [lines.map((line, i) => placeText(mutedRun(line, label), x, y + label * 1.25 * i))]
    })
    return obstacles.place(attempts) ?? []
  })
