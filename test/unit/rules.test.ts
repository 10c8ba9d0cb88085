import { describe, expect, test } from 'vitest'
import { type Folder, parseFolder } from '../../tools/data/folder.ts'
import { toExponent } from '../../tools/data/rules/magnitudes.ts'
import { readsAsOwn } from '../../tools/data/rules/state-bodies.ts'
import { toWidth } from '../../tools/data/text-width.ts'
import { crossing, days, write } from '../fixtures/folders.ts'

const faultsOf = (folder: Folder, on: Parameters<typeof parseFolder>[1] = days): string[] =>
  parseFolder(folder, { ...on, toWidth }).faults

/** The faults without the file, which `folder.test.ts` looks at. */
const say = (folder: Folder, on = days): string[] =>
  faultsOf(folder, on).map(fault => fault.replace(/^data\/[^/]+\/(?:datapackage\.json:\d+|observations\.csv): ?/, ''))

const sound: string[] = []

/** The fault of the second row of a folder written in short. */
const onRow = (fault?: string): string[] => (fault ? [`data/written/observations.csv:3: ${fault}`] : sound)

/** A folder with a part of its package edited. */
function edit(folder: Folder, change: (head: ReturnType<typeof JSON.parse>) => void): Folder {
  const head = JSON.parse(folder.package)
  change(head)
  return { ...folder, package: JSON.stringify(head, null, 2) }
}

describe('a figure is revised by a later statement of its source', () => {
  test.each<[string, string, string?]>([
    ['a later figure', '2013 10 provisional 2014-01-10, 2013 10.5 final 2015-02-01'],
    ['a figure that is confirmed', '2013 10 provisional 2014-01-10, 2013 10 final 2015-02-01'],
    ['a figure told more exactly', '2013 10 final 2014-01-10, 2013 10.46 final 2015-02-01'],
    ['a figure of another thousand', '2013 655000 final 2014-01-10, 2013 657000 final 2015-02-01'],
    ['a plan that came true', '2013 10 plan 2012-01-10, 2013 10 final 2014-02-01'],
    ['periods out of order', '2013 10, 2012 9', 'north 2012 follows 2013; expected periods in ascending order'],
    [
      'two figures of one day',
      '2013 10, 2013 10.5',
      'north 2013 disagrees with line 2: 10 final and 10.5 final, both known by 2014-01-10; expected a revision to have a later publication date',
    ],
    [
      'two figures of one month, of which one is dated to the day',
      '2013 10 final 2014-01-31, 2013 10.5 final 2014-01',
      'north 2013 disagrees with line 2: 10 final and 10.5 final, both known by 2014-01-31; expected a revision to have a later publication date',
    ],
    [
      'a revision older than what it revises',
      '2013 10 final 2014-01-10, 2013 10.5 final 2013-12-31',
      'north 2013 is published before line 2; expected a revision to have a later publication date',
    ],
    [
      'a figure said again',
      '2013 10 final 2014-01-10, 2013 10.0 final 2015-02-01',
      'north 2013 repeats line 2, 10 final; expected a row for what a source says anew, and none for what it says again',
    ],
    [
      'a figure said again less surely',
      '2013 10 final 2014-01-10, 2013 10.5 provisional 2015-02-01',
      'north 2013 is provisional after final on line 2; expected a revision to be as sure as what it revises',
    ],
    [
      'an estimate of what was counted',
      '2013 10 provisional 2014-01-10, 2013 10.5 estimated 2015-02-01',
      'north 2013 is estimated after provisional on line 2; expected a revision to be as sure as what it revises',
    ],
    [
      'a figure told less exactly',
      '2013 24.204 final 2014-01-10, 2013 24.2 final 2015-02-01',
      'north 2013 is a weaker quotation of line 2: 24.2 after 24.204; expected no row for a figure that is known more exactly',
    ],
    [
      'a final figure told less exactly',
      '2013 24.2 provisional 2014-01-10, 2013 24 final 2015-02-01',
      'north 2013 is a weaker quotation of line 2: 24 after 24.2; expected no row for a figure that is known more exactly',
    ],
    [
      'a figure told in thousands',
      '2013 367400 final 2014-01-10, 2013 367000 final 2015-02-01',
      'north 2013 is a weaker quotation of line 2: 367000 after 367400; expected no row for a figure that is known more exactly',
    ],
  ])('%s', (_, north, fault) => expect(faultsOf(write({ north }))).toEqual(onRow(fault)))

  test('a removed "about" is news, an added one is not', () => {
    const [first = '', second = ''] = ['2013 10 final 2014-01-10', '2013 10 final 2015-02-01']
    const folder = write({ north: `${first}, ${second}` })
    const [before, after] = folder.observations.trimEnd().split('\n').slice(1)
    const withFlag = (row = '') => folder.observations.replace(row, row.replace('final,', 'final,approximate'))
    expect(faultsOf({ ...folder, observations: withFlag(before) })).toEqual(sound)
    expect(faultsOf({ ...folder, observations: withFlag(after) })).toHaveLength(1)
  })
})

