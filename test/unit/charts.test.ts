import { describe, expect, test } from 'vitest'
import {
  box,
  circlesOf,
  drawChart,
  drawFolder,
  findText,
  rectsOf,
  strokesOf,
  textsOf,
  toChart,
  toFirstCard,
  wordsOf,
} from '../fixtures/charts.ts'
import { crossing, parts, write } from '../fixtures/folders.ts'

const bars = { layout: 'bars' }
const chartOf = (folder: Parameters<typeof toFirstCard>[0], query = '') => toFirstCard(folder, query).picture.chart
const linesOf = (folder: Parameters<typeof toFirstCard>[0], query = '') => toChart('lines', folder, query)
const layoutOf = (folder: Parameters<typeof toFirstCard>[0], query = '') => toFirstCard(folder, query).picture.layout

describe('the layout that is drawn', () => {
  test('three points are a line, two are a row each, one is a single figure', () => {
    expect(chartOf(write({ north: '2010 1, 2011 2, 2012 3' }))?.kind).toBe('lines')
    expect(chartOf(write({ north: '2010 1, 2011 2' }))?.kind).toBe('rows')
    expect(layoutOf(write({ north: '2010 1' }))).toBe('stat')
  })
  test('a line of scattered dots is drawn as columns', () =>
    expect(chartOf(write({ north: '2000 1, 2004 2, 2008 3, 2012 3' }))?.kind).toBe('columns'))
  test('so is one that each authority interrupts', () => {
    const series = { north: '2013 3, 2014 4', 'old-north': '2010 1, 2012 2' }
    expect(chartOf(write(series, { headline: 'north' }, { north: { continues: 'old-north' } }))?.kind).toBe('columns')
  })
  test('columns too many to see are drawn as a line', () => {
    const years = (first: number, count: number) =>
      Array.from({ length: count }, (_, i) => `${first + i} ${i + 1}`).join(', ')
    expect(layoutOf(write({ north: years(1950, 64) }, bars))).toBe('trend')
    expect(layoutOf(write({ north: years(1954, 60) }, bars))).toBe('bars')
    expect(layoutOf(write({ north: years(1990, 20), south: years(1990, 20) }, bars))).toBe('trend')
  })
})

