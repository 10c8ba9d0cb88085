import type { Path, Step } from './scene.ts'

/** The mark: a two-humped camel in a box of 20 × 16, whose feet stand at y 15. */
export const camelBox = { width: 20, height: 16, feet: 15 } as const

type Curve = readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number]
type Stroke = { line: readonly [x: number, y: number] } | { curve: Curve }

const start = [2, 15] as const
const outline: readonly Stroke[] = [
  { line: [2.2, 9.6] },
  { curve: [2.3, 7.2, 3.4, 5.2, 5.2, 5.2] },
  { curve: [7, 5.2, 7, 7.4, 8, 7.4] },
  { curve: [9, 7.4, 9, 4, 10.8, 4] },
  { curve: [12.6, 4, 12.6, 7.8, 13.6, 8.2] },
  { curve: [14.6, 8.6, 15, 7, 15.3, 5.3] },
  { curve: [15.7, 2.9, 16.4, 1.8, 17.9, 1.8] },
  { curve: [19.2, 1.8, 20, 2.5, 20, 3.5] },
  { curve: [20, 4.3, 19.3, 4.5, 18.4, 4.5] },
  { curve: [17.9, 4.5, 17.8, 5.2, 17.7, 6.2] },
  { curve: [17.4, 8.9, 16.7, 10.6, 15.3, 11.4] },
  { line: [14.9, 15] },
  { line: [12.6, 15] },
  { line: [12.4, 11.8] },
  { curve: [10.2, 12.4, 7.2, 12.4, 5, 11.8] },
  { line: [4.4, 15] },
]

/** How many quadratics stand for one cubic: at 48 px a point lies within a tenth of a pixel of the true curve. */
const pieces = 3

/** The camel at a height in pixels, its feet on `y`, its left at `x`; curves as quadratics, the only ones a scene has. */
export function drawCamel(x: number, y: number, height: number): Path {
  const scale = height / camelBox.height
  const round = (value: number): number => Math.round(value * 100) / 100
  const at = ([px, py]: readonly [number, number]): [number, number] => [
    round(x + px * scale),
    round(y + (py - camelBox.feet) * scale),
  ]
  const steps: Step[] = [['M', ...at(start)]]
  let pen: readonly [number, number] = start
  for (const stroke of outline) {
    if ('line' in stroke) {
      steps.push(['L', ...at(stroke.line)])
      pen = stroke.line
      continue
    }
    const { curve } = stroke
    const point = toPoint(pen, curve)
    for (let i = 0; i < pieces; i++) {
      const [from, middle, to] = [point(i / pieces), point((i + 0.5) / pieces), point((i + 1) / pieces)]
      const control: [number, number] = [2 * middle[0] - (from[0] + to[0]) / 2, 2 * middle[1] - (from[1] + to[1]) / 2]
      const [a, c, b] = [at(from), at(control), at(to)]
      steps.push(['q', round(c[0] - a[0]), round(c[1] - a[1]), round(b[0] - a[0]), round(b[1] - a[1])])
    }
    pen = [curve[4], curve[5]]
  }
  return [...steps, ['z']]
}

const toPoint =
  ([x0, y0]: readonly [number, number], [x1, y1, x2, y2, x3, y3]: Curve) =>
  (t: number): [number, number] => {
    const u = 1 - t
    const mix = (a: number, b: number, c: number, d: number): number =>
      u ** 3 * a + 3 * u ** 2 * t * b + 3 * u * t ** 2 * c + t ** 3 * d
    return [mix(x0, x1, x2, x3), mix(y0, y1, y2, y3)]
  }
