import { describe, expect, test } from 'vitest'
import { measureText } from '../../src/draw/text/faces.ts'
import { box, circlesOf, drawChart, findText, strokesOf, textsOf } from '../fixtures/charts.ts'
import { crossing, write } from '../fixtures/folders.ts'

const draw = (...input: Parameters<typeof write>) => drawChart('trend', write(...input))
const linesOf = (marks: ReturnType<typeof draw>) =>
  strokesOf(marks)
    .filter(({ ink }) => ink.startsWith('series'))
    .map(({ ink, path }) => [ink, path.length])

describe('a line never runs through', () => {
  test.each([
    ['a missing year', '2010 1, 2011 2, 2013 3, 2014 4', {}, [2, 2]],
    ['a plan', '2010 1, 2011 2, 2012 3 plan, 2013 3, 2014 4', {}, [2, 2]],
    ['a part of a year', '2010 1, 2011 2, 2012-01/2012-06 3, 2013 3, 2014 4', {}, [2, 2]],
    [
      'an artefact',
      '2010 1, 2011 2, 2012 9, 2013 3, 2014 4',
      { flags: [{ series: 'north', period: '2012', kind: 'artefact' }] },
      [2, 2],
    ],
    ['an estimate, but it does', '2010 1, 2011 2, 2012 3 estimated, 2013 3', {}, [4]],
    ['a fiscal year that is missing', '2009-04/2010-03 1, 2010-04/2011-03 2, 2012-04/2013-03 3', {}, [2]],
    ['a month that is missing', '2010-11 1, 2010-12 2, 2011-01 3, 2011-03 4, 2011-04 5', { timing: 'moment' }, [3, 2]],
    [
      'three quarters that are missing',
      '2010-01/2010-03 1, 2010-04/2010-06 2, 2011-04/2011-06 3',
      { timing: 'moment' },
      [2],
    ],
    ['the rest of the year, but it does', '2010-06 1, 2011-06 2, 2013-06 3', { timing: 'moment' }, [2]],
  ])('%s', (_, north, card, lengths) =>
    expect(linesOf(draw({ north }, card))).toEqual(lengths.map(length => ['series0', length])),
  )
})

test('what a line does not run through is hollow, and a figure alone a dot', () => {
  const marks = draw({ north: '2010 1, 2012 2, 2014 3 plan' })
  expect(circlesOf(marks).map(({ ink, radius, outline }) => [ink, radius, outline])).toEqual([
    ['ground', 4, { ink: 'series0', width: 2.8 }],
    ['series0', 5, undefined],
    ['series0', 5, undefined],
  ])
})

describe('an end amid the plot is named where no line runs', () => {
  const beside = 14
  test.each([
    ['beside it', 'right', 7.2, '2004 2, 2005 8', '2005 2, 2006 7.5, 2007 4, 2008 6, 2009 1, 2010 6'],
    ['above it', 'middle', -14, '2004 5.5, 2005 6', '2005 2.5, 2006 7, 2007 4, 2008 2, 2009 7.5, 2010 8.5'],
    ['above it, clear of a hollow figure', 'middle', -14, '2004 5, 2005 5', '2006 5 plan, 2012 9'],
    ['beside it, higher', 'right', -12, '2004 5, 2005 0', '2005 5, 2006 9, 2007 5.5, 2008 5, 2009 2, 2010 6.5'],
    [
      'beside it, lower',
      'right',
      26,
      '2004 7.5, 2005 7.5',
      '2004 1.5, 2005 7.5, 2006 10, 2007 3, 2008 1, 2009 6.5, 2010 4',
    ],
    ['below it', 'middle', 29, '2004 4, 2005 8.5, 2006 4', '2005 7.5, 2006 6.5, 2007 2.5, 2008 6, 2009 0.5, 2010 0'],
    ['before it', 'left', 7.2, '2004 9, 2005 2', '2005 0, 2006 3.5, 2007 0.5, 2008 1.5, 2009 2.5, 2010 7.5'],
    ['two rows above', 'middle', -40, '2004 3, 2005 6.1', '2005 5.5, 2006 7.5, 2007 5, 2008 8.5, 2009 0, 2010 2.5'],
    [
      'three rows above',
      'middle',
      -60,
      '2004 6, 2005 6, 2006 3.5',
      '2005 9.5, 2006 0.5, 2007 9.5, 2008 8, 2009 5.5, 2010 0',
      '2005 8, 2006 1, 2007 4, 2008 9, 2009 2.5, 2010 6',
    ],
    [
      'four rows above',
      'middle',
      -80,
      '2004 10, 2005 6.2',
      '2004 8, 2005 4, 2006 9, 2007 3.5, 2008 3, 2009 2.5, 2010 3',
      '2005 5, 2006 3.5, 2007 7.5, 2008 7, 2009 8.5, 2010 1.5',
    ],
  ])('%s', (_, side, down, west, north, south?: string) => {
    const marks = draw({ west, north, ...(south && { south }) })
    const end = circlesOf(marks).find(({ ink }) => ink === 'series0')
    const name = textsOf(marks).find(({ text }) => text.startsWith('West'))
    if (!end || !name) throw new Error('West has an end and a name')
    const width = measureText(name.text, 20, 600)
    const away = { right: beside, middle: -width / 2, left: -beside - width }[side]
    expect(name.x - end.x).toBeCloseTo(away ?? Number.NaN, 1)
    expect(name.y - end.y).toBeCloseTo(down, 1)
  })
})

