import { describe, expect, test } from 'vitest'
import {
  boxOf,
  drawGrid,
  drawPlumb,
  overlaps,
  placeLabel,
  px,
  spreadLabels,
  toValueAxis,
} from '../../src/draw/charts/axis.ts'
import { hatch } from '../../src/draw/charts/bars.ts'
import { toPathData } from '../../src/draw/svg.ts'
import { measureText } from '../../src/draw/text/faces.ts'
import { box, composition, strokesOf, textsOf, toFirstCard } from '../fixtures/charts.ts'
import { crossing } from '../fixtures/folders.ts'

test('labels that collide are pushed apart, in their order, and stay within bounds', () => {
  const placed = spreadLabels([50, 51, 52], 20, 0, 60)
  expect(placed).toEqual([20, 40, 60])
  expect(spreadLabels([10, 90], 20, 0, 100)).toEqual([10, 90])
  expect(spreadLabels([90, 10, 15, -5], 20, 0, 100)).toEqual([90, 20, 40, 0])
})

test('hatching stays within its column', () => {
  let [x, y] = [0, 0]
  const ends = hatch(10.04, 20, 30, 5, 4).map(([command, dx = 0, dy = 0]) => {
    ;[x, y] = command === 'M' ? [dx, dy] : [x + dx, y + dy]
    return { x, y }
  })
  expect(ends.length).toBeGreaterThan(8)
  for (const end of ends) {
    expect(end.x).toBeGreaterThan(10.03)
    expect(end.x).toBeLessThan(40.05)
    expect(end.y).toBeGreaterThan(19.99)
    expect(end.y).toBeLessThan(25.01)
  }
})

test('a label is anchored by its measured width', () => {
  const mark = placeLabel({ x: 100, y: 0, anchor: 'end', size: 20, ink: 'ink', text: 'Қазақстан 2024' })
  expect(mark.x + measureText(mark.text, 20, 400)).toBeCloseTo(100)
})

test('a character without a glyph is refused by its code', () => {
  expect(() => measureText('क', 20, 400)).toThrow('no bundled font has a glyph for U+0915')
})

test.each([
  ['start', 100],
  ['middle', 100 - measureText('East', 20, 600) / 2],
  ['end', 100 - measureText('East', 20, 600)],
] as const)('a label at its %s', (anchor, x) =>
  expect(placeLabel({ x: 100, y: 7, anchor, size: 20, weight: 600, ink: 'ink', text: 'East' })).toEqual({
    kind: 'text',
    ink: 'ink',
    x,
    y: 7,
    size: 20,
    weight: 600,
    text: 'East',
  }),
)

test('a label starts at its place and is of normal weight unless told', () =>
  expect(placeLabel({ x: 100, y: 7, size: 20, ink: 'ink', text: 'East' })).toMatchObject({ x: 100, weight: 400 }))

test('a line of words takes the room from its capitals to its descenders', () => {
  const room = boxOf(placeLabel({ x: 100, y: 200, size: 50, ink: 'ink', text: 'East' }))
  expect(room).toEqual({ x: 100, y: 161, width: measureText('East', 50, 400), height: 51 })
})

describe('boxes overlap', () => {
  const a = { x: 10, y: 10, width: 20, height: 20 }
  test.each([
    ['within each other', { x: 15, y: 15, width: 5, height: 5 }, true],
    ['by a corner', { x: 29, y: 29, width: 20, height: 20 }, true],
    ['not where they touch at the right', { x: 30, y: 10, width: 20, height: 20 }, false],
    ['not where they touch below', { x: 10, y: 30, width: 20, height: 20 }, false],
    ['not apart in x', { x: 50, y: 10, width: 20, height: 20 }, false],
    ['not apart in y', { x: 10, y: 50, width: 20, height: 20 }, false],
  ])('%s', (_, b, isOver) => {
    expect(overlaps(a, b)).toBe(isOver)
    expect(overlaps(b, a)).toBe(isOver)
  })
})

test('paths are written to a hundredth of a pixel', () => {
  expect([px(1.234), px(1.236), px(-1.234)]).toEqual([1.23, 1.24, -1.23])
})

const axisOf = (values: readonly number[], height = 200) =>
  toValueAxis(values, 100 + height, 100, toFirstCard(crossing), composition)

