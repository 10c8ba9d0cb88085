import type { LinePoint } from '../../../card/lines-chart.ts'
import type { CircleMark, Ink, Mark, Path } from '../../scene.ts'
import type { Plot } from '../plot.ts'
import { px, toHairline, vertical } from '../shapes.ts'
import type { LinesPlot } from './plot.ts'

/** A dot on a figure of a line. */
export const toDot = (
  { x, value }: { x: number; value: number },
  { ink, radius, outline }: { ink: Ink; radius: number; outline?: { ink: Ink; width: number } },
  { at, scale }: Plot,
): CircleMark => ({
  kind: 'circle',
  ink,
  x: px(at(x)),
  y: px(scale.at(value)),
  radius: px(radius),
  ...(outline && { outline: { ink: outline.ink, width: px(outline.width) } }),
})

const toLineStep = ({ x, value, isJoined }: LinePoint, { at, scale }: Plot): Path[number] => [
  isJoined ? 'L' : 'M',
  px(at(x)),
  px(scale.at(value)),
]

/** The strokes of the lines, those in the background first; a point that no line reaches is a dot. */
export const drawStrokes = (plot: LinesPlot): Mark[] =>
  plot.chart.lines
    .toSorted((a, b) => Number(b.isThin) - Number(a.isThin))
    .flatMap(({ points, tone, isThin }): Mark[] => {
      const lonely = points
        .slice(0, -1)
        .filter(({ isJoined, look }, i) => look === 'solid' && !isJoined && !points[i + 1]?.isJoined)
      return [
        {
          kind: 'stroke',
          ink: tone,
          width: px(plot.t.line * (isThin ? 0.6 : 1)),
          path: points.map(point => toLineStep(point, plot)),
        },
        ...lonely.map(point => toDot(point, { ink: tone, radius: plot.t.dot * 0.6 }, plot)),
      ]
    })

export function addLines({ chart, at, scale, obstacles, t }: Plot & Pick<LinesPlot, 'chart'>): void {
  for (const { points } of chart.lines) {
    for (const [i, { x, value, isJoined }] of points.entries()) {
      const place = [at(x), scale.at(value)] as const
      const before = points[i - 1]
      if (isJoined && before) obstacles.addLine([at(before.x), scale.at(before.value)], place, t.line)
      else obstacles.addLine(place, place, t.dot)
    }
    const last = points.at(-1)
    if (last) obstacles.addDot(at(last.x), scale.at(last.value), t.dot)
  }
}

/** The area between two lines wherever both have a figure for two periods in a row. */
export function drawRibbon({ chart, at, scale }: LinesPlot): Mark[] {
  const { lines, gap } = chart
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
export const drawBracket = ({ chart: { gap }, at, scale, t }: LinesPlot): Mark[] =>
  gap ? [toHairline('ink', vertical(at(gap.x), [scale.at(gap.to) + t.dot, scale.at(gap.from) - t.dot]), t)] : []
