import { scaleBand } from 'd3-scale'
import type { Card, CardSeries, Point } from '../../card/card.ts'
import { type Ink, type Mark, type Path, type Plotted, type Step, seriesInk, type TextMark } from '../scene.ts'
import { measureText, wrapText } from '../text/faces.ts'
import type { Composition } from '../type-scale.ts'
import { drawFlagLines, drawFlagNames, toFlags } from './annotations.ts'
import { type Box, boxOf, drawGrid, overlaps, placeLabel, px, spreadLabels, toValueAxis } from './axis.ts'

type Bar = { series: CardSeries; point: Point; x: number; width: number; y: number; height: number; ink: Ink }

/** Columns over time from nought; a year without a figure keeps its place. Plans are hollow, parts of a year hatched. */
export function drawBarChart(card: Card, box: Box, composition: Composition): Mark[] & { points?: Plotted[] } {
  const open = setBars(card, box, composition, 0)
  if (open.numbers.length === open.bars.length && open.named === countNames(card)) return withPoints(open)
  const ends = toEnds(card, open.slots)
  const gutter =
    Math.max(...ends.map(({ text }) => measureText(text, composition.label, 600))) + composition.label * 0.5
  return withPoints(setBars(card, box, composition, gutter))
}

/** The marks, and the middle of the top of each column. */
const withPoints = ({ marks, bars }: Setting): Mark[] & { points: Plotted[] } =>
  Object.assign(marks, {
    points: bars.map(({ series, point, x, width, y }) => ({
      line: series.id,
      time: point.x,
      x: px(x + width / 2),
      y: px(y),
    })),
  })

type Setting = { marks: Mark[]; bars: Bar[]; slots: Slot[]; numbers: TextMark[]; named: number }

/** The chart with every number over its column; or, with a gutter at the right, named and numbered at its newest columns. */
function setBars(card: Card, box: Box, composition: Composition, gutter: number, remarkRows = 0): Setting {
  const { label } = composition
  const lanes = toLanes(card)
  const slots = toSlots(card)
  const points = card.series.flatMap(series => series.points)
  const bottom = box.y + box.height - label * (1.75 + 1.2 * remarkRows)
  const flags = toFlags(card, box, composition)
  const top = box.y + flags.height + label * (gutter > 0 ? 0.7 : card.series.length > 1 ? 2.9 : 1.6)
  const values = toValueAxis(
    points.map(point => point.shown),
    bottom,
    top,
    card,
    composition,
  )
  const left = box.x + values.labelWidth + label * 0.55
  const plot = { x: left, y: top, width: box.x + box.width - gutter - left, height: bottom - top }
  const band = scaleBand<string>()
    .domain(slots.map(slot => slot.key))
    .range([left, left + plot.width])
    .paddingInner(0.28)
    .paddingOuter(0.14)
  const bars = slots.flatMap(slot =>
    toBars(slot, lanes, band(slot.key) ?? left, band.bandwidth(), values.scale, label * 6.5),
  )
  const numbers = gutter > 0 ? [] : drawNumbers(bars, composition)
  const ends = gutter > 0 ? drawEnds(toEnds(card, slots), bars, plot, composition) : []
  const names =
    gutter === 0 && card.series.length > 1 ? drawNames(card, lanes.flat(), bars, numbers, plot, box, composition) : []
  const middle = (slot: Slot): number => (band(slot.key) ?? left) + band.bandwidth() / 2
  const remarks = drawRemarks(toRemarks(slots, bars, middle), bottom, box, composition)
  const rows = new Set(remarks.map(mark => mark.y)).size
  if (rows > remarkRows) return setBars(card, box, composition, gutter, rows)
  const years = drawYears(slots, middle, bottom, composition)
  const time = toTime(card, slots, middle, band.step())
  const flagNames = drawFlagNames(flags, time, plot, composition)
  const words = [...numbers, ...names.flat(), ...flagNames]
  const floor: Mark = {
    kind: 'stroke',
    ink: 'axis',
    path: [
      ['M', px(left), px(values.scale(0))],
      ['H', px(left + plot.width)],
    ],
    width: composition.line / 2,
  }
  const marks = [
    ...drawGrid(values, plot, words, composition),
    ...drawFlagLines(flags, time, bottom, words, composition),
    ...bars.flatMap(bar => drawBar(bar, composition)),
    ...words,
    ...ends,
    ...years,
    ...remarks,
    floor,
  ]
  return { marks, bars, slots, numbers, named: names.length }
}

