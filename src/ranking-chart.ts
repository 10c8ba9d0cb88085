import { scaleLinear } from 'd3-scale'
import { hatch } from './bar-chart.ts'
import type { Card, CardSeries, Point } from './card.ts'
import { type Box, placeLabel, px } from './chart.ts'
import type { Composition } from './composition.ts'
import { type Mark, seriesInk } from './drawing.ts'
import { measureText } from './render/faces.ts'

type Row = { series: CardSeries; bars: { point: Point; from: number; text: string }[] }

/** Series against each other: a row for each, the greatest first; two periods as two bars; a range as a bar that floats. */
export function drawRankingChart(card: Card, box: Box, composition: Composition): Mark[] {
  const rows = toRows(card)
  const size = Math.min(composition.label, (box.height / Math.max(1, rows.length)) * 0.3)
  const nameWidth = Math.min(
    box.width * 0.42,
    Math.max(...rows.map(({ series }) => measureText(series.label, size, 600))),
  )
  const left = box.x + nameWidth + size * 0.8
  const tail =
    Math.max(
      ...rows.flatMap(({ bars }) => bars.map(bar => measureText(toTail(bar.point, bar.text, rows), size, 600))),
    ) + size
  const most = Math.max(...rows.flatMap(({ bars }) => bars.map(({ point }) => point.shown)), 0) || 1
  const scale = scaleLinear()
    .domain([0, most])
    .range([left, box.x + box.width - tail])
  const pitch = Math.min(box.height / rows.length, size * 6.5)
  const axis: Mark = {
    kind: 'stroke',
    ink: 'axis',
    d: `M${px(left)} ${px(box.y)}V${px(box.y + pitch * rows.length)}`,
    width: composition.line / 2.5,
  }
  return [
    ...rows.flatMap((row, i) =>
      drawRow(row, rows, box.x, box.y + pitch * i, pitch, nameWidth, size, scale, composition),
    ),
    axis,
  ]
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
function toTail(point: Point, text: string, rows: readonly Row[]): string {
  const periods = new Set(rows.flatMap(({ bars }) => bars.map(bar => bar.point.period)))
  return [text, ...(periods.size > 1 ? [point.caption] : []), ...(point.remark ? [point.remark] : [])].join(' · ')
}

function drawRow(
  { series, bars }: Row,
  rows: readonly Row[],
  x: number,
  y: number,
  pitch: number,
  nameWidth: number,
  size: number,
  scale: (value: number) => number,
  { line, dot }: Composition,
): Mark[] {
  const ink = seriesInk(series.ink)
  const thickness = (pitch * 0.74) / Math.max(1, bars.length)
  const top = y + pitch * 0.13
  const nameSize = Math.min(size, (size * nameWidth) / measureText(series.label, size, 600))
  return [
    placeLabel({
      x: x + nameWidth,
      y: y + pitch / 2 + size * 0.36,
      anchor: 'end',
      size: nameSize,
      weight: 600,
      ink: 'ink',
      text: series.label,
    }),
    ...bars.flatMap(({ point, from, text }, i): Mark[] => {
      const barY = top + thickness * i
      const height = thickness * 0.86
      const [start, end] = [scale(from), scale(point.shown)]
      const isOpen = point.status === 'plan' || point.part || point.status === 'estimated'
      const frame = `M${px(start)} ${px(barY)}H${px(end)}V${px(barY + height)}H${px(start)}z`
      const bar: Mark[] = isOpen
        ? [
            ...(point.status === 'plan'
              ? []
              : [
                  {
                    kind: 'stroke',
                    ink,
                    d: hatch(start, barY, end - start, height, dot * 1.9),
                    width: line * 0.6,
                  } satisfies Mark,
                ]),
            {
              kind: 'stroke',
              ink,
              d: frame,
              width: line * 0.7,
              ...(point.status === 'plan' && { dash: `${px(line * 2.2)} ${px(line * 1.6)}` }),
            },
          ]
        : [
            {
              kind: 'rect',
              ink: i === 0 ? ink : 'grid',
              x: px(start),
              y: px(barY),
              width: px(end - start),
              height: px(height),
            },
          ]
      const label = placeLabel({
        x: end + size * 0.5,
        y: barY + height / 2 + size * 0.36,
        size: Math.min(size, thickness * 0.95),
        weight: i === 0 ? 600 : 400,
        ink: i === 0 ? 'ink' : 'muted',
        text: toTail(point, text, rows),
      })
      return [...bar, label]
    }),
  ]
}
