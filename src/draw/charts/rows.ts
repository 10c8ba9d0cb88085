import type { Row, RowsChart } from '../../card/rows-chart.ts'
import { fill, joinBy } from '../../model/locales.ts'
import type { Fill, Ink, Mark, Path, TextMark } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import type { TypeScale } from '../type-scale.ts'
import { axisRoom, toTicks, underAxis, type ValueScale } from './axis.ts'
import { type Box, clearOfColumn, type Drawn, horizontal, placeText, px, type Run, vertical, widthOf } from './place.ts'

/** The widest that names may be beside their bars, as a share of the chart; wider ones stand above them. */
const mostNames = 0.3

/** How far apart the rows are at least, in labels: with names above the bars, and beside them. */
const leastPitch = { above: 1.95, beside: 0.98 }
/** How far apart they are where names stand above their bars though they could stand beside them. */
const roomyPitch = 2.3

/** As many rows as fit, the subject always among them; one place is kept for the count of the others. */
function toFitting(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows
  const kept = new Set(
    rows.toSorted((a, b) => Number(b.isSubject) - Number(a.isSubject)).slice(0, Math.max(1, most - 1)),
  )
  return rows.filter(row => kept.has(row))
}

const toFill = (tone: Row['tone']): Fill => (tone === 'ink' || tone === 'muted' ? 'slate' : tone)
const toWordInk = (row: Row): Ink => (row.isSubject && row.tone !== 'past' && row.tone !== 'slate' ? row.tone : 'ink')