describe('no day is counted twice in the totals of one series', () => {
  test.each<[string, string, string?]>([
    ['a part within a year', '2012-01/2012-06 4, 2012 9, 2013-01/2013-06 5'],
    ['fiscal years one after the other', '2011-04/2012-03 4, 2012-04/2013-03 5'],
    [
      'twelve months beside their year',
      '2012 4, 2012-01/2012-12 5',
      'north 2012 disagrees with line 2: 4 final and 5 final, both known by 2014-01-10; expected a revision to have a later publication date',
    ],
    [
      'a fiscal year beside a calendar year',
      '2012 4, 2012-04/2013-03 5',
      'north 2012-04/2013-03 overlaps 2012 on line 2; expected it to begin after that ends',
    ],
    [
      'five years beside one of them',
      '2009-01/2013-12 4, 2013 1',
      'north 2013 overlaps 2009-01/2013-12 on line 2; expected it to begin after that ends',
    ],
  ])('%s', (_, north, fault) => expect(faultsOf(write({ north }))).toEqual(onRow(fault)))

  test('levels may be averaged over any months', () =>
    expect(faultsOf(write({ north: '2012 4, 2012-04/2013-03 5' }, { timing: 'moment' }))).toEqual(sound))
})

describe('nothing that has happened is dated ahead', () => {
  const on = (today: string, baseline?: string) => ({ today, ...(baseline && { baseline }) })
  test.each([
    ['2016-12-31', sound],
    ['2016-04-01', sound],
    [
      '2016-03-31',
      ['data/written/observations.csv:2: north 2012 is added on 2016-04-01; expected no day after today, 2016-03-31'],
    ],
    [
      '2014-01-09',
      [
        'data/written/datapackage.json:1: sources.0.published is 2016-03; expected no day after today, 2014-01-09',
        'data/written/observations.csv:2: north 2012 is published on 2014-01-10; expected no day after today, 2014-01-09',
      ],
    ],
  ])('on %s', (today, faults) => expect(faultsOf(write({ north: '2012 4' }), on(today))).toEqual(faults))

  test.each(['2016-04-01', '2016-04', '2016'])('a figure published %s may be added on 2016-04-01', published =>
    expect(faultsOf(write({ north: `2012 4 final ${published}` }), on('2018-01-01'))).toEqual(sound),
  )
  test.each(['2016-04-02', '2016-05', '2017'])('a figure published %s may not be added on 2016-04-01', published =>
    expect(faultsOf(write({ north: `2012 4 final ${published}` }), on('2018-01-01'))).toEqual([
      `data/written/observations.csv:2: north 2012 is added on 2016-04-01, before it was published on ${published}; expected that day or a later one`,
    ]),
  )

  test('a month that has begun may be named, one that has not may not', () => {
    const folder = write({ north: '2012 4 final 2016-05' })
    const later = { ...folder, observations: folder.observations.replace('2016-04-01', '2016-05-02') }
    expect(faultsOf(later, on('2016-05-02'))).toEqual(sound)
    expect(faultsOf(folder, on('2016-04-30'))).toEqual([
      'data/written/observations.csv:2: north 2012 is published on 2016-05; expected no day after today, 2016-04-30',
    ])
  })

  test('an event and the day of a note', () => {
    const card = {
      events: [{ date: '2017-01-01', label: { en: 'Treaty' } }],
      notes: [{ en: 'So it is.', known: '2017-01-01' }],
    }
    expect(faultsOf(write({ north: '2012 4' }, card))).toEqual([
      'data/written/datapackage.json:1: card.events.0.date is 2017-01-01; expected no day after today, 2016-12-31',
      'data/written/datapackage.json:1: card.notes.0.known is 2017-01-01; expected no day after today, 2016-12-31',
    ])
  })

  test('a row added before the catalogue began', () => {
    expect(faultsOf(write({ north: '2012 4' }), on('2016-12-31', '2016-04-01'))).toEqual(sound)
    expect(faultsOf(write({ north: '2012 4' }), on('2016-12-31', '2016-04-02'))).toEqual([
      'data/written/observations.csv:2: north 2012 is added on 2016-04-01, before the catalogue began; expected 2016-04-02 (data/baseline.json) or a later day',
    ])
  })
})

