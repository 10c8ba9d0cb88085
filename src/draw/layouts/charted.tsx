import type { Card } from '../../card/card.ts'
import type { Box } from '../charts/axis.ts'
import { drawBarChart } from '../charts/bars.ts'
import { drawTrendChart } from '../charts/line.ts'
import { drawRankingChart } from '../charts/ranking.ts'
import type { Mark, Plotted } from '../scene.ts'
import type { Composition } from '../type-scale.ts'
import { drawFrame, type Sheet } from './frame.tsx'
import { drawSideHeadline, drawWideHeadline } from './headline.tsx'

type Chart = (card: Card, box: Box, composition: Composition) => Mark[] & { points?: readonly Plotted[] }

/** The points to plot: a part of a year is told by its whole year where that is in view. */
const withoutParts = (card: Card): Card => ({
  ...card,
  series: card.series.map(series => ({
    ...series,
    points: series.points.filter(
      point => !series.points.some(other => other !== point && other.start <= point.start && other.end >= point.end),
    ),
  })),
})

/** Of a line through whole years a part of a year is no point: it would read as a fall. */
const toWholeYears = (card: Card): Card => ({
  ...card,
  series: card.series.map(series => {
    const whole = series.points.filter(point => !point.part)
    return whole.length > 1 ? { ...series, points: whole } : series
  }),
})

/** A headline and a chart: beside each other where the card is wide, one above the other where it is tall. */
function drawCharted(chart: Chart, card: Card, composition: Composition, width: number, height: number): Sheet {
  const plotted = withoutParts(card)
  const { words, marks, body } = drawFrame(card, composition, width, height)
  const { side, gap } = composition
  if (side > 0) {
    const room = { x: body.x + side + gap * 1.4, y: body.y, width: body.width - side - gap * 1.4, height: body.height }
    const headline = drawSideHeadline(card, composition, { ...body, width: side })
    const drawn = chart(plotted, room, composition)
    return {
      words: [...words, ...headline],
      marks: [...marks, ...drawn],
      ...(drawn.points && { points: drawn.points }),
    }
  }
  const headline = drawWideHeadline(card, composition, body)
  const used = headline.height + gap
  const room = { ...body, y: body.y + used, height: body.height - used }
  const drawn = chart(plotted, room, composition)
  return {
    words: [...words, ...headline.words],
    marks: [...marks, ...drawn],
    ...(drawn.points && { points: drawn.points }),
  }
}

export const drawTrend = (card: Card, composition: Composition, width: number, height: number): Sheet =>
  drawCharted(
    card.arrangement === 'ranking'
      ? drawRankingChart
      : (shown, ...place) => drawTrendChart(toWholeYears(shown), ...place),
    card,
    composition,
    width,
    height,
  )

export const drawBars = (card: Card, composition: Composition, width: number, height: number): Sheet =>
  drawCharted(card.arrangement === 'ranking' ? drawRankingChart : drawBarChart, card, composition, width, height)