test('a name amid the plot stops the lines of the grid', () => {
  const marks = draw({ west: '2004 7, 2005 4', north: '2004 1, 2006 2, 2008 10' })
  const { y } = findText(marks, 'West 4')
  const grid = strokesOf(marks).find(({ path }) => path[0]?.[2] === y - 7.2)
  expect(grid?.path.map(([command]) => command)).toEqual(['M', 'H', 'M', 'H'])
})

test('the lead changes in a ring, with its year over it', () => {
  const marks = drawChart('trend', crossing)
  const ring = circlesOf(marks).find(({ radius }) => radius === 5 * 1.15)
  const year = textsOf(marks).find(({ text, ink }) => text === '2013' && ink === 'series0')
  if (!ring || !year) throw new Error('East passes West in 2013')
  expect(ring).toMatchObject({ ink: 'ground', outline: { ink: 'series0', width: 4 } })
  expect(year.x + measureText('2013', 20, 600) / 2).toBeCloseTo(ring.x)
  expect(ring.y - year.y).toBeCloseTo(15)
})

test('one year stands in the middle, and an event of that year has its place in it', () => {
  const events = [{ date: '2012-10-01', label: { en: 'Treaty' } }]
  const marks = draw({ north: '2012 250' }, { events })
  const [end] = circlesOf(marks)
  const plumb = strokesOf(marks).find(({ dash }) => dash)
  const axis = strokesOf(marks).find(({ ink }) => ink === 'axis')
  const [[, left = 0] = [], [, right = 0] = []] = axis?.path ?? []
  expect(end?.x).toBeCloseTo((left + right) / 2, 1)
  expect((plumb?.path[0]?.[1] ?? 0) - (end?.x ?? 0)).toBeGreaterThan(100)
})

describe('years at the foot', () => {
  const years = (first: number, last: number) =>
    textsOf(draw({ north: Array.from({ length: last - first + 1 }, (_, i) => `${first + i} ${i + 1}`).join(', ') }))
      .filter(({ text, ink }) => ink === 'muted' && /^\d{4}$/.test(text))
      .map(({ text }) => Number(text))
      .sort()
  test.each([
    [2008, 2012, [2008, 2009, 2010, 2011, 2012]],
    [2005, 2017, [2005, 2008, 2010, 2012, 2014, 2016, 2017]],
    [2004, 2017, [2004, 2006, 2008, 2010, 2012, 2014, 2017]],
    [1968, 2020, [1968, 1980, 1990, 2000, 2010, 2020]],
  ])('from %d to %d', (first, last, shown) => expect(years(first, last)).toEqual(shown))
})

test('every word stays on the card', () => {
  for (const { x, text, size, weight } of textsOf(drawChart('trend', crossing))) {
    expect(x).toBeGreaterThanOrEqual(box.x)
    expect(x + measureText(text, size, weight)).toBeLessThanOrEqual(box.x + box.width)
  }
})
