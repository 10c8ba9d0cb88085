import type { Size } from '../request/sizes.ts'

/**
 * How a card is set in each size. Numbers are pixels. Four sizes of type on a card, no fifth: title, strong (the newest
 * figures), label (also the measure), foot. In a stat the hero takes the place of strong.
 */
export type TypeScale = {
  margin: number
  top: number
  /** The sizes a title is tried at, with the lines it may take, in order. */
  titles: readonly (readonly [size: number, lines: number])[]
  strong: number
  label: number
  foot: number
  hero: number
  /** Between the measure and the chart. */
  gap: number
  /** The y of the rule in the foot, and of the baseline of the sources. */
  horizon: number
  source: number
  sourceLines: number
  /** How far above the rule the chart ends. */
  clearance: number
  line: number
  dot: number
  hairline: number
  camel: number
  /** Whether the card is taller than wide: names are above their bars, comparisons below their figure. */
  isUpright: boolean
  /** Whether the card leaves out its least important words. */
  isSmall: boolean
  /** Whether the ground below the rule is tinted, so that the foot of a tall card is not empty. */
  hasGround: boolean
}

const flat = ([first, second, third]: readonly [number, number, number]): TypeScale['titles'] => [
  [first, 2],
  [second, 2],
  [third, 2],
  [third, 3],
]

const landscape = { sourceLines: 1, isUpright: false, isSmall: false, hasGround: false }
const upright = { sourceLines: 2, isUpright: true, isSmall: false, hasGround: false }

/** The sizes that have a frame: title, chart and foot. */
export type FramedSize = Exclude<Size, 'badge'>

export const typeScales: Record<FramedSize, TypeScale> = {
  og: {
    ...landscape,
    margin: 48,
    top: 24,
    titles: flat([52, 48, 44]),
    strong: 34,
    label: 27,
    foot: 20,
    hero: 150,
    gap: 14,
    horizon: 583,
    source: 612,
    clearance: 36,
    line: 6,
    dot: 9,
    hairline: 2.5,
    camel: 32,
  },
  wide: {
    ...landscape,
    margin: 28,
    top: 16,
    titles: flat([34, 31, 29]),
    strong: 23,
    label: 18,
    foot: 13.5,
    hero: 98,
    gap: 9,
    horizon: 416,
    source: 437,
    clearance: 25,
    line: 4,
    dot: 6,
    hairline: 1.75,
    camel: 21,
  },
  square: {
    ...upright,
    margin: 56,
    top: 40,
    titles: [
      [60, 2],
      [54, 2],
      [60, 3],
      [54, 3],
      [49, 3],
    ],
    strong: 44,
    label: 32,
    foot: 22,
    hero: 190,
    gap: 22,
    horizon: 996,
    source: 1030,
    clearance: 44,
    line: 8,
    dot: 12,
    hairline: 3,
    camel: 38,
  },
  story: {
    ...upright,
    margin: 88,
    top: 282,
    titles: [
      [80, 3],
      [72, 3],
      [64, 3],
      [64, 4],
    ],
    strong: 56,
    label: 40,
    foot: 28,
    hero: 230,
    gap: 26,
    horizon: 1494,
    source: 1536,
    clearance: 50,
    line: 10,
    dot: 15,
    hairline: 3.5,
    camel: 48,
    hasGround: true,
  },
  small: {
    ...landscape,
    margin: 18,
    top: 9,
    titles: flat([22, 20, 18]),
    strong: 16,
    label: 13,
    foot: 10.5,
    hero: 58,
    gap: 6,
    horizon: 249,
    source: 263,
    clearance: 15,
    line: 2.75,
    dot: 4,
    hairline: 1.25,
    camel: 15,
    isSmall: true,
  },
}

/** Line heights of titles, and of all other words. */
export const lineHeights = { title: 1.08, text: 1.3 } as const
