import { describe, expect, test } from 'vitest'
import { type Facts, toFacts } from '../../src/card/facts.ts'
import { type ChangeKind, type FlagKind, flagKinds } from '../../src/model/indicator.ts'
import type { Folder } from '../../tools/data/folder.ts'
import { cardOf, paramsOf } from '../fixtures/cards.ts'
import { crossing, read, write } from '../fixtures/folders.ts'

const facts = (folder: Folder, query?: string): Facts => toFacts(read(folder), paramsOf(read(folder), query))
const finding = (folder: Folder, query?: string): string => cardOf(read(folder), query).finding

describe('the head is the newest figure that can be compared', () => {
  test.each([
    ['2012 4, 2013 5', '2013', '2013'],
    ['2012 4, 2013 5, 2014 9 plan', '2013', '2013'],
    ['2012 4, 2013 5, 2014-01/2014-06 3', '2013', '2014-01/2014-06'],
    ['2013 9 plan, 2014 10 plan', '2014', '2014'],
    ['2013-01/2013-06 2, 2014-01/2014-06 3', '2014-01/2014-06', '2014-01/2014-06'],
  ])('of %s it is %s, and the latest %s', (north, head, latest) => {
    const found = facts(write({ north }))
    expect([found.head.period.text, found.latest.period.text]).toEqual([head, latest])
  })
  test('an artefact is neither', () => {
    const folder = write(
      { north: '2012 4, 2013 5' },
      { flags: [{ series: 'north', period: '2013', kind: 'artefact' }] },
    )
    expect(facts(folder)).toMatchObject({ head: { period: { text: '2012' } }, latest: { period: { text: '2012' } } })
  })
})

describe('a figure compares with the one before of the same months', () => {
  test.each([
    ['2012 4, 2013 5', '2012'],
    ['2013-01/2013-06 2, 2013-01/2013-09 3, 2014-01/2014-06 3', '2013-01/2013-06'],
    ['2013-04/2013-06 2, 2014-01/2014-06 3', undefined],
    ['2013-01/2013-03 2, 2014-01/2014-06 3', undefined],
    ['2012-01/2013-06 2, 2014-01/2014-06 3', undefined],
    ['2012-01/2012-12 4, 2013 5', '2012'],
    ['2012-04/2013-03 4, 2013-04/2014-03 5', '2012-04/2013-03'],
    ['2012-04/2013-03 4, 2014 5', undefined],
    ['2013-01-01/2013-06-05 2, 2014-01-01/2014-06-30 3', undefined],
    ['2013-01-01/2013-06-30 2, 2014-01/2014-06 3', '2013-01/2013-06'],
  ])('%s: since %s', (north, since) => expect(facts(write({ north })).change?.since).toBe(since))

  test('rates at a moment all compare', () => {
    const change = facts(write({ north: '2013-03 2, 2013-09 3' }, { timing: 'moment' })).change
    expect(change).toMatchObject({ value: 50, since: '2013-03' })
  })
})

describe('the subject', () => {
  const folder = write(
    { plans: '2011 9 plan', west: '2010 1, 2011 2 plan', 'east-old': '2012 2', east: '2014 3' },
    { headline: 'east' },
    { east: { continues: 'east-old' } },
  )
  test.each([
    ['', 'east', 'is the headline'],
    ['to=2013', 'east-old', 'is what the headline continues'],
    ['to=2011', 'west', 'is the first that holds more than plans'],
    ['series=plans', 'plans', 'is a plan when there is nothing else'],
  ])('%s: %s %s', (query, id) => expect(facts(folder, query).subject.id).toBe(id))
})

describe('the upper end of a range', () => {
  const folder = write({ low: '2012 12, 2013 13', high: '2012 16, 2013 17' }, {}, { low: { upTo: 'high' } })
  test('is of the same period', () => expect(facts(folder).headTo?.value).toBe(17))
  test('comes with the lower, which alone would be a plain figure', () =>
    expect(facts(folder, 'series=low').headTo?.value).toBe(17))
  test('may be shown alone', () => {
    const { head, headTo } = facts(folder, 'series=high')
    expect([head.value, headTo]).toEqual([17, undefined])
  })
  test('is that of a range only', () => expect(facts(crossing).headTo).toBeUndefined())
})

