import type { Column, ColumnsChart, Slot } from '../../card/columns-chart.ts'
import { formatNumber } from '../../model/numbers.ts'
import type { Fill, Ink, Mark, Path, TextMark } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import { breakText } from '../text/lines.ts'
import type { TypeScale } from '../type-scale.ts'
import { axisRoom, captionPitch, drawYears, toTicks, toValueScale, underAxis, type ValueScale } from './axis.ts'
import { drawEvents } from './events.ts'
import {
  type Box,
  boxOf,
  clearOf,
  clearOfColumn,
  type Drawn,
  horizontal,
  Obstacles,
  overlaps,
  placeText,
  px,
  type Run,
  vertical,
  widthOf,
} from './place.ts'

/** Of a slot, the share that its columns fill. */
const filled = 0.76
/** The widest a slot may be, as a share of the chart. */
const widest = { few: 0.27, many: 0.34 }

type Bar = {
  column: Column
  slot: Slot
  lane: number
  x: number
  width: number
  full: { x: number; width: number }
  top: number
  bottom: number
}

/** Columns over time from zero, each with its number; where the numbers do not fit, a grid and the newest and the greatest. */
export function drawColumns(chart: ColumnsChart, box: Box, t: TypeScale): Drawn {
  // The numbers of a grid stand inside where the columns leave them room, else in a margin of their own.
  return setColumns(chart, box, t, 'inside') ?? setColumns(chart, box, t, 'outside') ?? { marks: [], plot: box }
}

