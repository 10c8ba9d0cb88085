import { expect, test } from 'vitest'
import { checkParams, checkQuery, checkSvg, isOwnMachine, limits } from '../../src/request/limits.ts'
import type { CardParams } from '../../src/request/parameters.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { crossing, read } from '../fixtures/folders.ts'

const settle = (): CardParams => parseParams(new URLSearchParams('size=story&scale=3'), 'png', read(crossing)).params
const many = (count: number): CardParams => ({
  ...settle(),
  series: Array.from({ length: count }, (_, i) => `line-${i}`),
})
const refused = (code: string) => expect.objectContaining({ status: 400, code })

test('a story three times over is the most pixels', () => {
  expect(() => checkParams(settle())).not.toThrow()
  expect(1080 * 1920 * 9).toBe(limits['too-many-pixels'])
})
test('twelve lines are drawn, thirteen refused', () => {
  expect(() => checkParams(many(12))).not.toThrow()
  expect(() => checkParams(many(13))).toThrow(refused('too-many-series'))
})
test('figures may have any number of lines', () =>
  expect(() => checkParams({ ...many(99), encoding: 'json' })).not.toThrow())
test('an SVG of two million characters is kept, one more refused', () => {
  expect(() => checkSvg('x'.repeat(2_000_000))).not.toThrow()
  expect(() => checkSvg('x'.repeat(2_000_001))).toThrow(refused('too-many-bytes'))
})
test('the question mark is not counted', () => {
  expect(() => checkQuery(`?${'x'.repeat(2000)}`)).not.toThrow()
  expect(() => checkQuery(`?${'x'.repeat(2001)}`)).toThrow(refused('query-too-long'))
})
test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['192.0.2.7', false],
  ['::ffff:192.0.2.7', false],
  ['', false],
])('%s is the own machine: %s', (address, isOwn) => expect(isOwnMachine(address)).toBe(isOwn))
