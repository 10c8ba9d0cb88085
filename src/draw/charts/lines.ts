import type { End, Line, LinesChart } from '../../card/lines-chart.ts'
import type { Part } from '../../card/tones.ts'
import type { Lang } from '../../model/locales.ts'
import { offered } from '../../site.ts'
import type { Ink, Mark, Path, TextMark } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import { breakText } from '../text/lines.ts'
import type { TypeScale } from '../type-scale.ts'
import { axisRoom, drawYears, toTicks, toValueScale, underAxis } from './axis.ts'
import { drawEvents } from './events.ts'
import {
  type Box,
  boxOf,
  clearOf,
  type Drawn,
  horizontal,
  Obstacles,
  placeRuns,
  placeText,
  px,
  type Run,
  spreadLabels,
  vertical,
  widthOf,
} from './place.ts'

/** How a line's end is written: all strong, name smaller, name over number, or all small where there are many. */
type EndForm = 'strong' | 'mixed' | 'stacked' | 'plain'

/** Of the width of a card, the most that names beside the plot may take. */
const mostGutter = 0.24

/** Lines over time: names and newest figures at their ends, few grid lines, an edge where another authority takes over. */
export function drawLines(chart: LinesChart, box: Box, t: TypeScale): Drawn {
  const { lines } = chart
  const { label } = t
  const aside = t.dot + label * 0.4
  const most = (box.width + 2 * t.margin) * mostGutter - aside
  const form = toEndForm(chart, most, t)
  const endsWidth = Math.max(
    0,
    ...chart.everyEnds.flatMap((ends, k) =>
      ends
        .filter((_, i) => !lines[i]?.isThin)
        .flatMap(end => toEndRuns(end, 'ink', form, most, offered[k] ?? chart.lang, t).map(widthOf)),
    ),
    measureText(chart.when, label, 400),
    ...(chart.gap ? [measureText(chart.gap.text, label, 600)] : []),
  )
  const sinceBeside = chart.since && !t.isUpright && widthOfSince(chart.since, t) <= Math.max(most, endsWidth)
  const gutter = aside + Math.max(endsWidth, sinceBeside && chart.since ? widthOfSince(chart.since, t) : 0)
  const sinceRows = chart.since && !sinceBeside ? toSinceRows(chart.since, box.width, chart, t) : []
  const bottom = box.y + box.height - label * axisRoom - sinceRows.length * label * 1.5
  const top = box.y + label * 0.8
  const points = lines.flatMap(line => line.points)
  const scale = toValueScale(
    points.map(({ value }) => value),
    bottom,
    top,
    1.02,
  )
  const ticks = toTicks(scale, label, chart.lang)
  const right = box.x + box.width - gutter
  const xs = points.map(({ x }) => x)
  const [first, last] = [Math.min(...xs), Math.max(...xs)]
  const setX = (left: number) => (x: number) =>
    left + t.line / 2 + (last === first ? 0.5 : (x - first) / (last - first)) * (right - left - t.line)

  // Grid numbers stand inside at the left, or at the right, or outside at the left, as the lines leave room.
  const tickRuns = ticks.map(({ value, text }) => ({
    value,
    run: { text, ink: 'muted', size: label, weight: 400 } as const,
  }))
  const numberWidth = Math.max(0, ...tickRuns.map(({ run }) => widthOf([run])))
  const insideAt = (side: 'left' | 'right'): TextMark[] =>
    tickRuns.map(({ value, run }) =>
      side === 'left'
        ? placeText(run, box.x, scale.at(value) - label * 0.26)
        : placeText(run, right - t.dot * 1.5, scale.at(value) - label * 0.26, 'end'),
    )
  // An edge stands halfway between two figures; nearer to the former where the name after it needs the room.
  const toEdges = (left: number): number[] => {
    const { after, xs: places } = chart.edge ?? { after: '', xs: [] }
    const latest = right + t.dot - measureText(after, label, 400) - label * 0.4
    return places
      .filter(x => x > first && x < last)
      .map((x, _, { length }) => {
        const before = setX(left)(Math.max(...xs.filter(other => other < x))) + t.dot
        return length > 1 ? setX(left)(x) : Math.min(setX(left)(x), Math.max(before, latest))
      })
  }
  const room = { x: box.x, y: box.y - label * 0.5, width: box.width, height: box.height + label * 0.5 }
  const toObstacles = (left: number): Obstacles => {
    const obstacles = new Obstacles(room)
    addLines(obstacles, lines, setX(left), scale.at, t)
    for (const x of toEdges(left)) obstacles.addLine(x, box.y, x, bottom, t.hairline)
    return obstacles
  }
  const inside = toObstacles(box.x)
  const side = (['left', 'right'] as const).find(name => insideAt(name).every(mark => inside.isFree([mark], 0.12)))
  const left = side ? box.x : box.x + numberWidth + label * 0.4
  const at = setX(left)
  const obstacles = side ? inside : toObstacles(left)
  const numbers = side
    ? insideAt(side)
    : tickRuns.map(({ value, run }) => placeText(run, left - label * 0.4, scale.at(value) + label * 0.36, 'end'))
  const floorY = scale.at(0)
  obstacles.addLine(left, floorY, right, floorY, t.hairline)
  obstacles.addWords(numbers)
  const edges = toEdges(left)

  const ends = drawEnds(
    chart,
    form,
    {
      x: right + aside,
      width: gutter - aside,
      most,
      top: box.y - label * 0.2,
      bottom: bottom - (sinceBeside ? label * 5.2 : 0),
    },
    scale.at,
    t,
  )
  obstacles.addWords(ends.words)
  const since =
    chart.since && sinceBeside ? drawSinceBeside(chart.since, right + aside, ends.bottom, bottom, t) : undefined
  if (since) obstacles.addWords(since.words)
  const callouts = chart.callouts.flatMap(({ x, value, text }) => {
    // In the smallest and the narrowest card it would stand among the figures of the crossing.
    if (t.isSmall || t.hasGround) return []
    const run: Run = { text, ink: 'muted', size: label, weight: 400 }
    const [cx, cy] = [at(x), scale.at(value)]
    const up = [0.75, 1.2, 1.8].flatMap(by => [
      [placeText(run, cx, cy - label * by, 'middle')],
      [placeText(run, cx + label * 0.3, cy - label * by, 'end')],
      [placeText(run, cx - label * 0.3, cy - label * by)],
    ])
    return obstacles.place(up) ?? []
  })
  const crossing = chart.crossing && drawCrossing(chart.crossing, at, scale.at, edges[0], obstacles, t)
  const names =
    chart.edge && edges.length > 0 ? drawEdgeNames(chart.edge, edges, right + t.dot, bottom, box.y, obstacles, t) : []
  const events = drawEvents(
    chart.events.filter(({ x }) => x > first && x < last).map(({ x, text }) => ({ x: at(x), text })),
    box.y,
    bottom,
    obstacles,
    t,
  )
  const doubtful = drawDoubtful(chart, at, scale.at, obstacles, bottom, t)
  const plans = drawWords(chart, { x: left, y: box.y, width: right - left, height: bottom - box.y }, obstacles, t)
  const years = drawYears(
    chart.years.map(({ x, text }) => ({ x: at(x), text })),
    bottom + label * underAxis,
    box.x,
    Math.min(box.x + box.width, right + measureText('0000', label, 400) / 2),
    t,
  )
  const rows = sinceRows.flatMap((runs, i) => placeRuns(runs, box.x, bottom + label * (underAxis + 1.5 * (i + 1))))
  const words = [
    ...numbers,
    ...ends.words,
    ...(since?.words ?? []),
    ...(crossing?.words ?? []),
    ...callouts,
    ...names,
    ...events.words,
    ...doubtful.words,
    ...plans,
  ]
  const tint: Mark[] =
    edges[0] === undefined
      ? []
      : [
          {
            kind: 'rect',
            ink: 'tint',
            x: px(edges[0]),
            y: px(box.y),
            width: px(right + t.dot * 1.35 - edges[0]),
            height: px(bottom - box.y),
          },
        ]
  const grid = ticks.map(({ value }): Mark => {
    const y = scale.at(value)
    return {
      kind: 'stroke',
      ink: 'grid',
      width: t.hairline,
      path: clearOf(left, right, y, words).flatMap(([from, to]) => horizontal(from, to, y)),
    }
  })
  const zero = scale.at(0)
  const marks: Mark[] = [
    ...tint,
    ...grid,
    ...(chart.gap ? drawRibbon(chart, at, scale.at) : []),
    ...edges.map((x): Mark => ({ kind: 'stroke', ink: 'muted', width: t.hairline, path: vertical(x, box.y, bottom) })),
    { kind: 'stroke', ink: 'muted', width: px(t.hairline * 0.8), path: horizontal(left, right, zero) },
    ...drawStrokes(lines, at, scale.at, t),
    ...ends.marks(at),
    ...(since?.marks ?? []),
    ...(chart.gap ? [drawBracket(chart.gap, at, scale.at, t)] : []),
    ...(crossing?.marks ?? []),
    ...events.marks,
    ...doubtful.marks,
    ...words,
    ...years,
    ...rows,
  ]
  const highest = Math.min(...points.map(({ value }) => scale.at(value)))
  const plotted = lines.flatMap(line =>
    line.points.map(({ x, value }) => ({
      line: line.id,
      time: x,
      x: px(at(x)),
      y: px(scale.at(value)),
      ink: line.tone,
    })),
  )
  return { marks, plot: { x: left, y: highest, width: right - left, height: bottom - highest }, points: plotted }
}

