import { describe, expect, test } from 'vitest'
import { boxOf, overlaps } from '../../src/draw/charts/axis.ts'
import { measureText } from '../../src/draw/text/faces.ts'
import { box, drawChart, findText, rectsOf, strokesOf, textsOf } from '../fixtures/charts.ts'
import { crossing, write } from '../fixtures/folders.ts'

const draw = (figures: Record<string, string>, card: object = {}, series = {}) =>
  drawChart('bars', write(figures, { layout: 'bars', ...card }, series))
const yearly = (first: number, last: number, toValue: (year: number) => number): string =>
  Array.from({ length: last - first + 1 }, (_, i) => `${first + i} ${toValue(first + i)}`).join(', ')
const foot = (marks: ReturnType<typeof draw>, words = /^\d{4}$/) =>
  textsOf(marks)
    .filter(({ ink, text }) => ink === 'muted' && words.test(text))
    .toSorted((a, b) => a.x - b.x)
    .map(({ text }) => text)

test('a column stands on nought, whichever way it goes', () => {
  const [rise, fall] = rectsOf(draw({ north: '2012 5, 2013 -5' }))
  if (!rise || !fall) throw new Error('there are two columns')
  expect(rise.y + rise.height).toBeCloseTo(fall.y, 1)
  expect(rise.height).toBeCloseTo(fall.height, 1)
})

test('columns of one year stand side by side, in the middle of it', () => {
  const marks = draw({ north: '2012 5, 2013 6', south: '2012 4, 2013 5' })
  const [north, , south] = rectsOf(marks).toSorted((a, b) => a.ink.localeCompare(b.ink) || a.x - b.x)
  const year = findText(marks, '2012')
  if (!north || !south) throw new Error('there are columns of 2012')
  expect(south.x).toBeGreaterThan(north.x + north.width)
  expect(year.x + measureText('2012', 20, 400) / 2).toBeCloseTo((north.x + south.x + south.width) / 2, 1)
})

test('a series and the one it continues share a lane, so their columns are as wide', () => {
  const widths = new Set(rectsOf(drawChart('bars', crossing)).map(({ width }) => Math.round(width)))
  expect(widths.size).toBe(1)
})

describe('what is not certain is not filled', () => {
  test.each([
    ['final', 1, 0],
    ['provisional', 1, 0],
    ['estimated', 0, 2],
    ['plan', 0, 1],
  ])('%s: %d filled, %d strokes', (status, filled, strokes) => {
    const marks = draw({ north: `2012 5 ${status}` })
    expect(rectsOf(marks)).toHaveLength(filled)
    expect(strokesOf(marks).filter(({ ink }) => ink === 'series0')).toHaveLength(strokes)
  })
  test('a plan is dashed, an estimate is not', () => {
    const isDashed = (status: string) => strokesOf(draw({ north: `2012 5 ${status}` })).some(({ dash }) => dash)
    expect([isDashed('plan'), isDashed('estimated')]).toEqual([true, false])
  })
})

describe('time runs evenly', () => {
  test('a year without a figure keeps its place', () =>
    expect(foot(draw({ north: '2010 1, 2013 2' }))).toEqual(['2010', '2011', '2012', '2013']))
  test('a whole year stands before its parts, and these in order', () => {
    const figures = {
      parts: '2013-04/2013-09 3, 2013-07/2013-12 4',
      first: '2013-01/2013-03 1',
      whole: '2012 4, 2013 5',
    }
    expect(foot(draw(figures), /–/)).toEqual(['Jan–Mar', 'Apr–Sept', 'Jul–Dec'])
    const columns = rectsOf(draw(figures)).toSorted((a, b) => a.x - b.x)
    expect(columns.map(({ ink }) => ink)).toEqual(['series2', 'series2'])
  })
  test('a break lies just before the column it comes before, however long the gap', () => {
    const marks = draw({ old: '2007 4, 2008 4', north: '2012 5, 2013 5' }, {}, { north: { continues: 'old' } })
    const plumb = strokesOf(marks).find(({ dash }) => dash)?.path[0]?.[1]
    const middle = (text: string) => findText(marks, text).x + measureText(text, 20, 400) / 2
    expect(plumb).toBeCloseTo((middle('2011') + middle('2012')) / 2, 0)
  })
  test.each([
    ['a year without a figure', '2010 1, 2012 2', '2011-07-02', '2011'],
    ['a part of a year', '2010 1, 2011 2, 2012-01/2012-06 1', '2012-04-01', 'Jan–Jun'],
  ])('an event amid %s stands in the middle of its place', (_, north, date, text) => {
    const marks = draw({ north }, { events: [{ date, label: { en: 'Treaty' } }] })
    const plumb = strokesOf(marks).find(({ dash }) => dash)?.path[0]?.[1]
    const { x, size } = findText(marks, text)
    expect(plumb).toBeCloseTo(x + measureText(text, size, 400) / 2, -1)
  })
})

