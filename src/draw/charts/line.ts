import { scaleLinear } from 'd3-scale'
import type { Card, CardSeries, Point } from '../../card/card.ts'
import { isAdjacent, isNext } from '../../model/period.ts'
import { type Mark, type Path, type Plotted, seriesInk, type TextMark } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import type { Composition } from '../type-scale.ts'
import { drawFlagLines, drawFlagNames, toFlags } from './annotations.ts'
import { type Box, boxOf, drawGrid, overlaps, placeLabel, px, spreadLabels, toValueAxis } from './axis.ts'

/** Lines over time, named at their ends. A line never crosses a missing year, an artefact, a plan or part of a year. */
export function drawTrendChart(card: Card, box: Box, composition: Composition): Mark[] & { points?: Plotted[] } {
  const { label } = composition
  const points = card.series.flatMap(series => series.points)
  const ends = toEnds(card)
  const flags = toFlags(card, box, composition)
  const bottom = box.y + box.height - label * 1.75
  const top = box.y + flags.height + label * 0.6
  const values = toValueAxis(
    points.map(point => point.shown),
    bottom,
    top,
    card,
    composition,
  )
  const endWidth = Math.max(...ends.map(end => measureText(end.text, label, 600))) + label * 1.1
  const left = box.x + values.labelWidth + label * 0.55
  const right = box.x + box.width - endWidth
  const years = points.flatMap(point => [point.x, point.year + 0.5])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const spread = first === last ? 0.5 : 0
  const time = scaleLinear()
    .domain([first - spread, last + spread])
    .range([left + composition.dot, right - composition.dot])
  const plot = { x: left, y: top, width: right - left, height: bottom - top }
  const at = (point: Point) => ({ x: px(time(point.x)), y: px(values.scale(point.shown)) })
  const endMarks = drawEnds(ends, toObstacles(card, at, composition), at, plot, composition)
  const words = [
    ...drawYears(card, time, plot, composition),
    ...drawFlagNames(flags, time, plot, composition),
    ...drawArtefacts(card, at, composition),
    ...drawCrossingName(card, at, composition),
  ]
  const inTheWay = [...words, ...endMarks.filter(mark => mark.kind === 'text')]
  const marks = [
    ...drawGrid(values, plot, inTheWay, composition),
    ...drawFlagLines(flags, time, bottom, inTheWay, composition),
    ...card.series.flatMap(series => drawSeries(series, at, composition)),
    ...drawCrossing(card, at, composition),
    ...endMarks,
    ...words,
  ]
  const plotted = card.series.flatMap(series =>
    series.points.map(point => ({ line: series.id, time: point.x, ...at(point) })),
  )
  return Object.assign(marks, { points: plotted })
}

type At = (point: Point) => { x: number; y: number }

/** What a line may run through: measured, of a whole year, and no artefact. */
const isJoined = (point: Point): boolean => !point.part && point.status !== 'plan' && point.flag !== 'artefact'

/** A line through points, whose coordinates `px` has rounded. */
const toPath = (points: readonly { x: number; y: number }[]): Path =>
  points.map(({ x, y }, i) => [i === 0 ? 'M' : 'L', x, y])

function drawSeries(series: CardSeries, at: At, { line: width, dot }: Composition): Mark[] {
  const ink = seriesInk(series.ink)
  const runs = toRuns(series.points)
  const lone = [...series.points.filter(point => !isJoined(point)), ...runs.filter(run => run.length === 1).flat()]
  return [
    ...runs
      .filter(run => run.length > 1)
      .map((run): Mark => ({ kind: 'stroke', ink, path: toPath(run.map(at)), width })),
    ...lone.map(
      (point): Mark =>
        isJoined(point)
          ? { kind: 'circle', ink, ...at(point), radius: dot }
          : { kind: 'circle', ink: 'ground', ...at(point), radius: dot * 0.8, outline: { ink, width: width * 0.7 } },
    ),
  ]
}

/**
 * Stretches of figures that follow each other: the next year, quarter or month, or where none does, the same part of the
 * next year.
 */
function toRuns(points: readonly Point[]): Point[][] {
  const follows = points.some((point, i) => i > 0 && isAdjacent(points[i - 1] ?? point, point)) ? isAdjacent : isNext
  const runs: Point[][] = []
  for (const point of points) {
    if (!isJoined(point)) {
      runs.push([])
      continue
    }
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && (!before || follows(before, point))) run.push(point)
    else runs.push([point])
  }
  return runs
}

type End = { series: CardSeries; point: Point; text: string }

/** The newest figure of each line that no other line takes up, with its name. */
function toEnds(card: Card): End[] {
  const continued = new Set(card.series.map(series => series.continues))
  return card.series.flatMap(series => {
    const point = series.points.at(-1)
    if (!point || continued.has(series.id)) return []
    const text = `${series.label} ${point.text}`
    return [{ series, point, text }]
  })
}

/**
 * Names at the ends. Those at the last moment stand in the margin, spread; an end that lies earlier has its name beside it
 * where no line runs: at the right, above, below, or at the left.
 */