describe('a card shows every series it has', () => {
  const lines = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, `${i < count / 2 ? 2012 : 2013} ${i}`]))
  const continued = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`s${i + 6}`, { continues: `s${i}` }]))
  test.each([
    ['six lines', write(lines(6)), sound],
    ['six lines that continue six', write(lines(12), {}, continued), sound],
    ['twelve rows', write(lines(12), { arrangement: 'ranking' }), sound],
    [
      'thirteen rows',
      write(lines(13), { arrangement: 'ranking' }),
      [': card.series has 13 series; expected at most 12 on one card'],
    ],
    [
      'six lines that continue seven',
      write(lines(13), {}, continued),
      [': card.series has 13 series; expected at most 12 on one card'],
    ],
  ])('%s', (_, folder, faults) =>
    expect(faultsOf(folder)).toEqual(faults.map(fault => `data/written/datapackage.json:1${fault}`)),
  )
})

describe('every source is cited, by the title it bears', () => {
  test('a source that nothing cites', () => {
    const folder = edit(crossing, head => {
      head.card.notes = []
      head.sources.push({ ...head.sources[0], name: 'third-book' })
    })
    expect(faultsOf(folder).join()).toMatch(
      /^data\/crossing\/datapackage\.json:\d+: sources\.2\.name is "third-book", which no row and no note cites; expected it to be cited or left out$/,
    )
  })
  test.each([
    ['[Results of the year]', false],
    ['(Results of the year)', false],
    ['（年度结果）', false],
    ['【年度结果】', false],
    ['(Agency 3992718) Results of the year', false],
    ['Results (of the year)', true],
    ['(Re)opening the route', true],
    ['Results of the year', true],
  ])('the title %s is one: %s', (title, isTitle) => {
    const folder = edit(crossing, head => {
      head.sources[0].title = title
    })
    expect(say(folder).map(fault => fault.split(';')[0])).toEqual(isTitle ? [] : ['sources.0.title is in brackets'])
  })
})

describe('a remark is on a figure that is there', () => {
  const remark = (more: object) =>
    say(write({ north: '2012 4 provisional 2013-01-10, 2012 5 final 2014' }, { remarks: [{ en: 'So.', ...more }] }))
  const lost = (figure: string) => [
    `card.remarks.0 names ${figure}, which has no row in observations.csv; expected one`,
  ]
  test.each([
    [{ series: 'north', period: '2012' }, sound],
    [{ series: 'north', period: '2012', published: '2014' }, sound],
    [{ series: 'north', period: '2013' }, lost('north 2013')],
    [{ series: 'north', period: '2012', published: '2014-01-10' }, lost('north 2012 published on 2014-01-10')],
  ])('%o', (more, faults) => expect(remark(more)).toEqual(faults))
})

