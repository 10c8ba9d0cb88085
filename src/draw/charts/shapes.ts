import type { Look, Tone } from '../../card/tones.ts'
import type { Box, Fill, Ink, Mark, Path, RectMark, StrokeMark } from '../scene.ts'
import type { TypeScale } from '../type-scale.ts'

/** A coordinate to two decimals, which is a fiftieth of a pixel even at `scale=3`. */
export const px = (value: number): number => Math.round(value * 100) / 100

/** A stretch along an axis. */
export type Interval = readonly [from: number, to: number]

export const horizontal = ([x1, x2]: Interval, y: number): Path => [
  ['M', px(x1), px(y)],
  ['H', px(x2)],
]
export const vertical = (x: number, [y1, y2]: Interval): Path => [
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

export const toFill = (tone: Tone): Fill => (tone === 'ink' || tone === 'muted' ? 'slate' : tone)

/** A column or a bar: all of it, the cap that an estimate has at its end, and the outline of a hollow one. */
type Bar = { look: Look; fill: Fill; planInk: Ink; box: Box; cap: Box; outline: Path }

/** The marks of a column or a bar by its look: filled, pale with a cap, dashed, or hollow. */
export function drawBar({ look, fill, planInk, box, cap, outline }: Bar, t: TypeScale): Mark[] {
  switch (look) {
    case 'solid':
      return [toRect(fill, box)]
    case 'estimate':
      return [toRect(`pale-${fill}`, box), toRect(fill, cap)]
    case 'plan':
      return [toDashed(planInk, outline, t)]
    case 'artefact':
      return [toHairline(fill, outline, t)]
  }
}
