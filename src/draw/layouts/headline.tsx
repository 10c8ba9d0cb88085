import type { JSXNode } from 'satori/jsx'
import type { Card } from '../../card/card.ts'
import { joinBy } from '../../model/locales.ts'
import type { Box } from '../charts/axis.ts'
import { measureText } from '../text/faces.ts'
import type { Composition } from '../type-scale.ts'
import { fitLines } from './frame.tsx'
import { Column, Figure, Text } from './kit.tsx'

/** How much smaller a column of words may be set, step by step, before the newest part of a year is left to the title. */
const shrinks = [1, 0.93, 0.86, 0.8, 0.74]

/** The headline figure in a column of its own: what and when, the number, its unit, the change and its base. */
export function drawSideHeadline(card: Card, composition: Composition, box: Box): JSXNode[] {
  const full = shrinks.map(share => setSide(card, composition, box.width, share, true))
  const short = shrinks.map(share => setSide(card, composition, box.width, share, false))
  const fitting = [...full, ...short].find(column => column.height <= box.height) ?? short.at(-1)
  const lines = fitting?.lines ?? []
  return [
    <Column x={box.x} y={box.y} width={box.width}>
      {lines.map(({ text, ...style }) => (
        <Text {...style}>{text}</Text>
      ))}
    </Column>,
  ]
}

type Line = { text: string; size: number; ink: 'ink' | 'muted'; weight: 400 | 600; leading: number; above: number }

function setSide(
  card: Card,
  composition: Composition,
  width: number,
  share: number,
  hasLatest: boolean,
): { lines: Line[]; height: number } {
  const { headline, lang, unit } = card
  const change = composition.change * share
  const number = fitNumber(headline.number, composition.number * share, width)
  const set = (
    text: string,
    size: number,
    most: number,
    ink: Line['ink'],
    weight: Line['weight'],
    above: number,
  ): Line[] => {
    if (text === '') return []
    const fitted = fitLines(text, size, most, width, lang, weight)
    return fitted.lines.map((line, i) => ({
      text: line,
      size: fitted.size,
      ink,
      weight,
      leading: 1.3,
      above: i === 0 ? above : 0,
    }))
  }
  const lines: Line[] = [
    ...set(toLabel(card), change, 3, 'muted', 400, 0),
    { text: headline.number, size: number, ink: 'ink', weight: 600, leading: 1.12, above: 0 },
    ...set(unit.display.short, composition.unit * share, 2, 'ink', 600, 0),
    ...set(toChangeText(card), change, 3, 'ink', 400, change * 0.4),
    ...(hasLatest && card.latest.period !== headline.period
      ? set(toLatestText(card), change, 4, 'muted', 400, change * 0.4)
      : []),
  ]
  return { lines, height: lines.reduce((sum, line) => sum + line.size * line.leading + line.above, 0) }
}

/** The headline figure across the card, for the tall sizes; `height` is the room it takes. */
export function drawWideHeadline(card: Card, composition: Composition, box: Box): { words: JSXNode[]; height: number } {
  const { headline, lang, unit } = card
  const { unit: unitSize, change: changeSize } = composition
  const unitWidth = measureText(unit.display.short, unitSize, 600)
  const number = fitNumber(headline.number, composition.number, box.width - unitWidth - unitSize)
  const label = fitLines(toLabel(card), changeSize, 2, box.width, lang)
  const change = fitLines(toChangeText(card), changeSize, 2, box.width, lang)
  const latest =
    card.latest.period === headline.period ? undefined : fitLines(toLatestText(card), changeSize, 2, box.width, lang)
  const lines =
    label.lines.length * label.size +
    change.lines.length * change.size +
    (latest ? latest.lines.length * latest.size : 0)
  return {
    height: lines * 1.3 + number * 1.12,
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
          ink="ink"
          unit={unit.display.short}
          unitSize={unitSize}
          leading={1.12}
        />
        {change.lines.map(line => (
          <Text size={change.size} ink="ink">
            {line}
          </Text>
        ))}
        {latest?.lines.map(line => (
          <Text size={latest.size} ink="muted">
            {line}
          </Text>
        ))}
      </Column>,
    ],
  }
}

const toLabel = ({ headline, lang }: Card): string => joinBy('comma', [headline.label, headline.periodText], lang)

/** The change with an arrow beside its sign, so that direction needs no colour. */
export function toChangeText({ headline: { change } }: Card): string {
  if (!change) return ''
  return `${change.value > 0 ? '↑ ' : change.value < 0 ? '↓ ' : ''}${change.phrase}`
}

const toLatestText = ({ latest, lang }: Card): string => joinBy('colon', [latest.periodText, latest.formatted], lang)

/** The largest size up to `size` at which the number is no wider than `width`. */
const fitNumber = (text: string, size: number, width: number): number =>
  Math.min(size, (size * width) / measureText(text, size, 600))