describe('a fixed sentence rests on figures that are there, and hold', () => {
  const fixed = (needs: object[], en = 'As it is', flags: Parameters<typeof write>[1] = {}) =>
    say(
      write(
        { north: '2012 4 provisional 2013-01-10, 2012 5, 2013 6, 2014 7', south: '2012 4.5, 2013 8' },
        { finding: { kind: 'fixed', sentence: { en }, needs }, ...flags },
      ),
    )
  const need = (at: number, fault: string) => [`card.finding.needs.${at}${fault}`]
  const notAbove = (year: string, figures: string) =>
    need(
      0,
      ` says that north is above south in ${year}, where the newest figures are ${figures}; expected one that is surely greater`,
    )
  test.each([
    [[{ series: 'north' }], sound],
    [[{ series: 'north', period: '2012-01/2012-12' }], sound],
    [[{ series: 'north', period: '2012', above: 'south' }], sound],
    [[{ series: 'north', period: '2012', value: 5 }], sound],
    [[{ series: 'north', value: 6 }], sound],
    [
      [{ series: 'north' }, { series: 'north', period: '2015' }],
      need(1, ' names north 2015, which has no row in observations.csv; expected one'),
    ],
    [
      [{ series: 'north', period: '2014', above: 'south' }],
      need(0, ' names south, which has no row for 2014; expected one'),
    ],
    [[{ series: 'north', period: '2013', above: 'south' }], notAbove('2013', '6 final and 8 final')],
    [[{ series: 'north', above: 'south' }], notAbove('2013', '6 final and 8 final')],
    [
      [{ series: 'north', period: '2012', value: 4 }],
      need(0, '.value is 4, where the newest figures of north are 5 final; expected one of them'),
    ],
    [
      [{ series: 'north', period: '2012', above: 'east' }],
      ['card.finding.needs.0.above names the series "east"; expected one of north, south'],
    ],
  ])('%o', (needs, faults) => expect(fixed(needs)).toEqual(faults))

  test.each([
    ['2012-01/2012-06 4, 2013-01/2013-06 5', []],
    ['2012 4, 2013 5', []],
    ['2012-01/2012-06 4, 2013-01/2013-07 5', ['2013-01/2013-07 beside 2012-01/2012-06']],
    ['2012-01-01/2012-06-05 4, 2013-01/2013-06 5', ['2013-01/2013-06 beside 2012-01-01/2012-06-05']],
    ['2012 4, 2013-01/2013-06 5', ['2013-01/2013-06 beside 2012']],
  ])('and compares no unlike parts: %s', (north, beside) => {
    const needs = north.split(', ').map(figure => ({ series: 'north', period: figure.split(' ')[0] }))
    const finding = { kind: 'fixed', sentence: { en: 'As it is' }, needs }
    expect(say(write({ north }, { finding }))).toEqual(
      beside.map(
        pair =>
          `card.finding.needs.1.period is ${pair} of north; expected whole years, or the same months of each year`,
      ),
    )
    expect(say(write({ north }, { finding, timing: 'moment' }))).toEqual(sound)
  })

  test('a figure is not certainly above one that may be as great', () => {
    const card = { flags: [{ series: 'south', period: '2012', kind: 'at-least' }] }
    expect(fixed([{ series: 'north', period: '2012', above: 'south' }], 'As it is', card)).toEqual(
      notAbove('2012', '5 final and 4.5 at-least final'),
    )
  })
  test.each([
    ['North had more in 2012', [{ series: 'north', period: '2012' }], sound],
    [
      'North had more in 2012',
      [{ series: 'north' }],
      ['card.finding.sentence.en names 2012; expected years of the periods under needs'],
    ],
    [
      'North had more in 2012 than in 2011',
      [{ series: 'north', period: '2012' }],
      ['card.finding.sentence.en names 2011; expected years of the periods under needs'],
    ],
    ['North had 5,000 in 2012', [{ series: 'north', period: '2012', value: 5 }], sound],
    [
      'North had 5,000 in 2012',
      [{ series: 'north', period: '2012' }],
      [
        'card.finding.sentence.en names the figure 5,000; expected under needs the "value" of each figure that the sentence rests on',
      ],
    ],
  ])('"%s" with %o', (en, needs, faults) => expect(fixed(needs, en)).toEqual(faults))
})

