import { describe, expect, test } from 'vitest'
import { toOutline } from '../../src/draw/raster/outline.ts'
import { parsePath } from '../../src/draw/raster/path-data.ts'
import { rasterise } from '../../src/draw/raster/raster.ts'
import type { Mark } from '../../src/draw/scene.ts'
import { drawChart } from '../fixtures/charts.ts'
import { crossing, parts } from '../fixtures/folders.ts'
import { loud, toPixels, unfold } from '../fixtures/oracle.ts'

const draw = (marks: readonly Mark[], scale = 1, isTransparent = false) =>
  rasterise({ width: 10, height: 10, marks }, { ...loud, isTransparent }, scale)

/** How many pixels black marks cover, those at an edge in part. */
const areaOf = (...marks: Mark[]): number =>
  unfold(draw(marks)).reduce((sum, value, i) => (i % 4 === 0 ? sum + 1 - value / 255 : sum), 0)

const fill = (d: string): Mark => ({ kind: 'fill', ink: 'ink', path: parsePath(d) })

const stroke = (d: string, width: number, dash?: readonly number[]): Mark => ({
  kind: 'stroke',
  ink: 'ink',
  path: parsePath(d),
  width,
  ...(dash && { dash }),
})

describe('content that a card does not have is refused by name', () => {
  test.each([
    ['M0 0A1 1 0 0 0 2 2', '"A" is not among the commands a card may hold'],
    ['M0 0c1 1 2 2 3 3', '"c" is not among the commands a card may hold'],
    ['5 5', '"5" is not among the commands a card may hold'],
    ['M0 0z5', '"5" is not among the commands a card may hold'],
    ['M0 0L1', 'is not a number'],
    ['M0 0L1 h', '"h" is not a number'],
    ['M0 0l1.5 2', '"." is not a number'],
  ])('%s', (d, sentence) => expect(() => parsePath(d)).toThrow(sentence))

  test('a colour that is no six digits', () => {
    const paint = { light: { ...loud.light, ground: 'red' }, isTransparent: false }
    expect(() => rasterise({ width: 9, height: 9, marks: [] }, paint, 1)).toThrow('the colour "red" is not drawn')
  })

  test('a picture without pixels', () =>
    expect(() => rasterise({ width: 0, height: 9, marks: [] }, loud, 1)).toThrow('at least one'))
})

test('path data is read as it is written, with letters left out', () =>
  expect(parsePath('M3-4l1 2-3 4h5q1 2 3 4t-1-2zm1 1 2 2')).toEqual([
    ['M', 3, -4],
    ['l', 1, 2],
    ['l', -3, 4],
    ['h', 5],
    ['q', 1, 2, 3, 4],
    ['t', -1, -2],
    ['z'],
    ['m', 1, 1],
    ['l', 2, 2],
  ]))

describe('an outline has every point written out', () => {
  test.each([
    ['absolute and relative lines', 'M1 1l1 0h2v3H0V9', [1, 1, 2, 1, 4, 1, 4, 4, 0, 4, 0, 9]],
    ['a curve that mirrors the one before', 'M0 0q1 2 4 0t4 0', [0, 0, 1, 2, 4, 0, 7, -2, 8, 0]],
    ['a mirrored curve without one before', 'M1 1t4 0', [1, 1, 1, 1, 5, 1]],
    ['what goes on after a closed contour', 'M1 1h4v4zl1 1', [1, 1, 5, 1, 5, 5, 1, 1, 2, 2]],
  ])('%s', (_, d, points) => expect([...toOutline(parsePath(d)).points]).toEqual(points))
})

describe('marks cover as many pixels as they should', () => {
  const rect = { kind: 'rect', ink: 'ink', x: 2, y: 2, width: 6, height: 3 } as const
  const circle = { kind: 'circle', ink: 'ink', x: 5, y: 5, radius: 3 } as const
  test.each<[string, number, Mark]>([
    ['a rectangle', 18, rect],
    ['a rectangle between pixels', 18, { ...rect, x: 2.5, y: 2.25 }],
    ['a rounded rectangle', 36 - (4 - Math.PI) * 4, { ...rect, height: 6, radius: 2 }],
    ['a rectangle of no size', 0, { ...rect, width: -4 }],
    ['a circle', 9 * Math.PI, circle],
    ['a ring', (3.5 ** 2 - 2.5 ** 2) * Math.PI, { ...circle, ink: 'ground', outline: { ink: 'ink', width: 1 } }],
    ['a fill', 36, fill('M2 2H8V8H2z')],
    ['an open fill, closed', 36, fill('M2 2H8V8H2')],
    ['a closed stroke', 48 - 4 + Math.PI, stroke('M2 2H8V8H2z', 2)],
    ['an open stroke', 36 - 2 + Math.PI / 2, stroke('M2 2H8V8H2', 2)],
    ['a sharp turn', 21.6, stroke('M3 4L6 5L3 6', 4)],
    ['a line of no length', 0, stroke('M5 5H5', 4)],
    ['a line with a point twice', 12, stroke('M2 5H5H5H8', 2)],
    ['dashes', 8, stroke('M2 5H8', 2, [2, 2])],
    ['dashes that end at a corner', 12, stroke('M8 2H2V8', 2, [2, 2])],
    ['dashes of no length', 12, stroke('M2 5H8', 2, [0, 0])],
  ])('%s', (_, area, mark) => expect(areaOf(mark)).toBeCloseTo(area, 0))
})

test('words are drawn in their colour, on their baseline', () => {
  const rgba = unfold(draw([{ kind: 'text', ink: 'china', x: 1, y: 8, size: 8, weight: 600, text: 'I' }]))
  const at = (x: number, y: number) => [...rgba.subarray((y * 10 + x) * 4, (y * 10 + x) * 4 + 3)]
  expect(at(2, 5)).toEqual([255, 96, 96])
  expect(at(2, 8)).toEqual([255, 255, 255])
  expect(at(2, 1)).toEqual([255, 255, 255])
})

test('a scale draws each pixel of the card as so many', () => {
  const raster = draw([{ kind: 'rect', ink: 'ink', x: 2, y: 2, width: 4, height: 3 }], 3)
  const { width, height } = raster
  const pixels = toPixels(raster)
  expect([width, height, pixels.filter(pixel => pixel !== pixels[0]).length]).toEqual([30, 30, 12 * 9])
})

test('without a ground a shape lies on nothing, its edge half there', () => {
  const rgba = unfold(draw([{ kind: 'rect', ink: 'china', x: 2, y: 2, width: 3.5, height: 3 }], 1, true))
  const at = (x: number) => [...rgba.subarray((30 + x) * 4, (30 + x) * 4 + 4)]
  expect([at(1), at(3), at(5)]).toEqual([
    [0, 0, 0, 0],
    [255, 0, 0, 255],
    [255, 0, 0, 128],
  ])
})

test('drawing one card leaves nothing behind for the next', () => {
  const [first, second] = [crossing, parts].map(folder => drawChart(folder, 'layout=bars'))
  const drawWhole = (marks: readonly Mark[] = []) => rasterise({ width: 1000, height: 500, marks }, loud, 1)
  const before = drawWhole(first)
  drawWhole(second)
  expect(drawWhole(first)).toEqual(before)
})

test('shapes far off the canvas cost and draw nothing', () => {
  const raster = draw([
    fill('M-1000000000-1000000000h5v5zM1000000000 1000000000h5v5z'),
    stroke('M-1000000-50H1000000', 2),
  ])
  expect(raster.rows.every(pixel => pixel === 0)).toBe(true)
})
