import { describe, expect, test } from 'vitest'
import { CardError } from '../../src/model/errors.ts'
import { cardOf } from '../fixtures/cards.ts'
import { crossing, parts, read, write } from '../fixtures/folders.ts'

const card = (folder: Parameters<typeof read>[0], query = '') => cardOf(read(folder), query)

describe('the finding follows from the figures in view', () => {
  test.each([
    ['', 'East passed West in 2013'],
    ['to=2012', 'West led East by 9 bn tugriks to 8 bn tugriks in 2012'],
    ['from=2014', 'East led West by 9.5 bn tugriks to 9.3 bn tugriks in 2014'],
    ['asof=2014-01-31', 'West led East by 9 bn tugriks to 8 bn tugriks in 2012'],
    ['series=east', 'Trade with East was 9.5 bn tugriks in 2014'],
    ['series=west', 'Trade with West was 9.3 bn tugriks in 2014'],
  ])('%s', (query, finding) => expect(card(crossing, query).finding).toBe(finding))

  test('a year with an artefact decides nothing: East did not lead in 2010', () => {
    expect(card(crossing, 'to=2010').finding).toBe('West led East by 6.5 bn tugriks to 5 bn tugriks in 2009')
  })
})

describe('as of a day, the newest row published by then', () => {
  test('the revision of 2015 is not known in 2014', () => {
    expect(card(crossing, 'asof=2014-12-31').headline).toMatchObject({
      period: '2013',
      value: 10,
      status: 'provisional',
    })
    expect(card(crossing, 'asof=2015-02-01').headline).toMatchObject({ period: '2013', value: 10.5, status: 'final' })
  })
  test.each([
    [
      'asof=2001-01-01',
      'asof',
      'No figure of crossing for these years and series is known to have been published by 2001-01-01',
    ],
    ['from=2050', 'from', 'crossing has no figure for these years and series'],
    ['from=2050&to=2060', 'from', 'crossing has no figure for these years and series'],
    ['to=1950', 'to', 'crossing has no figure for these years and series'],
  ])('with nothing in view there is no card: %s', (query, parameter, sentence) => {
    expect(() => card(crossing, query)).toThrow(new CardError(404, 'no-observations', sentence, { parameter }))
  })
  test('a figure is known on the day it is published, and not the day before', () => {
    expect(card(crossing, 'asof=2014-01-10').series.map(({ id }) => id)).toContain('east')
    expect(card(crossing, 'asof=2014-01-09').series.map(({ id }) => id)).not.toContain('east')
  })
  test('both ends of the years are in view', () => {
    const [east] = card(crossing, 'series=east&from=2012&to=2013').series
    expect(east?.points.map(({ period }) => period)).toEqual(['2012', '2013'])
  })
})

describe('a change', () => {
  test('has its sign, its size and its base', () => {
    expect(card(crossing).headline).toMatchObject({
      value: 9.5,
      formatted: '9.5 bn tugriks',
      change: { kind: 'percent', value: -9.5, formatted: '−9.5%', since: '2013', phrase: 'down 9.5% on 2013' },
    })
  })
  test('is never stated across a break between authorities', () => {
    expect(card(crossing, 'to=2012').headline.change).toBeNull()
  })
})

describe('a part of a year', () => {
  test('is the latest, never the headline, and changes nothing', () => {
    const { headline, latest } = card(parts)
    expect(headline).toMatchObject({ period: '2013', change: { value: 25, since: '2011' } })
    expect(latest).toMatchObject({
      period: '2014-01/2014-09',
      formatted: '>5.2 bn tugriks',
      periodText: 'January–September 2014',
    })
  })
})

test('a series and the one it continues share a colour, with a break between them', () => {
  const { series, breaks } = card(crossing)
  expect(series.map(({ id, colour }) => [id, colour])).toEqual([
    ['east-old', 'china'],
    ['west-old', 'russia'],
    ['east', 'china'],
    ['west', 'russia'],
  ])
  expect(breaks).toEqual([{ label: 'break in series', after: '2012' }])
})

test('each break is named once', () => {
  const { breaks } = card(
    write(
      { a: '2010 1', b: '2010 1', c: '2012 1', d: '2012 1', e: '2014 1' },
      {},
      { c: { continues: 'a' }, d: { continues: 'b' }, e: { continues: 'c' } },
    ),
  )
  expect(breaks.map(({ after }) => after)).toEqual(['2012', '2014'])
})

test('a break needs both its sides in view', () => {
  expect(card(crossing, 'from=2012').breaks).toEqual([])
  expect(card(crossing, 'to=2011').breaks).toEqual([])
})

test('choosing a series does not recolour it', () => {
  expect(card(crossing, 'series=west').series[0]?.colour).toBe('russia')
})

