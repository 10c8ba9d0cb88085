import { fills } from '../draw/scene.ts'
import { palettes } from '../draw/theme.ts'

const toRules = (palette: (typeof palettes)['light' | 'dark'], within = ''): string =>
  fills
    .map(name => `${within}.c-${name}{fill:${palette[name]}}${within}.k-${name}{border-color:${palette[name]}}`)
    .join('')

/**
 * A rule for each colour of the cards, as a fill and as a border: light, dark within `dark` where that is given, and dark within
 * `auto` where the system is dark.
 */
export const inkRules = (dark = '', auto = ''): string =>
  [
    toRules(palettes.light),
    ...(dark ? [toRules(palettes.dark, dark)] : []),
    `@media (prefers-color-scheme:dark){${toRules(palettes.dark, auto)}}`,
    `@media print{${toRules(palettes.light)}}`,
  ].join('\n')