describe('a lead is that of one authority', () => {
  const lead = (more: object, series = {}) =>
    say(
      write(
        { east: '2012 4', west: '2012 5' },
        {
          finding: {
            kind: 'lead',
            between: ['east', 'west'],
            margin: 1,
            level: { en: 'Level' },
            sentences: { east: words, west: words },
            ...more,
          },
        },
        series,
      ),
    )
  const words = { passed: { en: 'Passed {year}' }, ahead: { en: 'Ahead' } }
  const other = { west: { authority: 'old-office' } }
  test('or of two on purpose', () => {
    expect(lead({})).toEqual(sound)
    expect(lead({ across: true }, other)).toEqual(sound)
    expect(lead({}, other)).toEqual([
      'card.finding.between compares the figures of two authorities, new-office and old-office; expected those of one, or "across": true and words that say whose each are',
    ])
  })
  test('and of two series', () =>
    expect(lead({ between: ['east', 'east'] })).toEqual(['card.finding.between names one series twice; expected two']))
})

describe('words that are always shown hold on the day of the first figure', () => {
  const years = (card: Parameters<typeof write>[1], figures = '2012 4 final 2013-06-01, 2013 5 final 2014-01-10') =>
    say(write({ north: figures }, card))
  const lasting = (place: string, year: number, first = 2013) => [
    `${place} names ${year}; expected words that hold on the day of the first figure, published in ${first}`,
  ]
  const measure = (en: string) => ({ measure: { en } })
  test.each([
    [measure('Trade since 2012'), sound],
    [measure('Trade from 2012 to 2013'), sound],
    [measure('2,014 tonnes, 120145 units, 2014.5 days'), sound],
    [measure('Trade from 2012 to 2014'), lasting('card.measure.en', 2014)],
    [{ title: { kk: '2014 жылғы', ru: 'В 2012 году', zh: '2013年' } }, lasting('card.title.kk', 2014)],
    [{ description: { zh: '截至2015年' } }, lasting('card.description.zh', 2015)],
    [
      { series: [{ id: 'north', label: { en: 'North, 2014' }, sentence: { en: '{value}' }, authority: 'new-office' }] },
      lasting('card.series.0.label.en', 2014),
    ],
    [
      {
        finding: {
          kind: 'change',
          rose: { en: 'Rose {size} since 2014' },
          fell: { en: 'Fell' },
          unchanged: { en: 'Stayed' },
          first: { en: 'Was' },
        },
      },
      lasting('card.finding.rose.en', 2014),
    ],
  ])('%o', (card, faults) => expect(years(card)).toEqual(faults))

  test('the English title and description too', () => {
    const folder = edit(write({ north: '2012 4' }), head => {
      head.title = 'Written in 2015'
      head.description = 'From 2012 to 2016'
    })
    expect(say(folder)).toEqual([...lasting('title', 2015, 2014), ...lasting('description', 2016, 2014)])
  })
  test.each([
    [{ en: 'So it is.' }, sound],
    [{ en: 'In 2012 so it was.', known: '2014-01-10' }, sound],
    [{ en: 'In 2012 so it was.', sources: ['second-book'] }, sound],
    [
      { en: 'So it is.', ru: 'Так было в 2012 году.' },
      ['card.notes.0.ru names 2012; expected the sources of the note, or "known", the day since when it can be said'],
    ],
  ])('a note without sources names no year: %o', (note, faults) => expect(years({ notes: [note] })).toEqual(faults))

  test.each([
    [{ en: 'Revised in 2014' }, '2012 4 final 2013-06-01', [2014, '2013-06-01']],
    [{ en: 'Revised in 2014', published: '2014-01-10' }, '2012 4 final 2013-06-01, 2012 5 final 2014-01-10', undefined],
    [{ en: 'A plan for 2020' }, '2020 4 plan 2013-06-01', undefined],
  ])('a remark holds when its figure is published: %o', (words, figures, fault) => {
    const [year, published] = fault ?? []
    const [first = ''] = figures.split(' ')
    expect(years({ remarks: [{ series: 'north', period: first, ...words }] }, figures)).toEqual(
      fault
        ? [
            `card.remarks.0.en names ${year}; expected words that hold when the figure was published, ${published}, or the "published" of a later row`,
          ]
        : [],
    )
  })
})

