import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toWorkbook } from '../../src/formats/workbook.ts'
import { parseFolder } from '../../tools/data/folder.ts'
import { toNewFolder } from '../../tools/data/scaffold.ts'
import { parseText, readGrid } from '../../tools/new/read-grid.ts'
import { recogniseTable, toPeriodText } from '../../tools/new/recognise-table.ts'
import { fillIn } from '../fixtures/folders.ts'

const read = (text: string) => recogniseTable(parseText(text))
const rowsOf = (text: string): string[] => {
  const { table, faults } = read(text)
  expect(faults).toEqual([])
  return table.rows.map(({ series, period, value }) => `${series} ${period} ${value}`)
}

describe('a table is recognised', () => {
  const expected = ['wheat 2023 10.5', 'wheat 2024 11', 'barley 2023 3', 'barley 2024 4.25']
  test('with periods down and series across', () =>
    expect(rowsOf('Year,Wheat,Barley\n2023,10.5,3\n2024,11,4.25\n')).toEqual(expected))
  test('with periods across and series down', () =>
    expect(rowsOf('\t2023\t2024\nWheat\t10.5\t11\nBarley\t3\t4.25\n')).toEqual(expected))
  test('with a column each, in Russian, parted by semicolons, with decimal commas', () =>
    expect(rowsOf('Показатель;Год;Значение\nWheat;2024;11\nWheat;2023;10,5\nBarley;2023;3\nBarley;2024;4,25')).toEqual(
      expected,
    ))
  test('with names that are not Latin, or numbers, or twice the same in Latin', () =>
    expect(read('Год,Пшеница,2020,Rye!,Rye?\n2024,1,2,3,4').table.series).toEqual([
      { id: 'series-1', label: 'Пшеница' },
      { id: 'series-2', label: '2020' },
      { id: 'rye', label: 'Rye!' },
      { id: 'series-4', label: 'Rye?' },
    ]))
  test('and a figure that is missing has no row', () =>
    expect(rowsOf('Year,A,B\n2023,,1\n2024,…,–\n2025,n/a,2\n\n')).toEqual(['b 2023 1', 'b 2025 2']))
})

test.each([
  ['2024', '2024'],
  ['2024-05', '2024-05'],
  ['5/2024', '2024-05'],
  ['05.2024', '2024-05'],
  ['2024 Q3', '2024-07/2024-09'],
  ['q1 2024', '2024-01/2024-03'],
  ['H2 2024', '2024-07/2024-12'],
  ['2024-01/2024-09', '2024-01/2024-09'],
  ['13.2024', undefined],
  ['Total', undefined],
])('the period %s is %s', (text, period) => expect(toPeriodText(text)).toBe(period))

test.each([
  ['1 234,5', '1234.5'],
  ['1,234,567.8', '1234567.8'],
  ['1.234.567,8', '1234567.8'],
  ['−12', '-12'],
  ['0,75', '0.75'],
])('the figure %s is %s', (text, value) => expect(rowsOf(`Year;A\n2024;${text}`)).toEqual([`a 2024 ${value}`]))

describe('an unreadable cell is named', () => {
  test.each([
    ['a number that may be read in two ways', 'Year;A\n2023;1\n2024;1,234', 'B3', /which may be 1234 or 1\.234/],
    ['a word in place of a figure', 'Year,A\n2024,many', 'B2', /is "many"; expected a number/],
    ['a period that is none', 'Year,A\n2023,1\nTotal,1', 'A3', /is "Total"; expected a period/],
    ['two figures of one period', 'Series,Year,Value\nA,2024,1\nA,2024,2', 'C3', /a second figure of "A" for 2024/],
    ['a row of more cells', 'Year,A\n2023,1\n2024,1,5', 'A3', /begins a row of 3 cells; expected 2/],
    ['a row of fewer cells', 'Year,A,B\n2023,1\n2024,1,5\nA note', 'A2', /begins a row of 2 cells; expected 3/],
    ['a series without a name', 'Year,A,\n2024,1,2', 'C1', /expected the name of a series/],
    ['a table of names alone', 'Year,A', 'A1', /is empty/],
    ['a table of nothing missing but figures', 'Year,A\n2024,', 'A1', /no figure was found/],
  ])('%s', (_, text, cell, sentence) =>
    expect(read(text).faults).toEqual([{ cell, sentence: expect.stringMatching(sentence) }]),
  )
  test('beyond Z, too', () => {
    const wide = Array.from({ length: 27 }, (_, i) => `s${i}`)
    expect(
      read(`Year,${wide.join(',')}\n2024,${wide.map((_, i) => (i === 26 ? 'x!' : i)).join(',')}`).faults[0]?.cell,
    ).toBe('AB2')
  })
})

test('a workbook is read: numbers as they are kept, and a date named by its cell', async () => {
  const rows = [
    ['Year', 'Wheat'],
    [2023, 10.1],
    [2024, 0.1 + 0.2],
  ]
  const about = { title: '', creator: '', description: '', modified: '2025-01-01' }
  const folder = mkdtempSync(join(tmpdir(), 'table-'))
  const path = join(folder, 'table.xlsx')
  writeFileSync(path, toWorkbook([{ name: 'T', widths: [], frozen: 0, rows }], about))
  expect(recogniseTable(await readGrid(path)).table.rows).toEqual([
    { series: 'wheat', period: '2023', value: '10.1' },
    { series: 'wheat', period: '2024', value: '0.3' },
  ])
  rmSync(folder, { recursive: true })
  const dated = recogniseTable([
    ['Year', 'A'],
    [new Date('2024-01-01'), 1],
  ])
  expect(dated.faults).toEqual([
    { cell: 'A2', sentence: expect.stringContaining('is "2024-01-01"; expected a period') },
  ])
})

test('a file that is no table is refused by its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'table-'))
  const path = join(folder, 'table.pdf')
  writeFileSync(path, '%PDF')
  await expect(readGrid(path)).rejects.toThrow('save it as one of these')
  rmSync(folder, { recursive: true })
})

test('the folder of a table needs nothing but words, and holds its figures', () => {
  const { table } = read('Year,Wheat,Barley\n2023,10.5,3\n2024,11,4.25\n')
  const folder = toNewFolder('grain', '2026-11-24', { among: ['en'], table })
  const { indicator, faults } = parseFolder(fillIn(folder), { today: '2026-11-24', baseline: '2026-11-01' })
  expect(faults).toEqual([])
  expect(
    indicator?.series.map(({ id, label, observations }) => [id, label.en, observations.map(({ value }) => value)]),
  ).toEqual([
    ['wheat', 'Wheat', [10.5, 11]],
    ['barley', 'Barley', [3, 4.25]],
  ])
})
