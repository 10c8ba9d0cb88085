import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm } from '@resvg/resvg-wasm'
import { beforeAll, expect, test } from 'vitest'
import generated from '../../generated/faces.json' with { type: 'json' }
import { rasterise } from '../../src/draw/raster/raster.ts'
import { fontWeights, type Ink, inks, type Mark, type Path, type Scene, type Step } from '../../src/draw/scene.ts'
import { toSvg } from '../../src/draw/svg.ts'
import { compare, drawByResvg, loud, onWhite, toPixels, unfold } from '../fixtures/oracle.ts'

beforeAll(async () => {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
})

function difference(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0))
  return sum / a.length
}

/** mulberry32: a small generator, so that a failing scene can be drawn again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const characters = Object.keys({ ...generated['latin-400'].glyphs, ...generated['chinese-400'].glyphs })

/** A scene of every kind of mark, on and off the canvas, in any colour. */
function toScene(seed: number): Scene {
  const random = seeded(seed)
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0]
  const number = (from: number, to: number): number => Number((from + random() * (to - from)).toFixed(pick([0, 1, 2])))
  const at = (): number => number(-20, 180)
  const ink = (): Ink => pick(inks)
  const lines = (count: number): Step[] => Array.from({ length: count }, () => ['L', at(), at()])
  const curve = (): Path => [
    ['M', at(), at()],
    ['q', number(-60, 60), number(-60, 60), number(-60, 60), number(-60, 60)],
  ]
  const corner = (): Path => [
    ['M', at(), at()],
    ['h', number(9, 60)],
    ['v', number(9, 60)],
    ['l', -number(9, 30), number(0, 9)],
    ['z'],
  ]
  const word = (): string =>
    Array.from({ length: pick([1, 3, 6]) }, () => characters[Math.floor(random() * characters.length)]).join('')
  const dashed = () => pick([{}, { dash: [6, 4] }])
  const marks: readonly [() => Mark, ...(() => Mark)[]] = [
    () => ({ kind: 'rect', ink: ink(), x: at(), y: at(), width: number(0, 80), height: number(0, 60) }),
    () => ({
      kind: 'rect',
      ink: ink(),
      x: at(),
      y: at(),
      width: number(0, 80),
      height: number(0, 60),
      radius: number(0, 12),
    }),
    () => ({ kind: 'circle', ink: ink(), x: at(), y: at(), radius: number(0, 30) }),
    () => ({
      kind: 'circle',
      ink: ink(),
      x: at(),
      y: at(),
      radius: number(6, 30),
      outline: { ink: ink(), width: number(0.5, 6) },
    }),
    () => ({
      kind: 'text',
      ink: ink(),
      x: at(),
      y: at(),
      size: number(9, 60),
      weight: pick(fontWeights),
      text: word(),
    }),
    () => ({ kind: 'fill', ink: ink(), path: [['M', at(), at()], ...lines(2), ['z']] }),
    () => ({ kind: 'fill', ink: ink(), path: curve() }),
    () => ({
      kind: 'stroke',
      ink: ink(),
      path: [['M', at(), at()], ...lines(pick([1, 2, 5]))],
      width: number(0.5, 7),
      ...dashed(),
    }),
    () => ({ kind: 'stroke', ink: ink(), path: curve(), width: number(0.5, 5) }),
    () => ({ kind: 'stroke', ink: ink(), path: corner(), width: number(1, 4), ...dashed() }),
  ]
  return { width: 160, height: 120, marks: Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(marks)()) }
}

const paintOf = (seed: number) => ({ ...loud, isTransparent: seed % 2 === 0 })

test('random scenes lie within two levels of resvg, and within a third of one on average', () => {
  const cases = Number(process.env.RASTER_CASES ?? 3_000)
  let sum = 0
  const far: string[] = []
  for (let seed = 1; seed <= cases; seed++) {
    const { mean } = compare(toScene(seed), paintOf(seed), 1)
    sum += mean
    if (mean > 2) far.push(`${seed}: ${mean.toFixed(2)} ${JSON.stringify(toScene(seed).marks)}`)
  }
  expect(far).toEqual([])
  expect(sum / cases).toBeLessThan(1 / 3)
}, 240_000)

