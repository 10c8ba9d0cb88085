import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/card/card.ts'
import { toArchive } from '../../src/formats/archive.ts'
import { columns } from '../../src/formats/columns.ts'
import { toCsv } from '../../src/formats/csv.ts'
import { toWorkbook } from '../../src/formats/workbook.ts'
import { toXlsx } from '../../src/formats/xlsx.ts'
import { toZip } from '../../src/formats/zip.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { type Lang, languages } from '../../src/model/locales.ts'
import { cardOf } from '../fixtures/cards.ts'
import { crossing, parts, read, write } from '../fixtures/folders.ts'
import { readXml } from '../fixtures/markup.ts'

const page = 'https://caravan.test/indicators/x'
const toOne = (indicator: Indicator, lang: Lang = 'en'): Card => cardOf(indicator, `lang=${lang}`, 'csv')
const open = async (card: Card) => readWorkbook(Buffer.from(toXlsx(card, page)))
const unpack = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))

describe('an archive', () => {
  const files = [
    { path: 'a.txt', content: 'one' },
    { path: 'деректер/ә.txt', content: 'қазақша '.repeat(200) },
    { path: 'empty', content: '' },
  ]
  test('is read by another program, with names and texts in any script', () => {
    expect(unpack(toZip(files, '2026-11-25'))).toEqual(Object.fromEntries(files.map(file => [file.path, file.content])))
  })
  test('is the same bytes for the same content, and another for another day', () => {
    expect(toZip(files, '2026-11-25')).toEqual(toZip(files, '2026-11-25'))
    expect(toZip(files, '2026-11-25')).not.toEqual(toZip(files, '2026-11-26'))
  })
})

describe('a workbook', () => {
  const words = { east: { label: { en: '=1+1', kk: '@a', ru: '+a', zh: '-a' } } }
  const folder = write(
    { east: '2012 8 estimated, 2013 -9.25 final, 2014-01/2014-09 675000 provisional, 2015 10 plan' },
    { flags: [{ series: 'east', period: '2014-01/2014-09', kind: 'at-least' }] },
    words,
  )

  test('has a table, one figure a row with the columns of the CSV, and the sources', async () => {
    const card = toOne(read(crossing))
    const [table, figures, sources] = await open(card)
    expect([table?.sheet, figures?.sheet, sources?.sheet]).toEqual(['Table', 'Figures', 'Sources'])
    const rows: string[][] = parse(toCsv([card]))
    expect(figures?.data[0]).toEqual(columns.map(({ name }) => name))
    expect(figures?.data).toHaveLength(rows.length)
    expect(sources?.data.slice(1).map(([id]) => id)).toEqual(card.sources.map(({ id }) => id))
  })

  test('names its sheets and the columns of its table in the language of the reader', async () => {
    const names = await Promise.all(
      languages.map(async lang => (await open(toOne(read(parts), lang))).map(({ sheet }) => sheet)),
    )
    expect(new Set(names.flat()).size).toBe(12)
  })

  test('has periods down and series across, with numbers as numbers and days as days', async () => {
    const [table] = await open(toOne(read(crossing)))
    const head = table?.data.findIndex(row => row[0] === 'Period') ?? -1
    expect(table?.data[head]?.slice(0, 5)).toEqual([
      'Period',
      'First day',
      'Last day',
      'East, Old Office',
      'West, Old Office',
    ])
    expect(table?.data[head + 2]?.slice(0, 5)).toEqual([2008, new Date('2008-01-01'), new Date('2008-12-31'), 4, 6])
  })

  test('shows what must be known of a figure without making it text', () => {
    const { 'xl/styles.xml': styles = '', 'xl/worksheets/sheet1.xml': sheet = '' } = unpack(
      toXlsx(toOne(read(folder)), page),
    )
    const formats = [...styles.matchAll(/formatCode="([^"]*)"/g)].map(([, code]) => code)
    expect(formats).toEqual([
      'General&quot; (estimate)&quot;',
      '&quot;&gt;&quot;General&quot; (provisional)&quot;',
      'General&quot; (plan)&quot;',
    ])
    expect(sheet).toContain('<v>675000</v>')
  })

  test('holds words that look like a formula as text', () => {
    const { 'xl/worksheets/sheet2.xml': sheet = '' } = unpack(toXlsx(toOne(read(folder)), page))
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>')
    expect(sheet).not.toContain('<f>')
  })

  test('repeats its notes, its sources line, its licence and its address below or above the table', async () => {
    const card = toOne(read(crossing))
    const [table] = await open(card)
    const texts = table?.data.map(([cell]) => String(cell)) ?? []
    for (const text of [card.title, card.finding, card.sourceLine, ...card.notes, page]) expect(texts).toContain(text)
    expect(texts.some(text => text.includes(card.unit.label))).toBe(true)
  })

  test('is well-formed XML in every part', () => {
    for (const [path, text] of Object.entries(unpack(toXlsx(toOne(read(folder)), `${page}?a&b`))))
      expect(() => readXml(text), path).not.toThrow()
  })

  test('writes a day that spreadsheets disagree about, or that is not known, as text', async () => {
    const rows = [[{ day: '1899-12-31' }, { day: '2024' }, { day: '1900-03-01' }, { day: '2024-02-29' }]]
    const about = { title: '', creator: '', description: '', modified: '2026-01-01' }
    const [sheet] = await readWorkbook(Buffer.from(toWorkbook([{ name: 'a', widths: [], frozen: 0, rows }], about)))
    expect(sheet?.data[0]).toEqual(['1899-12-31', '2024', new Date('1900-03-01'), new Date('2024-02-29')])
  })
})

describe('the figures to take along', () => {
  test.each(languages)(
    'hold in %s the CSV, the package of it, and the units, series, marks, notes and sources in words',
    lang => {
      const indicator = read(crossing)
      const card = toOne(indicator, lang)
      const files = unpack(toArchive(card, page))
      expect(Object.keys(files)).toEqual(['README.md', 'observations.csv', 'datapackage.json'])
      expect(files['observations.csv']).toBe(toCsv([card]))
      expect(JSON.parse(files['datapackage.json'] ?? '').resources[0].path).toBe('observations.csv')
      const readme = files['README.md'] ?? ''
      for (const text of [
        card.title,
        card.unit.label,
        card.licence.covers,
        page,
        ...card.notes,
        ...card.series.map(({ authority }) => authority),
        ...card.sources.map(({ url }) => url),
      ])
        expect(readme).toContain(text)
      for (const name of ['final', 'provisional', 'estimated', 'plan', 'at-least', 'artefact'])
        expect(readme).toContain(`\`${name}\``)
    },
  )
  test('tell the factor where the card counts in another unit', () => {
    const indicator = read(crossing)
    const { 'README.md': readme = '' } = unpack(toArchive(toOne(indicator, 'zh'), page))
    expect(readme).toContain('10 × value')
  })
})