const toEndForm = (chart: LinesChart, most: number, t: TypeScale): EndForm => {
  if (chart.lines.filter(line => !line.isThin).length > 4 || chart.lines.some(line => line.isThin)) return 'plain'
  const forms = ['strong', 'mixed'] as const
  return forms.find(form => chart.everyEnds.flat().every(end => widthOfEnd(end, form, t) <= most)) ?? 'stacked'
}

const widthOfEnd = ({ name, number }: End, form: 'strong' | 'mixed', { label, strong }: TypeScale): number =>
  measureText(`${name} `, form === 'strong' ? strong : label, 600) + measureText(number, strong, 600)

/** The lines of a label at the end of a line. A name too wide for the room beside the plot is broken. */
function toEndRuns(
  { name, number }: End,
  ink: Ink,
  form: EndForm,
  most: number,
  lang: Lang,
  { label, strong }: TypeScale,
): Run[][] {
  const run = (text: string, size: number): Run => ({ text, ink, size, weight: 600 })
  const broken = (text: string): Run[][] => breakText(text, label, 600, most, lang).map(line => [run(line, label)])
  switch (form) {
    case 'strong':
      return [[run(`${name} ${number}`, strong)]]
    case 'mixed':
      return [[run(`${name} `, label), run(number, strong)]]
    case 'stacked':
      return [...broken(name), [run(number, strong)]]
    case 'plain':
      return broken(`${name} ${number}`)
  }
}

