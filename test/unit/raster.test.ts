import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rasterise } from '../../src/draw/raster/raster.ts'

const golden = join(import.meta.dirname, '../golden')
const cards = readdirSync(golden).filter(name => name.endsWith('.svg'))

describe('what a card does not hold is refused by name', () => {
  const wrap = (body: string) => `<svg width="10" height="10" viewBox="0 0 10 10">${body}</svg>`
  test.each([
    ['<ellipse cx="1"/>', '<ellipse> is not among the elements a card may hold'],
    ['<path d="M0 0A1 1 0 0 0 2 2"/>', '"A" is not among the commands a card may hold'],
    ['<rect filter="url(#a)" width="1" height="1"/>', '<rect filter> is not among the attributes a card may hold'],
    ['<rect fill="red" width="1" height="1"/>', 'the colour "red" is not drawn'],
    ['<path fill-rule="evenodd" d=""/>', 'fill-rule="evenodd" is not drawn'],
    ['<path transform="rotate(3)" d=""/>', 'transform="rotate(3)" is not drawn'],
    ['<path d="M0 0L1"/>', 'is not a number'],
    ['<g>', '<g> is never closed'],
    ['</g>', '<svg> is never closed'],
    ['</svg></g>', '</g> closes nothing'],
    ['text', '"text</svg>" is not a tag'],
    ['<title>x', '<title> is never closed'],
  ])('%s', (body, sentence) => expect(() => rasterise(wrap(body), 1)).toThrow(sentence))

  test('a picture without pixels', () =>
    expect(() => rasterise('<svg width="0" height="9" viewBox="0 0 0 9"></svg>', 1)).toThrow('at least one'))
})

test('drawing one card leaves nothing behind for the next', () => {
  const [first, second] = cards.map(name => readFileSync(join(golden, name), 'utf8'))
  const before = rasterise(first ?? '', 1)
  rasterise(second ?? '', 1)
  expect(rasterise(first ?? '', 1)).toEqual(before)
})

test('shapes far off the canvas cost and draw nothing', () => {
  const raster = rasterise(
    '<svg width="10" height="10" viewBox="0 0 10 10"><path fill="#000" d="M-1e9 -1e9h5v5zM1e9 1e9h5v5z"/><path stroke="#000" fill="none" stroke-width="2" d="M-1e6 -50H1e6"/></svg>',
    1,
  )
  expect(raster.pixels.every(pixel => pixel === 0)).toBe(true)
})