/** Where a moment lies among columns that stand for periods; a break lies just before the column it comes before. */
function toTime(card: Card, slots: readonly Slot[], middle: Middle, step: number): (x: number) => number {
  return x => {
    const before = card.breaks.find(other => other.x === x)?.after
    const next = slots.find(slot => slot.key === before)
    if (next) return middle(next) - step / 2
    const slot = slots.findLast(({ span }) => span[0] <= x) ?? slots[0]
    if (!slot) return 0
    const share = Math.min(1, Math.max(0, (x - slot.span[0]) / (slot.span[1] - slot.span[0])))
    return middle(slot) + (share - 0.5) * step
  }
}

/** How many names a reader needs: one for each line, where there is more than one series. */
function countNames(card: Card): number {
  const continued = new Set(card.series.map(series => series.continues))
  return card.series.length > 1 ? card.series.filter(series => !continued.has(series.id)).length : 0
}

type End = { series: CardSeries; point: Point; text: string }

/** The newest column of each line, with the name of its series, and its period where that is not the newest of all. */
function toEnds(card: Card, slots: readonly Slot[]): End[] {
  const continued = new Set(card.series.map(series => series.continues))
  return card.series.flatMap(series => {
    const point = series.points.at(-1)
    if (!point || continued.has(series.id)) return []
    const when = point.period === slots.at(-1)?.key ? '' : ` ${point.caption}:`
    return [{ series, point, text: `${series.label}${when} ${point.text}` }]
  })
}

/** Names and numbers of the newest columns beside the plot, each at the height of its column. */
function drawEnds(ends: readonly End[], bars: readonly Bar[], plot: Box, { label }: Composition): TextMark[] {
  const wanted = ends.map(({ point }) => (bars.find(bar => bar.point === point)?.y ?? 0) + label * 0.36)
  const placed = spreadLabels(wanted, label * 1.25, plot.y, plot.y + plot.height)
  return ends.map(({ series, text }, i) =>
    placeLabel({
      x: plot.x + plot.width + label * 0.4,
      y: placed[i] ?? 0,
      size: label,
      weight: 600,
      ink: seriesInk(series.ink),
      text,
    }),
  )
}

type Middle = (slot: Slot) => number

type Slot = {
  key: string
  year: string
  span: [from: number, to: number]
  points: { series: CardSeries; point: Point }[]
}

/** One place per period, and one for each whole year without any, so that time runs evenly. */
function toSlots(card: Card): Slot[] {
  const slots = new Map<string, Slot>()
  for (const series of card.series) {
    for (const point of series.points) {
      const key = point.period
      const slot = slots.get(key) ?? {
        key,
        year: String(point.year),
        span: point.span,
        points: [],
      }
      slot.points.push({ series, point })
      slots.set(key, slot)
    }
  }
  const years = [...slots.values()].map(slot => Number(slot.year))
  for (let year = Math.min(...years); year < Math.max(...years); year++) {
    if (!years.includes(year))
      slots.set(String(year), { key: String(year), year: String(year), span: [year, year + 1], points: [] })
  }
  return [...slots.values()].sort(
    (a, b) => Number(a.year) - Number(b.year) || a.key.length - b.key.length || a.span[0] - b.span[0],
  )
}

/** Series that continue each other share a lane; so does one that never has a figure where the first has. */
function toLanes(card: Card): CardSeries[][] {
  const lanes: CardSeries[][] = []
  for (const series of card.series) {
    const periods = new Set(series.points.map(point => point.period))
    const lane = lanes.find(entry => entry.every(other => other.points.every(point => !periods.has(point.period))))
    if (lane) lane.push(series)
    else lanes.push([series])
  }
  return lanes
}

function toBars(
  slot: Slot,
  lanes: readonly CardSeries[][],
  x: number,
  width: number,
  scale: (value: number) => number,
  widest: number,
): Bar[] {
  const used = lanes.filter(lane => slot.points.some(({ series }) => lane.includes(series)))
  const each = Math.min(width / lanes.length, widest)
  const start = x + (width - each * used.length) / 2
  return slot.points.map(({ series, point }) => {
    const index = used.findIndex(lane => lane.includes(series))
    const gap = lanes.length > 1 ? each * 0.06 : 0
    const y = Math.min(scale(point.shown), scale(0))
    return {
      series,
      point,
      x: start + index * each + gap,
      width: each - 2 * gap,
      y,
      height: Math.abs(scale(point.shown) - scale(0)),
      ink: seriesInk(series.ink),
    }
  })
}