function drawEnds(ends: readonly End[], lines: readonly Box[], at: At, plot: Box, composition: Composition): Mark[] {
  const { label, dot } = composition
  const [right, top, bottom] = [plot.x + plot.width, plot.y, plot.y + plot.height]
  const last = Math.max(...ends.map(({ point }) => at(point).x))
  const late = ends.filter(({ point }) => at(point).x >= last)
  const wanted = late.map(({ point }) => at(point).y + label * 0.36)
  const spread = spreadLabels(wanted, label * 1.25, top, bottom)
  const names: TextMark[] = late.map(({ series, text }, i) =>
    placeLabel({
      x: right + label * 0.45,
      y: spread[i] ?? 0,
      size: label,
      weight: 600,
      ink: seriesInk(series.ink),
      text,
    }),
  )
  for (const { series, point, text } of ends.filter(end => !late.includes(end))) {
    const { x, y } = at(point)
    const away = dot + label * 0.45
    const style = { size: label, weight: 600, ink: seriesInk(series.ink), text } as const
    const beside = placeLabel({ ...style, x: x + away, y: y + label * 0.36 })
    const tries = [
      beside,
      placeLabel({ ...style, x, y: y - away, anchor: 'middle' }),
      placeLabel({ ...style, x: x + away, y: y - label * 0.6 }),
      placeLabel({ ...style, x: x + away, y: y + label * 1.3 }),
      placeLabel({ ...style, x, y: y + away + label * 0.75, anchor: 'middle' }),
      placeLabel({ ...style, x: x - away, y: y + label * 0.36, anchor: 'end' }),
      ...[2, 3, 4].map(rows => placeLabel({ ...style, x, y: y - label * rows, anchor: 'middle' })),
    ].map(mark => ({ ...mark, x: Math.max(mark.x, plot.x) }))
    const isFree = (mark: TextMark): boolean => {
      const room = boxOf(mark)
      return room.y + room.height < bottom && ![...lines, ...names.map(boxOf)].some(other => overlaps(other, room))
    }
    names.push(tries.find(isFree) ?? beside)
  }
  const dots = ends
    .filter(({ point }) => isJoined(point))
    .map(({ series, point }): Mark => ({ kind: 'circle', ink: seriesInk(series.ink), ...at(point), radius: dot }))
  return [...dots, ...names]
}

/** The room that lines and points take, in pieces small enough to tell whether a word would lie on one. */
function toObstacles(card: Card, at: At, { dot, line: width }: Composition): Box[] {
  const around = (x: number, y: number, reach: number): Box => ({
    x: x - reach,
    y: y - reach,
    width: 2 * reach,
    height: 2 * reach,
  })
  return card.series.flatMap(series => {
    const dots = series.points.filter(point => !isJoined(point)).map(point => around(at(point).x, at(point).y, dot))
    const pieces = toRuns(series.points).flatMap(run =>
      run.flatMap((point, i) => {
        const [from, to] = [at(run[Math.max(0, i - 1)] ?? point), at(point)]
        const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / (2 * width)))
        return Array.from({ length: steps + 1 }, (_, k) =>
          around(from.x + ((to.x - from.x) * k) / steps, from.y + ((to.y - from.y) * k) / steps, width),
        )
      }),
    )
    return [...dots, ...pieces]
  })
}

type Lead = { series: CardSeries; point: Point }

function findCrossing(card: Card): Lead | undefined {
  const series = card.series.find(entry => entry.id === card.crossing?.series)
  const point = series?.points.find(entry => entry.period === card.crossing?.period)
  return series && point ? { series, point } : undefined
}

/** A ring where the lead changed. */
function drawCrossing(card: Card, at: At, { dot, line: width }: Composition): Mark[] {
  const lead = findCrossing(card)
  if (!lead) return []
  return [
    {
      kind: 'circle',
      ink: 'ground',
      ...at(lead.point),
      radius: dot * 1.15,
      outline: { ink: seriesInk(lead.series.ink), width },
    },
  ]
}

/** The year over the ring. */
function drawCrossingName(card: Card, at: At, { dot, label }: Composition): TextMark[] {
  const lead = findCrossing(card)
  if (!lead) return []
  const { x, y } = at(lead.point)
  const ink = seriesInk(lead.series.ink)
  return [
    placeLabel({
      x,
      y: y - dot * 1.6 - label * 0.35,
      anchor: 'middle',
      size: label,
      weight: 600,
      ink,
      text: lead.point.caption,
    }),
  ]
}

/** An artefact says so below its hollow point, which no line runs through. */
const drawArtefacts = (card: Card, at: At, { dot, label }: Composition): TextMark[] =>
  card.series.flatMap(series =>
    series.points
      .filter(point => point.flag === 'artefact')
      .map(point =>
        placeLabel({
          x: at(point).x,
          y: at(point).y + dot + label * 1.05,
          anchor: 'middle',
          size: label * 0.88,
          ink: seriesInk(series.ink),
          text: point.remark,
        }),
      ),
  )

/** The years along the foot: the first, the last, and round ones between as far as there is room. */
function drawYears(card: Card, time: (x: number) => number, plot: Box, { label }: Composition): TextMark[] {
  const years = [...new Set(card.series.flatMap(series => series.points.map(point => point.year)))].sort(
    (a, b) => a - b,
  )
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
  const room = Math.max(2, Math.floor(plot.width / (label * 4)))
  const step = [1, 2, 5, 10, 20, 50].find(size => (last - first) / size <= room) ?? 50
  const wanted = [
    last,
    first,
    ...Array.from({ length: last - first }, (_, i) => first + i).filter(year => year % step === 0),
  ]
  const placed: TextMark[] = []
  for (const year of new Set(wanted)) {
    const mark = placeLabel({
      x: time(year + 0.5),
      y: plot.y + plot.height + label * 1.5,
      anchor: 'middle',
      size: label,
      ink: 'muted',
      text: String(year),
    })
    const room = { ...boxOf(mark), x: mark.x - label * 0.4, width: boxOf(mark).width + label * 0.8 }
    if (!placed.some(other => overlaps(boxOf(other), room))) placed.push(mark)
  }
  return placed
}
