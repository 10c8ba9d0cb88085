import { emblem } from '../site.ts'
import type { Box, Path, Step } from './scene.ts'

/** The box of the emblem, whose `feet` are on the horizon. */
export const emblemBox: { width: number; height: number; feet: number } = emblem

type EmblemPoint = readonly [x: number, y: number]
type Stroke = { command: string; points: readonly EmblemPoint[] }

/** The strokes of a path of absolute commands, each with its points: `M` and `L` one, `C` three, `Z` none. */
const toStrokes = (path: string): Stroke[] =>
  [...path.matchAll(/([MLCZ])([^MLCZ]*)/g)].map(([, command = '', numbers = '']) => {
    const values = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const points =
      command === 'Z' ? [] : values.flatMap((x, i): EmblemPoint[] => (i % 2 === 0 ? [[x, values[i + 1] ?? 0]] : []))
    return { command, points }
  })

const strokes = toStrokes(emblem.path)

/** How many quadratics replace one cubic: at 48 px a point lies within a tenth of a pixel of the true curve. */
const pieces = 3

/** The emblem at a height in pixels, its feet on `y`, its left at `x`; curves become quadratics, since a scene has no others. */
export function drawEmblem({ x, y, height }: Omit<Box, 'width'>): Path {
  const scale = height / emblemBox.height
  const round = (value: number): number => Math.round(value * 100) / 100
  const at = ([px, py]: EmblemPoint): [number, number] => [
    round(x + px * scale),
    round(y + (py - emblemBox.feet) * scale),
  ]
  const steps: Step[] = []
  let pen: EmblemPoint = [0, 0]
  for (const { command, points } of strokes) {
    const [first, second, last] = points
    if (first && second && last) {
      const point = toCurvePoint([pen, first, second, last])
      for (let i = 0; i < pieces; i++) {
        const [from, middle, to] = [point(i / pieces), point((i + 0.5) / pieces), point((i + 1) / pieces)]
        const control: EmblemPoint = [2 * middle[0] - (from[0] + to[0]) / 2, 2 * middle[1] - (from[1] + to[1]) / 2]
        const [a, c, b] = [at(from), at(control), at(to)]
        steps.push(['q', round(c[0] - a[0]), round(c[1] - a[1]), round(b[0] - a[0]), round(b[1] - a[1])])
      }
    } else if (first) steps.push([command === 'M' ? 'M' : 'L', ...at(first)])
    else steps.push(['z'])
    pen = points.at(-1) ?? pen
  }
  return steps
}

const toCurvePoint =
  ([start, first, second, end]: readonly [EmblemPoint, EmblemPoint, EmblemPoint, EmblemPoint]) =>
  (t: number): EmblemPoint => {
    const u = 1 - t
    const along = (axis: 0 | 1): number =>
      u ** 3 * start[axis] + 3 * u ** 2 * t * first[axis] + 3 * u * t ** 2 * second[axis] + t ** 3 * end[axis]
    return [along(0), along(1)]
  }
