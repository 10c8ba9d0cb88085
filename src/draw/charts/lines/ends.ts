import type { End, Line, LinesChart } from '../../../card/lines-chart.ts'
import { fill, type Lang } from '../../../model/locales.ts'
import type { Ink, Mark, TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import { breakText } from '../../text/lines.ts'
import type { TypeScale } from '../../type-scale.ts'
import { mutedRun, placeRuns, placeText, type Run, strongRun, type TextPlace } from '../labels.ts'
import { boxOf } from '../obstacles.ts'
import type { Layer } from '../plot.ts'
import { spreadLabels } from '../spread-labels.ts'
import type { LinesPlot } from './plot.ts'
import { toDot } from './strokes.ts'

/** How a line's end is written: all strong, name smaller, name over number, or all small where there are many. */
export type EndForm = 'strong' | 'mixed' | 'stacked' | 'plain'

/** How ends are set: `most` is the room for a name, which is broken where it is wider. */
type EndSetting = { ink: Ink; form: EndForm; most: number; lang: Lang; t: TypeScale }

export function toEndForm(chart: LinesChart, { most, t }: Pick<EndSetting, 'most' | 't'>): EndForm {
  if (chart.lines.length > 4 || chart.lines.some(line => line.isThin)) return 'plain'
  const forms = ['strong', 'mixed'] as const
  const fits = ({ name, number }: End, form: 'strong' | 'mixed'): boolean =>
    measureText(`${name} `, form === 'strong' ? t.strong : t.label, 600) + measureText(number, t.strong, 600) <= most
  return forms.find(form => chart.everyEnds.flat().every(end => fits(end, form))) ?? 'stacked'
}

/** The lines of a label at the end of a line. */
export function toEndRows({ name, number }: End, { ink, form, most, lang, t }: EndSetting): Run[][] {
  const { label, strong } = t
  const broken = (text: string): Run[][] =>
    breakText(text, { size: label, weight: 600, width: most, lang }).map(line => [strongRun(line, ink, label)])
  switch (form) {
    case 'strong':
      return [[strongRun(`${name} ${number}`, ink, strong)]]
    case 'mixed':
      return [[strongRun(`${name} `, ink, label), strongRun(number, ink, strong)]]
    case 'stacked':
      return [...broken(name), [strongRun(number, ink, strong)]]
    case 'plain':
      return broken(`${name} ${number}`)
  }
}

/** Names and newest figures beside the ends of their lines, the period over them, moved apart where they would meet. */
export function drawEnds(plot: LinesPlot): Layer {
  const { chart } = plot
  const named = chart.lines.filter(line => !line.isThin)
  const dots = named.flatMap((line): Mark[] => {
    const point = line.points.at(-1)
    return point?.look === 'solid' ? [toDot(point, { ink: line.tone, radius: plot.t.dot }, plot)] : []
  })
  if (chart.when === '') return { words: [], marks: dots }
  const words = placeEnds(named, plot)
  words.push(...nameThinLines(words, plot))
  plot.obstacles.addWords(words)
  return { words, marks: dots }
}

function placeEnds(named: readonly Line[], plot: LinesPlot): TextMark[] {
  const { chart, box, right, scale, gutter, t } = plot
  const { label, strong } = t
  const x = right + gutter.aside
  const ends = named.map(line => {
    const ink = line.tone === 'past' ? 'ink' : line.tone
    const rows = toEndRows({ name: line.name, number: line.end }, { ...gutter, ink, lang: chart.lang, t })
    const single = gutter.form === 'plain' ? label * 1.25 : strong * 1.16
    return { rows, wanted: endOf(line, plot), height: rows.length > 1 ? heightOf(rows) + label * 0.7 : single }
  })
  const { gap } = chart
  const between = gap ? [{ wanted: (scale.at(gap.from) + scale.at(gap.to)) / 2, height: label * 1.3 }] : []
  const labels = [...ends, ...between]
  const middles = spreadLabels(labels, [box.y - label * 0.2 + label * 0.95, toEndsBottom(plot)])
  const highest = Math.min(...labels.map(({ height }, i) => (middles[i] ?? 0) - height / 2))
  return [
    ...ends.flatMap(({ rows }, i) => stackRows(rows, { x, y: middles[i] ?? 0 })),
    ...(gap ? [placeText(strongRun(gap.text, 'ink', label), { x, y: (middles.at(-1) ?? 0) + label * 0.36 })] : []),
    placeText(mutedRun(chart.when, label), { x, y: highest - label * 0.22 }),
  ]
}

const endOf = (line: Line, { scale }: LinesPlot): number => scale.at(line.points.at(-1)?.value ?? 0)

const toEndsBottom = ({ bottom, gutter, t }: LinesPlot): number => bottom - (gutter.hasSince ? t.label * 5.2 : 0)

/** The height of capitals and digits, and the gap below a baseline to the next line, as shares of the size. */
const capital = 0.73
const below = 0.34

/** The distances from the top of a label to its first baseline, and from each baseline to the next. */
function toDrops(rows: readonly Run[][]): number[] {
  const sizes = rows.map(runs => Math.max(...runs.map(({ size }) => size)))
  return sizes.map((size, i) => size * capital + (sizes[i - 1] ?? 0) * below)
}

const heightOf = (rows: readonly Run[][]): number => toDrops(rows).reduce((sum, drop) => sum + drop, 0)

/** A label's lines one under the other, their middle at `y`. */
function stackRows(rows: readonly Run[][], { x, y: middle }: TextPlace): TextMark[] {
  const drops = toDrops(rows)
  let y = middle - heightOf(rows) / 2
  return rows.flatMap((runs, i) => {
    y += drops[i] ?? 0
    return placeRuns(runs, { x, y })
  })
}

/** Names background lines where the place at their end is free; the count of the others is written below. */
function nameThinLines(ends: readonly TextMark[], plot: LinesPlot): TextMark[] {
  const { chart, right, gutter, t } = plot
  const { label } = t
  const x = right + gutter.aside
  const bottom = toEndsBottom(plot)
  const middleOf = (mark: TextMark): number => boxOf(mark).y + mark.size / 2
  const words: TextMark[] = []
  let unnamed = 0
  for (const line of chart.lines.filter(({ isThin }) => isThin)) {
    const mark = placeText(mutedRun(`${line.name} ${line.end}`, label), { x, y: endOf(line, plot) + label * 0.36 })
    const box = boxOf(mark)
    const isFree = [...ends, ...words].every(other => Math.abs(middleOf(other) - box.y - box.height / 2) > label * 1.1)
    const hasRoom = box.width <= gutter.width - gutter.aside && mark.y < bottom - label * 1.3
    if (isFree && hasRoom) words.push(mark)
    else unnamed++
  }
  if (unnamed > 0 && chart.more)
    words.push(placeText(mutedRun(fill(chart.more, { count: String(unnamed) }), label), { x, y: bottom }))
  return words
}