const changed = (before: number, after: number, kind: ChangeKind = 'percent', flags: Record<string, FlagKind> = {}) =>
  facts(
    write(
      { north: `2012 ${before}, 2013 ${after}` },
      {
        change: kind,
        flags: Object.entries(flags).map(([period, flag]) => ({ series: 'north', period, kind: flag })),
      },
    ),
  ).change

describe('a change', () => {
  test.each([
    ['percent', 4, 5, 25, '+25%'],
    ['percent', 3, 4, 33.3, '+33.3%'],
    ['percent', 5, 5, 0, 'unchanged'],
    ['percent', 5, 4.9999, -0.002, '−0.002%'],
    ['points', 4.1, 4.6, 0.5, '+0.5 points'],
    ['points', -1, 0.5, 1.5, '+1.5 points'],
    ['absolute', 5.1, 5.3, 0.2, '+200 million tugriks'],
    ['absolute', 0, 5, 5, '+5 bn tugriks'],
  ] as const)('in %s from %d to %d', (kind, before, after, value, formatted) => {
    const change = changed(before, after, kind)
    expect(change?.value).toBe(value)
    const size = formatted.replace(/^[+−]/, '')
    const phrase = value === 0 ? 'unchanged from 2012' : value > 0 ? `up ${size} on 2012` : `down ${size} on 2012`
    expect(change).toEqual({ kind, value, formatted, since: '2012', phrase })
  })
  test.each([0, -2])('in percent from %d is none', before => expect(changed(before, 5)).toBeNull())

  test.each(flagKinds.flatMap(flag => [2012, 2013].map(year => [flag, year] as const)))(
    'is not counted where a figure is flagged: %s in %d',
    (flag, year) => expect(changed(4, 5, 'percent', { [year]: flag })).toBeNull(),
  )
  test.each([
    ['2012 4 estimated, 2013 5', undefined],
    ['2012 4, 2013 5 estimated', undefined],
    ['2012 4 plan, 2013 5', undefined],
    ['2012 4 provisional, 2013 5', undefined],
    ['2012 4, 2013 5 provisional', '2012'],
    ['2012 4 provisional, 2013 5 provisional', '2012'],
  ])('is counted from the base %s as surely as it is known: since %s', (north, since) =>
    expect(facts(write({ north })).change?.since).toBe(since),
  )
  test('of a range is not that of one of its ends', () => {
    const range = write({ low: '2012 12, 2013 13', high: '2012 16, 2013 17' }, {}, { low: { upTo: 'high' } })
    expect(facts(range).change).toBeNull()
  })
})

describe('the sentence of a change', () => {
  const sentences = {
    kind: 'change',
    rose: { en: 'Rose {size} {in} ({period}) from {since}, to {value}' },
    fell: { en: 'Fell {size} {in}, to {value}' },
    unchanged: { en: 'Stood at {value} {in}' },
    first: { en: 'First {value} {in}{since}{size}' },
    exceeded: { en: 'More {in} than in {since}: {value}' },
  }
  const say = (north: string, query = '') =>
    finding(write({ north, south: '2012 1, 2013 2' }, { finding: sentences }), query)

  test.each([
    ['2012 4, 2013 5', 'Rose 25% in 2013 (2013) from 2012, to 5 bn tugriks'],
    ['2012 5, 2013 4', 'Fell 20% in 2013, to 4 bn tugriks'],
    ['2012 5, 2013 5', 'Stood at 5 bn tugriks in 2013'],
    ['2013 5', 'First 5 bn tugriks in 2013'],
    ['2013 5, 2014-01/2014-06 6', 'More in January–June 2014 than in 2013: 6 bn tugriks'],
    ['2013 5, 2014-01/2014-06 5', 'First 5 bn tugriks in 2013'],
    ['2013 5 plan', 'Trade with North was 5 bn tugriks in 2013'],
  ])('of %s', (north, sentence) => expect(say(north)).toBe(sentence))

  test('is of the headline only', () =>
    expect(say('2012 4, 2013 5', 'series=south')).toBe('Trade with South was 2 bn tugriks in 2013'))
  test('names both ends of a range', () => {
    const range = write(
      { low: '2012 12, 2013 13', high: '2012 16, 2013 17' },
      { finding: sentences },
      { low: { upTo: 'high' } },
    )
    expect(finding(range)).toBe('First 13–17 bn tugriks in 2013')
  })
  test.each([
    ['at-least', 'More in January–June 2014 than in 2013: more than 6 bn tugriks'],
    ['rounded', 'More in January–June 2014 than in 2013: 6 bn tugriks'],
  ])('exceeds a year by a figure that is %s', (flag, sentence) =>
    expect(say(`2013 5, 2014-01/2014-06 6 final 2014-10-01 ${flag}`)).toBe(sentence),
  )
  test('of a plain sentence may be the same whatever the figures', () =>
    expect(finding(write({ north: '2012 4' }))).toBe('As it is'))
})

