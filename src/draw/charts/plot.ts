import type { Box, Mark, Plotted, TextMark } from '../scene.ts'
import type { TypeScale } from '../type-scale.ts'
import type { Tick, ValueScale } from './axis.ts'
import { horizontalAround, type Obstacles } from './obstacles.ts'
import { toHairline } from './shapes.ts'

/** A chart laid out: its marks from back to front, the room from its axis to its highest mark, and where its figures lie. */
export type Drawn = { marks: readonly Mark[]; plot: Box; points?: readonly Plotted[] }

/** The box that a chart is drawn into, and the sizes of its type. */
export type ChartArea = { box: Box; t: TypeScale }

/** The plot that the parts of a chart along time share; only `box` is that of the whole chart. */
export type Plot = ChartArea & {
  left: number
  right: number
  bottom: number
  /** The scales: `at` gives the x of a time, `scale` the y of a value. */
  at: (time: number) => number
  scale: ValueScale
  ticks: readonly Tick[]
  /** The top of the room for the words of events. */
  eventTop: number
  /** Boxes that words may not overlap. Each part adds its own words, so that the first has the most places to choose from. */
  obstacles: Obstacles
}

/** A part of a chart: its words, which lie over the marks of all parts, and its marks. */
export type Layer = { words: readonly TextMark[]; marks: readonly Mark[] }

export const noLayer: Layer = { words: [], marks: [] }

/** The lines of the grid, which leave out the words on them. */
export const drawGrid = (words: readonly TextMark[], { left, right, scale, ticks, t }: Plot): Mark[] =>
  ticks.map(({ value }) => toHairline('grid', horizontalAround(words, [left, right], scale.at(value)), t))