/** A label's lines one under the other, their middle at `centre`; a line is as far from the next as its letters are high. */
function stackRuns(rows: readonly Run[][], x: number, centre: number): { words: TextMark[]; height: number } {
  const sizes = rows.map(runs => Math.max(...runs.map(({ size }) => size)))
  const drops = sizes.map((size, i) => size * capital + (i === 0 ? 0 : (sizes[i - 1] ?? 0) * below))
  const height = drops.reduce((sum, drop) => sum + drop, 0)
  let y = centre - height / 2
  const words = rows.flatMap((runs, i) => {
    y += drops[i] ?? 0
    return placeRuns(runs, x, y)
  })
  return { words, height }
}

/** Of a size, how high its capitals and digits are, and how far the next line keeps below the baseline. */
const capital = 0.73
const below = 0.34

/** Names and newest figures beside the ends of their lines, the period over them, moved apart where they would meet. */
function drawEnds(
  chart: LinesChart,
  form: EndForm,
  { x, width, most, top, bottom }: { x: number; width: number; most: number; top: number; bottom: number },
  y: (value: number) => number,
  t: TypeScale,
): { words: TextMark[]; marks: (at: (x: number) => number) => Mark[]; bottom: number } {
  const { label, strong } = t
  const named = chart.lines.filter(line => !line.isThin)
  if (chart.when === '') return { words: [], marks: drawDots(named, y, t), bottom: top }
  const rows = named.map(line =>
    toEndRuns(
      { name: line.name, number: line.end },
      line.tone === 'past' ? 'ink' : line.tone,
      form,
      most,
      chart.lang,
      t,
    ),
  )
  const heights = rows.map(runs =>
    runs.length > 1 ? stackRuns(runs, x, 0).height + label * 0.7 : form === 'plain' ? label * 1.25 : strong * 1.16,
  )
  const values = named.map(line => line.points.at(-1)?.value ?? 0)
  const gap = chart.gap
  const wanted = [...values.map(y), ...(gap ? [(y(gap.from) + y(gap.to)) / 2] : [])]
  const all = [...heights, ...(gap ? [label * 1.3] : [])]
  const placed = spreadLabels(wanted, all, top + label * 0.95, bottom)
  const words: TextMark[] = rows.flatMap((runs, i) => stackRuns(runs, x, placed[i] ?? 0).words)
  if (gap)
    words.push(
      placeText({ text: gap.text, ink: 'ink', size: label, weight: 600 }, x, (placed.at(-1) ?? 0) + label * 0.36),
    )
  const highest = Math.min(...placed.map((centre, i) => centre - (all[i] ?? 0) / 2))
  words.push(placeText({ text: chart.when, ink: 'muted', size: label, weight: 400 }, x, highest - label * 0.22))
  // Lines that stand back are named where their own height is free.
  const thin = chart.lines.filter(line => line.isThin)
  let unnamed = 0
  for (const line of thin) {
    const mark = placeText(
      { text: `${line.name} ${line.end}`, ink: 'muted', size: label, weight: 400 },
      x,
      y(line.points.at(-1)?.value ?? 0) + label * 0.36,
    )
    const box = boxOf(mark)
    const isFree = words.every(
      other => Math.abs(boxOf(other).y + boxOf(other).height / 2 - box.y - box.height / 2) > label * 1.1,
    )
    if (isFree && box.width <= width && mark.y < bottom - label * 1.3) words.push(mark)
    else unnamed++
  }
  if (unnamed > 0 && chart.more)
    words.push(
      placeText(
        { text: chart.more.replace('{count}', String(unnamed)), ink: 'muted', size: label, weight: 400 },
        x,
        bottom,
      ),
    )
  const lowest = Math.max(...words.map(mark => mark.y + mark.size * 0.24))
  return { words, marks: drawDots(named, y, t), bottom: lowest }
}

