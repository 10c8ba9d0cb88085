import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  interpolate,
  modeLab,
  modeLab65,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  useMode,
  wcagContrast,
  wcagLuminance,
} from 'culori/fn'
import { type Entity, entities } from '../model/indicator.ts'
import type { Theme } from '../request/parameters.ts'
import * as site from '../site.ts'
import { type Fill, type Ink, type Scene, toInks } from './scene.ts'

// culori knows a colour space only once it is registered; the checks below compute in these.
for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch, modeLab, modeLab65]) useMode(mode)

/** The colours of a theme that are chosen; the pale ones and the ribbon follow from them. */
type Base = Record<Exclude<Ink, `pale-${Fill}` | 'ribbon'>, string>
export type Palette = Readonly<Record<Ink, string>>

/**
 * Two grounds, one set of parts. A party has the same colour on every card. Words and lines keep 4.5:1 on their ground and on
 * the tint (WCAG 2.2, 1.4.3), fills 3:1 (1.4.11), and any two that share a card stay apart, also for readers who are colour
 * blind. test/cards/fit.test.ts checks this for every pair of colours that a card uses.
 */
const bases: Record<'light' | 'dark', Base> = site.cardColours

/** The contrast every word keeps against its ground (WCAG 2.2, 1.4.3, level AA), and a mark that carries meaning (1.4.11). */
export const leastContrast = 4.5
export const leastFillContrast = 3

const mix = (from: string, to: string, share: number): string => formatHex(interpolate([from, to], 'rgb')(share))

const complete = (base: Base): Palette => {
  const pale = (fill: Fill): string => mix(base[fill], base.ground, 0.45)
  return {
    ...base,
    'pale-china': pale('china'),
    'pale-russia': pale('russia'),
    'pale-kazakhstan': pale('kazakhstan'),
    'pale-ochre': pale('ochre'),
    'pale-plum': pale('plum'),
    'pale-past': pale('past'),
    'pale-slate': pale('slate'),
    ribbon: mix(base.past, base.ground, 0.62),
  }
}

export const palettes = { light: complete(bases.light), dark: complete(bases.dark) } as const

/** The palettes of a drawing. Only `theme=auto` has `dark`; a transparent ground is not painted. */
export type Paint = { light: Palette; dark?: Palette; isTransparent: boolean }

/** The colours of each theme; a picture takes `dark` on a dark page. */
const themeBases: Record<Theme, { light: Base; dark?: Base }> = {
  light: { light: bases.light },
  dark: { light: bases.dark },
  auto: { light: bases.light, dark: bases.dark },
}

type PaintChoice = { theme: Theme; accent?: string; background?: string }

/** The chosen colours of a scene, each moved to the nearest that readers can see on the ground and tell from the others. */
export function toPaint({ theme, accent, background }: PaintChoice, scene: Pick<Scene, 'marks' | 'subject'>): Paint {
  const isTransparent = background === 'transparent'
  const ground = background && !isTransparent ? toGround(`#${background}`) : undefined
  const used = toInks(scene.marks)
  const tune = (base: Base): Palette =>
    complete(
      withAccent(ground ? onGround(base, ground) : base, {
        accent: accent && `#${accent}`,
        subject: scene.subject,
        used,
      }),
    )
  if (ground) return { light: tune(isDark(ground) ? bases.dark : bases.light), isTransparent }
  const { light, dark } = themeBases[theme]
  return { light: tune(light), ...(dark && { dark: tune(dark) }), isTransparent }
}

const isDark = (ground: string): boolean => wcagContrast(ground, '#ffffff') > wcagContrast(ground, '#000000')

/** A ground between these luminances has too little contrast with any word, line or fill; `toGround` moves it out. */
const middle = { from: 0.09, to: 0.35 }

/** Whether a background was moved; the response then names it in `Card-Ignored`. */
export const isMoved = (background: string): boolean => {
  const luminance = wcagLuminance(`#${background}`)
  return luminance > middle.from && luminance < middle.to
}

/** The ground asked for, or the nearest of its hue that is light or dark enough to draw on. */
function toGround(colour: string): string {
  const luminance = wcagLuminance(colour)
  if (luminance <= middle.from || luminance >= middle.to) return colour
  const isLow = luminance - middle.from < middle.to - luminance
  const target = isLow ? '#000000' : '#ffffff'
  const isOut = (share: number): boolean => {
    const moved = wcagLuminance(mix(colour, target, share))
    return isLow ? moved <= middle.from : moved >= middle.to
  }
  return mix(colour, target, bisect(isOut))
}

