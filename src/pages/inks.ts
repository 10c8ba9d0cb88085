import type { CardSeries } from '../card/card.ts'
import { palettes } from '../draw/theme.ts'

/** The name of a series' colour in the styles, the same colour as on its card. */
export const toInk = ({ ink }: Pick<CardSeries, 'ink'>): string => `series${ink % 6}`

type Name = keyof typeof palettes.light
const isSeries = (name: string): name is Name => name.startsWith('series') && Object.hasOwn(palettes.light, name)
const names = Object.keys(palettes.light).filter(isSeries)

const toRules = (palette: Record<Name, string>, within = ''): string =>
  names
    .map(name => `${within}.c-${name}{fill:${palette[name]}}${within}.k-${name}{border-color:${palette[name]}}`)
    .join('')

/**
 * A rule for each colour of the cards, as a fill and as a border: light, dark within `dark` where that is given, and dark within
 * `auto` where the media query `media` holds.
 */
export const inkRules = (dark: string, media: string, auto = ''): string =>
  [
    toRules(palettes.light),
    ...(dark ? [toRules(palettes.dark, dark)] : []),
    `${media}{${toRules(palettes.dark, auto)}}`,
    `@media print{${toRules(palettes.light)}}`,
  ].join('\n')
