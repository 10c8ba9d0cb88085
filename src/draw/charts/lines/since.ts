import type { LinesChart } from '../../../card/lines-chart.ts'
import type { Part } from '../../../card/tones.ts'
import type { TextMark } from '../../scene.ts'
import type { TypeScale } from '../../type-scale.ts'
import { mutedRun, placeText, type Run, toRun, widthOf } from '../labels.ts'
import { type ChartArea, type Layer, noLayer } from '../plot.ts'
import { horizontal, toHairline } from '../shapes.ts'
import type { LinesPlot } from './plot.ts'

/** The newest part of a year, as changes on the same months of the year before. */
type SincePart = NonNullable<LinesChart['since']>

const toSinceParts = ({ title, rows, tail }: SincePart): Part[] => [
  { text: title, tone: 'muted' },
  ...rows,
  { text: tail, tone: 'muted' },
]

export const widthOfSince = (since: SincePart, { label }: TypeScale): number =>
  Math.max(...toSinceParts(since).map(part => widthOf([toRun(part, label)])))

/** Under the ends, set off by a label of space and a grid line. */
export function drawSinceBeside(
  ends: readonly TextMark[],
  { chart: { since }, box, t, right, bottom, gutter, obstacles }: LinesPlot,
): Layer {
  if (!since || !gutter.hasSince) return noLayer
  const { label } = t
  const parts = toSinceParts(since)
  const pitch = label * 1.24
  const x = right + gutter.aside
  const above = Math.max(box.y - label * 0.2, ...ends.map(mark => mark.y + mark.size * 0.24))
  const first = Math.min(above + label * 1.75, bottom - pitch * (parts.length - 1) - label * 0.1)
  const words = parts.map((part, i) => placeText(toRun(part, label), { x, y: first + pitch * i }))
  obstacles.addWords(words)
  return { words, marks: [toHairline('grid', horizontal([x, x + widthOfSince(since, t)], first - label * 1.2), t)] }
}

/** The same as rows under the years: in one where it fits, else the period above its changes. */
export function toSinceRows({ since, lang }: LinesChart, { box, t: { label } }: ChartArea): Run[][] {
  if (!since) return []
  const changes = since.rows.flatMap((part, i) => [...(i > 0 ? [mutedRun('  ', label)] : []), toRun(part, label)])
  const title = `${since.title}${lang === 'zh' ? '，' : ', '}${since.tail}`
  const row = [mutedRun(`${title}${lang === 'zh' ? '：' : ': '}`, label), ...changes]
  return widthOf(row) <= box.width ? [row] : [[mutedRun(title, label)], changes]
}
