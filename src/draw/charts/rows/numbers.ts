import type { Row, RowsChart } from '../../../card/rows-chart.ts'
import type { Fill, Mark, TextMark, Weight } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import { mutedRun, placeText, type Run, strongRun, widthOf } from '../labels.ts'
import { toFill, toRect } from '../shapes.ts'
import type { PlacedRow } from './bars.ts'
import type { RowsPlot } from './plot.ts'

export const toNumberRun = (row: Row, size: number): Run =>
  strongRun(row.text, row.isSubject && row.tone !== 'past' && row.tone !== 'slate' ? row.tone : 'ink', size)

const isHollow = ({ look }: Row): boolean => look === 'plan' || look === 'artefact'

/** Whether a bar is high enough for words in it: in a hollow one they must not touch the outline. */
export const isHighEnough = (row: Row, { barHeight, t }: Pick<RowsPlot, 'barHeight' | 't'>): boolean =>
  barHeight >= t.label * (isHollow(row) ? 1.35 : 1.05)

/** A column of numbers, aligned on the decimal point: the right end of the whole parts, and of the column. */
type NumberColumn = { integerEnd: number; end: number }
export type NumberColumns = { start: number; newest: NumberColumn; previous: NumberColumn }

/** A number in two: its whole part with signs, and its decimals. */
function splitNumber(text: string): [whole: string, rest: string] {
  const at = text.search(/[.,]\d{1,2}$/)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

/** The numbers of a column, how they are set, and the period over them. */
type NumberTexts = { texts: readonly string[]; size: number; weight: Weight; header: string | undefined }

/** The columns of numbers at the right of a chart with two periods. */
export function toNumberColumns(
  { rows, headers }: RowsChart,
  { box, strong, t: { label } }: Pick<RowsPlot, 'box' | 'strong' | 't'>,
): NumberColumns {
  const measure = ({ texts, size, weight, header = '' }: NumberTexts) => {
    const parts = texts.map(splitNumber)
    const whole = Math.max(...parts.map(([text]) => measureText(text, size, weight)))
    const rest = Math.max(...parts.map(([, text]) => measureText(text, size, weight)))
    const headed = measureText(header, label, 400) + label * 0.9
    return { whole: Math.max(whole, headed - rest), rest }
  }
  const newest = measure({ texts: rows.map(({ text }) => text), size: strong, weight: 600, header: headers[0] })
  const previousTexts = rows.map(({ previous }) => previous?.text ?? '')
  const previous = measure({ texts: previousTexts, size: label, weight: 400, header: headers[1] })
  const gap = label * 0.75
  const width = newest.whole + newest.rest + gap + previous.whole + previous.rest
  const start = box.x + box.width - width
  return {
    start,
    newest: { integerEnd: start + newest.whole, end: start + (newest.whole + newest.rest) },
    previous: { integerEnd: start + (newest.whole + newest.rest + gap + previous.whole), end: start + width },
  }
}

/** The periods over their columns, each with squares in the colours of its bars. */
export function drawHeaders({ chart: { headers, rows }, box, columns, t: { label } }: RowsPlot): Mark[] {
  if (!columns) return []
  const square = label * 0.5
  const y = box.y + label * 0.8
  const tones = [rows.find(row => row.isSubject), rows.find(row => !row.isSubject)].flatMap(row => row?.tone ?? [])
  return headers.flatMap((text, i): Mark[] => {
    const mark = placeText(mutedRun(text, label), {
      x: (i === 0 ? columns.newest : columns.previous).end,
      y,
      anchor: 'end',
    })
    const fills: Fill[] = i === 0 ? tones.map(toFill) : ['past']
    const width = fills.length > 1 ? square * 0.5 : square
    const squares = fills.toReversed().map((ink, k) => {
      const x = mark.x - label * 0.28 - square - k * width
      return toRect(ink, { x, y: y - square * 1.15, width, height: square })
    })
    return [...squares, mark]
  })
}

/** The number of a row, in its column or after its bar, and the word of its stage in the bar or between. */
export function drawRowNumbers(placed: PlacedRow, plot: RowsPlot): TextMark[] {
  if (placed.row.text === '') return []
  if (plot.chart.isRange) return [placeRangeNumber(placed, plot)]
  return plot.columns ? placeInColumns(placed, plot.columns, plot) : placeAfterBar(placed, plot)
}

/** The number of a range: over the middle of its bar if there is room, else after it. */
function placeRangeNumber(
  { row, top, middle }: PlacedRow,
  { isAbove, band, barHeight, strong, scale, t }: RowsPlot,
): TextMark {
  const run = toNumberRun(row, strong)
  const hasRoomAbove = !isAbove && (band - barHeight) / 2 > strong * 1.05
  return hasRoomAbove
    ? placeText(run, { x: (scale.at(row.from) + scale.at(row.value)) / 2, y: top - t.label * 0.3, anchor: 'middle' })
    : placeText(run, { x: scale.at(row.value) + t.label * 0.4, y: middle + strong * 0.36 })
}

function placeInColumns(
  { row, middle }: PlacedRow,
  { newest, previous }: NumberColumns,
  { strong, t }: RowsPlot,
): TextMark[] {
  const put = (run: Run, { integerEnd }: NumberColumn): TextMark => {
    const [whole] = splitNumber(run.text)
    return placeText(run, { x: integerEnd - measureText(whole, run.size, run.weight), y: middle + run.size * 0.36 })
  }
  return [
    put(toNumberRun(row, strong), newest),
    ...(row.previous ? [put(mutedRun(row.previous.text, t.label), previous)] : []),
  ]
}

function placeAfterBar({ row, middle }: PlacedRow, plot: RowsPlot): TextMark[] {
  const { scale, strong } = plot
  const { label } = plot.t
  const run = toNumberRun(row, strong)
  const baseline = middle + strong * 0.36
  const [zero, end] = [scale.at(0), scale.at(row.value)]
  if (row.value < 0) return [placeText(run, { x: end - label * 0.4, y: baseline, anchor: 'end' })]
  if (!row.stage) return [placeText(run, { x: end + label * 0.4, y: baseline })]
  const stageBaseline = middle + label * 0.36
  const isInside = measureText(row.stage, label, 600) + label * 0.9 <= end - zero && isHighEnough(row, plot)
  if (!isInside) {
    const stage = placeText(mutedRun(row.stage, label), { x: end + label * 0.4, y: stageBaseline })
    return [stage, placeText(run, { x: stage.x + widthOf([stage]) + label * 0.5, y: baseline })]
  }
  return [
    isHollow(row)
      ? placeText(mutedRun(row.stage, label), { x: zero + label * 0.45, y: stageBaseline })
      : placeText(strongRun(row.stage, 'ground', label), { x: end - label * 0.45, y: stageBaseline, anchor: 'end' }),
    placeText(run, { x: end + label * 0.4, y: baseline }),
  ]
}
