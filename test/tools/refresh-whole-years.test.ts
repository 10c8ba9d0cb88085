import { describe, expect, test } from 'vitest'
import type { Query } from '../../tools/data/refresh-query.ts'
import { proposeRows } from '../../tools/refresh/propose.ts'
import { findPart, keepWhole } from '../../tools/refresh/whole-years.ts'
import { crossing, read } from '../fixtures/folders.ts'
import { asking, file, toWorldTrade } from '../fixtures/services/ask.ts'

const years = (values: Record<string, number>) =>
  new Map(Object.entries(values).map(([year, value]) => [Number(year), value]))
const total = (own: Record<string, number>, other?: Record<string, number>) => ({
  name: 'exports to the world',
  own: years(own),
  ...(other && { other: { authority: 'the WTO', years: years(other) } }),
  least: 0.8,
})

describe('a year is whole', () => {
  test.each<[string, ReturnType<typeof total>]>([
    ['when its total is that of another authority, to 5%', total({ 2021: 58 }, { 2021: 60.3 })],
    ['when it fell with the other', total({ 2014: 79.5, 2015: 46 }, { 2014: 79.5, 2015: 45.9 })],
    ['when there is no other yet, and it is near the whole year before', total({ 2021: 60, 2022: 84 }, { 2021: 60.3 })],
    ['when nothing stands beside it', total({ 2021: 60 })],
  ])('%s', (_, one) => expect(findPart(Math.max(...one.own.keys()), [one])).toBeUndefined())
})

describe('a year is withheld', () => {
  test.each<[string, ReturnType<typeof total>, string]>([
    [
      'as Kazakhstan’s in UN Comtrade, which lacked an eighth of its exports',
      total({ 2020: 46.9, 2021: 53.1 }, { 2020: 47.5, 2021: 60.3 }),
      '2021 is withheld: exports to the world came to 53.1, but to 60.3 by the WTO',
    ],
    ['when it is a thousand times the other', total({ 2021: 60300 }, { 2021: 60.3 }), 'or the unit is another'],
    ['when it fell by more than a fifth, and there is no other', total({ 2021: 60, 2022: 47 }), 'fell from 60 to 47'],
    [
      'when the year before is itself in doubt',
      total({ 2020: 47, 2021: 53, 2022: 54 }, { 2020: 47.5, 2021: 60.3 }),
      'can be compared neither with the WTO nor with a whole 2021',
    ],
    ['when there is nothing to compare it with', total({ 2021: 60 }, {}), 'neither with the WTO nor with a whole 2020'],
    [
      'when the total is missing',
      { ...total({ 2020: 47 }, { 2020: 47 }), own: years({ 2019: 1 }) },
      '2020 is withheld: there is no figure of exports to the world to compare',
    ],
  ])('%s', (_, one, sentence) =>
    expect(findPart(sentence.startsWith('2020') ? 2020 : Math.max(...one.own.keys()), [one])).toContain(sentence),
  )

  test('while it is not over', () => {
    expect(keepWhole([{ year: 2025 }, { year: 2026 }], [total({ 2025: 9, 2026: 9 })], '2026-11-25')).toEqual({
      figures: [{ year: 2025 }],
      withheld: [{ year: 2026, reason: '2026 is withheld: the year is not over' }],
    })
  })
})

test('UN Comtrade proposes no year in which the reporter’s imports from the world are incomplete', async () => {
  const query: Query = {
    service: 'comtrade',
    series: 'east',
    reporter: '398',
    partner: '156',
    country: 'KAZ',
    divisor: 1e9,
    decimals: 3,
  }
  const ask = asking(url => {
    if (url.includes('worldbank')) return toWorldTrade(url, { 2014: 79.46 }, { 2014: 55.1 })
    return url.includes('period=2014') ? file('comtrade-2014.json') : '{"data":[]}'
  })
  const { rows, withheld } = await proposeRows(read(crossing), query, { today: '2016-11-24', ask })
  expect(rows).toEqual([])
  expect(withheld).toEqual([
    expect.stringMatching(
      /^east: 2014 is withheld: imports from the world came to 41,300,000,000, but to 55,100,000,000/,
    ),
  ])
})

test('nothing is said of a year that is withheld and in the folder already', async () => {
  const query: Query = {
    service: 'csv',
    series: 'east',
    url: 'https://office.example/trade.csv',
    encoding: 'utf-8',
    period: 'Year',
    value: 'Value',
    where: {},
    unit: {},
    divisor: 1,
    decimals: 1,
  }
  const propose = (value: number) =>
    proposeRows(read(crossing), query, {
      today: '2016-11-24',
      ask: asking(() => `Year,Value\n2013,30\n2014,${value}\n`),
    })
  expect((await propose(9.5)).withheld).toEqual([])
  expect((await propose(9.6)).withheld).toEqual([expect.stringContaining('2014 is withheld')])
})

test('a yearly figure that halves is withheld', async () => {
  const query: Query = {
    service: 'worldbank',
    series: 'east',
    country: 'KAZ',
    indicator: 'ST.INT.ARVL',
    divisor: 1000,
    decimals: 3,
  }
  const ask = asking(() => file('worldbank.json').replace('6430', '4430'))
  const { rows, withheld } = await proposeRows(read(crossing), query, { today: '2016-11-24', ask })
  expect([rows, withheld]).toEqual([
    [],
    ['east: 2015 is withheld: ST.INT.ARVL fell from 9,500 to 4,430; the year may not be complete'],
  ])
})
