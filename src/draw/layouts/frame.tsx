import type { JSXNode } from 'satori/jsx'
import type { Card } from '../../card/card.ts'
import { joinBy } from '../../model/locales.ts'
import type { Box } from '../charts/axis.ts'
import type { Mark, Plotted } from '../scene.ts'
import { balanceText, measureText, wrapText } from '../text/faces.ts'
import type { Composition } from '../type-scale.ts'
import { Column, Text } from './kit.tsx'

/** A card's words as a tree for Satori, its other marks, and the room left between head and foot. */
export type Sheet = { words: JSXNode[]; marks: Mark[]; points?: readonly Plotted[] }
export type Frame = Sheet & { body: Box }

const titleLeading = 1.17
const lineLeading = 1.36

/** What every card has: a rule, the finding, what is measured, and at the foot the source and the date of the figures. */
export function drawFrame(card: Card, composition: Composition, width: number, height: number): Frame {
  const { left, top, bottom, rule, measure, foot, gap } = composition
  const inner = width - 2 * left
  const title = fitTitle(card, composition, inner)
  const subtitle = fitLines(card.subtitle, measure, 2, inner, card.lang)
  const titleTop = top + rule.height + gap * 0.55
  const subtitleTop = titleTop + title.lines.length * title.size * titleLeading + gap * 0.25
  const headEnd = subtitleTop + subtitle.lines.length * subtitle.size * lineLeading
  const footnote = fitFoot(card, foot, composition.footLines, inner)
  const footTop = height - bottom - footnote.lines.length * footnote.size * lineLeading
  return {
    marks: [{ kind: 'rect', ink: 'series0', x: left, y: top, width: rule.width, height: rule.height }],
    words: [
      <Column x={left} y={titleTop} width={inner}>
        {title.lines.map(line => (
          <Text size={title.size} weight={600} ink="ink" leading={titleLeading}>
            {line}
          </Text>
        ))}
      </Column>,
      <Column x={left} y={subtitleTop} width={inner}>
        {subtitle.lines.map(line => (
          <Text size={subtitle.size} ink="muted" leading={lineLeading}>
            {line}
          </Text>
        ))}
      </Column>,
      <Column x={left} y={footTop} width={inner}>
        {footnote.lines.map(line => (
          <Text size={footnote.size} ink="muted" leading={lineLeading}>
            {line}
          </Text>
        ))}
      </Column>,
    ],
    body: { x: left, y: headEnd + gap, width: inner, height: footTop - gap * 0.8 - headEnd - gap },
  }
}

/** The finding at the largest size at which it fits its lines; at the smallest it takes as many as it needs. */
function fitTitle(card: Card, { titles, titleLines }: Composition, width: number): { size: number; lines: string[] } {
  const attempts = titles.map(size => ({ size, lines: balanceText(card.finding, size, 600, width, card.lang) }))
  const fits = ({ size, lines }: { size: number; lines: string[] }): boolean =>
    lines.length <= titleLines && lines.every(line => measureText(line, size, 600) <= width)
  const smallest = attempts.at(-1)
  if (!smallest) throw new Error('a composition needs at least one size for its title')
  return attempts.find(fits) ?? smallest
}

/** The source and the date, each beginning a line where there is room for that. */
function fitFoot(
  { sourceLine, dateLine, lang }: Card,
  size: number,
  most: number,
  width: number,
): { size: number; lines: string[] } {
  const lines = [sourceLine, dateLine].flatMap(line => balanceText(line, size, 400, width, lang))
  if (lines.length <= most && lines.every(line => measureText(line, size, 400) <= width)) return { size, lines }
  return fitLines(joinBy('stop', [sourceLine, dateLine], lang), size, most, width, lang)
}

/** Words in at most `most` lines, a little smaller by steps where they would need more. */
export function fitLines(
  text: string,
  size: number,
  most: number,
  width: number,
  lang: Card['lang'],
  weight: 400 | 600 = 400,
): { size: number; lines: string[] } {
  for (let step = 0; step < 6; step++) {
    const smaller = size * 0.94 ** step
    const lines = wrapText(text, smaller, weight, width, lang)
    const fits = lines.length <= most && lines.every(line => measureText(line, smaller, weight) <= width)
    if (fits)
      return { size: smaller, lines: lines.length > 1 ? balanceText(text, smaller, weight, width, lang) : lines }
  }
  const smallest = size * 0.94 ** 6
  return { size: smallest, lines: wrapText(text, smallest, weight, width, lang) }
}
