import type { ColumnsChart } from '../../../card/columns-chart.ts'
import type { Mark, TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import type { TypeScale } from '../../type-scale.ts'
import { mutedRun, placeText } from '../labels.ts'
import { splitVertical } from '../obstacles.ts'
import type { ChartArea } from '../plot.ts'
import { toHairline, toRect, vertical } from '../shapes.ts'
import type { ColumnsPlot } from './plot.ts'

/** The gap between the edge and the names of the authorities, in labels. */
const fromEdge = 0.3

/** The size of their names: that of labels, or that of the foot in a story without room for the second name. */
const toNameSize = (after: string, room: number, { label, foot, hasGround }: TypeScale): number =>
  hasGround && measureText(after, label, 400) > room ? foot : label

/** The place of the edge between two columns: halfway, at `x`, or up to a `gap` further left where the name after it needs the room. */
export function toEdgeX(
  { edge }: ColumnsChart,
  { x, gap, box, t }: ChartArea & { x: number; gap: number },
): number | undefined {
  if (!edge) return undefined
  const right = box.x + box.width
  const size = toNameSize(edge.after, right - x + gap - t.label * fromEdge, t)
  const latest = right - measureText(edge.after, size, 400) - t.label * fromEdge
  return Math.round(Math.min(x, Math.max(latest, x - gap + t.hairline * 2)))
}

/** Names of the authorities either side of the edge, in a row of their own over the columns. */
export function drawEdgeRow({ chart: { edge }, box, edgeX, top, obstacles, t }: ColumnsPlot): TextMark[] {
  if (!edge || edgeX === undefined) return []
  const { before, after } = edge
  const right = box.x + box.width
  const aside = t.label * fromEdge
  const size = toNameSize(after, right - edgeX - aside + 1, t)
  const start = Math.min(edgeX + aside, right - measureText(after, size, 400))
  const end = Math.max(box.x + measureText(before, size, 400), Math.min(edgeX, start) - aside)
  const y = top + t.label * 0.95
  const words = [
    placeText(mutedRun(before, size), { x: end, y, anchor: 'end' }),
    placeText(mutedRun(after, size), { x: start, y }),
  ]
  obstacles.addWords(words)
  return words
}

/** The edge, and the ground behind the figures of the newest authority. */
export function drawEdge(names: readonly TextMark[], { edgeX, top, right, bottom, t }: ColumnsPlot): Mark[] {
  if (edgeX === undefined) return []
  // A piece shorter than a letter would look like dirt beside a name.
  const pieces = splitVertical(names, edgeX, [top, bottom]).filter(([from, to]) => to - from > t.label)
  const path = pieces.flatMap(piece => vertical(edgeX, piece))
  return [
    toRect('tint', { x: edgeX, y: top, width: right - edgeX, height: bottom - top }),
    toHairline('muted', path, t),
  ]
}
