import type { ColumnsChart } from '../../../card/chart.ts'
import type { PlanPlace } from '../annotations.ts'
import { placeText, strongRun } from '../labels.ts'
import type { Layer } from '../plot.ts'
import { horizontal, px, toHairline } from '../shapes.ts'
import type { ColumnsPlot } from './plot.ts'
import { filled } from './slots.ts'

/** A plan for the year of the newest column: a tick across it, with its words above. */
export function drawTargets({ slots }: ColumnsChart, { at, slotWidth, scale, obstacles, t }: ColumnsPlot): Layer {
  const targets = slots.flatMap(({ target }, i) => {
    if (!target) return []
    const y = scale.at(target.value)
    const from = at(i) + slotWidth * (0.5 - filled / 2 - 0.1)
    const to = at(i) + slotWidth * (0.5 + filled / 2 + 0.1)
    return [
      {
        mark: { ...toHairline('ink', horizontal(from, to, y), t), width: px(t.hairline * 2.2) },
        word: placeText(strongRun(target.text, 'ink', t.label), (from + to) / 2, y - t.label * 0.5, 'middle'),
      },
    ]
  })
  const words = targets.map(({ word }) => word)
  obstacles.addWords(words)
  return { words, marks: targets.map(({ mark }) => mark) }
}

/** Places for plans too far above the columns: right of these where there is room, else in the upper left. */
export function toPlanPlaces({ box, top, right, bottom, t: { label } }: ColumnsPlot): PlanPlace[] {
  const aside = box.x + box.width - right
  return [
    ...(aside >= box.width * 0.28 ? [{ x: right + label, y: bottom - label * 1.6, width: aside - label }] : []),
    ...[0.75, 0.6, 0.5, 0.4, 0.32, 0.26].map(share => ({
      x: box.x,
      y: top + label * 0.8,
      width: box.width * share,
      most: 4,
    })),
  ]
}
