import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { Card, CardSeries, Point } from '../../card/card.ts'
import { formatNumber } from '../../model/numbers.ts'
import type { Ink, Mark, Path } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import type { Composition } from '../type-scale.ts'
import { type Box, placeLabel, px } from './axis.ts'
import { hatch } from './bars.ts'

type Bar = { point: Point; from: number; text: string }
type Row = { series: CardSeries; bars: Bar[] }

/** How a ranking is set: its rows, the room for names, and how a value becomes a place. */
type Ranking = {
  card: Card
  rows: readonly Row[]
  x: number
  nameWidth: number
  size: number
  pitch: number
  scale: (value: number) => number
  composition: Composition
}

/** Series against each other: a row for each, the greatest first; two periods as two bars; a range as a bar that floats. */
export function drawRankingChart(card: Card, box: Box, composition: Composition): Mark[] {
  const rows = toRows(card)
  const size = Math.min(composition.label, (box.height / rows.length) * 0.3)
  const names = rows.map(({ series }) => measureText(series.label, size, 600))
  const nameWidth = Math.min(box.width * 0.42, Math.max(...names))
  const left = box.x + nameWidth + size * 0.8
  const tails = rows.flatMap(({ bars }) => bars.map(bar => measureText(toTail(bar, rows), size, 600)))
  const most = Math.max(...rows.flatMap(({ bars }) => bars.map(({ point }) => point.shown)), 0) || 1
  const scale = scaleLinear()
    .domain([0, most])
    .range([left, box.x + box.width - Math.max(...tails) - size])
  const hasRange = rows.some(({ bars }) => bars.some(bar => bar.from > 0))
  const pitch = Math.min((box.height - (hasRange ? size * 1.6 : 0)) / rows.length, size * 6.5)
  const ranking: Ranking = { card, rows, x: box.x, nameWidth, size, pitch, scale, composition }
  const path: Path = [
    ['M', px(left), px(box.y)],
    ['V', px(box.y + pitch * rows.length)],
  ]
  return [
    ...(hasRange ? drawAxis(scale, box.y, box.y + pitch * rows.length, size, ranking) : []),
    ...rows.flatMap((row, i) => drawRow(row, box.y + pitch * i, ranking)),
    { kind: 'stroke', ink: 'axis', path, width: composition.line / 2.5 },
  ]
}

/** Bars that float need the values they float over; bars that start at nought carry theirs. */
function drawAxis(
  scale: ScaleLinear<number, number>,
  top: number,
  bottom: number,
  size: number,
  { card, composition }: Ranking,
): Mark[] {
  return scale.ticks(4).flatMap((value): Mark[] => [
    {
      kind: 'stroke',
      ink: 'grid',
      path: [
        ['M', px(scale(value)), px(top)],
        ['V', px(bottom)],
      ],
      width: composition.line / 2.5,
    },
    placeLabel({
      x: scale(value),
      y: bottom + size * 1.35,
      anchor: 'middle',
      size,
      ink: 'muted',
      text: formatNumber(value, 0, 2, card.lang),
    }),
  ])
}

function toRows(card: Card): Row[] {
  const uppers = new Set(card.series.map(series => series.upTo))
  return card.series
    .filter(series => !uppers.has(series.id))
    .map(series => {
      const upper = card.series.find(other => other.id === series.upTo)
      const bars = series.points
        .slice(-2)
        .toReversed()
        .map(point => {
          const end = upper?.points.find(other => other.period === point.period)
          return end
            ? { point: end, from: point.shown, text: `${point.text}–${end.text}` }
            : { point, from: 0, text: point.text }
        })
      return { series, bars }
    })
    .sort((a, b) => (b.bars[0]?.point.shown ?? 0) - (a.bars[0]?.point.shown ?? 0))
}

/** The number at the end of a bar, with its period where the rows do not all show the same one. */
function toTail({ point, text }: Bar, rows: readonly Row[]): string {
  const periods = new Set(rows.flatMap(({ bars }) => bars.map(bar => bar.point.period)))
  return [text, ...(periods.size > 1 ? [point.caption] : []), ...(point.remark ? [point.remark] : [])].join(' · ')
}

function drawRow({ series, bars }: Row, y: number, ranking: Ranking): Mark[] {
  const { x, nameWidth, size, pitch } = ranking
  const thickness = Math.min((pitch * 0.76) / bars.length, size * 2.2)
  const top = y + (pitch - thickness * bars.length) / 2
  const nameSize = Math.min(size, (size * nameWidth) / measureText(series.label, size, 600))
  const name = { x: x + nameWidth, y: y + pitch / 2 + size * 0.36, size: nameSize, text: series.label }
  return [
    placeLabel({ ...name, anchor: 'end', weight: 600, ink: 'ink' }),
    ...bars.flatMap((bar, i) => drawBar(bar, i === 0, series.id, top + thickness * i, thickness, ranking)),
  ]
}

/** The subject of the card in its colour, the others in one that stands back; what is older, paler still. */
function drawBar(bar: Bar, isNewest: boolean, id: string, y: number, thickness: number, ranking: Ranking): Mark[] {
  const { card, rows, size, scale, composition } = ranking
  const { line, dot } = composition
  const { point, from } = bar
  const ink: Ink = id === card.headline.series ? 'series0' : 'series5'
  const height = thickness * 0.84
  const [start, end] = [scale(from), scale(point.shown)]
  const label = placeLabel({
    x: end + size * 0.5,
    y: y + height / 2 + size * 0.36,
    size: Math.min(size, thickness * 0.95),
    weight: isNewest ? 600 : 400,
    ink: isNewest ? 'ink' : 'muted',
    text: toTail(bar, rows),
  })
  const isPlan = point.status === 'plan'
  if (!isPlan && !point.part && point.status !== 'estimated') {
    const solid = { x: px(start), y: px(y), width: px(end - start), height: px(height) }
    return [{ kind: 'rect', ink: isNewest ? ink : 'grid', ...solid }, label]
  }
  const path: Path = [['M', px(start), px(y)], ['H', px(end)], ['V', px(y + height)], ['H', px(start)], ['z']]
  const dash = [px(line * 2.2), px(line * 1.6)]
  const frame: Mark = { kind: 'stroke', ink, path, width: line * 0.7, ...(isPlan && { dash }) }
  if (isPlan) return [frame, label]
  const lines = hatch(start, y, end - start, height, dot * 1.9)
  return [{ kind: 'stroke', ink, path: lines, width: line * 0.6 }, frame, label]
}