function setColumns(chart: ColumnsChart, whole: Box, t: TypeScale, place: 'inside' | 'outside'): Drawn | undefined {
  const { label, strong } = t
  const { slots, lanes } = chart
  const margin = place === 'inside' ? 0 : Math.ceil(toMargin(chart, t))
  const box = { ...whole, x: whole.x + margin, width: whole.width - margin }
  const widestSlot = Math.min(box.width / slots.length, box.width * (slots.length < 3 ? widest.few : widest.many))
  // Slots of whole pixels have columns with sharp edges, a like distance apart; of many years they would take too much width.
  const slotWidth = (widestSlot % 1) * slots.length > box.width * 0.01 ? widestSlot : Math.floor(widestSlot)
  const laneWidth = (slotWidth * (lanes.length > 1 ? 0.88 : filled)) / lanes.length
  const room = lanes.length > 1 ? (slotWidth * 0.96) / lanes.length : slotWidth - label * 0.25
  const isRoomy =
    chart.everyNumbers.flat().every(text => measureText(text, label, 600) <= room) &&
    chart.everyNumbers.every(
      numbers => measureText(numbers.at(-1) ?? '', strong, 600) <= Math.max(room, lanes.length > 1 ? room * 1.12 : 0),
    )
  const legend = lanes.length > 1 ? drawLegend(chart, box, t) : { words: [], marks: [], height: 0 }
  const hasNumbers = isRoomy || isSparselyFilled(chart, slotWidth, t)
  const columns = slots.flatMap(slot => slot.columns.filter(column => column !== undefined))
  const values = columns.map(({ value }) => value)
  const targets = slots.flatMap(({ target }) => (target ? [target.value] : []))
  const captions = drawCaptions(chart, slotWidth, !isRoomy && hasNumbers, t)
  const isBelow = Math.min(...values) < 0
  const bottom =
    box.y + box.height - label * (captions.rows > 1 ? axisRoom + captionPitch : axisRoom) - (isBelow ? label * 1.1 : 0)
  const highest = Math.max(...values, ...targets)
  const needsTarget = targets.some(value => value >= highest)
  const edgeRow = chart.edge && slots.some((slot, i) => i > 0 && slot.isAfterEdge) ? label * 1.36 : 0
  const top =
    box.y +
    legend.height +
    edgeRow +
    (Math.max(...values) <= 0 ? label * 0.3 : needsTarget ? label * 1.25 : toHeadroom(columns, bottom - box.y, t))
  const scale = toValueScale([...values, ...targets], bottom, top, 1)
  const ticks = hasNumbers ? [] : toTicks(scale, label, chart.lang)
  const numberWidth = Math.max(0, ...ticks.map(({ text }) => measureText(text, label, 400)))
  const left = box.x
  const bars = slots.flatMap((slot, i) => toBars(slot, left + slotWidth * i, slotWidth, laneWidth, lanes.length, scale))
  const plotRight = left + widestSlot * slots.length
  const obstacles = new Obstacles({
    x: box.x,
    y: box.y - label * 0.4,
    width: box.width,
    height: box.height + label * 0.4,
  })
  obstacles.addWords(legend.words)
  for (const bar of bars)
    obstacles.add({
      x: bar.x,
      y: Math.min(bar.top, bar.bottom),
      width: bar.width,
      height: Math.abs(bar.bottom - bar.top),
    })

  const edgeSlot = slots.findIndex(slot => slot.isAfterEdge)
  const edgeX =
    edgeSlot > 0
      ? toEdge(chart, left + slotWidth * edgeSlot, (slotWidth * (1 - filled)) / 2, box.x + box.width, t)
      : undefined
  const edgeTop = box.y + legend.height
  if (edgeX !== undefined) obstacles.addLine(edgeX, edgeTop, edgeX, bottom, t.hairline)
  const newestFirst = bars.toSorted((a, b) => Number(b.column.isNewest) - Number(a.column.isNewest))
  const marked = hasNumbers ? newestFirst : toMarked(bars)
  // The newest comes first: over its column, or beside it where its neighbour is in the way; what finds no place gives way.
  const numbers: TextMark[] = []
  for (const bar of marked.filter(({ column }) => column.text !== '')) {
    const places = toNumberPlaces(bar, t, isRoomy ? undefined : { left: box.x, right: box.x + box.width })
    const mark = hasNumbers ? places[0] : places.find(place => obstacles.isFree([place], 0.1, 0))
    const isKept = mark && !(hasNumbers && numbers.some(other => overlaps(boxOf(other), boxOf(mark))))
    if (!isKept) continue
    numbers.push(mark)
    obstacles.addWords([mark])
  }
  const target = slots.flatMap((slot, i) =>
    slot.target ? drawTarget(slot.target, left + slotWidth * i, slotWidth, scale, t) : [],
  )
  const targetWords = target.filter(mark => mark.kind === 'text')
  obstacles.addWords(targetWords)
  const grid = ticks.map(({ value, text }) => {
    const run: Run = { text, ink: 'muted', size: label, weight: 400 }
    return place === 'inside'
      ? placeText(run, left, scale.at(value) - label * 0.26)
      : placeText(run, left - label * 0.35, scale.at(value) + label * 0.36, 'end')
  })
  if (place === 'inside' && grid.some(mark => !obstacles.isFree([mark], 0.1))) return undefined
  obstacles.addWords(grid)
  const insides = bars.flatMap(bar => drawInside(bar, chart, captions.plansInside, t))
  const missing = slots.flatMap((slot, i) => drawMissing(slot, left + slotWidth * i, slotWidth, chart, scale, t))
  obstacles.addWords(missing)
  const edgeNames = chart.edge && edgeX !== undefined ? drawEdgeNames(chart, edgeX, box, edgeTop + label * 0.95, t) : []
  obstacles.addWords(edgeNames)
  const words = drawWords(
    chart,
    {
      x: plotRight,
      y: box.y + legend.height,
      width: box.x + box.width - plotRight,
      height: bottom - box.y - legend.height,
    },
    box,
    obstacles,
    t,
  )
  const events = drawEvents(
    chart.events.map(({ x, text }) => ({ x: left + slotWidth * x, text })),
    edgeTop + edgeRow,
    bottom,
    obstacles,
    t,
  )
  const all = [...events.words, ...numbers, ...grid, ...edgeNames, ...words, ...targetWords]
  const tint: Mark[] =
    edgeX === undefined || !chart.edge
      ? []
      : [
          {
            kind: 'rect',
            ink: 'tint',
            x: px(edgeX),
            y: px(edgeTop),
            width: px(plotRight - edgeX),
            height: px(bottom - edgeTop),
          },
          {
            kind: 'stroke',
            ink: 'muted',
            width: t.hairline,
            // A piece shorter than a letter is a speck beside a name.
            path: clearOfColumn(edgeX, edgeTop, bottom, edgeNames)
              .filter(([from, to]) => to - from > label)
              .flatMap(([from, to]) => vertical(edgeX, from, to)),
          },
        ]
  const zero = scale.at(0)
  const years = captions.draw(left, bottom + (isBelow ? label * 1.1 : 0))
  const marks: Mark[] = [
    ...tint,
    ...ticks.map(
      ({ value }): Mark => ({
        kind: 'stroke',
        ink: 'grid',
        width: t.hairline,
        path: clearOf(left, plotRight, scale.at(value), all).flatMap(([from, to]) =>
          horizontal(from, to, scale.at(value)),
        ),
      }),
    ),
    ...events.marks,
    ...drawCompare(chart, bars, numbers, t),
    ...bars.flatMap(bar => drawBar(bar, t)),
    ...target.filter(mark => mark.kind !== 'text'),
    ...drawFloor(bars, left, plotRight, zero, t),
    ...legend.marks,
    ...legend.words,
    ...missing,
    ...insides,
    ...all,
    ...years,
  ]
  const tallest = Math.min(...bars.map(bar => bar.top), ...targets.map(scale.at))
  // A year is read at the foot of its columns, for at their heads stand the figures.
  const points = bars.map(({ slot, lane, x, width, column }) => ({
    line: chart.lanes[lane]?.id ?? '',
    time: slot.time,
    x: px(x + width / 2),
    y: px(zero - t.label * 0.25),
    ink: column.tone,
  }))
  return {
    marks,
    plot: { x: left, y: tallest, width: Math.max(plotRight - left, numberWidth), height: bottom - tallest },
    points,
  }
}

