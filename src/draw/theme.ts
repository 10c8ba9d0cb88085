import { converter, formatHex, modeLrgb, modeOklab, modeOklch, modeRgb, useMode, wcagContrast } from 'culori/fn'
import type { Theme } from '../request/parameters.ts'
import { type Ink, inks } from './scene.ts'

// culori knows no colour space until it is told: these four are what the guard below computes in.
for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) useMode(mode)

export type Palette = Readonly<Record<Ink, string>>

/**
 * Two grounds, one set of parts. Every colour of words and lines keeps 4.5:1 on its ground (WCAG 2.2, 1.4.3), and the first
 * three series colours stay apart for readers who do not tell red from green: test/unit/palette.test.ts runs both checks.
 */
export const palettes = {
  light: {
    ground: '#fbfaf6',
    ink: '#17202b',
    muted: '#58616d',
    grid: '#e3e0d7',
    axis: '#8d939b',
    series0: '#b3202c',
    series1: '#175f9e',
    series2: '#7a5a00',
    series3: '#0d6f63',
    series4: '#6b3fa0',
    series5: '#4a5560',
  },
  dark: {
    ground: '#12171e',
    ink: '#f3f1ea',
    muted: '#a9b1bb',
    grid: '#2b333d',
    axis: '#6f7985',
    series0: '#ff7a70',
    series1: '#6cb4f2',
    series2: '#e2b341',
    series3: '#4ecbb6',
    series4: '#c09bf0',
    series5: '#b4bec9',
  },
} as const satisfies Record<Exclude<Theme, 'auto'>, Palette>

/** The contrast every word keeps against its ground: WCAG 2.2, success criterion 1.4.3, level AA. */
export const leastContrast = 4.5

/** What a drawing is painted with. `dark` is there for `theme=auto` only; a ground of `none` is left out. */
export type Paint = { light: Palette; dark?: Palette; isTransparent: boolean }

type Choice = { theme: Theme; accent?: string; background?: string }

/** The colours of a card as chosen, each word moved to the nearest lightness that can be read on the ground. */
export function toPaint({ theme, accent, background }: Choice): Paint {
  const ground = background && background !== 'transparent' ? `#${background}` : undefined
  const tune = (palette: Palette): Palette =>
    guard({ ...palette, ...(ground && { ground }), ...(accent && { series0: `#${accent}` }) })
  const isTransparent = background === 'transparent'
  // A ground of its own decides by itself whether the words on it are dark or light.
  const own = ground
    ? wcagContrast(ground, '#ffffff') > wcagContrast(ground, '#000000')
      ? 'dark'
      : 'light'
    : undefined
  if (theme === 'auto' && !own) return { light: tune(palettes.light), dark: tune(palettes.dark), isTransparent }
  return { light: tune(palettes[own ?? (theme === 'auto' ? 'light' : theme)]), isTransparent }
}

/** Parts that carry no meaning by themselves keep their colour; grid and axis follow a ground of its own. */
function guard(palette: Palette): Palette {
  const { ground } = palette
  const readable = inks.filter(ink => ink !== 'ground' && ink !== 'grid' && ink !== 'axis')
  const moved = Object.fromEntries(readable.map(ink => [ink, toReadable(palette[ink], ground)]))
  return { ...palette, ...moved }
}

const toOklch = converter('oklch')

/**
 * The nearest colour of the same hue with a contrast of 4.5:1 on `ground`: chroma is kept as far as the gamut lets it, and
 * lightness in OKLCH moves away from the ground by the least step that is enough. A colour that is far enough stays as it is.
 */
export function toReadable(colour: string, ground: string): string {
  if (wcagContrast(colour, ground) >= leastContrast) return colour
  const base = toOklch(colour)
  if (!base) throw new Error(`"${colour}" is not a colour; expected # and six hex digits`)
  const end = wcagContrast('#000000', ground) > wcagContrast('#ffffff', ground) ? 0 : 1
  const at = (share: number): string =>
    formatHex({ ...base, l: base.l + (end - base.l) * share, c: base.c * (1 - share) })
  let [low, high] = [0, 1]
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2
    if (wcagContrast(at(middle), ground) >= leastContrast) high = middle
    else low = middle
  }
  return at(high)
}