/** The dots at the ends of lines. */
const drawDots =
  (lines: readonly Line[], y: (value: number) => number, t: TypeScale) =>
  (at: (x: number) => number): Mark[] =>
    lines.flatMap(line => {
      const point = line.points.at(-1)
      if (point?.look !== 'solid') return []
      return [
        { kind: 'circle', ink: line.tone, x: px(at(point.x)), y: px(y(point.value)), radius: t.dot } satisfies Mark,
      ]
    })

const sinceLines = (since: NonNullable<LinesChart['since']>): Part[] => [
  { text: since.title, tone: 'muted' },
  ...since.rows,
  { text: since.tail, tone: 'muted' },
]

const toRun = ({ text, tone }: Part, size: number): Run => ({
  text,
  ink: tone,
  size,
  weight: tone === 'muted' ? 400 : 600,
})

const widthOfSince = (since: NonNullable<LinesChart['since']>, { label }: TypeScale): number =>
  Math.max(...sinceLines(since).map(part => widthOf([toRun(part, label)])))

/** The newest part of a year under the ends, set off by a label of space and a grid line. */
function drawSinceBeside(
  since: NonNullable<LinesChart['since']>,
  x: number,
  above: number,
  bottom: number,
  t: TypeScale,
) {
  const { label } = t
  const parts = sinceLines(since)
  const pitch = label * 1.24
  const first = Math.min(above + label * 1.75, bottom - pitch * (parts.length - 1) - label * 0.1)
  const words = parts.map((part, i) => placeText(toRun(part, label), x, first + pitch * i))
  const y = first - label * 1.2
  const marks: Mark[] = [
    { kind: 'stroke', ink: 'grid', width: t.hairline, path: horizontal(x, x + widthOfSince(since, t), y) },
  ]
  return { words, marks }
}