/** The width of the numbers of a grid that stand outside the columns. */
function toMargin(chart: ColumnsChart, { label }: TypeScale): number {
  const greatest = Math.max(...chart.slots.flatMap(slot => slot.columns.map(column => column?.value ?? 0)))
  const digits = formatNumber(greatest, 0, greatest < 5 ? 1 : 0, chart.lang)
  return measureText(digits, label, 400) + label * 0.6
}

/** What the numbers over the columns need above the highest of them. */
function toHeadroom(columns: readonly Column[], height: number, { label, strong }: TypeScale): number {
  const greatest = Math.max(...columns.map(({ value }) => value))
  const needs = columns.map(
    ({ value, isNewest }) =>
      (isNewest ? strong * 0.76 + label * 0.3 : label * 1.06) - (1 - value / (greatest || 1)) * height * 0.8,
  )
  return Math.max(label * 0.3, ...needs)
}

/** Whether the few numbers of many places fit all the same, because the places beside them are empty or low. */
function isSparselyFilled(
  { slots, lanes, everyNumbers }: ColumnsChart,
  slotWidth: number,
  { label, strong }: TypeScale,
): boolean {
  if (lanes.length > 1) return false
  const filledSlots = slots.flatMap((slot, i) => (slot.columns[0] ? [i] : []))
  if (filledSlots.length > slots.length * 0.6) return false
  return everyNumbers.every(numbers =>
    filledSlots.every((slot, k) => {
      const next = filledSlots[k + 1]
      if (next === undefined) return true
      const half = (text: string | undefined, size: number): number => measureText(text ?? '', size, 600) / 2
      const room = (next - slot) * slotWidth
      const isLast = k + 1 === filledSlots.length - 1
      const needed =
        half(numbers[k], label) + Math.max((slotWidth * filled) / 2, half(numbers[k + 1], isLast ? strong : label))
      return needed <= room
    }),
  )
}