function drawBar({ point, x, y, width, height, ink }: Bar, { line, dot }: Composition): Mark[] {
  const isHollow = point.status === 'plan' || point.flag === 'artefact'
  const isHatched = point.part || point.status === 'estimated'
  if (!isHollow && !isHatched) return [{ kind: 'rect', ink, x: px(x), y: px(y), width: px(width), height: px(height) }]
  const inset = line / 2
  const outline: Mark = {
    kind: 'stroke',
    ink,
    path: [
      ['M', px(x + inset), px(y + height)],
      ['V', px(y + inset)],
      ['H', px(x + width - inset)],
      ['V', px(y + height)],
    ],
    width: line,
    ...(isHollow && { dash: [px(line * 2.2), px(line * 1.6)] }),
  }
  return isHatched
    ? [
        {
          kind: 'stroke',
          ink,
          path: hatch(x + inset, y + inset, width - line, height - inset, dot * 1.9),
          width: line * 0.6,
        },
        outline,
      ]
    : [outline]
}

/**
 * Strokes at 45° clipped to a rectangle, without a pattern or a clip path; relative, on tenths of a pixel, so that equal
 * strokes are equal text.
 */
export function hatch(x: number, y: number, width: number, height: number, step: number): Path {
  const tenths = (value: number): number => Math.round(value * 10)
  const [left, top, right, bottom] = [
    Math.ceil(x * 10),
    Math.ceil(y * 10),
    Math.floor((x + width) * 10),
    Math.floor((y + height) * 10),
  ]
  const across = right - left
  const down = bottom - top
  const path: Step[] = []
  let [penX, penY] = [0, 0]
  for (let offset = tenths(step); offset < across + down; offset += tenths(step)) {
    const [fromX, fromY] = [left + Math.min(offset, across), top + Math.max(0, offset - across)]
    const [toX, toY] = [left + Math.max(0, offset - down), top + Math.min(offset, down)]
    path.push(path.length === 0 ? ['M', fromX / 10, fromY / 10] : ['m', (fromX - penX) / 10, (fromY - penY) / 10], [
      'l',
      (toX - fromX) / 10,
      (toY - fromY) / 10,
    ])
    ;[penX, penY] = [toX, toY]
  }
  return path
}

/** The number over each column, where it has room; the newest first, so that crowding costs the oldest. */
function drawNumbers(bars: readonly Bar[], { label }: Composition): TextMark[] {
  const placed: TextMark[] = []
  for (const bar of bars.toReversed()) {
    const size = bar.width < measureText(bar.point.text, label, 600) * 0.8 ? label * 0.9 : label
    const mark = placeLabel({
      x: bar.x + bar.width / 2,
      y: bar.y - label * 0.45,
      anchor: 'middle',
      size,
      weight: 600,
      ink: bar.ink,
      text: bar.point.text,
    })
    const room = { ...boxOf(mark), x: mark.x - label * 0.15, width: boxOf(mark).width + label * 0.3 }
    const isBlocked = placed.some(other => overlaps(boxOf(other), room)) || bars.some(other => overlaps(room, other))
    if (!isBlocked) placed.push(mark)
  }
  return placed
}

/** The name of each series, in lines, over the newest of its columns that has room for it. */
function drawNames(
  card: Card,
  unnamed: readonly CardSeries[],
  bars: readonly Bar[],
  numbers: readonly TextMark[],
  plot: Box,
  box: Box,
  { label }: Composition,
): TextMark[][] {
  const names: TextMark[][] = []
  const continued = new Set(card.series.map(series => series.continues))
  for (const series of unnamed.filter(entry => !continued.has(entry.id))) {
    const own = bars.filter(bar => bar.series === series).toReversed()
    const attempts = [label, label * 0.88].flatMap(size =>
      own.flatMap(bar =>
        [plot.width, label * 8, label * 5.5, label * 4].map(width =>
          placeName(series, bar, width, plot, size, card.lang),
        ),
      ),
    )
    const isFree = (mark: TextMark): boolean => {
      const room = boxOf(mark)
      const taken = [...numbers, ...names.flat()].some(other => overlaps(boxOf(other), room))
      return room.y >= box.y && !taken && !bars.some(bar => overlaps(room, bar))
    }
    const free = attempts.find(marks => marks.every(isFree))
    if (free) names.push(free)
  }
  return names
}

