import type { CardSeries } from '../card/card.ts'
import { palettes } from '../draw/theme.ts'

/** The class of a series' colour, the same as on its card: `c-series0`. */
export const toInk = ({ ink }: Pick<CardSeries, 'ink'>): string => `series${ink % 6}`

type Name = keyof typeof palettes.light
const isSeries = (name: string): name is Name => name.startsWith('series') && Object.hasOwn(palettes.light, name)
const names = Object.keys(palettes.light).filter(isSeries)

const toRules = (palette: Record<Name, string>): string =>
  names.map(name => `.c-${name}{fill:${palette[name]}}.k-${name}{border-color:${palette[name]}}`).join('')

/** A rule for each colour of the cards, as a fill and as a border, in both themes. */
export const inkRules = `${toRules(palettes.light)}@media (prefers-color-scheme:dark){${toRules(palettes.dark)}}@media print{${toRules(palettes.light)}}`
