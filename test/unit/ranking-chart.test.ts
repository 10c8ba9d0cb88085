import { describe, expect, test } from 'vitest'
import { measureText } from '../../src/draw/text/faces.ts'
import { box, drawChart, findText, rectsOf, strokesOf, textsOf } from '../fixtures/charts.ts'
import { write } from '../fixtures/folders.ts'

const draw = (figures: Record<string, string>, card = {}, series = {}) =>
  drawChart('ranking', write(figures, { arrangement: 'ranking', ...card }, series))
const texts = (marks: ReturnType<typeof draw>) => textsOf(marks).map(({ text }) => text)

test('the greatest stands first, by its newest figure', () =>
  expect(texts(draw({ altai: '2012 9.5, 2013 2.5', baikal: '2012 1.5, 2013 5.5', caspian: '2013 3.5' }))).toEqual([
    'Baikal',
    '5.5 · 2013',
    '1.5 · 2012',
    'Caspian',
    '3.5 · 2013',
    'Altai',
    '2.5 · 2013',
    '9.5 · 2012',
  ]))

test('two periods are shown, the newest first and in colour', () => {
  const marks = draw({ altai: '2011 1, 2012 2.5, 2013 3.5', baikal: '2013 2' }, { headline: 'altai' })
  expect(rectsOf(marks).map(({ ink }) => ink)).toEqual(['series0', 'grid', 'series5'])
  expect(findText(marks, '3.5 · 2013')).toMatchObject({ ink: 'ink', weight: 600 })
  expect(findText(marks, '2.5 · 2012')).toMatchObject({ ink: 'muted', weight: 400 })
})

test('a period that all share is not repeated', () =>
  expect(texts(draw({ altai: '2013 3.5', baikal: '2013 2.5' }))).toEqual(['Altai', '3.5', 'Baikal', '2.5']))

test('bars are as long as their figures', () => {
  const [altai, baikal] = rectsOf(draw({ altai: '2013 4', baikal: '2013 1' }))
  expect(altai?.x).toBe(baikal?.x)
  expect((altai?.width ?? 0) / (baikal?.width ?? 1)).toBeCloseTo(4, 1)
})

describe('what is not certain says so and is not filled', () => {
  test.each([
    ['2013 3 plan', '3 · plan', true, 1],
    ['2013 3.5 estimated', '3.5 · estimate', false, 2],
    ['2013-01/2013-06 3.5', '3.5 · part of the year', false, 2],
  ])('%s', (altai, text, isDashed, strokes) => {
    const marks = draw({ altai })
    expect(findText(marks, text)).toBeDefined()
    expect(rectsOf(marks)).toEqual([])
    const frames = strokesOf(marks).filter(({ ink }) => ink === 'series0')
    expect(frames).toHaveLength(strokes)
    expect(frames.some(({ dash }) => dash !== undefined)).toBe(isDashed)
  })
})

describe('a range floats from its lower to its upper end', () => {
  const ranges = { low: '2012 20.5, 2013 10.5', high: '2012 30.5, 2013 16.5', other: '2013 8' }
  const marks = () => draw(ranges, {}, { low: { upTo: 'high' } })
  test('each of its own period', () => {
    expect(texts(marks())).toContain('10.5–16.5 · 2013')
    expect(texts(marks())).toContain('20.5–30.5 · 2012')
  })
  test('over an axis that others need not', () => {
    const axis = (figures: Record<string, string>, series = {}) =>
      strokesOf(draw(figures, {}, series)).filter(({ ink }) => ink === 'grid').length
    expect(axis(ranges, { low: { upTo: 'high' } })).toBe(4)
    expect(axis({ altai: '2013 4' })).toBe(0)
  })
  test('also where the figure before was none', () =>
    expect(
      strokesOf(draw({ low: '2012 20, 2013 10', high: '2013 16' }, {}, { low: { upTo: 'high' } })).filter(
        ({ ink }) => ink === 'grid',
      ).length,
    ).toBeGreaterThan(0))
})

test('a name takes two fifths of the width at the most, and is set smaller for it', () => {
  const en = 'All of the lakes that lie beyond the mountains and are frozen for half of the year'
  const name = findText(draw({ altai: '2013 4', baikal: '2013 2' }, {}, { altai: { label: { en } } }), en)
  expect(name.size).toBeLessThan(20)
  expect(name.x).toBeCloseTo(box.x)
  expect(measureText(en, name.size, 600)).toBeCloseTo(box.width * 0.42)
})

test('a number is no taller than its bar', () => {
  const folder = write(
    { low: '2012 20.5, 2013 10.5', high: '2012 30.5, 2013 16.5' },
    { arrangement: 'ranking' },
    { low: { upTo: 'high' } },
  )
  const marks = drawChart('ranking', folder, { ...box, height: 60 })
  const [bar] = rectsOf(marks)
  expect(findText(marks, '10.5–16.5 · 2013').size).toBeLessThan((bar?.height ?? 0) / 0.84)
})

test('rows and their axis stay on the chart', () => {
  const figures = Object.fromEntries('abcdefgh'.split('').map((id, i) => [id, `2013 ${i + 3}`]))
  const marks = draw({ ...figures, most: '2013 20' }, {}, { a: { upTo: 'most' } })
  for (const { y } of textsOf(marks)) expect(y).toBeLessThanOrEqual(box.y + box.height)
  for (const { y, height } of rectsOf(marks)) expect(y + height).toBeLessThanOrEqual(box.y + box.height)
})