/** The smallest share at which a condition holds, by bisection; it must hold at 1. */
function bisect(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 14; step++) {
    const half = (low + high) / 2
    if (holds(half)) high = half
    else low = half
  }
  return high
}

/** The colours on a custom ground: grid and tint are mixed from it, all others are moved until they have enough contrast. */
function onGround(base: Base, ground: string): Base {
  const ink = toReadable(base.ink, ground)
  const tint = mix(ground, ink, 0.05)
  const words = Object.fromEntries(entities.map(entity => [entity, toReadable(base[entity], tint)]))
  return {
    ...base,
    ...words,
    ground,
    ink,
    tint,
    muted: toReadable(base.muted, tint),
    grid: mix(ground, ink, 0.12),
    past: toReadable(base.past, ground, leastFillContrast),
    slate: toReadable(base.slate, ground, leastFillContrast),
  }
}

/** The colours a party may take when its own is too near the accent, in the order in which they are tried. */
const substitutes = ['ochre', 'plum', 'russia', 'kazakhstan', 'china'] as const

/** An accent as a colour, the party whose colour it replaces, and the parts of the scene. */
type Accent = { accent: string | undefined; subject: Entity | undefined; used: ReadonlySet<Ink> }

/** The accent in place of the subject's colour; parties that would look alike beside it take another. */
function withAccent(base: Base, { accent, subject, used }: Accent): Base {
  if (accent === undefined || subject === undefined) return base
  const own = toReadable(accent, base.tint)
  const others = entities.filter(entity => entity !== subject && used.has(entity))
  // Parties that keep their colour come first; the others then avoid all of these.
  const kept = others.filter(entity => isApart(base[entity], own))
  const taken = [own, ...kept.map(entity => base[entity])]
  const moved: Partial<Base> = { [subject]: own }
  for (const entity of others.filter(entity => !kept.includes(entity))) {
    const choices = substitutes.map(name => base[name])
    const found = choices.find(colour => taken.every(other => isApart(colour, other))) ?? base[entity]
    moved[entity] = found
    taken.push(found)
  }
  const past = toColourDifference(own, base.past) < 25 ? base.slate : base.past
  return { ...base, ...moved, past }
}

/** CIEDE2000, the difference of two colours as an observer sees it. */
export const toColourDifference = differenceCiede2000()

const rgb = converter('rgb')
const toRgb = (colour: string) => {
  const found = rgb(colour)
  if (!found) throw new Error(`"${colour}" is not a colour; expected # and six hex digits`)
  return found
}

/** How far two colours of a card must differ: as they are, and as simulated for three kinds of colour blindness (Machado, 2009). */
export const apart = {
  plain: { least: 19, see: (colour: string): string => colour },
  protan: { least: 13, see: (colour: string): string => formatHex(filterDeficiencyProt(1)(toRgb(colour))) },
  deutan: { least: 13, see: (colour: string): string => formatHex(filterDeficiencyDeuter(1)(toRgb(colour))) },
  tritan: { least: 10, see: (colour: string): string => formatHex(filterDeficiencyTrit(1)(toRgb(colour))) },
} as const

/** Whether two colours can be distinguished, also by readers who are colour blind. */
export const isApart = (a: string, b: string): boolean =>
  Object.values(apart).every(({ least, see }) => toColourDifference(see(a), see(b)) >= least)

const toOklch = converter('oklch')

/**
 * The nearest colour of the same hue with a contrast of at least `least` on `ground`: the lightness in OKLCH moves away from
 * the ground, and the chroma shrinks with it, by the smallest step that is enough. A colour with enough contrast is
 * returned as it is. Throws for a text that is no colour.
 */
export function toReadable(colour: string, ground: string, least: number = leastContrast): string {
  if (wcagContrast(colour, ground) >= least) return colour
  const base = toOklch(colour)
  if (!base) throw new Error(`"${colour}" is not a colour; expected # and six hex digits`)
  const end = isDark(ground) ? 1 : 0
  const at = (share: number): string =>
    formatHex({ ...base, l: base.l + (end - base.l) * share, c: base.c * (1 - share) })
  return at(bisect(share => wcagContrast(at(share), ground) >= least))
}
