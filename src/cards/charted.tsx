import { drawBarChart } from '../bar-chart.ts'
import type { Card } from '../card.ts'
import type { Box } from '../chart.ts'
import type { Composition } from '../composition.ts'
import type { Mark } from '../drawing.ts'
import { drawRankingChart } from '../ranking-chart.ts'
import { drawTrendChart } from '../trend-chart.ts'
import { drawFrame, type Sheet } from './frame.tsx'
import { drawSideHeadline, drawWideHeadline } from './headline.tsx'

type Chart = (card: Card, box: Box, composition: Composition) => Mark[]

/** A headline and a chart: beside each other where the card is wide, one above the other where it is tall. */
function drawCharted(chart: Chart, card: Card, composition: Composition, width: number, height: number): Sheet {
  const { words, marks, body } = drawFrame(card, composition, width, height)
  const { side, gap } = composition
  if (side > 0) {
    const room = { x: body.x + side + gap * 1.4, y: body.y, width: body.width - side - gap * 1.4, height: body.height }
    const headline = drawSideHeadline(card, composition, { ...body, width: side })
    return { words: [...words, ...headline], marks: [...marks, ...chart(card, room, composition)] }
  }
  const headline = drawWideHeadline(card, composition, body)
  const used = headline.height + gap
  const room = { ...body, y: body.y + used, height: body.height - used }
  return { words: [...words, ...headline.words], marks: [...marks, ...chart(card, room, composition)] }
}

export const drawTrend = (card: Card, composition: Composition, width: number, height: number): Sheet =>
  drawCharted(card.arrangement === 'ranking' ? drawRankingChart : drawTrendChart, card, composition, width, height)

export const drawBars = (card: Card, composition: Composition, width: number, height: number): Sheet =>
  drawCharted(card.arrangement === 'ranking' ? drawRankingChart : drawBarChart, card, composition, width, height)