function toBars(slot: Slot, x: number, slotWidth: number, laneWidth: number, lanes: number, scale: ValueScale): Bar[] {
  const start = x + (slotWidth - laneWidth * lanes) / 2
  const inner = lanes > 1 ? laneWidth * 0.92 : laneWidth
  const snap = (value: number): number => (slotWidth % 1 === 0 ? Math.round(value) : value)
  return slot.columns.flatMap((column, lane): Bar[] => {
    if (!column) return []
    const full = { x: snap(start + laneWidth * lane + (laneWidth - inner) / 2), width: snap(inner) }
    const from = snap(full.width * column.span[0])
    return [
      {
        column,
        slot,
        lane,
        full,
        x: full.x + from,
        width: snap(full.width * column.span[1]) - from,
        top: scale.at(Math.max(0, column.value)),
        bottom: scale.at(Math.min(0, column.value)),
      },
    ]
  })
}

/** Without room for every number: the newest of each lane, and the greatest of all. */
function toMarked(bars: readonly Bar[]): Bar[] {
  const newest = bars.filter(({ column }) => column.isNewest)
  const greatest = bars.reduce<Bar | undefined>((a, b) => (!a || b.column.value > a.column.value ? b : a), undefined)
  return [...newest, ...(greatest && !newest.includes(greatest) ? [greatest] : [])]
}

const inkOf = ({ column }: Bar): Ink =>
  column.look === 'plan' ? 'muted' : column.isNewest ? (column.tone === 'past' ? 'ink' : column.tone) : 'ink'

/** The places of a number: over its column, below it where that hangs from zero; then to the left and to the right of that. */
function toNumberPlaces(bar: Bar, t: TypeScale, bounds: { left: number; right: number } | undefined): TextMark[] {
  const { column } = bar
  const isGrouped = bar.slot.columns.length > 1
  const isWide = isGrouped && measureText(column.text, t.strong, 600) > bar.full.width * 1.06
  const ink: Ink = isGrouped && column.tone !== 'past' ? column.tone : inkOf(bar)
  const weight = column.look === 'plan' ? 400 : 600
  const sizes = column.isNewest ? (isWide ? [t.label] : [t.strong, t.label]) : [t.label]
  return sizes.flatMap(size => {
    const run: Run = { text: column.text, ink, size, weight }
    const width = widthOf([run])
    const y = column.value < 0 ? bar.bottom + size * 0.98 : bar.top - Math.max(t.label * 0.3, size * 0.26)
    return [bar.x + (bar.width - width) / 2, bar.x + bar.width - width, bar.x].map(x =>
      placeText(run, bounds ? Math.max(bounds.left, Math.min(x, bounds.right - width)) : x, y),
    )
  })
}

const pale = (tone: Fill): Ink => `pale-${tone}`
const toFill = (tone: Column['tone']): Fill => (tone === 'ink' || tone === 'muted' ? 'slate' : tone)

const outline = ({ x, width, top, bottom }: Bar, inset: number): Path => [
  ['M', px(x + inset), px(bottom)],
  ['V', px(top + inset)],
  ['H', px(x + width - inset)],
  ['V', px(bottom)],
]

function drawBar(bar: Bar, t: TypeScale): Mark[] {
  const { column, x, width, top, bottom } = bar
  const fill = toFill(column.tone)
  const rect = { x: px(x), y: px(top), width: px(width), height: px(bottom - top) }
  switch (column.look) {
    case 'solid':
      return [{ kind: 'rect', ink: fill, ...rect }]
    case 'estimate': {
      const cap = t.hairline * 1.6
      return [
        { kind: 'rect', ink: pale(fill), ...rect },
        { kind: 'rect', ink: fill, ...rect, y: px(column.value < 0 ? bottom - cap : top), height: px(cap) },
      ]
    }
    case 'plan':
      return [
        {
          kind: 'stroke',
          ink: 'muted',
          width: t.hairline,
          dash: [px(t.hairline * 3), px(t.hairline * 2)],
          path: outline(bar, t.hairline / 2),
        },
      ]
    case 'artefact':
      return [{ kind: 'stroke', ink: fill, width: t.hairline, path: outline(bar, t.hairline / 2) }]
  }
}

