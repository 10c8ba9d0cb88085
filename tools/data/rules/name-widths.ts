import type { Fault, Sound } from './fault.ts'

/**
 * The widest name of a line in ems. The chart of the smallest card is 30 ems wide, of which its axis takes three and a half,
 * and the figure after the name with the room before it about four: a name of 10.5 leaves the lines as much as the words.
 */
const widestBesideLine = 10.5

/** Of a card whose own layout is another, which has its names in a legend: drawn as lines, these keep a sixth of the chart. */
const widestInLegend = 18

/** Names of rows in a ranking are set smaller where they are long; names of lines have no such room. */
export function* checkNameWidths({ head: { card }, days: { toWidth } }: Pick<Sound, 'head' | 'days'>): Iterable<Fault> {
  if (card.arrangement === 'ranking' || !toWidth) return
  const widest = card.layout === 'trend' ? widestBesideLine : widestInLegend
  for (const [i, { label }] of card.series.entries())
    for (const [lang, name = ''] of Object.entries(label)) {
      const width = toWidth(name)
      if (width > widest)
        yield [
          ['card', 'series', i, 'label', lang],
          `is ${width.toFixed(1)} ems wide; expected at most ${widest}, so that the smallest card has room to plot`,
        ]
    }
}
