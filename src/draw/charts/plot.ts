import type { Box, Mark, Plotted, TextMark } from '../scene.ts'
import type { TypeScale } from '../type-scale.ts'
import type { Tick, ValueScale } from './axis.ts'
import { horizontalAround, type Obstacles } from './obstacles.ts'
import { toHairline } from './shapes.ts'

/** A chart laid out: its marks from back to front, the room from its axis to its highest mark, and where its figures lie. */
export type Drawn = { marks: readonly Mark[]; plot: Box; points?: readonly Plotted[] }

/** The box that a chart is drawn into, and the sizes of its type. */
export type ChartArea = { box: Box; t: TypeScale }

/** What the parts of a chart along time share; all but `box`, the room of the whole chart, is about the plot. */
export type Plot = ChartArea & {
  left: number
  right: number
  bottom: number
  /** Where a place in time lies along x, and a value along y. */
  at: (time: number) => number
  scale: ValueScale
  ticks: readonly Tick[]
  /** The top of the room for the words of events. */
  eventTop: number
  /** What words must miss; each part adds its own words, so those drawn first have the choice of places. */
  obstacles: Obstacles
}

/** A part of a chart: its words, which lie over the marks of all parts, and its marks. */
export type Layer = { words: readonly TextMark[]; marks: readonly Mark[] }

export const noLayer: Layer = { words: [], marks: [] }

/** The lines of the grid, which leave out the words on them. */
export const drawGrid = (words: readonly TextMark[], { left, right, scale, ticks, t }: Plot): Mark[] =>
  ticks.map(({ value }) => toHairline('grid', horizontalAround(words, [left, right], scale.at(value)), t))