/** The line at zero: solid, but dotted under the months that a part of a year leaves out. */
function drawFloor(bars: readonly Bar[], left: number, right: number, y: number, t: TypeScale): Mark[] {
  const open = bars
    .filter(({ column }) => column.span[1] - column.span[0] < 1)
    .flatMap(({ column, full }): [number, number, Ink][] => {
      const [from, to] = column.span
      return [
        ...(from > 0
          ? [[full.x, full.x + full.width * from, toFill(column.tone)] satisfies [number, number, Ink]]
          : []),
        ...(to < 1
          ? [[full.x + full.width * to, full.x + full.width, toFill(column.tone)] satisfies [number, number, Ink]]
          : []),
      ]
    })
    .sort((a, b) => a[0] - b[0])
  const solid: Path[number][] = []
  let at = left
  for (const [from, to] of open) {
    solid.push(...horizontal(at, from, y))
    at = to
  }
  solid.push(...horizontal(at, right, y))
  return [
    { kind: 'stroke', ink: 'ink', width: t.hairline, path: solid },
    ...open.map(
      ([from, to, ink]): Mark => ({
        kind: 'stroke',
        ink,
        width: t.hairline,
        dash: [px(t.hairline), px(t.hairline)],
        path: horizontal(from + t.hairline, to, y),
      }),
    ),
  ]
}

/** The change inside the newest column, "9 months" inside a part of a year, "plan" inside a hollow one. */
function drawInside(bar: Bar, chart: ColumnsChart, plansInside: boolean, t: TypeScale): TextMark[] {
  const { column, x, width, top, bottom } = bar
  const { label } = t
  const height = bottom - top
  const fits = (text: string, weight: 400 | 600): boolean =>
    measureText(text, label, weight) <= width - label * 0.4 && height > label * 2
  const put = (text: string, ink: Ink, weight: 400 | 600, row = 0): TextMark =>
    placeText({ text, ink, size: label, weight }, x + width / 2, top + label * (1.15 + 1.25 * row), 'middle')
  if (column.look === 'plan') return plansInside && fits(chart.planWord, 400) ? [put(chart.planWord, 'muted', 400)] : []
  if (!column.isNewest || column.look !== 'solid' || column.value < 0) return []
  if (column.change && fits(column.change, 600)) return [put(column.change, 'ground', 600)]
  if (column.months && fits(column.months, 400)) return [put(column.months, 'ground', 400)]
  return []
}

/** In groups a place without a figure says so. */
function drawMissing(
  slot: Slot,
  x: number,
  slotWidth: number,
  chart: ColumnsChart,
  scale: ValueScale,
  { label }: TypeScale,
): TextMark[] {
  if (chart.lanes.length < 2 || slot.columns.every(column => !column)) return []
  const lane = (slotWidth * 0.88) / chart.lanes.length
  return slot.columns.flatMap((column, i) => {
    if (column) return []
    const centre = x + slotWidth * 0.06 + lane * (i + 0.5)
    const lines = breakText(chart.noFigure, label, 400, lane, chart.lang)
    if (lines.some(line => measureText(line, label, 400) > lane)) return []
    return lines.map((text, k) =>
      placeText(
        { text, ink: 'muted', size: label, weight: 400 },
        centre,
        scale.at(0) - label * (0.4 + 1.2 * (lines.length - 1 - k)),
        'middle',
      ),
    )
  })
}

/** A plan for the year of the newest column: a tick across it, with its words above. */
function drawTarget(
  target: NonNullable<Slot['target']>,
  x: number,
  slotWidth: number,
  scale: ValueScale,
  t: TypeScale,
): Mark[] {
  const y = scale.at(target.value)
  const [from, to] = [x + slotWidth * (0.5 - filled / 2 - 0.1), x + slotWidth * (0.5 + filled / 2 + 0.1)]
  return [
    { kind: 'stroke', ink: 'ink', width: px(t.hairline * 2.2), path: horizontal(from, to, y) },
    placeText(
      { text: target.text, ink: 'ink', size: t.label, weight: 600 },
      (from + to) / 2,
      y - t.label * 0.5,
      'middle',
    ),
  ]
}

