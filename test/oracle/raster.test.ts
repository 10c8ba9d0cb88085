import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import generated from '../../generated/faces.json' with { type: 'json' }
import type { Raster } from '../../src/draw/raster/canvas.ts'
import { Edges, readPath, toFillPen } from '../../src/draw/raster/path.ts'
import { rasterise } from '../../src/draw/raster/raster.ts'

const golden = join(import.meta.dirname, '../golden')
const cards = readdirSync(golden).filter(name => name.endsWith('.svg'))

beforeAll(async () => {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
})

/** Straight RGBA, as the palette gives it. */
function unfold({ pixels, palette }: Raster): Uint8Array {
  const colours = new Uint32Array(palette.buffer.slice(0, palette.length))
  return new Uint8Array(Uint32Array.from(pixels, entry => colours[entry] ?? 0).buffer)
}

/** On white, so that straight and premultiplied alpha can be compared. */
function onWhite(rgba: Uint8Array, isPremultiplied: boolean): Float32Array {
  const rgb = new Float32Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = (rgba[from + 3] ?? 0) / 255
    for (let channel = 0; channel < 3; channel++)
      rgb[to + channel] = (rgba[from + channel] ?? 0) * (isPremultiplied ? 1 : alpha) + 255 * (1 - alpha)
  }
  return rgb
}

function drawByResvg(svg: string, scale: number): Float32Array {
  const resvg = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale } })
  const image = resvg.render()
  const pixels = onWhite(image.pixels, true)
  image.free()
  resvg.free()
  return pixels
}

type Numbers = Float32Array | Float64Array

function difference(a: Numbers, b: Numbers): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0))
  return sum / a.length
}

describe.each(cards)('%s', name => {
  const svg = readFileSync(join(golden, name), 'utf8').replace(/<style>.*?<\/style>/, '')
  // A badge is nearly all edges, where the two rasterisers differ; a card is nearly all ground.
  const most = name.includes('badge') ? 1.8 : 0.6
  test.each([1, 2])(`lies within ${most} of 255 levels of resvg at scale %d`, scale => {
    expect(difference(onWhite(unfold(rasterise(svg, scale)), false), drawByResvg(svg, scale))).toBeLessThan(most)
  })
})

