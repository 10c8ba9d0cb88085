import type { Size } from '../request/sizes.ts'

/**
 * How a card is set in each size: margins, type scale and the density of its axes. Each is composed for its shape; none is
 * another one stretched. Numbers are pixels. In `og` every word lies within the central 80 %, where previews do not crop.
 */
export type Composition = {
  left: number
  top: number
  bottom: number
  /** The sizes a title is tried at, largest first, until it fits its lines. */
  titles: readonly [largest: number, ...number[]]
  titleLines: number
  measure: number
  number: number
  unit: number
  change: number
  label: number
  foot: number
  footLines: number
  /** The width of the column that holds the headline beside the chart; 0 where it stands above. */
  side: number
  gap: number
  rule: { width: number; height: number }
  /** How far apart the lines of an axis may at least lie. */
  tickGap: number
  line: number
  dot: number
}

export const compositions: Record<Exclude<Size, 'badge'>, Composition> = {
  og: {
    left: 120,
    top: 66,
    bottom: 66,
    titles: [46, 42, 38, 35, 32],
    titleLines: 2,
    measure: 21,
    number: 84,
    unit: 22,
    change: 21,
    label: 18,
    foot: 15,
    footLines: 3,
    side: 236,
    gap: 22,
    rule: { width: 64, height: 7 },
    tickGap: 58,
    line: 3.5,
    dot: 6,
  },
  wide: {
    left: 36,
    top: 30,
    bottom: 26,
    titles: [32, 30, 28, 26, 24, 22],
    titleLines: 2,
    measure: 15.5,
    number: 62,
    unit: 16,
    change: 15.5,
    label: 13.5,
    foot: 11.5,
    footLines: 3,
    side: 172,
    gap: 16,
    rule: { width: 44, height: 5 },
    tickGap: 46,
    line: 2.75,
    dot: 4.5,
  },
  square: {
    left: 84,
    top: 72,
    bottom: 64,
    titles: [56, 52, 48, 44, 40, 36],
    titleLines: 3,
    measure: 25,
    number: 108,
    unit: 32,
    change: 28,
    label: 23,
    foot: 19,
    footLines: 4,
    side: 0,
    gap: 27,
    rule: { width: 84, height: 9 },
    tickGap: 80,
    line: 5,
    dot: 8.5,
  },
  story: {
    left: 88,
    top: 210,
    bottom: 210,
    titles: [76, 70, 64, 58, 52, 46],
    titleLines: 4,
    measure: 32,
    number: 156,
    unit: 44,
    change: 38,
    label: 29,
    foot: 25,
    footLines: 5,
    side: 0,
    gap: 42,
    rule: { width: 108, height: 12 },
    tickGap: 120,
    line: 6.5,
    dot: 11,
  },
  small: {
    left: 20,
    top: 16,
    bottom: 13,
    titles: [20, 19, 18, 17, 16, 15, 14],
    titleLines: 2,
    measure: 10.5,
    number: 36,
    unit: 11.5,
    change: 11,
    label: 10.5,
    foot: 9,
    footLines: 2,
    side: 112,
    gap: 8,
    rule: { width: 28, height: 3 },
    tickGap: 40,
    line: 2,
    dot: 3.25,
  },
}