describe('the axis of values', () => {
  test.each([
    [
      [4, 9],
      ['0', '2', '4', '6', '8', '10'],
    ],
    [
      [-3, 9],
      ['−5', '0', '5', '10'],
    ],
    [
      [-9, -3],
      ['−10', '−8', '−6', '−4', '−2', '0'],
    ],
    [[4], ['0', '1', '2', '3', '4']],
    [[0.45], ['0.0', '0.1', '0.2', '0.3', '0.4', '0.5']],
    [
      [-0.3, 0.9],
      ['−0.5', '0.0', '0.5', '1.0'],
    ],
    [
      [0.3, 0.7],
      ['0.0', '0.2', '0.4', '0.6', '0.8'],
    ],
    [[0.012], ['0.000', '0.002', '0.004', '0.006', '0.008', '0.010', '0.012']],
    [
      [40, 970],
      ['0', '200', '400', '600', '800', '1,000'],
    ],
    [
      [0, 0],
      ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0'],
    ],
  ])('of %j', (values, texts) => expect(axisOf(values).ticks.map(({ text }) => text)).toEqual(texts))

  test('fills its height', () => {
    const { scale } = axisOf([4, 9])
    expect([scale(0), scale(10)]).toEqual([300, 100])
  })
  test('leaves room for its widest number', () =>
    expect(axisOf([970]).labelWidth).toBe(measureText('1,000', composition.label, 400)))
  test.each([
    [40, 3],
    [149, 3],
    [210, 6],
    [900, 6],
  ])('of %d pixels has %d lines at the most', (height, most) => {
    const { ticks } = axisOf([10], height)
    expect(ticks.length).toBeLessThanOrEqual(most)
    expect(ticks.length).toBeGreaterThan(1)
  })
})

const word = (y: number, x = 400) => placeLabel({ x, y, size: 20, ink: 'ink', text: 'East' })

describe('lines of the grid', () => {
  const grid = (...words: ReturnType<typeof word>[]) => drawGrid(axisOf([-3, 9]), box, words, composition)

  test('go from side to side, that of nought darker', () =>
    expect(strokesOf(grid()).map(({ ink, path, width }) => [ink, toPathData(path), width])).toEqual([
      ['grid', 'M100 300H900', 1.6],
      ['axis', 'M100 233.33H900', 1.6],
      ['grid', 'M100 166.67H900', 1.6],
      ['grid', 'M100 100H900', 1.6],
    ]))
  test('have their numbers at the left, half their height below them', () => {
    const texts = textsOf(grid())
    expect(texts.map(({ text, y, ink }) => [text, Math.round(y * 10) / 10, ink])).toEqual([
      ['−5', 307.2, 'muted'],
      ['0', 240.5, 'muted'],
      ['5', 173.9, 'muted'],
      ['10', 107.2, 'muted'],
    ])
    for (const { x, text } of texts) expect(x + measureText(text, 20, 400)).toBeCloseTo(89)
  })
  test('make way for words, with air at both sides', () =>
    expect(strokesOf(grid(word(170))).map(({ path }) => toPathData(path))).toEqual([
      'M100 300H900',
      'M100 233.33H900',
      `M100 166.67H395M${px(405 + boxOf(word(170)).width)} 166.67H900`,
      'M100 100H900',
    ]))
})

describe('a line down from an event', () => {
  const plumb = (words: [y: number, x?: number][]) =>
    drawPlumb(
      410,
      100,
      300,
      words.map(place => word(...place)),
      composition,
    )
  test('is dashed and thin', () =>
    expect(plumb([])).toEqual({
      kind: 'stroke',
      ink: 'muted',
      path: [
        ['M', 410, 100],
        ['V', 300],
      ],
      width: 1.6,
      dash: [4, 4],
    }))
  test.each<[string, [y: number, x?: number][], string]>([
    ['makes way for a word', [[200]], 'M410 100V182.4M410 206.8V300'],
    ['makes way for words in any order', [[250], [150]], 'M410 100V132.4M410 156.8V232.4M410 256.8V300'],
    ['makes way for words that overlap', [[200], [190], [195]], 'M410 100V172.4M410 206.8V300'],
    ['starts below a word at its head', [[110]], 'M410 116.8V300'],
    ['ends above a word at its foot', [[300]], 'M410 100V282.4'],
    ['does not mind a word above it', [[60]], 'M410 100V300'],
    ['does not mind a word below it', [[400]], 'M410 100V300'],
    [
      'does not mind a word beside it',
      [
        [200, 420],
        [200, 300],
      ],
      'M410 100V300',
    ],
  ])('%s', (_, words, d) => expect(strokesOf([plumb(words)]).map(({ path }) => toPathData(path))).toEqual([d]))
})