/** The same as rows under the years: in one where it fits, else the period above its changes. */
function toSinceRows(
  since: NonNullable<LinesChart['since']>,
  width: number,
  { lang }: LinesChart,
  t: TypeScale,
): Run[][] {
  const { label } = t
  const gap: Run = { text: '  ', ink: 'muted', size: label, weight: 400 }
  const changes = since.rows.flatMap((part, i) => (i > 0 ? [gap, toRun(part, label)] : [toRun(part, label)]))
  const title = `${since.title}${lang === 'zh' ? '，' : ', '}${since.tail}`
  const head: Run = { text: `${title}${lang === 'zh' ? '：' : ': '}`, ink: 'muted', size: label, weight: 400 }
  if (widthOf([head, ...changes]) <= width) return [[head, ...changes]]
  return [[{ ...head, text: title }], changes]
}

/** The places beside a crossing at which its figures are tried: left on its height, left above, above, further left, below. */
function drawCrossing(
  crossing: NonNullable<LinesChart['crossing']>,
  at: (x: number) => number,
  y: (value: number) => number,
  edge: number | undefined,
  obstacles: Obstacles,
  t: TypeScale,
): { words: readonly TextMark[]; marks: Mark[] } {
  const { label } = t
  const [x, cy] = [at(crossing.x), y(crossing.value)]
  const dot = { x: x - t.dot, y: cy - t.dot, width: 2 * t.dot, height: 2 * t.dot }
  const marks: Mark[] = [
    {
      kind: 'circle',
      ink: crossing.tone,
      x: px(x),
      y: px(cy),
      radius: t.dot,
      outline: { ink: 'ground', width: px(t.line / 2) },
    },
  ]
  const runs = (parts: readonly Part[]): Run[] => parts.map(part => ({ ...toRun(part, label), weight: 600 }))
  const aside = t.dot + label * 0.5
  const tries = (parts: readonly Part[]): TextMark[][] => {
    const put = (px: number, py: number, anchor: 'start' | 'middle' | 'end') => placeRuns(runs(parts), px, py, anchor)
    return [
      put(x - aside, cy + label * 0.3, 'end'),
      put(x - aside, cy - label * 0.35, 'end'),
      put(x - aside, cy - label * 0.9, 'end'),
      ...stacks(parts),
      put(x + t.dot, cy - label * 1.2, 'end'),
      put(x, cy - label * 1.2, 'middle'),
      // An edge is in the way of most: then on its far side, at the height of the crossing.
      ...(edge !== undefined && edge < x
        ? [0.3, 0, 0.6, -0.4, -0.9, -1.4].map(down => put(edge - label * 0.45, cy + label * down, 'end'))
        : []),
      put(x - aside - label, cy - label * 0.9, 'end'),
      put(x - aside - label * 2, cy + label * 0.3, 'end'),
      put(x, cy + label * 2, 'middle'),
      put(x + aside, cy + label * 1.8, 'start'),
    ]
  }
  /** The period over its figures, above the crossing. */
  const stacks = ([when, ...figures]: readonly Part[]): TextMark[][] => {
    if (!when || figures.length === 0) return []
    const head = runs([{ ...when, text: when.text.replace(/[:：]\s*$/, '') }])
    const body = runs(figures)
    const width = widthOf(body)
    const starts = [x + t.dot - width, x - width / 2, ...(edge !== undefined && edge < x ? [edge + label * 0.35] : [])]
    return [0.62, 0.8].flatMap(up =>
      starts.map(start => [
        ...placeRuns(head, start, cy - label * (up + 1.15)),
        ...placeRuns(body, start, cy - label * up),
      ]),
    )
  }
  const words =
    obstacles.place(tries(crossing.parts)) ??
    obstacles.place(
      tries(crossing.parts.slice(0, 1).map(part => ({ ...part, text: part.text.replace(/[:：]\s*$/, '') }))),
    ) ??
    []
  obstacles.add(dot)
  return { words, marks }
}