describe('a unit and its factor say the same', () => {
  test.each([
    ['en', 'people', 0],
    ['en', 'thousand people', 3],
    ['en', 'million tonnes', 6],
    ['en', 'Mt', 6],
    ['en', 'MWt', 0],
    ['en', 'kt', 3],
    ['en', 'bn US dollars', 9],
    ['en', 'trillion tenge', 12],
    ['en', 'births per thousand people', 0],
    ['en', 'TEU', 0],
    ['kk', 'адам', 0],
    ['kk', 'мың адам', 3],
    ['kk', 'миллион тонна', 6],
    ['kk', 'млн т', 6],
    ['kk', 'миллиард АҚШ доллары', 9],
    ['kk', 'млрд АҚШ доллары', 9],
    ['ru', 'человек', 0],
    ['ru', 'тысяч человек', 3],
    ['ru', 'тысячи человек', 3],
    ['ru', 'тыс. ДФЭ', 3],
    ['ru', 'случаев на тысячу человек', 0],
    ['ru', 'млн т', 6],
    ['ru', 'миллионов тонн', 6],
    ['ru', 'млрд долларов США', 9],
    ['ru', 'миллиардов долларов США', 9],
    ['ru', 'трлн тенге', 12],
    ['zh', '人次', 0],
    ['zh', '千人', 3],
    ['zh', '千米', 0],
    ['zh', '千瓦', 0],
    ['zh', '万吨', 4],
    ['zh', '十万人', 5],
    ['zh', '百万吨', 6],
    ['zh', '千万吨', 7],
    ['zh', '亿美元', 8],
    ['zh', '十亿美元', 9],
    ['zh', '百亿美元', 10],
    ['zh', '千亿美元', 11],
    ['zh', '万亿美元', 12],
    ['zh', '每千人', 0],
    ['zh', '百分点', 0],
  ] as const)('%s: %s names 10 to the power of %d', (lang, unit, exponent) =>
    expect(toExponent(unit, lang)).toBe(exponent),
  )

  /** The faults of a folder whose unit has other words in some languages. */
  const unit = (display: Record<string, object>, label: object = {}) =>
    say(
      edit(write({ north: '2012 4' }), ({ card }) => {
        Object.assign(card.unit, label)
        for (const [lang, words] of Object.entries(display)) Object.assign(card.unit.display[lang], words)
      }),
    )
  test('a factor that the words do not say', () => {
    expect(unit({ zh: { factor: 100 } })).toEqual([
      'card.unit.display.zh.factor is 100 from "十亿tugriks" to "亿tugriks"; expected 10, as the words of the two units say',
    ])
    expect(unit({ en: { factor: 1000, label: 'million tugriks', short: 'million tugriks' } })).toEqual(sound)
  })
  test('a factor of less than one', () =>
    expect(
      unit(
        {
          en: { label: 'people', short: 'people' },
          kk: { label: 'мың адам', short: 'мың', factor: 0.001 },
          ru: { label: 'тысяч человек', short: 'тыс. человек', factor: 0.001 },
          zh: { label: '万人', short: '万', factor: 0.001 },
        },
        { label: { en: 'people', kk: 'адам', ru: 'человек', zh: '人' } },
      ),
    ).toEqual([
      'card.unit.display.zh.factor is 0.001 from "人" to "万人"; expected 0.0001, as the words of the two units say',
    ]))
  test('a short form of another magnitude', () =>
    expect(unit({ ru: { short: 'млн tugriks' } })).toEqual([
      'card.unit.display.ru.short is "млн tugriks" where the label is "миллиарды tugriks"; expected both to name the same thousands, millions or billions',
    ]))
  test('what is not translated is measured by the English', () =>
    expect(unit({}, { label: { en: 'billion tugriks' } })).toEqual(sound))
})

