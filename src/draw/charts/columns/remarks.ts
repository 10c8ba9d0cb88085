import type { Column } from '../../../card/columns-chart.ts'
import type { TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import { breakText } from '../../text/lines.ts'
import { mutedRun, placeText, type Run, strongRun, widthOf } from '../labels.ts'
import type { ColumnsPlot } from './plot.ts'

/** The change inside the newest column, "9 months" inside a part of a year, "plan" inside a hollow one. */
export function drawInside({ chart, bars, captions, t: { label } }: ColumnsPlot): TextMark[] {
  const toRuns = ({ look, isNewest, value, change, months }: Column): Run[] => {
    if (look === 'plan') return captions.plansInside ? [mutedRun(chart.planWord, label)] : []
    if (!isNewest || look !== 'solid' || value < 0) return []
    return [
      ...(change ? [strongRun(change, 'ground', label)] : []),
      ...(months ? [{ ...mutedRun(months, label), ink: 'ground' } as const] : []),
    ]
  }
  return bars.flatMap(({ column, x, width, top, bottom }) => {
    const fits = (run: Run): boolean => widthOf([run]) <= width - label * 0.4 && bottom - top > label * 2
    const run = toRuns(column).find(fits)
    return run ? [placeText(run, { x: x + width / 2, y: top + label * 1.15, anchor: 'middle' })] : []
  })
}

/** In a grouped chart, the words "no figure" where a column is missing. */
export function drawMissing(plot: ColumnsPlot): TextMark[] {
  const { slots, lanes, noFigure, lang } = plot.chart
  if (lanes.length < 2) return []
  const { at, slotWidth, laneWidth, scale, obstacles, t } = plot
  const { label } = t
  const lines = breakText(noFigure, { size: label, weight: 400, width: laneWidth, lang })
  if (lines.some(line => measureText(line, label, 400) > laneWidth)) return []
  const words = slots.flatMap(({ columns }, i) => {
    if (columns.every(column => !column)) return []
    return columns.flatMap((column, lane) => {
      if (column) return []
      const centre = at(i) + slotWidth * 0.06 + laneWidth * (lane + 0.5)
      const up = (k: number): number => label * (0.4 + 1.2 * (lines.length - 1 - k))
      return lines.map((text, k) =>
        placeText(mutedRun(text, label), { x: centre, y: scale.at(0) - up(k), anchor: 'middle' }),
      )
    })
  })
  obstacles.addWords(words)
  return words
}
