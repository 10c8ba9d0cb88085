import type { JSXNode } from 'satori/jsx'
import type { Card } from '../../card/card.ts'
import { joinBy } from '../../model/locales.ts'
import type { Box } from '../charts/axis.ts'
import { drawTrendChart } from '../charts/line.ts'
import { seriesInk } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import type { Composition } from '../type-scale.ts'
import { drawFrame, fitLines, type Sheet } from './frame.tsx'
import { toChangeText } from './headline.tsx'
import { Column, Figure, Text } from './kit.tsx'

/** One figure, as large as the card lets it be, with its change and the newest figures of the other lines. */
export function drawStat(card: Card, composition: Composition, width: number, height: number): Sheet {
  const { words, marks, body } = drawFrame(card, composition, width, height)
  const column = composition.side > 0 ? { ...body, width: body.width * 0.56 } : body
  const figure = shrinks
    .map(share => setFigure(card, composition, column, share))
    .find(({ height }) => height <= column.height)
  const used = figure?.height ?? body.height
  const room =
    composition.side > 0
      ? { x: body.x + body.width * 0.6, y: body.y, width: body.width * 0.4, height: body.height }
      : { ...body, y: body.y + used + composition.gap, height: body.height - used - composition.gap }
  const points = card.series.filter(series => series.ink === headlineInk(card)).flatMap(series => series.points)
  const hasChart = card.arrangement === 'time' && points.length > 2 && room.height > composition.label * 7
  return {
    marks: [...marks, ...(hasChart ? drawTrendChart(toLine(card), room, composition) : [])],
    words: [...words, ...(figure?.words ?? [])],
  }
}

const shrinks = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.6]

const headlineInk = (card: Card): number => card.series.find(series => series.id === card.headline.series)?.ink ?? 0

/** The card with the line of its headline alone, and no more words than its own. */
const toLine = (card: Card): Card => ({
  ...card,
  series: card.series.filter(series => series.ink === headlineInk(card)),
  events: [],
  crossing: undefined,
})

function setFigure(
  card: Card,
  composition: Composition,
  box: Box,
  share: number,
): { words: JSXNode[]; height: number } {
  const { headline, unit, lang } = card
  const change = composition.change * share
  const label = fitLines(
    joinBy('comma', [headline.label, headline.periodText], lang),
    change * 1.15,
    2,
    box.width,
    lang,
  )
  const unitSize = Math.min(
    composition.unit * 1.4 * share,
    (composition.unit * box.width * 0.5) / measureText(unit.display.short, composition.unit, 600),
  )
  const most = Math.min(composition.number * 1.9 * share, box.height * 0.5)
  const room = box.width - measureText(unit.display.short, unitSize, 600) - unitSize
  const number = Math.min(most, (most * room) / measureText(headline.number, most, 600))
  const changed = fitLines(toChangeText(card), change * 1.2, 2, box.width, lang, 600)
  const others = toOthers(card).map(other => fitLines(joinBy('colon', other, lang), change, 2, box.width, lang))
  const lines = [label, changed, ...others].reduce((sum, { size, lines }) => sum + lines.length * size * 1.3, 0)
  return {
    height: lines + number * 1.08 + others.length * change * 0.35,
    words: [
      <Column x={box.x} y={box.y} width={box.width}>
        {label.lines.map(line => (
          <Text size={label.size} ink="muted">
            {line}
          </Text>
        ))}
        <Figure
          number={headline.number}
          size={number}
          ink={card.arrangement === 'ranking' ? 'series0' : seriesInk(headlineInk(card))}
          unit={unit.display.short}
          unitSize={unitSize}
          leading={1.08}
        />
        {changed.lines.map(line => (
          <Text size={changed.size} weight={600} ink="ink">
            {line}
          </Text>
        ))}
        {others.flatMap(({ size, lines }) =>
          lines.map((line, i) => (
            <Text size={size} ink="muted" above={i === 0 ? change * 0.35 : 0}>
              {line}
            </Text>
          )),
        )}
      </Column>,
    ],
  }
}

/** The part of a year that is newer than the headline, then the newest figure of each other line, three at the most. */
function toOthers(card: Card): [name: string, value: string][] {
  const { headline, latest, series, unit, lang } = card
  const spoken = new Set(series.flatMap(entry => [entry.continues, entry.upTo]))
  const newer: [string, string][] =
    latest.period === headline.period
      ? []
      : [[joinBy('comma', [latest.label, latest.periodText], lang), latest.formatted]]
  const others = series
    .filter(entry => entry.id !== headline.series && !spoken.has(entry.id))
    .flatMap((entry): [string, string][] => {
      const point = entry.points.at(-1)
      const upper = series.find(other => other.id === entry.upTo)?.points.find(other => other.period === point?.period)
      const text = upper ? `${point?.text}–${upper.text}` : point?.text
      return point
        ? [
            [
              joinBy('comma', [entry.label, point.caption], lang),
              joinBy('space', [text ?? '', unit.display.short], lang),
            ],
          ]
        : []
    })
  return [...newer, ...others].slice(0, 3)
}
