import { describe, expect, test } from 'vitest'
import { languages, say } from '../../src/model/locales.ts'
import { readData } from '../../tools/read-data.ts'
import { cardOf } from '../fixtures/cards.ts'
import { toChart, toFirstCard } from '../fixtures/charts.ts'
import { crossing, parts, write } from '../fixtures/folders.ts'

const { indicators } = readData()

describe('the foot of a card', () => {
  test('prints a short address that opens in its language', () => {
    expect(toFirstCard(crossing).picture.foot.address).toBe('caravan.example/crossing')
    expect(toFirstCard(crossing, 'lang=kk').picture.foot.address).toBe('caravan.example/kk/crossing')
  })
  test('says that the licence is that of the card', () =>
    expect(toFirstCard(crossing).picture.foot.licence).toBe('card CC BY'))
  test('leaves the name to a host that begins with it', () => expect(toFirstCard(crossing).picture.foot.name).toBe(''))
  test('names the authorities and the day the newest figure became public, shorter where it must', () =>
    expect(toFirstCard(crossing).picture.foot.sources).toEqual([
      'Sources: The Old Office; The New Office · published 31 March 2016',
      'Sources: Old Office; New Office · published 31 March 2016',
      'Sources: Old Office; New Office',
      'Sources: Old Office and 1 more',
    ]))
  test('of a past day always says so', () => {
    for (const text of toFirstCard(crossing, 'asof=2015-06-01').picture.foot.sources)
      expect(text).toContain('As known on 1 June 2015')
    for (const text of toFirstCard(crossing, 'asof=2015-06-01&lang=kk').picture.foot.sources)
      expect(text).toMatch(/2015\sжылғы 1 маусымдағы мәлімет бойынша/)
  })
})

describe('a badge', () => {
  test('names its indicator, not a line of it', () =>
    expect(toFirstCard(parts, 'layout=badge').picture.badge).toEqual({
      name: 'Guests, 2013',
      figure: '5.0 billion tugriks',
      change: '+25%',
      tone: 'kazakhstan',
    }))
  test('of another line than the headline says what is measured and which line it is', () =>
    expect(toFirstCard(crossing, 'layout=badge&series=west').picture.badge.name).toMatch(/^.+: West, 2014$/))
  test('has a name of at most 32 characters in every language, and no other indicator has it', () => {
    for (const lang of languages) {
      const names = indicators.map(({ badge }) => say(badge, lang))
      expect(new Set(names).size).toBe(names.length)
      expect(names.filter(name => [...name].length > 32)).toEqual([])
    }
  })
})

describe('the line under a title', () => {
  const folder = write(
    { north: '2012 4, 2013 5', south: '2012 2, 2013 3' },
    { shown: ['north'], subtitle: { en: 'Tonnes of the north' }, measure: { en: 'Tonnes' } },
  )
  test('is of the lines that the indicator shows by itself', () =>
    expect(toFirstCard(folder, 'layout=stat').picture.subtitle).toBe('Tonnes of the north'))
  test('is the whole measure where others are chosen', () =>
    expect(toFirstCard(folder, 'layout=stat&series=south').picture.subtitle).toBe('Tonnes'))
})

describe('a stat', () => {
  test('of another line than the headline is titled by that line', () =>
    expect(toFirstCard(crossing, 'layout=stat&series=west').picture.title).toBe('West, 2014'))
  test('is titled by what it counts and when, its figure once', () => {
    const { title, hero } = toFirstCard(crossing, 'layout=stat').picture
    expect(title).toBe('Trade with East and West, 2014')
    expect(hero).toMatchObject({ number: '9.5', unit: 'billion tugriks' })
    expect(hero.comparisons.map(parts => parts.map(({ text }) => text).join(''))).toEqual([
      'down 10% on 2013',
      'West 9.3',
    ])
  })
  test('draws the line of its figure alone, without that figure at its end', () => {
    expect(toChart('lines', crossing, 'layout=stat').lines.map(({ id, end }) => [id, end])).toEqual([['east', '']])
  })
  test('draws columns and bars without the figure and the change above them', () => {
    const bars = (figures: string) => write({ north: figures }, { layout: 'bars' })
    const columns = toChart('columns', bars('2011 20, 2012 25, 2013 30'), 'layout=stat')
    expect(columns.slots.map(({ columns: [column] }) => column?.text)).toEqual(['20.0', '25.0', ''])
    expect(
      toChart('rows', bars('2012 25, 2013 30'), 'layout=stat').rows.map(({ text, stage }) => [text, stage]),
    ).toEqual([
      ['25.0', undefined],
      ['', undefined],
    ])
  })
})

test('a change is printed only where the printed figures give it', () => {
  // 0.76 to 0.586 is −23 %; a reader of 0.8 and 0.6 would find −25 %.
  const change = (decimals: number) => {
    const unit = { label: 'units', decimals }
    const folder = write({ north: '2011 1, 2012 0.76, 2013 0.586' }, { layout: 'bars', plot: { en: unit } })
    return toChart('columns', folder).slots.at(-1)?.columns[0]?.change
  }
  expect(change(1)).toBeUndefined()
  expect(change(3)).toBe('−23%')
})

test('a chart has the same form in every language', () => {
  for (const indicator of indicators) {
    const forms = languages.map(lang => {
      const { chart } = cardOf(indicator, `lang=${lang}`).picture
      return JSON.stringify([
        chart?.kind,
        chart?.kind === 'lines'
          ? chart.lines.length
          : chart?.kind === 'columns'
            ? chart.slots.length
            : chart?.rows.length,
      ])
    })
    expect(new Set(forms).size, indicator.id).toBe(1)
  }
})

describe('the title of each default card', () => {
  const titles = indicators.flatMap(indicator =>
    languages.map(lang => ({
      id: indicator.id,
      isOverTime: indicator.arrangement === 'time',
      lang,
      title: cardOf(indicator, `lang=${lang}`).picture.title,
    })),
  )
  test('has at most twelve words', () => {
    const long = titles.filter(
      ({ lang, title }) => lang !== 'zh' && title.split(/\s+/).filter(word => /\p{L}/u.test(word)).length > 12,
    )
    expect(long).toEqual([])
  })
  test('has at most two figures beside its years', () => {
    const figures = (title: string): string[] =>
      [...title.matchAll(/\d[\d.,\u00a0\u202f]*/g)]
        .map(([text]) => text.replace(/[.,\s]+$/, ''))
        .filter(text => !/^(?:19|20)\d\d$/.test(text))
    expect(titles.filter(({ title }) => figures(title).length > 2)).toEqual([])
  })
  test('does not age: no "now", no "still"', () =>
    expect(titles.filter(({ title }) => /\b(?:now|still|already|this year)\b/i.test(title))).toEqual([]))
  test('names a year where the card is about time', () => {
    const undated = titles.filter(
      ({ isOverTime, lang, title }) => isOverTime && lang === 'en' && !/(?:19|20)\d\d/.test(title),
    )
    expect(undated).toEqual([])
  })
})

test('every picture shows at most three lines by itself', () => {
  for (const indicator of indicators.filter(({ arrangement }) => arrangement === 'time')) {
    const { chart } = cardOf(indicator, '').picture
    expect(chart?.kind === 'lines' ? chart.lines.length : 0, indicator.id).toBeLessThanOrEqual(3)
  }
})
