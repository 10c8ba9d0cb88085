import type { TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import { mutedRun, placeText } from '../labels.ts'
import type { LinesPlot } from './plot.ts'

/** The margin around the names of the authorities, in ems: smaller than that of other words. */
const nameMargin = 0.12

type EdgePlot = Pick<LinesPlot, 'chart' | 'at' | 'right' | 't'>

/**
 * Where another authority takes over: between its first figure and the one before it; nearer to the former where the name after it
 * needs the room.
 */
export function toEdges(xs: readonly number[], { chart, at, right, t }: EdgePlot): number[] {
  const { edge } = chart
  if (!edge) return []
  const [first, last] = [Math.min(...xs), Math.max(...xs)]
  const latest = right + t.dot - measureText(edge.after, t.label, 400) - t.label * 0.4
  return edge.xs
    .filter(x => x > first && x < last)
    .map((x, _, { length }) => {
      const before = at(Math.max(...xs.filter(other => other < x))) + t.dot
      return length > 1 ? at(x) : Math.min(at(x), Math.max(before, latest))
    })
}

/** The names of the authorities either side of the edge, at the first height at which both are free. */
export function drawEdgeNames(plot: LinesPlot): TextMark[] {
  const { box, edges, bottom, obstacles, t } = plot
  const [first, last] = [edges[0], edges.at(-1)]
  const { edge } = plot.chart
  if (!edge || first === undefined || last === undefined) return []
  const { label } = t
  const right = plot.right + t.dot
  const aside = label * 0.35
  const heights = [
    ...[0.46, 1.6, 2.85, 4.1, 5.35, 6.6].map(up => bottom - up * label),
    box.y + label * 0.9,
    box.y - label * 0.1,
  ]
  const isFree = (marks: readonly TextMark[]): boolean => obstacles.isFree(marks, nameMargin)
  const before = (y: number) => placeText(mutedRun(edge.before, label), { x: first - aside, y, anchor: 'end' })
  const after = (text: string, y: number) => placeText(mutedRun(text, label), { x: last + aside, y })
  const isNarrow = measureText(edge.after, label, 400) > right - last - aside * 1.2
  const both = isNarrow ? undefined : heights.find(y => isFree([before(y), after(edge.after, y)]))
  if (both !== undefined) {
    const marks = [before(both), after(edge.after, both)]
    obstacles.addWords(marks)
    return marks
  }
  const own = heights.map(before).find(mark => isFree([mark]))
  const marks = own ? [own] : []
  obstacles.addWords(marks)
  // A name wider than its side is broken into two lines.
  const lines = isNarrow ? edge.after.split(/(?<=[\s,，])/).map(text => text.trim()) : [edge.after]
  const stack =
    heights.map(y => lines.map((text, i) => after(text, y - (lines.length - 1 - i) * label * 1.2))).find(isFree) ?? []
  obstacles.addWords(stack)
  return [...marks, ...stack]
}
