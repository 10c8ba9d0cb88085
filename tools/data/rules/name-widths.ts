import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Fault, Sound } from './fault.ts'

/**
 * The widest name of a line in ems. The chart of the smallest card is 30 ems wide, of which its axis takes three and a half,
 * and the figure after the name with the room before it about four: a name of 10.5 leaves the lines as much as the words.
 */
const widestBesideLine = 10.5

/** Of a card whose own layout is another, which has its names in a legend: drawn as lines, these keep a sixth of the chart. */
const widestInLegend = 18

const file = createRequire(import.meta.url).resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf')
const font = fontkit.create(readFileSync(file))

/** The width of a name in ems, as it is drawn but for its kerning; what our Latin font lacks is Chinese, and an em wide. */
export const toWidth = (name: string): number =>
  [...name].reduce((width, character) => {
    const code = character.codePointAt(0) ?? 0
    const isHeld = 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(code)
    return width + (isHeld ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : 1)
  }, 0)

/** Names of rows in a ranking are set smaller where they are long; names of lines have no such room. */
export function checkNameWidths({ head: { card } }: Pick<Sound, 'head'>): Fault[] {
  if (card.arrangement === 'ranking') return []
  const widest = card.layout === 'trend' ? widestBesideLine : widestInLegend
  return card.series.flatMap(({ label }, i) =>
    Object.entries(label).flatMap(([lang, name = '']): Fault[] => {
      const width = toWidth(name)
      if (width <= widest) return []
      return [
        [
          ['card', 'series', i, 'label', lang],
          `is ${width.toFixed(1)} ems wide; expected at most ${widest}, so that the smallest card has room to plot`,
        ],
      ]
    }),
  )
}