describe('numbers stand over their columns', () => {
  test('in the middle', () => {
    const marks = draw({ north: '2012 5.5, 2013 6' })
    const [column] = rectsOf(marks)
    const { x, y } = findText(marks, '5.5')
    expect(x + measureText('5.5', 20, 600) / 2).toBeCloseTo((column?.x ?? 0) + (column?.width ?? 0) / 2, 1)
    expect(y).toBeCloseTo((column?.y ?? 0) - 9, 1)
  })
  test.each([
    ['as large as a name', 800, 20],
    ['smaller where the columns are narrow', 550, 18],
  ])('%s', (_, width, size) => {
    const marks = drawChart('bars', write({ north: yearly(2001, 2011, () => 99.5) }), { ...box, width })
    expect(textsOf(marks).filter(({ text }) => text === '99.5')).toEqual(
      Array.from({ length: 11 }, () => expect.objectContaining({ size })),
    )
  })
  test('all or none: where they would touch, the newest is named at the right', () => {
    const marks = draw({ north: yearly(2001, 2020, () => 100.5) })
    expect(textsOf(marks).filter(({ ink }) => ink === 'series0')).toMatchObject([{ text: 'North 100.5', size: 20 }])
  })
  test('a newest figure that is not of the last year says its year', () => {
    const marks = draw({ north: yearly(2001, 2020, () => 100.5), south: yearly(2001, 2018, () => 50.5) })
    expect(
      textsOf(marks)
        .filter(({ ink }) => ink.startsWith('series'))
        .map(({ text }) => text),
    ).toEqual(['North 100.5', 'South 2018: 50.5'])
  })
  test('a name beside nought stays above the foot', () => {
    const marks = draw({ north: yearly(2001, 2020, year => (2020 - year) * 5.5) })
    const floor = strokesOf(marks).findLast(({ ink }) => ink === 'axis')
    expect(findText(marks, 'North 0').y).toBeLessThanOrEqual(floor?.path[0]?.[2] ?? 0)
  })
})