function placeName(
  series: CardSeries,
  bar: Bar,
  width: number,
  plot: Box,
  label: number,
  lang: Card['lang'],
): TextMark[] {
  const lines = wrapText(series.label, label, 600, width, lang)
  return lines.map((text, i) => {
    const mark = placeLabel({
      x: bar.x + bar.width / 2,
      y: bar.y - label * (1.7 + 1.2 * (lines.length - 1 - i)),
      anchor: 'middle',
      size: label,
      weight: 600,
      ink: bar.ink,
      text,
    })
    const most = plot.x + plot.width - measureText(text, label, 600)
    return { ...mark, x: Math.max(plot.x, Math.min(mark.x, most)) }
  })
}

/** Years under the columns, once for columns of the same year, every second or fifth where they are many. */
function drawYears(slots: readonly Slot[], middle: Middle, bottom: number, { label }: Composition): TextMark[] {
  const groups: { text: string; from: number; to: number }[] = []
  for (const slot of slots) {
    const group = groups.at(-1)
    if (group?.text === slot.year) group.to = middle(slot)
    else groups.push({ text: slot.year, from: middle(slot), to: middle(slot) })
  }
  const marks = groups.map(({ text, from, to }) =>
    placeLabel({ x: (from + to) / 2, y: bottom + label * 1.35, anchor: 'middle', size: label, ink: 'muted', text }),
  )
  const isRoomy = (kept: readonly TextMark[]): boolean =>
    kept.every((mark, i) => i === 0 || mark.x - (kept[i - 1]?.x ?? 0) > label * 3.2)
  const thinned = [1, 2, 5, 10, 20].map(every => marks.filter((_, i) => (marks.length - 1 - i) % every === 0))
  return thinned.find(isRoomy) ?? marks.slice(-1)
}

type Remark = { text: string; x: number }

/** What to know of the columns: of all at a place in its middle, of some only under these; '' where there is nothing. */
function toRemarks(slots: readonly Slot[], bars: readonly Bar[], middle: Middle): Remark[] {
  return slots.flatMap(slot => {
    const texts = [...new Set(slot.points.map(toFoot))]
    const [text = ''] = texts
    if (texts.length < 2) return [{ text, x: middle(slot) }]
    return slot.points.flatMap(({ series, point }) => {
      const bar = bars.find(other => other.point === point)
      return bar ? [{ text: toFoot({ series, point }), x: bar.x + bar.width / 2 }] : []
    })
  })
}

/** A series that is called what it is, a plan, needs no remark. */
const toFoot = ({ series, point }: Slot['points'][number]): string =>
  point.months || (point.remark.toLowerCase() === series.label.toLowerCase() ? '' : point.remark)

/** Remarks under the years: said once for neighbours of the same kind, and in a further row where they would touch. */
function drawRemarks(remarks: readonly Remark[], bottom: number, box: Box, { label }: Composition): TextMark[] {
  const groups: { text: string; from: number; to: number }[] = []
  for (const { text, x } of remarks) {
    const group = groups.at(-1)
    const isCrowded = group && x - group.to < measureText(text, label * 0.9, 400) * 1.15
    if (group && group.text === text && isCrowded) group.to = x
    else groups.push({ text, from: x, to: x })
  }
  const placed: TextMark[] = []
  for (const { text, from, to } of groups.filter(group => group.text !== '')) {
    const half = measureText(text, label * 0.9, 400) / 2
    const rows = [0, 1, 2].map(row =>
      placeLabel({
        x: Math.max(box.x + half, Math.min((from + to) / 2, box.x + box.width - half)),
        y: bottom + label * (2.55 + 1.15 * row),
        anchor: 'middle',
        size: label * 0.9,
        ink: 'muted',
        text,
      }),
    )
    const free = rows.find(mark => !placed.some(other => overlaps(boxOf(other), widen(boxOf(mark), label * 0.2))))
    if (free) placed.push(free)
  }
  return placed
}

const widen = (box: Box, by: number): Box => ({ ...box, x: box.x - by, width: box.width + 2 * by })