describe('two figures that differ are shown as different if their difference is stated', () => {
  const alike = (north: string, card: object, flags?: Parameters<typeof write>[1]) =>
    say(write({ north }, { ...card, ...flags }))
  const decimals = (lang: string, have: number, want: number) =>
    `card.unit.display.${lang}.decimals is ${have}, which shows 12.3 of north 2012 and 12.34 of 2013 alike; expected ${want}`
  test.each([
    ['percent', '2012 12.3, 2013 12.34', sound],
    [
      'points',
      '2012 12.3, 2013 12.34',
      [decimals('en', 1, 2), decimals('kk', 1, 2), decimals('ru', 1, 2), decimals('zh', 0, 1)],
    ],
    ['points', '2012 12.3, 2013 12.3', sound],
    ['absolute', '2012 12.3, 2013 13.34', sound],
    ['absolute', '2012 12.3, 2013 12.3 provisional 2013-06-01, 2013 13.34', sound],
    ['absolute', '2012 12.3, 2013 12.34 plan', sound],
  ])('in %s: %s', (change, north, faults) => expect(alike(north, { change })).toEqual(faults))
  test('a rounded figure is shown as it is', () => {
    const flags = { flags: [{ series: 'north', period: '2013', kind: 'approximate' }] }
    expect(alike('2012 12.3, 2013 12.34', { change: 'points' }, flags)).toEqual(sound)
  })
  test('figures that no decimals tell apart', () =>
    expect(alike('2012 1.00000001, 2013 1.00000002', { change: 'points' })[0]).toMatch(
      /expected no more than 6, and figures that differ by them$/,
    ))
})