describe('names of several series', () => {
  const label = (en: string) => ({ label: { en } })
  test('stand over the newest column that has room', () => {
    const marks = draw({ north: '2012 5, 2013 6', south: '2012 4, 2013 5' })
    expect(['North', 'South'].map(name => findText(marks, name).ink)).toEqual(['series0', 'series1'])
  })
  test('are broken into lines and lie on nothing else', () => {
    const marks = draw(
      { north: '2010 4, 2011 3, 2012 6', south: '2010 3, 2011 5, 2012 6' },
      {},
      { north: label('Guests from the North'), south: label('Guests from the far South') },
    )
    const words = textsOf(marks).filter(({ ink }) => ink.startsWith('series'))
    expect(words.length).toBeGreaterThanOrEqual(8)
    for (const word of words) {
      const others = words.filter(other => other !== word)
      expect(others.filter(other => overlaps(boxOf(word), boxOf(other)))).toEqual([])
      expect(rectsOf(marks).filter(column => overlaps(boxOf(word), column))).toEqual([])
      expect(boxOf(word).y).toBeGreaterThanOrEqual(box.y)
    }
  })
  test.each([
    {
      what: 'on one line, smaller',
      figures: { north: '2010 7.5, 2011 6.5, 2012 8, 2013 9.5', south: '2010 3.5, 2011 1, 2012 8.5, 2013 9.5' },
      names: ['trade by of South sea Guests', 'by and by ports the'],
      lines: ['trade by of South sea Guests 20 621 89', 'by and by ports the 17.6 565 124'],
    },
    {
      what: 'on two lines, smaller',
      figures: { north: '2010 4.5, 2011 7.5, 2012 9, 2013 7', south: '2010 1, 2011 4, 2012 7, 2013 1' },
      names: ['by ports sea road the', 'rail ports by'],
      lines: ['by ports sea road the 20 667 166', 'rail ports 17.6 801 333', 'by 17.6 828 354'],
    },
    {
      what: 'on three lines',
      figures: { north: '2010 2, 2011 1.5', south: '2010 7, 2011 2' },
      names: ['road trade Guests North trade', 'of North'],
      lines: ['road trade 20 591 267', 'Guests North 20 577 291', 'trade 20 616 315', 'of North 20 731 293'],
    },
    {
      what: 'on four lines',
      figures: { north: '2010 2, 2011 1.5', south: '2010 3, 2011 9.5' },
      names: ['kinds North Guests by North', 'the trade'],
      lines: [
        'kinds 20 617 263',
        'North 20 615 287',
        'Guests by 20 595 311',
        'North 20 615 335',
        'the trade 20 730 89',
      ],
    },
    {
      what: 'word for word',
      figures: { north: '2010 5, 2011 9.5, 2012 6, 2013 1.5', south: '2010 1, 2011 8, 2012 6, 2013 3.5' },
      names: ['rail from kinds the kinds', 'the by trade'],
      lines: [
        'rail 20 755 239',
        'from 20 747 263',
        'kinds 20 743 287',
        'the 20 754 311',
        'kinds 20 743 335',
        'the by 20 808 250',
        'trade 20 813 274',
      ],
    },
    {
      what: 'over an older column',
      figures: {
        north: '2010 1, 2011 2, 2012 8, 2013 9, 2014 9.3',
        south: '2010 1.5, 2011 1.5, 2012 9.4, 2013 9.5, 2014 9.5',
      },
      names: ['South the Guests North from all', 'the trade'],
      lines: ['South the 20 288 272', 'Guests North 20 271 296', 'from all 20 298 320', 'the trade 20 807 89'],
    },
  ])('stand $what', ({ figures, names: [north = '', south = ''], lines }) => {
    const marks = draw(figures, {}, { north: label(north), south: label(south) })
    const words = textsOf(marks).filter(({ ink, text }) => ink.startsWith('series') && !/\d/.test(text))
    expect(words.map(({ text, size, x, y }) => `${text} ${size} ${Math.round(x)} ${Math.round(y)}`)).toEqual(lines)
  })
  test('that have no room stand at the right, with the numbers', () => {
    const en = 'Guests from beyond the mountains'
    const marks = draw(
      { north: '2011 5.5, 2012 5.5', south: '2011 5.5, 2012 5.5', west: '2011 5.5, 2012 5.5' },
      {},
      { north: label(en), south: label('South and further on'), west: label('West and further on') },
    )
    expect(
      textsOf(marks)
        .filter(({ ink }) => ink.startsWith('series'))
        .map(({ text }) => text),
    ).toEqual([`${en} 5.5`, 'South and further on 5.5', 'West and further on 5.5'])
  })
})

describe('years under the columns', () => {
  test.each([
    ['all of a few', 2010, 2013, ['2010', '2011', '2012', '2013']],
    ['every second', 2001, 2016, ['2002', '2004', '2006', '2008', '2010', '2012', '2014', '2016']],
    ['every tenth, counted from the last', 1968, 2019, ['1969', '1979', '1989', '1999', '2009', '2019']],
    ['the last alone of very many', 1400, 2019, ['2019']],
  ])('%s', (_, first, last, years) =>
    expect(foot(draw({ north: yearly(first, last, year => year - first + 1) }))).toEqual(years),
  )
})

