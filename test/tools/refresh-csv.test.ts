import { describe, expect, test } from 'vitest'
import type { QueryOf } from '../../tools/data/refresh-query.ts'
import { proposeRows } from '../../tools/refresh/propose.ts'
import { crossing, read } from '../fixtures/folders.ts'
import { asking } from '../fixtures/services/ask.ts'

const query: QueryOf<'csv'> = {
  service: 'csv',
  series: 'east',
  url: 'https://office.example/trade.csv',
  encoding: 'utf-8',
  title: 'Trade by partner',
  period: 'Year',
  value: 'Value',
  where: { Partner: 'East', Flow: 'Total' },
  unit: { Unit: 'million' },
  divisor: 1000,
  decimals: 2,
}
const table = `Year,Partner,Flow,Unit,Value
2014,East,Total,million,9500
2015,East,Total,million,10568.3
2015,East,Exports,million,5480
2014,World,Total,million,120000
2015,World,Total,million,118000
2016,East,Total,million,..
`
const propose = (answer: string | Uint8Array, change: Partial<QueryOf<'csv'>> = {}) =>
  proposeRows(read(crossing), { ...query, ...change }, { today: '2016-11-24', ask: asking(() => answer) })

test('the rows that are meant become figures in the stored unit, with the decimals the folder keeps', async () => {
  const { rows, source, withheld } = await propose(table)
  expect(rows.map(({ line }) => line)).toEqual([
    'east,2015,10.57,provisional,,2016-11-24,2016-11-24,csv-east-2016-11-24',
  ])
  expect([source.title, source.path, withheld]).toEqual(['Trade by partner', query.url, []])
})

test.each([
  ['semicolons and decimal commas', Buffer.from(table.replaceAll(',', ';').replace('10568.3', '10 568,3')), {}],
  ['Windows-1251', Buffer.concat([Buffer.from(table), Buffer.from([0xcf])]), { encoding: 'windows-1251' }],
  ['UTF-16 with tabs', Buffer.from(`\ufeff${table.replaceAll(',', '\t')}`, 'utf16le'), { encoding: 'utf-16le' }],
] as const)('a table in %s is read as well', async (_, answer, change) => {
  expect((await propose(answer, change)).rows.map(({ value }) => value)).toEqual([10.57])
})

test('a figure in another unit than the folder has is withheld', async () => {
  const { rows, withheld } = await propose(table, { divisor: 1 })
  expect([rows, withheld]).toEqual([
    [],
    expect.arrayContaining([
      expect.stringMatching(/^east: 2015 is withheld: 10568\.3 is far from the \S+ of 2014 in the folder/),
    ]),
  ])
})

test('a year whose total fell by more than a fifth is withheld', async () => {
  const { rows, withheld } = await propose(table.replace('118000', '80000'), { total: { Partner: 'World' } })
  expect([rows, withheld]).toEqual([
    [],
    ['east: 2015 is withheld: the total fell from 120,000 to 80,000; the year may not be complete'],
  ])
})

describe('a table that is not as expected says so, and nothing is proposed', () => {
  test.each<[string, string, string]>([
    ['a page', '<html><title>Moved</title></html>', 'office.example did not answer CSV; it says "<html>'],
    ['a missing column', table.replace('Value', 'Amount'), 'answered no column "Value"; it has "Year", "Partner"'],
    ['a column twice', table.replace('Unit,Value', 'Unit,Value,Value'), 'answered the column "Value" twice'],
    ['no such row', table.replaceAll('East', 'Orient'), 'answered 6 rows, but none where Partner "East", Flow "Total"'],
    [
      'two rows for a year',
      table.replace('Exports', 'Total'),
      'answered 2015 twice; expected one row a year, so name more columns',
    ],
    [
      'another unit',
      table.replaceAll('million', 'thousand'),
      'answered Unit "thousand" for 2014; expected Unit "million"',
    ],
    [
      'months',
      table.replace('2015,East,Total', '2015-05,East,Total'),
      'answered the period "2015-05"; expected a year',
    ],
    [
      'a name with a comma that is not quoted',
      table.replace('2015,East,Exports', '2015,East, Republic of,Exports'),
      'answered a row of 6 cells, 2015, East, Republic of; expected 5',
    ],
    [
      'a dot between thousands beside decimal commas',
      table.replaceAll(',', ';').replace('9500', '9,5').replace('10568.3', '10.568'),
      'answered 10.568 beside figures with commas',
    ],
    ['a figure of two readings', table.replace('10568.3', '"10,568"'), 'which may be 10568 or 10.568'],
  ])('%s', async (_, answer, sentence) => {
    await expect(propose(answer)).rejects.toThrow(sentence)
  })

  test('bytes of another encoding', async () => {
    await expect(propose(Buffer.from([0xcf, 0xf0]))).rejects.toThrow('office.example answered bytes that are not UTF-8')
  })
})