/** Bars from a common zero, the names at their left, the numbers at their ends or in columns; ranges float over an axis. */
export function drawRows(chart: RowsChart, box: Box, t: TypeScale): Drawn {
  const { headers } = chart
  const { label } = t
  const hasPrevious = headers.length > 1
  const header = hasPrevious ? label * 1.35 : 0
  const axis = chart.isRange ? label * axisRoom : 0
  const room = box.height - header - axis
  const widest = Math.max(...chart.everyNames.map(name => measureText(name, label, 600)))
  // Names wider than half of the chart leave no bars, whatever the room for rows of names.
  const isAbove =
    widest > box.width * 0.5 ||
    ((t.hasGround || widest > box.width * mostNames) && room / chart.rows.length > label * roomyPitch)
  const nameRow = isAbove ? label * 1.25 : 0
  const share = hasPrevious ? 0.5 : isAbove ? 0.72 : 0.62
  const rows = toFitting(chart.rows, Math.floor(room / (label * leastPitch[isAbove ? 'above' : 'beside'])))
  const folded = chart.rows.length - rows.length
  const pitch = (folded > 0 ? room - label * 1.2 : room) / rows.length
  const isTight = pitch - nameRow < t.strong * 1.02
  const strong = isTight ? label : t.strong
  const names = rows.map(({ name }) => measureText(name, label, 600))
  const left = box.x + (isAbove ? 0 : Math.max(...names) + label * 0.7)
  const values = rows.flatMap(row => [row.value, row.from, ...(row.previous ? [row.previous.value] : [])])
  const numbers = toNumbers(chart, strong, t)
  const negative = Math.min(0, ...values)
  const before =
    negative < 0
      ? Math.max(...rows.filter(({ value }) => value < 0).map(row => widthOf([toNumberRun(row, strong)]) + label * 0.5))
      : 0
  const right = hasPrevious
    ? box.x + box.width - numbers.width - label * 0.6
    : toRight(
        rows,
        left + before,
        box.x + box.width,
        Math.max(0, ...values),
        strong,
        toBarHeight(pitch - nameRow, rows, share, t),
        t,
      )
  const scale = toRowScale(values, left + before, right)
  const top = box.y + header
  const bottom = top + pitch * rows.length
  const marks: Mark[] = []
  const words: TextMark[] = []
  const axisParts: Path[number][] = []
  const lines: number[] = []
  if (hasPrevious) marks.push(...drawHeaders(chart, box, numbers, t))
  if (chart.isRange) {
    const ticks: { value: number; text: string }[] = []
    for (const { value, text } of [
      { value: 0, text: '0' },
      ...toTicks({ ...scale, at: value => -scale.at(value) }, label * 1.6, chart.lang),
    ]) {
      if (value !== 0) lines.push(scale.at(value))
      ticks.push({ value, text })
    }
    const greatest = Math.max(...ticks.map(({ value }) => value))
    // The last tick has the unit, where that does not carry it out of the chart.
    for (const { value, text } of ticks) {
      const run = (text: string): Run => ({ text, ink: 'muted', size: label, weight: 400 })
      const y = bottom + label * underAxis
      const mark = placeText(run(text), value === 0 ? left : scale.at(value), y, value === 0 ? 'start' : 'middle')
      const named = { ...mark, text: joinBy('space', [text, chart.unit], chart.lang) }
      words.push(value === greatest && named.x + widthOf([run(named.text)]) <= box.x + box.width ? named : mark)
    }
  }
  rows.forEach((row, i) => {
    const y = top + pitch * i
    const band = pitch - nameRow
    const height = toBarHeight(band, rows, share, t)
    const small = hasPrevious ? Math.round(height * 0.32) : 0
    const gap = hasPrevious ? Math.round(Math.max(3, height * 0.1)) : 0
    const barTop = Math.round(y + nameRow + (band - height - small - gap) / 2)
    const middle = barTop + height / 2
    words.push(
      isAbove
        ? placeText({ text: row.name, ink: 'ink', size: label, weight: 600 }, box.x, barTop - label * 0.34)
        : placeText({ text: row.name, ink: 'ink', size: label, weight: 600 }, box.x, middle + label * 0.36),
    )
    marks.push(...drawBar(row, scale, barTop, height, t))
    const over = Math.min(height * 0.08, label * 0.1)
    axisParts.push(...vertical(scale.at(0), barTop - over, barTop + height + over + gap + small))
    if (row.previous && hasPrevious) {
      const [a, b] = [scale.at(0), scale.at(row.previous.value)]
      marks.push({
        kind: 'rect',
        ink: 'past',
        x: px(Math.min(a, b)),
        y: px(barTop + height + gap),
        width: px(Math.abs(b - a)),
        height: px(small),
      })
    }
    words.push(
      ...drawNumbers(
        row,
        chart,
        scale,
        numbers,
        middle,
        height,
        barTop,
        strong,
        !isAbove && (band - height) / 2 > strong * 1.05,
        box,
        t,
      ),
    )
  })
  if (folded > 0)
    words.push(
      placeText(
        { text: fill(chart.more, { count: String(folded) }), ink: 'muted', size: label, weight: 400 },
        box.x,
        bottom + label * (chart.isRange ? 2.35 : 1),
      ),
    )
  const zero = scale.at(0)
  marks.push({ kind: 'stroke', ink: 'ink', width: t.hairline, path: isAbove ? axisParts : vertical(zero, top, bottom) })
  const grid = lines.map(
    (x): Mark => ({
      kind: 'stroke',
      ink: 'grid',
      width: t.hairline,
      path: clearOfColumn(x, box.y, bottom, words).flatMap(([from, to]) => vertical(x, from, to)),
    }),
  )
  const first = top
  return {
    marks: [...grid, ...marks, ...words],
    plot: { x: left, y: first, width: box.x + box.width - left, height: bottom - first },
  }
}

function toRowScale(values: readonly number[], left: number, right: number): ValueScale {
  const [least, greatest] = [Math.min(0, ...values), Math.max(0, ...values)]
  const span = greatest - least || 1
  return { at: value => left + ((value - least) / span) * (right - left), least, greatest }
}

/** Whether a bar is high enough for words in it: of a hollow one they must not touch the outline. */
const isHollow = ({ look }: Row): boolean => look === 'plan' || look === 'artefact'
const isHighEnough = (row: Row, height: number, label: number): boolean =>
  height >= label * (isHollow(row) ? 1.35 : 1.05)

/** The height of a bar, a share of its band, in whole pixels: its edges are sharp. */
const toBarHeight = (band: number, rows: readonly Row[], share: number, t: TypeScale): number =>
  Math.round(Math.min(band * share, t.strong * (rows.length <= 3 ? 4 : 1.5)))

