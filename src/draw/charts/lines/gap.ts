import type { LinesChart } from '../../../card/chart.ts'
import type { Mark, Path } from '../../scene.ts'
import type { Plot } from '../plot.ts'
import { px, toHairline, vertical } from '../shapes.ts'

/** The area between two lines wherever both have a figure for two periods in a row. */
export function drawRibbon({ lines, gap }: LinesChart, { at, scale }: Plot): Mark[] {
  const upper = lines.find(({ id }) => id === gap?.upper)
  const lower = lines.find(({ id }) => id === gap?.lower)
  if (!upper || !lower) return []
  const stretches: { x: number; a: number; b: number }[][] = []
  for (const [i, point] of upper.points.entries()) {
    const other = lower.points.find(({ x }) => x === point.x)
    if (!other) continue
    const open = stretches.at(-1)
    const isNext = point.isJoined && other.isJoined && open?.at(-1)?.x === upper.points[i - 1]?.x
    const pair = { x: point.x, a: point.value, b: other.value }
    if (isNext && open) open.push(pair)
    else stretches.push([pair])
  }
  return stretches
    .filter(stretch => stretch.length > 1)
    .map(stretch => {
      const forth = stretch.map(({ x, a }, i): Path[number] => [i === 0 ? 'M' : 'L', px(at(x)), px(scale.at(a))])
      const back = stretch.toReversed().map(({ x, b }): Path[number] => ['L', px(at(x)), px(scale.at(b))])
      return { kind: 'fill', ink: 'ribbon', path: [...forth, ...back, ['z']] }
    })
}

/** The line from the end of one line to that of the other. */
export const drawBracket = ({ gap }: LinesChart, { at, scale, t }: Plot): Mark[] =>
  gap ? [toHairline('ink', vertical(at(gap.x), scale.at(gap.to) + t.dot, scale.at(gap.from) - t.dot), t)] : []
