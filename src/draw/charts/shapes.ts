import type { Box, Ink, Path, RectMark, StrokeMark } from '../scene.ts'
import type { TypeScale } from '../type-scale.ts'

/** A coordinate as a path has it: two decimals are a fiftieth of a pixel even at `scale=3`. */
export const px = (value: number): number => Math.round(value * 100) / 100

export const horizontal = (x1: number, x2: number, y: number): Path => [
  ['M', px(x1), px(y)],
  ['H', px(x2)],
]
export const vertical = (x: number, y1: number, y2: number): Path => [
  ['M', px(x), px(y1)],
  ['V', px(y2)],
]

export const toRect = (ink: Ink, { x, y, width, height }: Box): RectMark => ({
  kind: 'rect',
  ink,
  x: px(x),
  y: px(y),
  width: px(width),
  height: px(height),
})

export const toHairline = (ink: Ink, path: Path, { hairline }: TypeScale): StrokeMark => ({
  kind: 'stroke',
  ink,
  width: hairline,
  path,
})

export const toDashed = (ink: Ink, path: Path, { hairline }: TypeScale): StrokeMark => ({
  kind: 'stroke',
  ink,
  width: hairline,
  dash: [px(hairline * 3), px(hairline * 2)],
  path,
})
