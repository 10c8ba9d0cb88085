import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { QueryOf } from '../../tools/data/refresh-query.ts'
import { proposeRows } from '../../tools/refresh/propose.ts'
import { crossing, read } from '../fixtures/folders.ts'
import { asking, toWorldTrade } from '../fixtures/services/ask.ts'
import { listing, rows2014, rows2015, toBook, toEntry } from '../fixtures/services/bns.ts'

const query: QueryOf<'bns'> = {
  service: 'bns',
  series: 'east',
  partner: 'Китай',
  flow: 'turnover',
  divisor: 1e6,
  decimals: 4,
}
const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(100_000_001) }, { level: 1 }) as typeof book
const book = toBook({ '2015': rows2015, '2014': rows2014, Лист1: [] })
const world: [exports: Record<string, number>, imports: Record<string, number>] = [
  { 2014: 79.46, 2015: 45.956 },
  { 2014: 41.296, 2015: 30.568 },
]

function propose({ page = listing, workbook = book, wto = world, change = {} } = {}) {
  const asked: string[] = []
  const ask = asking(url => {
    asked.push(url)
    if (url.includes('worldbank')) return toWorldTrade(url, ...wto)
    return url.includes('/spreadsheets/') ? page : workbook
  })
  return proposeRows(read(crossing), { ...query, ...change }, { today: '2016-11-24', ask }).then(proposal => ({
    ...proposal,
    asked,
  }))
}

test('the newest final edition of a whole year is read: the year and the one before it', async () => {
  const { rows, source, asked, withheld } = await propose()
  expect(rows.map(({ line }) => line)).toEqual([
    'east,2014,17.1555,final,,2016-07-15,2016-11-24,bns-304',
    'east,2015,10.5678,final,,2016-07-15,2016-11-24,bns-304',
  ])
  expect(withheld).toEqual([])
  expect(source).toEqual({
    name: 'bns-304',
    title: 'Основные показатели внешней торговли РК по странам (2015г.)',
    lang: 'ru',
    publisher: expect.objectContaining({ en: 'The New Office' }),
    path: 'https://stat.gov.kz/api/iblock/element/304/file/ru/',
    published: '2016-07-15',
  })
  expect(asked[0]).toBe(
    'https://stat.gov.kz/ru/industries/economy/foreign-market/spreadsheets/?year=2013&name=19182&period=&type=spreadsheets',
  )
})

test.each([
  ['whichever came out later', '15.07.2016', '2016-07-15'],
  ['also where the list shows no day; it counts as known from today', '', '2016-11-24'],
])('the final edition is read before a preliminary one, %s', async (_, day, published) => {
  const page = toEntry(301, 'январь-декабрь 2015г.', '15.08.2016') + toEntry(304, '2015г.', day)
  const { source, rows } = await propose({ page })
  expect([source.name, source.published, rows.at(-1)?.line.includes(',final,')]).toEqual(['bns-304', published, true])
})

test('exports or imports alone can be asked for', async () => {
  const flows = await Promise.all((['exports', 'imports'] as const).map(flow => propose({ change: { flow } })))
  expect(flows.map(({ rows }) => rows.map(({ value }) => value))).toEqual([
    [9.8155, 5.4802],
    [7.34, 5.0876],
  ])
})

test('a preliminary edition gives provisional figures', async () => {
  const { rows } = await propose({ page: toEntry(301, 'январь-декабрь 2015г.', '15.02.2016') })
  expect(rows.at(-1)?.line).toBe('east,2015,10.5678,provisional,,2016-02-15,2016-11-24,bns-301')
})

test('a year whose total is not the WTO’s is withheld', async () => {
  const { rows, withheld } = await propose({ wto: [{ 2014: 79.46, 2015: 60 }, world[1]] })
  expect(rows.map(({ period }) => period)).toEqual(['2014'])
  expect(withheld).toEqual([expect.stringContaining('2015 is withheld: exports to the world came to 45,960,000,000')])
})

test('a title is read as the page shows it', async () => {
  const { source } = await propose({
    page: toEntry(7, '2015&nbsp;г.', '15.07.2016').replace('показатели', '&laquo;показатели&#187;'),
  })
  expect(source.title).toBe('Основные «показатели» внешней торговли РК по странам (2015 г.)')
})

test('a day lower on the page is not that of an edition without one', async () => {
  const { source } = await propose({
    page: `${toEntry(7, '2015г.', '').replace(/\d\d\.\d\d\.\d{4}/, '')}<footer>На сайте с 01.01.2010</footer>`,
  })
  expect(source.published).toBe('2016-11-24')
})

test('a preliminary edition does not take the place of a final figure', async () => {
  const { rows, withheld } = await propose({ page: toEntry(9, 'январь-декабрь 2015г.', '15.02.2016') })
  expect(rows.map(({ period }) => period)).toEqual(['2015'])
  expect(withheld).toEqual([
    'east: 2014 is withheld: a preliminary edition says 17.1555; the folder holds 9.5 as final',
  ])
})

describe('a workbook that is not as expected says so, and nothing is proposed', () => {
  const altered = (rows: typeof rows2015) => toBook({ '2015': rows })
  test.each<[string, Parameters<typeof propose>[0], string]>([
    [
      'a list without a whole year',
      { page: toEntry(1, 'январь-май 2016г.', '15.07.2016') },
      'lists no workbook of a whole year',
    ],
    [
      'a page',
      { workbook: Buffer.from('<html><title>Busy</title>') },
      'stat.gov.kz did not answer a workbook; it says "<html>',
    ],
    ['an old workbook', { workbook: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) }, 'an old workbook (.xls); expected .xlsx'],
    ['a workbook that unpacks to more than 100 MB', { workbook: bomb }, 'it unpacks to 100000001 bytes'],
    ['a broken workbook', { workbook: book.slice(0, 900) }, 'no workbook that can be read'],
    ['no sheet of the year', { workbook: toBook({ '2014': rows2014 }) }, 'no sheet of 2015'],
    [
      'a part of a year',
      { workbook: toBook({ '2015': rows2015 }, cells => [['январь – май 2015 года'], ...cells]) },
      'it holds "январь – май"; expected a whole year',
    ],
    [
      'millions',
      {
        workbook: toBook({ '2015': rows2015 }, ([title = [], , names = []]) => [
          title,
          ['', 'млн долларов США'],
          names,
        ]),
      },
      'it does not say "тыс. долларов США"; expected thousands',
    ],
    [
      'no unit',
      { workbook: toBook({ '2015': rows2015 }, ([title = [], , names = []]) => [title, [''], names]) },
      'it does not say "тыс. долларов США"; expected thousands',
    ],
    [
      'two sheets of one year',
      { workbook: toBook({ '2015': rows2015, '12_2015': rows2015 }) },
      'two sheets of one year; expected one',
    ],
    [
      'other columns',
      { workbook: toBook({ '2015': rows2015 }, cells => cells.slice(0, 2)) },
      '0 columns of turnover; expected one',
    ],
    ['no total', { workbook: altered(rows2015.slice(1)) }, 'no row "Всего"'],
    [
      'a country that is missing',
      { workbook: altered(rows2015.slice(0, -1)) },
      'turnover of the countries add up to 61573600.0; expected 76524000.0',
    ],
    ['a country twice', { workbook: altered([...rows2015, ['Китай', 0, 0, 0]]) }, 'two rows "Китай"; expected one'],
    ['another name of the country', { change: { partner: 'КНР' } }, 'shows no turnover with "КНР" in 2014'],
  ])('%s', async (_, change, sentence) => {
    await expect(propose(change)).rejects.toThrow(sentence)
  })
})