/** The names of the authorities either side of the edge, at the first height at which both are free. */
function drawEdgeNames(
  edge: NonNullable<LinesChart['edge']>,
  xs: readonly number[],
  right: number,
  bottom: number,
  top: number,
  obstacles: Obstacles,
  { label }: TypeScale,
): TextMark[] {
  const [first, last] = [xs[0] ?? 0, xs.at(-1) ?? 0]
  const aside = label * 0.35
  const run = (text: string): Run => ({ text, ink: 'muted', size: label, weight: 400 })
  const heights = [
    ...[0.46, 1.6, 2.85, 4.1, 5.35, 6.6].map(up => bottom - up * label),
    top + label * 0.9,
    top - label * 0.1,
  ]
  const before = (y: number) => placeText(run(edge.before), first - aside, y, 'end')
  const after = (y: number) => placeText(run(edge.after), last + aside, y)
  const isNarrow = measureText(edge.after, label, 400) > right - last - aside * 1.2
  const both = isNarrow
    ? undefined
    : heights.find(y => obstacles.isFree([before(y)], 0.12) && obstacles.isFree([after(y)], 0.12))
  if (both !== undefined) {
    const marks = [before(both), after(both)]
    obstacles.addWords(marks)
    return marks
  }
  const own = heights.find(y => obstacles.isFree([before(y)], 0.12))
  const marks = own === undefined ? [] : [before(own)]
  obstacles.addWords(marks)
  // A name wider than its side is broken into two lines.
  const lines = isNarrow ? edge.after.split(/(?<=[\s,，])/).map(text => text.trim()) : [edge.after]
  const stack = heights
    .map(y => lines.map((text, i) => placeText(run(text), last + aside, y - (lines.length - 1 - i) * label * 1.2)))
    .find(words => obstacles.isFree(words, 0.12))
  obstacles.addWords(stack ?? [])
  return [...marks, ...(stack ?? [])]
}

/** Figures that are errors of recording: a hollow ring each, and one word for them; where no word fits, no ring either. */
function drawDoubtful(
  chart: LinesChart,
  at: (x: number) => number,
  y: (value: number) => number,
  obstacles: Obstacles,
  bottom: number,
  t: TypeScale,
): { words: readonly TextMark[]; marks: Mark[] } {
  const { label } = t
  const rings = chart.lines.flatMap(line =>
    line.points.filter(({ look }) => look === 'artefact' || look === 'estimate').map(point => ({ line, point })),
  )
  const marks = rings.map(
    ({ line, point }): Mark => ({
      kind: 'circle',
      ink: 'ground',
      x: px(at(point.x)),
      y: px(y(point.value)),
      radius: px(t.dot * 0.75),
      outline: { ink: line.tone, width: px(t.line * 0.5) },
    }),
  )
  const artefacts = rings.filter(({ point }) => point.look === 'artefact')
  const [first] = artefacts
  if (!first) return { words: [], marks }
  const [x, cy] = [at(first.point.x), y(first.point.value)]
  const aside = t.dot + label * 0.4
  const run: Run = { text: chart.doubtful, ink: 'muted', size: label, weight: 400 }
  const words = obstacles.place([
    [placeText(run, x + aside, cy + label * 0.36)],
    [placeText(run, x + aside * 0.7, cy + label * 1.25)],
    [placeText(run, x, cy + label * 1.5, 'middle')],
    [placeText(run, x - aside, cy + label * 0.36, 'end')],
    [placeText(run, x, bottom - label * 0.4, 'middle')],
    [placeText(run, x, cy - label, 'middle')],
  ])
  if (words) return { words, marks }
  return { words: [], marks: t.isSmall ? marks.filter((_, i) => rings[i]?.point.look !== 'artefact') : marks }
}