test('an event is listed only within the years shown', () => {
  expect(card(crossing).events).toHaveLength(1)
  expect(card(crossing, 'to=2012').events).toEqual([])
  expect(card(crossing, 'from=2014').events).toEqual([])
})

test('the first and the last of the years shown have their events', () => {
  const label = { en: 'Treaty' }
  const events = ['2010-12-31', '2011-01-01', '2013-12-31', '2014-01-01'].map(date => ({ date, label }))
  expect(card(write({ north: '2011 4, 2013 5' }, { events })).events).toEqual([
    { date: '2011-01-01', label: 'Treaty' },
    { date: '2013-12-31', label: 'Treaty' },
  ])
})

test('the alt text sets beside the headline what is of the same period, where it is there', () => {
  const rest = { east: '2012 8, 2013 10, 2014-01/2014-06 6', west: '2013 9, 2014-01/2014-06 2', south: '2012 1' }
  expect(card(write(rest)).alt).toBe(
    'Trade with East was 10 bn tugriks in 2013, up 25% on 2012. Trade with East was 6 bn tugriks in January–June 2014. ' +
      'Trade with West was 9 bn tugriks in 2013. Trade with South was 1 bn tugriks in 2012. Source: New Office.',
  )
})

test('the alt text says figure, change, further lines and source', () => {
  expect(card(crossing).alt).toBe(
    'Trade with East was 9.5 bn tugriks in 2014, down 9.5% on 2013. Trade with West was 9.3 bn tugriks in 2014. Sources: Old Office; New Office.',
  )
})

test('a language counts in its own unit', () => {
  expect(card(crossing, 'lang=zh').headline.formatted).toBe('95亿tugriks')
})

test('a line says who counts it, where, and what it continues', () => {
  const [old, , east] = card(crossing).series
  expect({ ...old, points: [] }).toEqual({
    id: 'east-old',
    label: 'East',
    short: 'East',
    authority: 'The Old Office',
    authorityShort: 'Old Office',
    colour: 'china',
    points: [],
  })
  expect({ ...east, points: [] }).toEqual({
    id: 'east',
    label: 'East',
    short: 'East',
    authority: 'The New Office',
    authorityShort: 'New Office',
    area: 'CN',
    colour: 'china',
    continues: 'east-old',
    points: [],
  })
})

describe('a figure', () => {
  test('of a whole year', () => {
    expect(card(crossing, 'series=east-old').series[0]?.points[0]).toEqual({
      period: '2008',
      start: '2008-01-01',
      end: '2008-12-31',
      year: 2008,
      x: 2008.5,
      part: false,
      value: 4,
      shown: 4,
      text: '4',
      caption: '2008',
      remark: '',
      status: 'final',
      published: '2012-06-01',
      precision: 'day',
      added: '2016-04-01',
      source: 'first-book',
    })
  })
  test('of a part of one, with what must be known of it', () => {
    const flags = [{ series: 'north', period: '2014-04/2014-09', kind: 'artefact' }]
    const remarks = [{ series: 'north', period: '2014-04/2014-09', en: 'Counted twice' }]
    expect(
      card(write({ north: '2014-04/2014-09 5 plan' }, { flags, remarks }), 'lang=zh').series[0]?.points[0],
    ).toEqual({
      period: '2014-04/2014-09',
      start: '2014-04-01',
      end: '2014-09-30',
      year: 2014,
      x: 2014.5,
      part: true,
      value: 5,
      shown: 50,
      text: '50',
      caption: '2014年4月至9月',
      remark: '计划，非全年，记录误差',
      status: 'plan',
      published: '2014-01-10',
      precision: 'day',
      added: '2016-04-01',
      source: 'second-book',
      flag: 'artefact',
      note: 'Counted twice',
    })
  })
  test.each([
    ['final', ''],
    ['provisional', ''],
    ['estimated', 'estimate'],
    ['plan', 'plan'],
  ])('that is %s is remarked "%s"', (status, remark) =>
    expect(card(write({ north: `2014 5 ${status}` })).series[0]?.points[0]).toMatchObject({ status, remark }),
  )
  test('that is a range has both its ends', () => {
    const { headline, series } = card(
      write({ low: '2012 12, 2013 13', high: '2013 17' }, {}, { low: { upTo: 'high' } }),
    )
    expect(headline).toMatchObject({ value: 13, valueTo: 17, formatted: '13–17 bn tugriks', number: '13–17' })
    expect(series.map(({ upTo }) => upTo)).toEqual(['high', undefined])
    expect(card(crossing).headline).not.toHaveProperty('valueTo')
  })
})

