import type { Card } from '../../card/card.ts'
import type { Mark, TextMark } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import type { Composition } from '../type-scale.ts'
import { type Box, drawPlumb, placeLabel } from './axis.ts'

type Flag = { x: number; y: number; text: string }

/** The events and breaks of a card, named in a band above the plot; `height` is what the band takes. */
export type Flags = { flags: readonly Flag[]; height: number }

/** Names that would meet stand in rows of their own, the latest in the top one, so that no name crosses another's line. */
export function toFlags(card: Card, box: Box, { label }: Composition): Flags {
  const named = [...card.events, ...card.breaks].toSorted((a, b) => a.x - b.x)
  const width = named.reduce((sum, flag) => sum + measureText(flag.label, label, 400), 0)
  const rows = named.length > 1 || width > box.width / 2 ? named.length : Math.min(1, named.length)
  const pitch = label * 1.35
  const flags = named.map(({ x, label: text }, i) => ({
    x,
    text,
    y: box.y + label * 0.85 + pitch * Math.max(0, rows - 1 - i),
  }))
  return { flags, height: rows * pitch }
}

type Time = (x: number) => number

/** The names, each on the side of its line where there is more room. */
export const drawFlagNames = ({ flags }: Flags, time: Time, plot: Box, { label }: Composition): TextMark[] =>
  flags.map(({ x, y, text }) => {
    const at = time(x)
    const isLate = at > plot.x + plot.width / 2
    const aside = label * (isLate ? -0.45 : 0.45)
    return placeLabel({ x: at + aside, y, anchor: isLate ? 'end' : 'start', size: label, ink: 'muted', text })
  })

/** The dashed lines from the names to the foot of the plot. */
export const drawFlagLines = (
  { flags }: Flags,
  time: Time,
  bottom: number,
  words: readonly TextMark[],
  composition: Composition,
): Mark[] => flags.map(({ x, y }) => drawPlumb(time(x), y - composition.label * 0.75, bottom, words, composition))
