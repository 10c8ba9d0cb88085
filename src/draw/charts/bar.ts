import type { Look, Tone } from '../../card/chart.ts'
import type { Box, Fill, Ink, Mark, Path } from '../scene.ts'
import type { TypeScale } from '../type-scale.ts'
import { toDashed, toHairline, toRect } from './shapes.ts'

export const toFill = (tone: Tone): Fill => (tone === 'ink' || tone === 'muted' ? 'slate' : tone)

/** A column or a bar: all of it, the cap that an estimate has at its end, and the outline of a hollow one. */
type Bar = { look: Look; fill: Fill; planInk: Ink; box: Box; cap: Box; outline: Path }

/** A column or a bar as its look says: filled, pale under a cap, dashed, or hollow. */
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