describe('a line', () => {
  test('is broken where another authority takes it up, with both named either side of an edge', () => {
    const marks = drawChart(crossing)
    expect(wordsOf(marks)).toEqual(expect.arrayContaining(['Old Office', 'New Office']))
    expect(rectsOf(marks).filter(mark => mark.ink === 'tint')).toHaveLength(1)
    const chart = linesOf(crossing)
    expect(chart.edge?.xs).toEqual([2012])
    expect(chart.lines[0]?.points.map(({ isJoined }) => isJoined)).toEqual([false, true, true, true, false, true, true])
  })
  test('has its name and its newest figure at its end, the period over them', () => {
    const marks = drawChart(crossing)
    expect(wordsOf(marks)).toEqual(expect.arrayContaining(['East 9.5', 'West 9.3', '2014']))
    expect(findText(marks, 'East 9.5').ink).toBe('china')
    expect(findText(marks, 'West 9.3').ink).toBe('russia')
  })
  test('says where the lead changed, each figure in the colour of its line', () => {
    const chart = linesOf(crossing)
    expect(chart.crossing?.parts.map(({ text, tone }) => [text, tone])).toEqual([
      ['2013: ', 'muted'],
      ['10.5', 'china'],
      [' v ', 'muted'],
      ['9.0', 'russia'],
    ])
  })
  test('says it in Chinese with one word for the year', () =>
    expect(linesOf(crossing, 'lang=zh').crossing?.parts[0]?.text).toMatch(/^2013年?：/))
  test('says each figure once: of a lead that changed in its last year its ends tell', () => {
    const chart = linesOf(crossing, 'to=2013')
    expect(chart.lines.map(({ end }) => end)).toEqual(['10.5', '9.0'])
    expect(chart.crossing).toBeUndefined()
  })
  test('keeps most of the width, however long its name', () => {
    const folder = write(
      { north: '2010 1, 2011 2, 2012 3' },
      {},
      {
        north: { short: { en: 'Containers carried along the northern branch of the road' } },
      },
    )
    expect(drawFolder(folder).plot.width).toBeGreaterThan(0.65 * box.width)
    expect(wordsOf(drawChart(folder)).join(' ')).toContain(
      'Containers carried along the northern branch of the road 3.0',
    )
  })
  test('has years at even steps: a hole would read as years without a figure', () => {
    for (const width of [200, 260, 320, 400, 500]) {
      const figures = Array.from({ length: 26 }, (_, i) => `${2000 + i} ${i + 1}`).join(', ')
      const years = textsOf(drawChart(write({ north: figures }), '', { ...box, width }))
        .filter(({ text, y }) => /^20\d\d$/.test(text) && y > box.y + box.height - 20)
        .map(({ text }) => Number(text))
        .sort((a, b) => a - b)
      const steps = years.slice(1).map((year, i) => year - (years[i] ?? 0))
      const [usual = 0, ...others] = steps.slice(1, -1)
      expect(
        others.every(step => step === usual),
        `${width}: ${years}`,
      ).toBe(true)
      if (usual > 0) expect(Math.max(...steps), `${width}: ${years}`).toBeLessThan(2 * usual)
    }
  })
  test('a doubtful figure is a hollow ring that no line reaches, with a word', () => {
    const marks = drawChart(crossing)
    expect(circlesOf(marks).filter(({ ink, outline }) => ink === 'ground' && outline?.ink === 'russia')).toHaveLength(1)
    expect(wordsOf(marks)).toContain('doubtful figure')
  })
  test('joins months, and fiscal years', () => {
    const chart = linesOf(write({ north: '2012-01 1, 2012-02 2, 2012-03 3, 2012-05 4' }, { timing: 'moment' }))
    expect(chart.lines[0]?.points.map(({ isJoined }) => isJoined)).toEqual([false, true, true, false])
  })
  test('never has a part of a year; its change on the same months is beside the ends', () => {
    const folder = write(
      {
        north: '2010 4, 2011 5, 2012-01/2012-06 2, 2012 6, 2013-01/2013-06 3',
        south: '2010 4, 2011 5, 2012-01/2012-06 4, 2012 6, 2013-01/2013-06 5',
      },
      { since: true },
    )
    const chart = linesOf(folder)
    expect(chart.lines.flatMap(({ points }) => points.map(({ x }) => x)).every(x => x % 1 === 0.5)).toBe(true)
    expect(chart.since).toEqual({
      title: 'Jan–Jun 2013',
      rows: [
        { text: 'North +50%', tone: 'kazakhstan' },
        { text: 'South +25%', tone: 'ochre' },
      ],
      tail: 'year on year',
    })
  })
  test('two lines with a gap say how wide it is, and fill it', () => {
    const folder = write(
      { north: '2010 4, 2011 5, 2012 6', south: '2010 3, 2011 3.5, 2012 4.5' },
      { gap: ['north', 'south'] },
    )
    const marks = drawChart(folder)
    expect(wordsOf(marks)).toContain('gap 1.5')
    expect(marks.some(mark => mark.kind === 'fill' && mark.ink === 'ribbon')).toBe(true)
  })
  test('of a dozen the subject and two rivals keep their colours, and those without a place are counted', () => {
    const ids = ['altai', 'baikal', 'caspian', ...'defghijkl']
    const folder = write(Object.fromEntries(ids.map((id, i) => [id, `2010 ${20 - i}, 2011 ${21 - i}, 2012 ${22 - i}`])))
    const chart = linesOf(folder)
    expect(chart.lines.filter(({ isThin }) => !isThin).map(({ id }) => id)).toEqual(['altai', 'baikal', 'caspian'])
    expect(wordsOf(drawChart(folder)).some(text => /^and \d+ more$/.test(text))).toBe(true)
  })
})

