import type { Card } from '../../card/card.ts'
import { joinBy } from '../../model/locales.ts'
import type { Path, Scene } from '../scene.ts'
import { measureText } from '../text/faces.ts'

const height = 20
const size = 11
const pad = 7
const radius = 3

/** A line for a README: the name of the line at the left, its newest figure and change at the right. As wide as its words. */
export function drawBadge(card: Card): Scene {
  const { headline, lang } = card
  const name = joinBy('comma', [headline.label, headline.periodText], lang)
  const value = `${headline.formatted}${headline.change ? ` ${arrow(headline.change.value)}${headline.change.formatted}` : ''}`
  const nameWidth = Math.ceil(measureText(name, size, 400)) + 2 * pad
  const width = nameWidth + Math.ceil(measureText(value, size, 600)) + 2 * pad
  return {
    width,
    height,
    marks: [
      { kind: 'rect', ink: 'ink', x: 0, y: 0, width, height, radius },
      { kind: 'fill', ink: 'series0', path: roundRight(nameWidth, width) },
      { kind: 'text', ink: 'ground', x: pad, y: 14, size, weight: 400, text: name },
      { kind: 'text', ink: 'ground', x: nameWidth + pad, y: 14, size, weight: 600, text: value },
    ],
  }
}

/** The right part, its outer corners rounded. */
const roundRight = (left: number, right: number): Path => [
  ['M', left, 0],
  ['H', right - radius],
  ['q', radius, 0, radius, radius],
  ['V', height - radius],
  ['q', 0, radius, -radius, radius],
  ['H', left],
  ['z'],
]

const arrow = (change: number): string => (change > 0 ? '↑ ' : change < 0 ? '↓ ' : '')