test('what a card says beside its figures', () => {
  expect(card(crossing)).toMatchObject({
    title: 'Trade with East and West',
    unit: {
      code: 'BN',
      label: 'billion tugriks',
      display: { label: 'billion tugriks', short: 'bn tugriks', factor: 1, decimals: 1 },
    },
    crossing: { series: 'east', period: '2013' },
    notes: ['Two offices count.'],
    noteSources: [['first-book']],
    sourceLine: 'Sources: Old Office; New Office',
    updated: '2016-03-31',
  })
  expect(card(crossing, 'from=2014').crossing).toBeUndefined()
})

describe('the sources are those of the figures in view and of the notes', () => {
  const notes = [{ en: 'So it is.', sources: ['first-book'] }]
  test.each([
    ['a source of each', crossing, '', ['first-book', 'second-book']],
    ['one of figures and notes', crossing, 'to=2011', ['first-book']],
    ['one of the figures', write({ north: '2012 4' }), '', ['second-book']],
    ['one of the notes', write({ north: '2012 4' }, { notes }), '', ['first-book', 'second-book']],
  ])('%s', (_, folder, query, ids) => expect(card(folder, query).sources.map(({ id }) => id)).toEqual(ids))
})

test.each([
  ['', 'published 31 March 2016'],
  ['to=2011', 'published 1 June 2012'],
  ['asof=2014-01-31', 'As known on 31 January 2014'],
])('the line of sources says when the figure of the newest period became public: %s', (query, date) =>
  expect(card(crossing, query).picture.foot.sources[0]).toMatch(new RegExp(` · ${date}$`)),
)

test.each([
  ['2014-01', '2014-01-31', 'month', 'January 2014'],
  ['2013', '2013-12-31', 'year', '2013'],
  // The last day of 2016 came after the row was added: by then it was public.
  ['2016', '2016-04-01', 'year', '2016'],
])(
  'a figure whose source shows no more than %s counts from the last day of it',
  (shown, published, precision, text) => {
    const { series, picture } = card(write({ north: `2012 4 final ${shown}` }))
    expect(series[0]?.points[0]).toMatchObject({ published, precision })
    expect(picture.foot.sources[0]).toMatch(new RegExp(` · published ${text}$`))
  },
)

describe('a card as of a day has nothing that was not known then', () => {
  const notes = [
    { en: 'The first book says so.', sources: ['first-book'] },
    { en: 'Both books say so.', sources: ['first-book', 'second-book'] },
    { en: 'Known since spring.', known: '2014-03-21' },
    { en: 'Always so.' },
  ]
  const events = ['2013-07-02', '2014-06-01'].map(date => ({ date, label: { en: date } }))
  const folder = write(
    { north: '2012 4 final 2013-01-10, 2013 5 final 2014-01-10, 2014 5 plan 2014-01-10' },
    { notes, events },
  )
  test.each([
    ['2014-01-10', ['The first book says so.', 'Always so.'], ['2013-07-02']],
    ['2014-03-21', ['The first book says so.', 'Known since spring.', 'Always so.'], ['2013-07-02']],
    ['2016-04-01', notes.map(({ en }) => en), ['2013-07-02', '2014-06-01']],
  ])('of %s', (day, told, dates) => {
    const known = card(folder, `asof=${day}`)
    expect(known.notes).toEqual(told)
    expect(known.events.map(({ date }) => date)).toEqual(dates)
  })
  test('and a note goes with the sources that it cites', () =>
    expect(card(folder, 'asof=2014-01-10').noteSources).toEqual([['first-book'], []]))
})

test('what was cited on a day stays the same when a late row arrives', () => {
  const folder = write({ north: '2012 4, 2013 5' })
  const rows = folder.observations.replaceAll('2016-04-01', '2016-03-01')
  const before = { ...folder, observations: rows }
  // Public for two years, but not in the catalogue before April.
  const after = { ...folder, observations: `${rows}north,2014,9,final,,2014-02-01,2016-04-02,second-book\n` }
  expect(card(after, 'asof=2016-04-01')).toEqual(card(before, 'asof=2016-04-01'))
  expect(card(after, 'asof=2016-04-02').headline.period).toBe('2014')
  // Before the catalogue began there was nothing to cite: what was public counts.
  expect(card(after, 'asof=2016-02-28').headline.period).toBe('2014')
})

test('a note that came with a late row is not part of what was cited before', () => {
  const notes = [{ en: 'So says the first book.', sources: ['first-book'] }]
  const folder = write({ north: '2012 4' }, { notes })
  const late = {
    ...folder,
    observations: `${folder.observations}north,2013,9,final,,2014-02-01,2016-05-01,first-book\n`,
  }
  expect(card(late, 'asof=2016-04-30').notes).toEqual([])
  expect(card(late, 'asof=2016-05-01').notes).toEqual(['So says the first book.'])
})

test('only a deprecated card says that it is no longer updated', () => {
  expect(card(write({ north: '2012 4' }, { deprecated: { en: 'See parts' } })).deprecated).toBe('See parts')
  expect(card(crossing)).not.toHaveProperty('deprecated')
})