/** From the top of the column that the title compares with to the left edge of the newest one. */
function drawCompare(
  { compare, slots }: ColumnsChart,
  bars: readonly Bar[],
  words: readonly TextMark[],
  t: TypeScale,
): Mark[] {
  const find = (index: number | undefined): Bar | undefined => bars.find(bar => bar.slot === slots[index ?? -1])
  const [from, to] = [find(compare?.from), find(compare?.to)]
  if (!from || !to) return []
  return [
    {
      kind: 'stroke',
      ink: 'ink',
      width: px(t.hairline * 0.8),
      dash: [px(t.hairline * 3), px(t.hairline * 2)],
      path: clearOf(from.x + from.width, to.x, from.top, words).flatMap(([a, b]) => horizontal(a, b, from.top)),
    },
  ]
}

/** The names of the lanes with their squares, in rows above the plot. */
function drawLegend(
  { lanes }: ColumnsChart,
  box: Box,
  { label }: TypeScale,
): { words: TextMark[]; marks: Mark[]; height: number } {
  const words: TextMark[] = []
  const marks: Mark[] = []
  const square = label * 0.62
  let [x, row] = [box.x, 0]
  for (const { name, tone } of lanes) {
    const run: Run = { text: name, ink: tone, size: label, weight: 600 }
    const width = square + label * 0.35 + widthOf([run])
    if (x > box.x && x + width > box.x + box.width) {
      row++
      x = box.x
    }
    const y = box.y + label * (0.8 + 1.35 * row)
    marks.push({ kind: 'rect', ink: tone, x: px(x), y: px(y - square), width: px(square), height: px(square) })
    words.push(placeText(run, x + square + label * 0.35, y))
    x += width + label * 0.9
  }
  return { words, marks, height: label * (1.35 * (row + 1) + 0.2) }
}

/** A muted word centred at `x`, moved as far as it must to stay between two sides. */
function placeWithin(text: string, x: number, y: number, left: number, right: number, size: number): TextMark {
  const width = measureText(text, size, 400)
  return placeText({ text, ink: 'muted', size, weight: 400 }, Math.max(left, Math.min(x - width / 2, right - width)), y)
}

/** What stands under the columns: the period in one line, or the months under the year; "plan" where its column has no room. */
function drawCaptions(chart: ColumnsChart, slotWidth: number, isSparse: boolean, t: TypeScale) {
  const { label } = t
  const { slots } = chart
  const width = (text: string, weight: 400 | 600 = 400): number => measureText(text, label, weight)
  const fitsOne = slots.every(slot => slot.months === '' || width(slot.caption, 600) <= slotWidth + label * 0.2)
  const isPlan = (slot: Slot): boolean => slot.columns.some(column => column?.look === 'plan')
  const hasPlan = slots.some(isPlan)
  const values = slots.flatMap(slot => slot.columns.map(column => column?.value ?? 0))
  // A plan has room for its word where it is wide enough, and not low.
  const plansInside =
    hasPlan &&
    width(chart.planWord) <= slotWidth * filled - label * 0.4 &&
    slots.every(slot => slot.columns.every(c => c?.look !== 'plan' || c.value > Math.max(...values) * 0.3))
  const second = (slot: Slot): string => (isPlan(slot) && !plansInside ? chart.planWord : fitsOne ? '' : slot.months)
  const rows = slots.some(slot => second(slot) !== '') ? 2 : 1
  const first = (slot: Slot): string => (fitsOne && slot.months !== '' ? slot.caption : slot.year)
  const draw = (left: number, bottom: number): TextMark[] => {
    const right = left + slotWidth * slots.length
    const middle = (i: number): number => left + slotWidth * (i + 0.5)
    const captioned = slots
      .flatMap((slot, i) => (isSparse && slot.columns.every(column => !column) ? [] : [{ slot, i }]))
      .map(({ slot, i }) => ({ x: middle(i), text: first(slot), isNewest: slot.isNewest }))
    const years = drawYears(captioned, bottom + label * underAxis, left, right, t)
    const isUnder = (year: TextMark, i: number): boolean =>
      Math.abs(year.x + measureText(year.text, label, year.weight) / 2 - middle(i)) < slotWidth / 2
    const seconds: TextMark[] = []
    // The newest first. Months say nothing without their year, a plan takes its own along, and what has no room beside the
    // next is left out.
    for (const [i, slot] of [...slots.entries()].reverse()) {
      const hasYear = years.some(year => isUnder(year, i))
      const text = isPlan(slot) && !hasYear ? `${second(slot)} ${slot.year}` : second(slot)
      const mark = placeWithin(text, middle(i), bottom + label * (underAxis + captionPitch), left, right, label)
      const next = seconds.at(-1)
      const isFree = !(next && mark.x + width(text) + label * 0.3 > next.x)
      if (second(slot) !== '' && isFree && (hasYear || isPlan(slot))) seconds.push(mark)
    }
    return [...years, ...seconds]
  }
  return { rows, plansInside, draw }
}