describe('remarks under the years', () => {
  const centre = (mark: { x: number; text: string }) => mark.x + measureText(mark.text, 18, 400) / 2
  test('stand in the middle where they are true of every column of the year', () => {
    const marks = draw({ north: '2012 5, 2013 6 estimated', south: '2012 4, 2013 5 estimated' })
    expect(centre(findText(marks, 'estimate'))).toBeCloseTo(
      findText(marks, '2013').x + measureText('2013', 20, 400) / 2,
      1,
    )
  })
  test.each([
    ['first', '2013 6 plan', '2013 5', 'series0'],
    ['second', '2013 6', '2013 5 plan', 'series1'],
  ])('stand under the %s column where they are true of it alone', (_, north, south, ink) => {
    const marks = draw({ north: `2012 5, ${north}`, south: `2012 4, ${south}` })
    const hollow = strokesOf(marks).find(({ dash }) => dash)
    const [[, left = 0] = [], , [, right = 0] = []] = hollow?.path ?? []
    expect(hollow?.ink).toBe(ink)
    expect(centre(findText(marks, 'plan'))).toBeCloseTo((left + right) / 2, 1)
  })
  test('say of each column what is true of it', () => {
    const marks = draw({ north: '2012 5, 2013 6 plan', south: '2012 4, 2013 5 estimated' })
    expect(findText(marks, 'plan').x).toBeLessThan(findText(marks, 'estimate').x)
  })
  test.each([
    ['the last', 200, `${yearly(2010, 2012, () => 5)}, 2013 6 estimated`],
    ['the first', 130, `2010 6 estimated, ${yearly(2011, 2013, () => 5)}`],
  ])('stay within the chart, those of %s column too', (_, width, north) => {
    const narrow = { ...box, width }
    const words = boxOf(findText(drawChart('bars', write({ north }), narrow), 'estimate'))
    expect(words.x).toBeGreaterThanOrEqual(box.x - 0.1)
    expect(words.x + words.width).toBeLessThanOrEqual(box.x + narrow.width + 0.1)
  })
  test('are not needed by a series that is called what it is', () => {
    const marks = draw({ north: '2012 5, 2013 6', plan: '2012 4 plan, 2013 5 plan' })
    expect(textsOf(marks).filter(({ size, weight }) => size === 18 && weight === 400)).toEqual([])
  })
  test('are said once for crowded neighbours', () => {
    const marks = draw({
      north: `${yearly(2001, 2010, () => 5)}, ${yearly(2011, 2020, () => 6).replaceAll(' 6', ' 6 plan')}`,
    })
    const { x } = findText(marks, 'plan')
    const columns = strokesOf(marks).filter(({ dash }) => dash)
    const at = (column: (typeof columns)[number] | undefined) => column?.path[0]?.[1] ?? 0
    expect(x).toBeGreaterThan(at(columns[3]))
    expect(x).toBeLessThan(at(columns[6]))
  })
  test('are repeated where there is room between', () => {
    const remarks = textsOf(draw({ north: '2012 5 plan, 2013 6 plan' })).filter(({ text }) => text === 'plan')
    expect(remarks).toHaveLength(2)
  })
  test('that would touch stand in rows', () => {
    const north = `${yearly(2001, 2016, () => 5)}, 2017 5 estimated, 2018-01/2018-06 4, 2018 5 plan, 2019 5 estimated`
    const remarks = textsOf(draw({ north })).filter(({ size, weight }) => size === 18 && weight === 400)
    expect(remarks.map(({ text }) => text)).toEqual(['estimate', 'plan', 'Jan–Jun', 'estimate'])
    expect(new Set(remarks.map(({ y }) => y)).size).toBeGreaterThan(1)
    for (const remark of remarks)
      expect(remarks.filter(other => other !== remark && overlaps(boxOf(remark), boxOf(other)))).toEqual([])
  })
  test('of one row stay a fifth of their size apart, however narrow the chart', () => {
    const folder = write({ north: `${yearly(2001, 2009, () => 5)}, 2010 5 estimated, 2011 5 plan, 2012 5 estimated` })
    for (let width = 300; width <= 800; width += 5) {
      const remarks = textsOf(drawChart('bars', folder, { ...box, width })).filter(
        ({ size, weight }) => size === 18 && weight === 400,
      )
      for (const a of remarks)
        for (const b of remarks)
          if (a.x < b.x && a.y === b.y) expect(b.x - a.x - boxOf(a).width).toBeGreaterThanOrEqual(4)
    }
  })
  test('are left out where three rows are not enough', () => {
    const figures = '2016-01/2016-03 1, 2017-01/2017-06 2, 2018-01/2018-09 3, 2019 5 plan, 2020 5 estimated'
    const remarks = textsOf(draw({ north: `${yearly(1970, 2015, () => 5)}, ${figures}` })).filter(
      ({ size }) => size === 18,
    )
    expect(remarks.map(({ text }) => text)).toEqual(['Jan–Mar', 'Jan–Jun', 'Jan–Sept'])
  })
})