describe('who leads', () => {
  const sentences = (name: string) => ({ passed: { en: `${name} passed {year}` }, ahead: { en: `${name} leads` } })
  const kind = {
    kind: 'lead',
    between: ['east', 'west'],
    margin: 0,
    level: { en: 'Level' },
    sentences: { east: sentences('East'), west: sentences('West') },
  }
  const lead = (east: string, west: string, series = {}, card = {}, more = {}) =>
    finding(write({ east, west }, { finding: { ...kind, ...more }, ...card }, series))
  test.each([
    ['took the lead four years ago', '2012 1, 2013 3, 2017 4', '2012 2, 2013 2, 2017 3', 'East passed 2013'],
    ['took the lead five years ago', '2012 1, 2013 3, 2018 4', '2012 2, 2013 2, 2018 3', 'East leads'],
    ['always led', '2012 3, 2013 3', '2012 2, 2013 2', 'East leads'],
    ['lost the lead', '2012 3, 2013 2', '2012 2, 2013 3', 'West passed 2013'],
    ['is level at the end', '2012 3, 2013 3', '2012 2, 2013 3', 'Level'],
    ['was level between', '2012 1, 2013 3, 2014 4', '2012 2, 2013 3, 2014 3', 'East passed 2014'],
    ['leads by a bound', '2012 3 final 2014-01-10 at-least', '2012 2', 'East leads'],
    [
      'falls short of a bound',
      '2012 2',
      '2012 1 final 2014-01-10 at-least',
      'Trade with East was 2 bn tugriks in 2012',
    ],
    ['leads by less than rounding hides', '2012 24 final 2014-01-10 rounded', '2012 23.8', 'Level'],
    ['leads by more than rounding hides', '2012 24 final 2014-01-10 rounded', '2012 23.2', 'East leads'],
    ['was level at first', '2012 2, 2013 3', '2012 2, 2013 2', 'East leads'],
    ['falls back by a plan', '2012 3, 2013 1 plan', '2012 2, 2013 2', 'East leads'],
    ['falls behind a plan', '2012 3, 2013 3', '2012 2, 2013 9 plan', 'East leads'],
    ['falls back in part of a year', '2012 3, 2013-01/2013-06 1', '2012 2, 2013-01/2013-06 2', 'East leads'],
    ['has years that the other has not', '2011 1, 2012 3, 2014 1', '2010 9, 2012 2, 2013 9', 'East leads'],
    ['shares no year', '2012 3', '2013 2', 'Trade with East was 3 bn tugriks in 2012'],
  ])('East %s', (_, east, west, sentence) => expect(lead(east, west)).toBe(sentence))

  test('is not computed from the figures of two authorities', () => {
    const card = { headline: 'east', finding: kind }
    const series = { 'east-old': { authority: 'old-office' }, east: { continues: 'east-old' } }
    const folder = write({ 'east-old': '2012 3', east: '2013 3', west: '2012 2' }, card, series)
    expect(finding(folder)).toBe('Trade with East was 3 bn tugriks in 2013')
  })
  test.each([
    ['2012 100', '2012 99.5', 'Level'],
    ['2012 100', '2012 98', 'East leads'],
    ['2011 98, 2012 100', '2011 100, 2012 99.5', 'Level'],
  ])('below the margin the two are level: %s against %s', (east, west, sentence) =>
    expect(lead(east, west, {}, {}, { margin: 1 })).toBe(sentence),
  )
  test('is computed across two authorities if the card compares them', () =>
    expect(lead('2012 3', '2012 2', { west: { authority: 'old-office' } }, {}, { across: true })).toBe('East leads'))
  test('is not computed from an artefact', () => {
    const flags = [{ series: 'east', period: '2013', kind: 'artefact' }]
    expect(lead('2012 3, 2013 1', '2012 2, 2013 2', {}, { flags })).toBe('East leads')
  })
})
