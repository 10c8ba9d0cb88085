import type { Chart } from '../../card/chart.ts'
import type { Mark, TextMark } from '../scene.ts'
import { breakText } from '../text/lines.ts'
import { mutedRun, placeText } from './labels.ts'
import type { Layer, Plot } from './plot.ts'
import { toHairline, vertical } from './shapes.ts'

/** Events as hairlines with their words beside them, at the first free height. An event whose words do not fit is left out. */
export function drawEvents(
  events: readonly { x: number; text: string }[],
  { t, at, bottom, eventTop, obstacles }: Plot,
): Layer {
  const { label, hairline } = t
  const words: TextMark[] = []
  const marks: Mark[] = []
  const heights = Array.from({ length: 6 }, (_, i) => eventTop + label * (0.9 + i * 1.25)).filter(
    y => y < bottom - label * 0.4,
  )
  for (const event of events) {
    const x = at(event.x)
    const run = mutedRun(event.text, label)
    const placed = obstacles.place(
      heights.flatMap(y => [
        [placeText(run, { x: x - label * 0.4, y, anchor: 'end' })],
        [placeText(run, { x: x + label * 0.4, y })],
      ]),
    )
    const [first] = placed ?? []
    if (!placed || !first) continue
    words.push(...placed)
    const clear = obstacles.clearDown(x, [first.y - label * 0.76, bottom], hairline)
    for (const [from, to] of clear) obstacles.addLine([x, from], [x, to], hairline)
    marks.push(
      toHairline(
        'muted',
        clear.flatMap(piece => vertical(x, piece)),
        t,
      ),
    )
  }
  return { words, marks }
}

/** Where a plan may be written: the start of its first line, how wide its lines are, and the most it may take. */
export type PlanPlace = { x: number; y: number; width: number; most?: number }

/** Plans that the chart cannot plot, in words at the first free place. */
export const drawPlans = (
  places: readonly PlanPlace[],
  { chart, obstacles, t: { label } }: Plot & { chart: Extract<Chart, { words: string[] }> },
): TextMark[] =>
  chart.words.flatMap(text => {
    const attempts = places.flatMap(({ x, y, width, most }) => {
      const lines = breakText(text, { size: label, weight: 400, width, lang: chart.lang })
      if (most !== undefined && lines.length > most) return []
      return [lines.map((line, i) => placeText(mutedRun(line, label), { x, y: y + label * 1.25 * i }))]
    })
    return obstacles.place(attempts) ?? []
  })