/** mulberry32: a small generator, so that a failing drawing can be drawn again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const glyphs = Object.values(generated).flatMap(face =>
  Object.values(face.glyphs).map(([, x, y, d]) => `M${x} ${y}${d}`),
)

/** A drawing of the kind cards hold: glyphs, rectangles, strokes, circles, on and off the canvas, with and without a ground. */
function drawAtRandom(seed: number): string {
  const random = seeded(seed)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] ?? (values[0] as T)
  const number = (from: number, to: number): string => (from + random() * (to - from)).toFixed(pick([0, 1, 2]))
  const at = () => number(-20, 180)
  const colour = () => pick(['#b3202c', '#175f9e', '#17202b', '#58616d', '#e3e0d7', '#fff', '#000'])
  const opacity = () => pick(['', '', ` opacity="${number(0.1, 1)}"`, ' opacity="0"'])
  const shapes = [
    () =>
      `<rect fill="${colour()}" x="${at()}" y="${at()}" width="${number(0, 80)}" height="${number(0, 60)}"${pick(['', ` rx="${number(0, 12)}"`])}${opacity()}/>`,
    () => `<circle fill="${colour()}" cx="${at()}" cy="${at()}" r="${number(0, 30)}"${opacity()}/>`,
    () =>
      `<circle fill="${colour()}" stroke="${colour()}" stroke-width="${number(0.5, 6)}" cx="${at()}" cy="${at()}" r="${number(6, 30)}"/>`,
    () =>
      `<path fill="${colour()}" transform="translate(${at()} ${at()})scale(${number(0.01, 0.2)})" d="${pick(glyphs)}"${opacity()}/>`,
    () => {
      const points = Array.from({ length: pick([1, 2, 5]) }, () => `L${at()} ${at()}`).join('')
      const style = `stroke-linecap="${pick(['butt', 'round', 'square'])}" stroke-linejoin="${pick(['miter', 'round', 'bevel'])}"`
      return `<path fill="none" stroke="${colour()}" stroke-width="${number(0.5, 7)}" ${style}${pick(['', ' stroke-dasharray="6 4"'])} d="M${at()} ${at()}${points}"${opacity()}/>`
    },
    () =>
      `<path fill="none" stroke="${colour()}" stroke-width="${number(0.5, 5)}" d="M${at()} ${at()}Q${at()} ${at()} ${at()} ${at()}"/>`,
    () =>
      `<path fill="none" stroke="${colour()}" stroke-width="${number(1, 4)}" stroke-linejoin="${pick(['miter', 'round'])}" d="M${at()} ${at()}h${number(9, 60)}v${number(9, 60)}h-${number(9, 30)}z"/>`,
  ]
  const ground = pick(['<rect fill="#fbfaf6" x="0" y="0" width="160" height="120"/>', ''])
  const body = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(shapes)()).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="120" viewBox="0 0 160 120">${ground}${body}</svg>`
}

test('random drawings of the kind cards hold lie within two levels of resvg, and within a third of one on average', () => {
  const cases = Number(process.env.RASTER_CASES ?? 10_000)
  let sum = 0
  const far: string[] = []
  for (let seed = 1; seed <= cases; seed++) {
    const svg = drawAtRandom(seed)
    const off = difference(onWhite(unfold(rasterise(svg, 1)), false), drawByResvg(svg, 1))
    sum += off
    if (off > 2) far.push(`${seed}: ${off.toFixed(2)} ${svg}`)
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

test('random drawings lie nearer to a picture sampled 8×8 times than resvg does, within 0.15 of a level', () => {
  let [ours, theirs] = [0, 0]
  const cases = 300
  for (let seed = 1; seed <= cases; seed++) {
    const svg = drawAtRandom(seed)
    const truth = shrink(drawByResvg(svg, 8), 160, 120)
    ours += difference(onWhite(unfold(rasterise(svg, 1)), false), truth) / cases
    theirs += difference(drawByResvg(svg, 1), truth) / cases
  }
  console.log(`off the 8×8 truth, of 255 levels: ours ${ours.toFixed(3)}, resvg ${theirs.toFixed(3)}`)
  expect(ours).toBeLessThan(0.15)
  expect(ours).toBeLessThan(theirs)
})

/** The share of 8×8 points of each pixel that lie inside, by non-zero winding: the truth, slowly. */
function supersample(d: string, size: number): Float64Array {
  const edges = new Edges()
  const pen = toFillPen(edges)
  readPath(d, { x: 0, y: 0, scale: 1 }, pen)
  pen.end()
  return Float64Array.from({ length: size * size }, (_, pixel) => {
    let inside = 0
    for (let sub = 0; sub < 64; sub++) {
      const [x, y] = [
        (pixel % size) + ((sub % 8) + 0.5) / 8,
        Math.floor(pixel / size) + (Math.floor(sub / 8) + 0.5) / 8,
      ]
      let winding = 0
      for (let i = 0; i < edges.length; i += 4) {
        const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = edges.data.subarray(i, i + 4)
        if (y0 <= y !== y1 <= y && x0 + ((y - y0) * (x1 - x0)) / (y1 - y0) > x) winding += y1 > y0 ? 1 : -1
      }
      if (winding !== 0) inside++
    }
    return inside / 64
  })
}

test('filled shapes lie within 0.4 % of a picture sampled 8×8 times', () => {
  const random = seeded(7)
  for (let round = 0; round < 12; round++) {
    const at = () => (random() * 30 + 1).toFixed(1)
    const d = `M${at()} ${at()}L${at()} ${at()}Q${at()} ${at()} ${at()} ${at()}z`
    const raster = rasterise(`<svg width="32" height="32" viewBox="0 0 32 32"><path fill="#000" d="${d}"/></svg>`, 1)
    const alphas = Float64Array.from(raster.pixels, entry => (raster.palette[entry * 4 + 3] ?? 0) / 255)
    expect(difference(alphas, supersample(d, 32))).toBeLessThan(0.004)
  }
})

test('no glyph of the bundled fonts has contours of opposite winding that overlap, which signed areas would cancel', () => {
  const faults: string[] = []
  for (const [face, { em, glyphs: outlines }] of Object.entries(generated)) {
    for (const [character, [, x, y, d]] of Object.entries(outlines)) {
      const at = (path: string) =>
        `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" viewBox="0 0 60 60"><rect fill="#fff" x="0" y="0" width="60" height="60"/><path fill="#000" transform="translate(4 48)scale(${50 / em})" d="${path}"/></svg>`
      const svg = at(`M${x} ${y}${d}`)
      const [ours, theirs] = [onWhite(unfold(rasterise(svg, 1)), false), drawByResvg(svg, 1)]
      const apart = ours.filter((value, i) => Math.abs(value - (theirs[i] ?? 0)) > 128).length / 3
      if (apart > 1) faults.push(`${face} ${character}: ${apart} pixels`)
    }
  }
  expect(faults).toEqual([])
})