describe('a state body has its country in its name', () => {
  test.each([
    ['en', 'Bureau of National Statistics', true],
    ['en', 'Bureau of National Statistics of Kazakhstan', false],
    ['en', 'Bureau of Statistics, Kazakhstan', false],
    ['en', 'Cabinet of Ministers', true],
    ['en', 'Cabinet of Ministers of Azerbaijan', false],
    ['en', 'Chinese customs', false],
    ['en', 'U.S. Census Bureau', false],
    ['en', 'Prime Minister', true],
    ['en', 'National Bank', true],
    ['en', 'World Bank', false],
    ['en', 'IMF', false],
    ['en', 'United Nations Statistics Division', false],
    ['en', 'Eurasian Development Bank', false],
    ['en', 'TITR International Association', false],
    ['en', 'Port of Baku', false],
    ['en', 'UTLC ERA', false],
    ['en', 'Zijin Mining', false],
    ['kk', 'Ұлттық статистика бюросы', true],
    ['kk', 'Қазақстан Ұлттық статистика бюросы', false],
    ['kk', 'Қытайдың Бас кеден басқармасы', false],
    ['kk', 'Министрлер кабинеті', true],
    ['kk', 'Әзербайжан Министрлер кабинеті', false],
    ['kk', 'Әзірбайжан Министрлер кабинеті', false],
    ['kk', 'Үкімет', true],
    ['kk', 'Еуразия даму банкі', false],
    ['kk', 'Дүниежүзілік банк', false],
    ['ru', 'Бюро национальной статистики', true],
    ['ru', 'Бюро национальной статистики Казахстана', false],
    ['ru', 'Таможня КНР', false],
    ['ru', 'Китайская таможня', false],
    ['ru', 'Министерство транспорта', true],
    ['ru', 'Минтранс Казахстана', false],
    ['ru', 'Минтранс', true],
    ['ru', 'МИД', true],
    ['ru', 'Евразийская экономическая комиссия', false],
    ['ru', 'Статистический комитет СНГ', false],
    ['ru', 'Комитет грузовых перевозок', true],
    ['ru', 'Порт Баку', false],
    ['zh', '国家统计局', true],
    ['zh', '哈萨克斯坦国家统计局', false],
    ['zh', '哈国家统计局', false],
    ['zh', '中国海关总署', false],
    ['zh', '海关总署', true],
    ['zh', '外交部', true],
    ['zh', '总统', true],
    ['zh', '内阁', true],
    ['zh', '阿塞拜疆内阁', false],
    ['zh', '中国西部', false],
    ['zh', '西部铁路', false],
    ['zh', '世界银行', false],
    ['zh', '国际货币基金组织', false],
    ['zh', '欧亚经济委员会', false],
    ['zh', '巴库港', false],
  ] as const)('%s: %s reads as the reader’s own: %s', (lang, name, own) => expect(readsAsOwn(name, lang)).toBe(own))

  test('an authority, in full and in short', () => {
    const folder = edit(crossing, head => {
      head.card.authorities['new-office'].name.ru = 'Бюро национальной статистики'
      head.card.authorities['new-office'].short.zh = '国家统计局'
    })
    expect(say(folder)).toEqual([
      'card.authorities.new-office.name.ru is "Бюро национальной статистики", which reads as the reader\'s own; expected the country in the name',
      'card.authorities.new-office.short.zh is "国家统计局", which reads as the reader\'s own; expected the country in the name',
    ])
  })
  test('a publisher, and a third party that republished it', () => {
    const folder = edit(crossing, head => {
      head.sources[0].publisher.en = 'Ministry of Transport'
      head.sources[0].via = { en: 'Government' }
    })
    expect(say(folder).map(fault => fault.split(',')[0])).toEqual([
      'sources.0.publisher.en is "Ministry of Transport"',
      'sources.0.via.en is "Government"',
    ])
  })
  test('a body in Chinese words', () => {
    const notes = (zh: string) => say(write({ north: '2012 4' }, { notes: [{ en: 'So it is.', zh }] }))
    expect(notes('哈萨克斯坦外交部没有给出数字。')).toEqual(sound)
    expect(notes('外交部没有给出数字。')).toEqual([
      'card.notes.0.zh names "外交部", which reads as China\'s; expected the country before it',
    ])
  })
})

describe('a name leaves the smallest card room to plot', () => {
  test.each([
    ['MMMM', 3.7],
    ['llll', 1.1],
    ['中国', 2],
  ])('%s is %d ems wide', (name, width) => expect(toWidth(name)).toBeCloseTo(width, 0))

  const name = (label: object, card = {}) => say(write({ north: '2012 4' }, card, { north: { label } }))
  const long = 'Международные железнодорожные пер'
  test.each([
    [{ en: 'Kazakhstan’s figures' }, {}, sound],
    [{ en: 'lilililililililililililililili' }, {}, sound],
    [{ en: long }, { arrangement: 'ranking' }, sound],
    [{ en: 'Sent from China (association)' }, { layout: 'bars' }, sound],
    [
      { en: 'Rail', ru: 'Железнодорожные перевозки' },
      {},
      ['card.series.0.label.ru is 15.4 ems wide; expected at most 10.5, so that the smallest card has room to plot'],
    ],
    [
      { en: long },
      { layout: 'bars' },
      ['card.series.0.label.en is 20.6 ems wide; expected at most 18, so that the smallest card has room to plot'],
    ],
  ])('%o of %o', (label, card, faults) => expect(name(label, card)).toEqual(faults))
})