describe('columns', () => {
  const series = '2010 4, 2011 5, 2013 5.5'
  test('the newest is in the colour of its party, the older in that of the past, a year without a figure is empty', () => {
    const marks = drawChart(write({ north: series }, bars))
    expect(rectsOf(marks).map(({ ink }) => ink)).toEqual(['past', 'past', 'kazakhstan'])
    expect(wordsOf(marks)).toEqual(expect.arrayContaining(['2010', '2011', '2012', '2013']))
  })
  test.each([
    ['2012-11 1, 2012-12 2, 2013-03 3', ['2012-11', '2012-12', '', '', '2013-03']],
    ['2010-06 1, 2012-06 2, 2013-06 3', ['2010-06', '', '2012-06', '2013-06']],
    [
      '2012-01/2012-06 1, 2012-07/2012-12 2, 2013-07/2013-12 3',
      ['2012-01/2012-06', '2012-07/2012-12', '2013-07/2013-12'],
    ],
  ])('time runs evenly: a month or a year without a figure has its place: %s', (north, places) => {
    const chart = toChart('columns', write({ north }, { ...bars, timing: 'moment' }))
    const texts = north.split(', ').map(figure => figure.split(' ')[0])
    expect(chart.slots.map(slot => (slot.columns[0] ? texts.shift() : ''))).toEqual(places)
  })
  test('carry their numbers and have no axis of values, each figure once', () => {
    const words = wordsOf(drawChart(write({ north: series }, bars)))
    for (const text of ['4.0', '5.0', '5.5']) expect(words.filter(word => word === text)).toHaveLength(1)
    expect(strokesOf(drawChart(write({ north: series }, bars))).some(({ ink }) => ink === 'grid')).toBe(false)
  })
  test('a rounded or an approximate figure has no digit that its source does not give', () => {
    const words = wordsOf(
      drawChart(
        write({ north: '2010 28 final 2014-01-10 rounded, 2011 5 estimated, 2012 32 final 2014-01-10 at-least' }, bars),
      ),
    )
    expect(words).toEqual(expect.arrayContaining(['28', '≈5', '>32']))
  })
  test('a part of a year is as wide as the part, its floor dotted under the months that are left', () => {
    const marks = drawChart(parts)
    const [first, , part] = rectsOf(marks).filter(({ ink }) => ink === 'past' || ink === 'kazakhstan')
    expect((part?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(0.75, 2)
    expect(strokesOf(marks).some(({ ink, dash }) => ink === 'kazakhstan' && dash)).toBe(true)
    expect(wordsOf(marks)).toContain('9 months')
  })
  test('a comparison of the title is a dashed line from the one column to the left edge of the other', () => {
    const dashed = strokesOf(drawChart(parts)).filter(({ ink, dash }) => ink === 'ink' && dash)
    expect(dashed).toHaveLength(1)
  })
  test('a plan for another year is hollow, one for the year of the newest figure a tick, one far above is words', () => {
    const plan = (text: string) =>
      write({ north: '2011 20, 2012 25, 2013 30', plan: text }, { ...bars, headline: 'north' })
    expect(strokesOf(drawChart(plan('2015 35 plan'))).some(({ ink, dash }) => ink === 'muted' && dash)).toBe(true)
    expect(wordsOf(drawChart(plan('2013 35 plan')))).toContain('plan 35')
    expect(wordsOf(drawChart(plan('2015 60 plan')))).toContain('Plan, 2015: 60 billion tugriks')
  })
  test('an estimate is pale with a cap in its full colour', () => {
    const inks = rectsOf(drawChart(write({ north: '2010 4, 2011 5 estimated, 2012 6' }, bars))).map(({ ink }) => ink)
    expect(inks).toEqual(['past', 'pale-past', 'past', 'kazakhstan'])
  })
  test('of two parties say so where one has no figure', () => {
    const words = wordsOf(drawChart(write({ north: '2010 4, 2011 5, 2012 6', south: '2011 3, 2012 4' }, bars)))
    expect(words).toEqual(expect.arrayContaining(['North', 'South']))
    expect(words.join(' ')).toContain('no figure')
  })
  test('never leave out the number of the newest, however near a higher plan is', () => {
    const figures = Array.from({ length: 14 }, (_, i) => `${2000 + i} ${100 + i}`).join(', ')
    const folder = write({ north: figures, plan: '2014 118 plan' }, { ...bars, headline: 'north' })
    expect(wordsOf(drawChart(folder, '', { ...box, width: 300 }))).toEqual(expect.arrayContaining(['113.0']))
  })
  test('never leave out the months of the newest, and say none without their year', () => {
    const figures = (shift: number) =>
      Array.from({ length: 7 }, (_, i) => `${2007 + i}${i === 6 ? '-01/2013-05' : ''} ${i + shift}`).join(', ')
    const marks = drawChart(write({ north: figures(3), south: figures(4) }, bars), '', { ...box, width: 400 })
    expect(findText(marks, 'Jan–May').y).toBeGreaterThan(findText(marks, '2013').y)
  })
  test('too narrow for their numbers have a grid, and numbers on the newest and the greatest', () => {
    const figures = Array.from({ length: 40 }, (_, i) => `${1974 + i} ${100 + ((i * 7) % 40)}`).join(', ')
    const marks = drawChart(write({ north: figures }, bars))
    expect(strokesOf(marks).some(({ ink }) => ink === 'grid')).toBe(true)
    expect(wordsOf(marks)).toContain('139.0')
    expect(textsOf(marks).filter(({ weight, ink }) => weight === 600 && ink !== 'ink')).toHaveLength(1)
  })
})

describe('rows', () => {
  const ranking = { arrangement: 'ranking', layout: 'bars' }
  test('are headed by their periods once, the previous year under each bar', () => {
    const words = wordsOf(drawChart(write({ altai: '2012 30, 2013 41', baikal: '2012 62, 2013 57' }, ranking)))
    expect(words.filter(text => text === '2013')).toHaveLength(1)
    expect(words.filter(text => text === '2012')).toHaveLength(1)
    expect(words).toEqual(expect.arrayContaining(['57.0', '62.0', '41.0', '30.0']))
  })
  test('the subject is in its colour, the others in slate', () => {
    const inks = rectsOf(drawChart(write({ altai: '2013 41', baikal: '2013 57', caspian: '2013 3' }, ranking))).map(
      ({ ink }) => ink,
    )
    expect(inks.sort()).toEqual(['kazakhstan', 'slate', 'slate'])
  })
  test('an announcement is hollow and says how far it has come, its number after the word', () => {
    const folder = write({ altai: '2013 2 plan', baikal: '2013 12 plan' }, ranking, {
      altai: { stage: { en: 'in talks' } },
    })
    const marks = drawChart(folder)
    expect(rectsOf(marks)).toHaveLength(0)
    expect(findText(marks, 'in talks').x).toBeLessThan(findText(marks, '2').x)
  })
  test('more than fit are counted, and the others are read at the size of every label', () => {
    const many = Object.fromEntries(Array.from('abcdefghijkl', (id, i) => [`place-${id}`, `2013 ${99 - i}`]))
    const marks = drawChart(write(many, { ...ranking, headline: 'place-l' }), '', { ...box, height: 200 })
    expect(wordsOf(marks)).toEqual(expect.arrayContaining(['Place-a', 'Place-l']))
    expect(wordsOf(marks).some(text => /^and \d+ more$/.test(text))).toBe(true)
    expect(Math.min(...textsOf(marks).map(({ size }) => size))).toBe(20)
  })
  test('have their names at the same side of the bars in every language', () => {
    const long = 'Уран, радиоактивные элементы и изотопы'
    const folder = write({ altai: '2013 41', baikal: '2013 57' }, ranking, {
      altai: { short: { en: 'Uranium', kk: 'Уран', ru: long, zh: 'U' } },
      baikal: { short: { en: 'Ore', kk: 'Кен', ru: 'Руда', zh: 'Ore' } },
    })
    const narrow = { ...box, width: 500 }
    const isAbove = (lang: string, name: string): boolean => {
      const marks = drawChart(folder, `lang=${lang}`, narrow)
      const [bar] = rectsOf(marks)
      return (bar?.x ?? 0) === findText(marks, name).x
    }
    expect([isAbove('en', 'Uranium'), isAbove('ru', long)]).toEqual([true, true])
  })
  test('a loss of the year before has its bar to the left of zero, beside gains only', () => {
    const marks = drawChart(write({ altai: '2012 -30, 2013 41', baikal: '2012 62, 2013 57' }, ranking))
    for (const rect of rectsOf(marks)) {
      expect(rect.x).toBeGreaterThanOrEqual(box.x)
      expect(rect.width).toBeGreaterThan(0)
    }
  })
  test('an artefact is hollow', () => {
    const artefact = 'final 2014-01-10 artefact'
    const marks = drawChart(write({ altai: `2013 2 ${artefact}, 2014 3`, baikal: `2013 12 ${artefact}` }, ranking))
    expect(rectsOf(marks)).not.toHaveLength(2)
  })
})

test('no chart is wider or higher than its box', () => {
  for (const folder of [crossing, parts]) {
    for (const layout of ['trend', 'bars']) {
      const { plot } = drawFolder(folder, `layout=${layout}`)
      expect(plot.x).toBeGreaterThanOrEqual(box.x)
      expect(plot.y).toBeGreaterThanOrEqual(box.y - 12)
      expect(plot.x + plot.width).toBeLessThanOrEqual(box.x + box.width + 0.01)
      expect(plot.y + plot.height).toBeLessThanOrEqual(box.y + box.height)
    }
  }
})
