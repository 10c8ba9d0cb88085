import { type Entity, entities } from '../model/indicator.ts'

/** Colours that fill a mark: the parties, `past` for earlier figures, `slate` for those who are not the subject. */
export const fills = [...entities, 'past', 'slate'] as const
export type Fill = (typeof fills)[number]

/**
 * A colour role. A palette gives each role its colour, so that one scene serves light, dark and auto, and an accent repaints it
 * without a new layout. A `pale-` role, for estimates, is mixed 45 % towards the ground; `ribbon` is the area between two lines.
 */
export const inks = [
  'ground',
  'ink',
  'muted',
  'grid',
  'tint',
  ...fills,
  ...fills.map(fill => `pale-${fill}` as const),
  'ribbon',
] as const
export type Ink = (typeof inks)[number]

/** The weights of the letters that are bundled. */
export const fontWeights = [400, 600] as const
export type Weight = (typeof fontWeights)[number]

/** A command of SVG path data with its numbers (SVG 2 section 9.3): lower-case commands are relative to the current point. */
export type Step =
  | readonly [command: 'M' | 'm' | 'L' | 'l' | 't', x: number, y: number]
  | readonly [command: 'H' | 'h' | 'V' | 'v', to: number]
  | readonly [command: 'q', controlX: number, controlY: number, x: number, y: number]
  | readonly [command: 'z']
export type Path = readonly Step[]

/** A rectangle of the card in pixels. */
export type Box = { x: number; y: number; width: number; height: number }

/** A line of words: `x`, `y` the start of its baseline in pixels. */
export type TextMark = { kind: 'text'; ink: Ink; x: number; y: number; size: number; weight: Weight; text: string }
export type FillMark = { kind: 'fill'; ink: Ink; path: Path }
export type StrokeMark = { kind: 'stroke'; ink: Ink; path: Path; width: number; dash?: readonly number[] }
export type RectMark = { kind: 'rect'; ink: Ink; radius?: number } & Box
export type CircleMark = {
  kind: 'circle'
  ink: Ink
  x: number
  y: number
  radius: number
  outline?: { ink: Ink; width: number }
}

export type Mark = TextMark | FillMark | StrokeMark | RectMark | CircleMark

/** The colour roles of some marks, in the order of their first use. */
export const toInks = (marks: readonly Mark[]): Set<Ink> =>
  new Set(marks.flatMap(mark => (mark.kind === 'circle' && mark.outline ? [mark.ink, mark.outline.ink] : [mark.ink])))

/**
 * Where a figure lies on a chart along time: `line` is the id of its series, or of the newest that takes it up; `time` its place
 * in years; `x` and `y` pixels.
 */
export type Plotted = { line: string; time: number; x: number; y: number; ink: Ink }

/**
 * A card laid out: pixels, and the marks from back to front. `subject` is the party whose colour an accent replaces; `plot` is
 * the room from the axis to the highest mark.
 */
export type Scene = {
  width: number
  height: number
  marks: readonly Mark[]
  subject?: Entity
  plot?: Box
  /** The figures of a chart along time, for the tooltip of a year. */
  points?: readonly Plotted[]
}