/** How far the names of the authorities keep from their edge, in labels. */
const fromEdge = 0.3

/** The size of their names: of labels, or of the foot where a story has no room for the second. */
const toEdgeSize = ({ edge }: ColumnsChart, room: number, { label, foot, hasGround }: TypeScale): number =>
  hasGround && measureText(edge?.after ?? '', label, 400) > room ? foot : label

/** Where the edge stands between two columns: halfway, or further left where the name after it needs the room. */
function toEdge(chart: ColumnsChart, x: number, gap: number, right: number, t: TypeScale): number {
  const size = toEdgeSize(chart, right - x + gap - t.label * fromEdge, t)
  const latest = right - measureText(chart.edge?.after ?? '', size, 400) - t.label * fromEdge
  return Math.round(Math.min(x, Math.max(latest, x - gap + t.hairline * 2)))
}

/** Names of the authorities either side of the edge, in a row of their own over the columns. */
function drawEdgeNames(chart: ColumnsChart, x: number, box: Box, y: number, t: TypeScale): TextMark[] {
  const { before = '', after = '' } = chart.edge ?? {}
  const right = box.x + box.width
  const aside = t.label * fromEdge
  const size = toEdgeSize(chart, right - x - aside + 1, t)
  const run = (text: string): Run => ({ text, ink: 'muted', size, weight: 400 })
  const start = Math.min(x + aside, right - measureText(after, size, 400))
  const end = Math.max(box.x + measureText(before, size, 400), Math.min(x, start) - aside)
  return [placeText(run(before), end, y, 'end'), placeText(run(after), start, y)]
}

/** Plans too far above the columns, in words: right of the columns where there is room, else in the upper left. */
function drawWords(chart: ColumnsChart, aside: Box, box: Box, obstacles: Obstacles, { label }: TypeScale): TextMark[] {
  return chart.words.flatMap(text => {
    const set = (x: number, y: number, width: number): TextMark[] =>
      breakText(text, label, 400, width, chart.lang).map((line, i) =>
        placeText({ text: line, ink: 'muted', size: label, weight: 400 }, x, y + label * 1.25 * i),
      )
    const beside =
      aside.width >= box.width * 0.28
        ? [set(aside.x + label, aside.y + aside.height - label * 1.6, aside.width - label)]
        : []
    const above = [0.75, 0.6, 0.5, 0.4, 0.32, 0.26]
      .map(share => set(box.x, aside.y + label * 0.8, box.width * share))
      .filter(lines => lines.length <= 4)
    return obstacles.place([...beside, ...above]) ?? []
  })
}
