import type { ColumnsChart } from '../../../card/columns-chart.ts'
import type { Box, Mark, TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import type { TypeScale } from '../../type-scale.ts'
import { mutedRun, placeText } from '../labels.ts'
import { verticalAround } from '../obstacles.ts'
import { toHairline, toRect } from '../shapes.ts'
import type { ColumnsPlot } from './plot.ts'

/** How far the names of the authorities keep from their edge, in labels. */
const fromEdge = 0.3

/** The size of their names: of labels, or of the foot where a story has no room for the second. */
const toNameSize = (after: string, room: number, { label, foot, hasGround }: TypeScale): number =>
  hasGround && measureText(after, label, 400) > room ? foot : label

/** The place of the edge between two columns: halfway, at `x`, or up to a `gap` further left where the name after it needs the room. */
export function toEdgeX(
  { edge }: ColumnsChart,
  { x, gap, box, t }: { x: number; gap: number; box: Box; t: TypeScale },
): number | undefined {
  if (!edge) return undefined
  const right = box.x + box.width
  const size = toNameSize(edge.after, right - x + gap - t.label * fromEdge, t)
  const latest = right - measureText(edge.after, size, 400) - t.label * fromEdge
  return Math.round(Math.min(x, Math.max(latest, x - gap + t.hairline * 2)))
}

/** Names of the authorities either side of the edge, in a row of their own over the columns. */
export function drawEdgeRow({ edge }: ColumnsChart, { box, edgeX, top, obstacles, t }: ColumnsPlot): TextMark[] {
  if (!edge || edgeX === undefined) return []
  const { before, after } = edge
  const right = box.x + box.width
  const aside = t.label * fromEdge
  const size = toNameSize(after, right - edgeX - aside + 1, t)
  const start = Math.min(edgeX + aside, right - measureText(after, size, 400))
  const end = Math.max(box.x + measureText(before, size, 400), Math.min(edgeX, start) - aside)
  const y = top + t.label * 0.95
  const words = [placeText(mutedRun(before, size), end, y, 'end'), placeText(mutedRun(after, size), start, y)]
  obstacles.addWords(words)
  return words
}

/** The edge, and the ground behind the figures of the newest authority. */
export function drawEdge({ edgeX, top, right, bottom, t }: ColumnsPlot, names: readonly TextMark[]): Mark[] {
  if (edgeX === undefined) return []
  return [
    toRect('tint', { x: edgeX, y: top, width: right - edgeX, height: bottom - top }),
    // A piece shorter than a letter is a speck beside a name.
    toHairline('muted', verticalAround(names, edgeX, [top, bottom], t.label), t),
  ]
}
