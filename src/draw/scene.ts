/**
 * What a mark is painted with: a part, never a colour. The palette gives each part its colour, so that one scene
 * serves light, dark and auto, and an accent repaints without laying out again.
 */
export const inks = [
  'ground',
  'ink',
  'muted',
  'grid',
  'axis',
  'series0',
  'series1',
  'series2',
  'series3',
  'series4',
  'series5',
] as const
export type Ink = (typeof inks)[number]

export const seriesInk = (index: number): Ink => {
  const ink = (['series0', 'series1', 'series2', 'series3', 'series4', 'series5'] as const)[index % 6]
  return ink ?? 'series0'
}

/** The weights of the letters that are bundled. */
export const weights = [400, 600] as const
export type Weight = (typeof weights)[number]

/** A line of words: `x`, `y` the start of its baseline in pixels. */
export type TextMark = { kind: 'text'; ink: Ink; x: number; y: number; size: number; weight: Weight; text: string }
export type FillMark = { kind: 'fill'; ink: Ink; d: string; opacity?: number }
export type StrokeMark = { kind: 'stroke'; ink: Ink; d: string; width: number; dash?: string }
export type RectMark = { kind: 'rect'; ink: Ink; x: number; y: number; width: number; height: number; radius?: number }
export type CircleMark = {
  kind: 'circle'
  ink: Ink
  x: number
  y: number
  radius: number
  outline?: { ink: Ink; width: number }
}

export type Mark = TextMark | FillMark | StrokeMark | RectMark | CircleMark

/** A card laid out: pixels, and the marks from back to front. */
export type Scene = { width: number; height: number; marks: readonly Mark[] }