/** Plans a chart has no place for, as words in its upper left. */
function drawWords(chart: LinesChart, room: Box, obstacles: Obstacles, { label }: TypeScale): TextMark[] {
  return chart.words.flatMap(text => {
    const attempts = [0.62, 0.45, 0.35].map(share => {
      const lines = breakText(text, label, 400, room.width * share, chart.lang)
      return lines.map((line, i) =>
        placeText(
          { text: line, ink: 'muted', size: label, weight: 400 },
          room.x + label * 2,
          room.y + label * (0.9 + 1.25 * i),
        ),
      )
    })
    return obstacles.place(attempts) ?? []
  })
}

function addLines(
  obstacles: Obstacles,
  lines: readonly Line[],
  at: (x: number) => number,
  y: (value: number) => number,
  t: TypeScale,
): void {
  for (const line of lines) {
    const last = line.points.at(-1)
    line.points.forEach((point, i) => {
      const before = line.points[i - 1]
      if (point.isJoined && before)
        obstacles.addLine(at(before.x), y(before.value), at(point.x), y(point.value), t.line)
      else obstacles.addLine(at(point.x), y(point.value), at(point.x), y(point.value), t.dot)
    })
    if (last) obstacles.add({ x: at(last.x) - t.dot, y: y(last.value) - t.dot, width: 2 * t.dot, height: 2 * t.dot })
  }
}

/** The strokes of the lines, those that stand back first; a point that no line reaches is a dot. */
function drawStrokes(
  lines: readonly Line[],
  at: (x: number) => number,
  y: (value: number) => number,
  t: TypeScale,
): Mark[] {
  return lines
    .toSorted((a, b) => Number(b.isThin) - Number(a.isThin))
    .flatMap((line): Mark[] => {
      const path: Path = line.points.map(({ x, value, isJoined }) => [isJoined ? 'L' : 'M', px(at(x)), px(y(value))])
      const lonely = line.points.filter(
        ({ isJoined, look }, i) =>
          look === 'solid' && !isJoined && !line.points[i + 1]?.isJoined && i < line.points.length - 1,
      )
      return [
        { kind: 'stroke', ink: line.tone, width: px(t.line * (line.isThin ? 0.6 : 1)), path },
        ...lonely.map(
          ({ x, value }): Mark => ({
            kind: 'circle',
            ink: line.tone,
            x: px(at(x)),
            y: px(y(value)),
            radius: px(t.dot * 0.6),
          }),
        ),
      ]
    })
}

/** The area between two lines wherever both have a figure for two periods in a row. */
function drawRibbon(chart: LinesChart, at: (x: number) => number, y: (value: number) => number): Mark[] {
  const find = (id: string | undefined): Line | undefined => chart.lines.find(line => line.id === id)
  const [upper, lower] = [find(chart.gap?.upper), find(chart.gap?.lower)]
  if (!upper || !lower) return []
  const stretches: { x: number; a: number; b: number }[][] = []
  for (const [i, point] of upper.points.entries()) {
    const k = lower.points.findIndex(other => other.x === point.x)
    const other = lower.points[k]
    if (!other) continue
    const open = stretches.at(-1)
    const isNext = point.isJoined && other.isJoined && open?.at(-1)?.x === upper.points[i - 1]?.x
    if (isNext && open) open.push({ x: point.x, a: point.value, b: other.value })
    else stretches.push([{ x: point.x, a: point.value, b: other.value }])
  }
  return stretches
    .filter(stretch => stretch.length > 1)
    .map(stretch => {
      const forth = stretch.map(({ x, a }, i): Path[number] => [i === 0 ? 'M' : 'L', px(at(x)), px(y(a))])
      const back = stretch.toReversed().map(({ x, b }): Path[number] => ['L', px(at(x)), px(y(b))])
      return { kind: 'fill', ink: 'ribbon', path: [...forth, ...back, ['z']] }
    })
}

const drawBracket = (
  gap: NonNullable<LinesChart['gap']>,
  at: (x: number) => number,
  y: (value: number) => number,
  t: TypeScale,
): Mark => ({
  kind: 'stroke',
  ink: 'ink',
  width: t.hairline,
  path: vertical(at(gap.x), y(gap.to) + t.dot, y(gap.from) - t.dot),
})