/**
 * How far the longest bar may reach so that what stands after each bar still fits. A word of a stage stands after a bar that is
 * too short for it.
 */
function toRight(
  rows: readonly Row[],
  left: number,
  end: number,
  greatest: number,
  strong: number,
  height: number,
  t: TypeScale,
): number {
  const widths = rows.map(row => ({
    number: row.text === '' ? 0 : widthOf([toNumberRun(row, strong)]) + t.label * 0.45,
    stage: row.stage ? measureText(row.stage, t.label, 600) + t.label * 0.9 : 0,
    share: greatest > 0 ? Math.max(0, row.value) / greatest : 1,
    isHigh: isHighEnough(row, height, t.label),
  }))
  let right = end
  // Shorter bars hold fewer words, so the reach is found again until no more words leave their bars.
  for (let round = 0; round <= rows.length; round++) {
    const reaches = widths.map(({ number, stage, share, isHigh }) => {
      const isInside = stage > 0 && isHigh && share * (right - left) >= stage
      const tail = number + (isInside ? 0 : stage)
      return share > 0 ? left + (end - tail - left) / share : end
    })
    const next = Math.min(right, ...reaches)
    if (next === right) break
    right = next
  }
  return Math.min(end - t.label * 0.5, right)
}

const toNumberRun = (row: Row, size: number): Run => ({ text: row.text, ink: toWordInk(row), size, weight: 600 })

type Numbers = { width: number; columns: { integerEnd: number; right: number }[] }