/** The mean of each 8×8 pixels: a picture drawn eight times as large, seen from afar. */
function shrink(large: Float32Array, width: number, height: number): Float32Array {
  const small = new Float32Array(width * height * 3)
  for (let y = 0; y < height * 8; y++)
    for (let x = 0; x < width * 8; x++) {
      const to = ((y >> 3) * width + (x >> 3)) * 3
      const from = (y * width * 8 + x) * 3
      for (let channel = 0; channel < 3; channel++)
        small[to + channel] = (small[to + channel] ?? 0) + (large[from + channel] ?? 0) / 64
    }
  return small
}

test('random scenes lie nearer to a picture sampled 8×8 times than resvg does, within 0.15 of a level', () => {
  let [ours, theirs] = [0, 0]
  const cases = 300
  for (let seed = 1; seed <= cases; seed++) {
    const [scene, paint] = [toScene(seed), paintOf(seed)]
    const svg = toSvg(scene, paint)
    const truth = shrink(onWhite(drawByResvg(svg, 8), true), 160, 120)
    ours += difference(onWhite(unfold(rasterise(scene, paint, 1)), false), truth) / cases
    theirs += difference(onWhite(drawByResvg(svg, 1), true), truth) / cases
  }
  console.log(`off the 8×8 truth, of 255 levels: ours ${ours.toFixed(3)}, resvg ${theirs.toFixed(3)}`)
  expect(ours).toBeLessThan(0.15)
  expect(ours).toBeLessThan(theirs)
})

/** The share of 8×8 points of each pixel that lie inside a polygon, by non-zero winding: the truth, slowly. */
function supersample(points: readonly [x: number, y: number][], size: number): Float32Array {
  return Float32Array.from({ length: size * size }, (_, pixel) => {
    let inside = 0
    for (let sub = 0; sub < 64; sub++) {
      const [x, y] = [
        (pixel % size) + ((sub % 8) + 0.5) / 8,
        Math.floor(pixel / size) + (Math.floor(sub / 8) + 0.5) / 8,
      ]
      let winding = 0
      for (const [i, [x1, y1]] of points.entries()) {
        const [x0, y0] = points.at(i - 1) ?? [0, 0]
        if (y0 <= y !== y1 <= y && x0 + ((y - y0) * (x1 - x0)) / (y1 - y0) > x) winding += y1 > y0 ? 1 : -1
      }
      if (winding !== 0) inside++
    }
    return inside / 64
  })
}

test('filled shapes lie within 0.4 % of a picture sampled 8×8 times', () => {
  const random = seeded(7)
  const at = () => Number((random() * 30 + 1).toFixed(1))
  for (let round = 0; round < 12; round++) {
    const [x0, y0, x1, y1, controlX, controlY, x2, y2] = [at(), at(), at(), at(), at(), at(), at(), at()]
    const path: Path = [['M', x0, y0], ['L', x1, y1], ['q', controlX - x1, controlY - y1, x2 - x1, y2 - y1], ['z']]
    const curve = Array.from({ length: 65 }, (_, i): [number, number] => {
      const [t, u] = [i / 64, 1 - i / 64]
      return [u * u * x1 + 2 * u * t * controlX + t * t * x2, u * u * y1 + 2 * u * t * controlY + t * t * y2]
    })
    const scene: Scene = { width: 32, height: 32, marks: [{ kind: 'fill', ink: 'ink', path }] }
    const raster = rasterise(scene, paintOf(0), 1)
    const alphas = Float32Array.from(toPixels(raster), entry => (raster.palette[entry * 4 + 3] ?? 0) / 255)
    expect(difference(alphas, supersample([[x0, y0], ...curve], 32))).toBeLessThan(0.004)
  }
})

test('no glyph of the bundled fonts has contours of opposite winding that overlap, which signed areas would cancel', () => {
  const faults: string[] = []
  for (const weight of fontWeights) {
    for (const text of characters) {
      const scene: Scene = {
        width: 60,
        height: 60,
        marks: [{ kind: 'text', ink: 'ink', x: 4, y: 48, size: 50, weight, text }],
      }
      const ours = onWhite(unfold(rasterise(scene, loud, 1)), false)
      const theirs = onWhite(drawByResvg(toSvg(scene, loud), 1), true)
      const apart = ours.filter((value, i) => Math.abs(value - (theirs[i] ?? 0)) > 128).length / 3
      if (apart > 1) faults.push(`${text} ${weight}: ${apart} pixels`)
    }
  }
  expect(faults).toEqual([])
})
