import type { ColumnsChart } from '../../../card/columns-chart.ts'
import type { Mark, TextMark } from '../../scene.ts'
import { placeText, strongRun, widthOf } from '../labels.ts'
import { type ChartArea, type Layer, noLayer } from '../plot.ts'
import { toRect } from '../shapes.ts'

export type Legend = Layer & { height: number }

/** The names of the lanes with their squares, in rows above the plot; one lane needs none. */
export function drawLegend({ lanes }: ColumnsChart, { box, t: { label } }: ChartArea): Legend {
  if (lanes.length < 2) return { ...noLayer, height: 0 }
  const words: TextMark[] = []
  const marks: Mark[] = []
  const square = label * 0.62
  let [x, row] = [box.x, 0]
  for (const { name, tone } of lanes) {
    const run = strongRun(name, tone, label)
    const width = square + label * 0.35 + widthOf([run])
    if (x > box.x && x + width > box.x + box.width) {
      row++
      x = box.x
    }
    const y = box.y + label * (0.8 + 1.35 * row)
    marks.push(toRect(tone, { x, y: y - square, width: square, height: square }))
    words.push(placeText(run, { x: x + square + label * 0.35, y }))
    x += width + label * 0.9
  }
  return { words, marks, height: label * (1.35 * (row + 1) + 0.2) }
}