/** A number in two: its whole part with signs, and its decimals; so that a column of them is aligned on the point. */
function splitNumber(text: string): [whole: string, rest: string] {
  const at = text.search(/[.,]\d{1,2}$/)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

/** The columns of numbers at the right: where their whole parts end. */
function toNumbers({ rows, headers }: RowsChart, strong: number, { label }: TypeScale): Numbers {
  if (headers.length < 2) return { width: 0, columns: [] }
  const column = (texts: readonly string[], size: number, weight: 400 | 600, header: string) => {
    const parts = texts.map(splitNumber)
    const whole = Math.max(...parts.map(([text]) => measureText(text, size, weight)))
    const rest = Math.max(...parts.map(([, text]) => measureText(text, size, weight)))
    const headed = measureText(header, label, 400) + label * 0.9
    return { whole: Math.max(whole, headed - rest), rest }
  }
  const newest = column(
    rows.map(({ text }) => text),
    strong,
    600,
    headers[0] ?? '',
  )
  const previous = column(
    rows.map(row => row.previous?.text ?? ''),
    label,
    400,
    headers[1] ?? '',
  )
  const gap = label * 0.75
  const width = newest.whole + newest.rest + gap + previous.whole + previous.rest
  return {
    width,
    columns: [
      { integerEnd: newest.whole, right: newest.whole + newest.rest },
      { integerEnd: newest.whole + newest.rest + gap + previous.whole, right: width },
    ],
  }
}

/** The periods over their columns, each with squares in the colours of its bars. */
function drawHeaders({ headers, rows }: RowsChart, box: Box, { columns, width }: Numbers, t: TypeScale): Mark[] {
  const { label } = t
  const start = box.x + box.width - width
  const square = label * 0.5
  const y = box.y + label * 0.8
  const subject = rows.find(row => row.isSubject)
  const others = rows.find(row => !row.isSubject)
  return headers.flatMap((text, i): Mark[] => {
    const mark = placeText({ text, ink: 'muted', size: label, weight: 400 }, start + (columns[i]?.right ?? 0), y, 'end')
    const fills: Fill[] =
      i === 0 ? [...(subject ? [toFill(subject.tone)] : []), ...(others ? [toFill(others.tone)] : [])] : ['past']
    return [
      ...fills.toReversed().map(
        (ink, k): Mark => ({
          kind: 'rect',
          ink,
          x: px(mark.x - label * 0.28 - square - k * square * (fills.length > 1 ? 0.5 : 1)),
          y: px(y - square * 1.15),
          width: px(fills.length > 1 ? square * 0.5 : square),
          height: px(square),
        }),
      ),
      mark,
    ]
  })
}

function drawBar(row: Row, scale: ValueScale, y: number, height: number, t: TypeScale): Mark[] {
  const [a, b] = [scale.at(row.from), scale.at(row.value)]
  const [x, width] = [Math.min(a, b), Math.abs(b - a)]
  const fill = toFill(row.tone)
  const rect = { x: px(x), y: px(y), width: px(Math.max(width, t.hairline)), height: px(height) }
  const frame: Path = [
    ['M', px(x), px(y + t.hairline / 2)],
    ['H', px(x + width - t.hairline / 2)],
    ['V', px(y + height - t.hairline / 2)],
    ['H', px(x)],
  ]
  const zero = scale.at(0)
  const hair: Mark[] =
    row.from > 0 ? [{ kind: 'stroke', ink: fill, width: t.hairline, path: horizontal(zero, x, y + height / 2) }] : []
  switch (row.look) {
    case 'solid':
      return [...hair, { kind: 'rect', ink: fill, ...rect }]
    case 'estimate':
      return [
        ...hair,
        { kind: 'rect', ink: `pale-${fill}`, ...rect },
        { kind: 'rect', ink: fill, ...rect, x: px(b - t.hairline * 1.6), width: px(t.hairline * 1.6) },
      ]
    case 'plan':
      return [
        ...hair,
        { kind: 'stroke', ink: fill, width: t.hairline, dash: [px(t.hairline * 3), px(t.hairline * 2)], path: frame },
      ]
    case 'artefact':
      return [...hair, { kind: 'stroke', ink: fill, width: t.hairline, path: frame }]
  }
}

/** The number of a row, in its column or after its bar, and the word of its stage in the bar or between. */
function drawNumbers(
  row: Row,
  chart: RowsChart,
  scale: ValueScale,
  numbers: Numbers,
  middle: number,
  height: number,
  barTop: number,
  strong: number,
  isRoomAbove: boolean,
  box: Box,
  t: TypeScale,
): TextMark[] {
  const { label } = t
  if (row.text === '') return []
  const run = toNumberRun(row, strong)
  if (chart.isRange) {
    const centre = (scale.at(row.from) + scale.at(row.value)) / 2
    return isRoomAbove
      ? [placeText(run, centre, barTop - label * 0.3, 'middle')]
      : [placeText(run, scale.at(row.value) + label * 0.4, middle + strong * 0.36)]
  }
  const [newest, previous] = numbers.columns
  if (newest && previous) {
    const start = box.x + box.width - numbers.width
    const put = (text: string, size: number, weight: 400 | 600, ink: Ink, end: number): TextMark => {
      const [whole] = splitNumber(text)
      return placeText(
        { text, ink, size, weight },
        start + end - measureText(whole, size, weight),
        middle + size * 0.36,
      )
    }
    return [
      put(row.text, strong, 600, run.ink, newest.integerEnd),
      ...(row.previous ? [put(row.previous.text, label, 400, 'muted', previous.integerEnd)] : []),
    ]
  }
  const end = scale.at(row.value)
  if (row.value < 0) return [placeText(run, end - label * 0.4, middle + strong * 0.36, 'end')]
  if (!row.stage) return [placeText(run, end + label * 0.4, middle + strong * 0.36)]
  const width = measureText(row.stage, label, 600)
  const isInside = width + label * 0.9 <= end - scale.at(0) && isHighEnough(row, height, label)
  if (isInside) {
    const inside: Run = {
      text: row.stage,
      ink: isHollow(row) ? 'muted' : 'ground',
      size: label,
      weight: isHollow(row) ? 400 : 600,
    }
    return [
      isHollow(row)
        ? placeText(inside, scale.at(0) + label * 0.45, middle + label * 0.36)
        : placeText(inside, end - label * 0.45, middle + label * 0.36, 'end'),
      placeText(run, end + label * 0.4, middle + strong * 0.36),
    ]
  }
  const stage = placeText(
    { text: row.stage, ink: 'muted', size: label, weight: 400 },
    end + label * 0.4,
    middle + label * 0.36,
  )
  return [stage, placeText(run, stage.x + measureText(row.stage, label, 400) + label * 0.5, middle + strong * 0.36)]
}
