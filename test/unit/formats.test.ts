import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Card } from '../../src/card/card.ts'
import { toCsv, toField, toWordsCell } from '../../src/formats/csv.ts'
import { toCatalogPackage, toIndicatorPackage } from '../../src/formats/datapackage.ts'
import { toCatalogEntry, toIndicatorJson } from '../../src/formats/json.ts'
import { toJsonStat } from '../../src/formats/jsonstat.ts'
import { toSitemap } from '../../src/formats/sitemap.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { languages } from '../../src/model/locales.ts'
import { toLinks } from '../../src/request/urls.ts'
import { cardOf } from '../fixtures/cards.ts'
import { crossing, parts, read, write } from '../fixtures/folders.ts'

const origin = 'https://caravan.test'
const catalogue = { updated: '2020-01-01', origin, table: `${origin}/indicators.csv` }
const toFirstCard = (indicator: Indicator): Card => cardOf(indicator, '', 'json')

test.each([
  ['a;b', '"a;b"'],
  ['a,b', '"a,b"'],
  ['say "a"', '"say ""a"""'],
  ['two\nlines', '"two\nlines"'],
  ['plain', 'plain'],
  [-1.5, '-1.5'],
])('the field %j is written %s', (value, field) => {
  expect(toField(value)).toBe(field)
})

test.each([
  ['=1+1', "'=1+1"],
  ['+7 %', "'+7 %"],
  ['-7 %', "'-7 %"],
  ['@sum', "'@sum"],
  ['＝1', "'＝1"],
  ['\tcell', "'\tcell"],
  ['−7 %', '−7 %'],
  ['a = b', 'a = b'],
  ['', ''],
])('the words %j are written %j, so that no spreadsheet runs them', (text, cell) => {
  expect(toWordsCell(text)).toBe(cell)
})

test('a negative figure stays a number, words that look like a formula become text', () => {
  const series = { east: { label: { en: '-East, "old"', kk: '=a', ru: '+a', zh: '@a' } } }
  const csv = toCsv([toFirstCard(read(write({ east: '2013 -9.25' }, {}, series)))])
  const [row = {}]: Record<string, string>[] = parse(csv, { columns: true })
  expect([row.label, row.value]).toEqual([`'-East, "old"`, '-9.25'])
})

test.each(languages.filter(lang => lang !== 'en'))('a data package in %s describes no column in English', lang => {
  const indicator = read(crossing)
  const card = cardOf(indicator, `lang=${lang}`, 'json')
  const described = [toIndicatorPackage(card, 'x.csv'), toCatalogPackage([card], catalogue)]
    .flatMap(({ resources }) => resources.flatMap(({ schema }) => schema.fields))
    .flatMap(({ description }) => description ?? [])
  expect(described.length).toBeGreaterThan(10)
  expect(described.filter(text => !/[\u0400-\u04ff\u4e00-\u9fff]/.test(text))).toEqual([])
})

test('CSV has its columns in this order, with the authority, unit and source of each figure', () => {
  const [header = [], ...rows]: string[][] = parse(toCsv([read(crossing), read(parts)].map(toFirstCard)))
  expect(header.join()).toBe(
    'indicator,series,label,authority,period,start,end,value,unit,status,flag,note,published,published_precision,added,source,url',
  )
  expect(rows.find(row => row.includes('artefact'))).toEqual([
    ...['crossing', 'west-old', 'West', 'The Old Office', '2010', '2010-01-01', '2010-12-31', '1', 'BN', 'final'],
    ...['artefact', '', '2012-06-01', 'day', '2016-04-01', 'first-book', 'https://books.example/first'],
  ])
})

test('a cell without a figure is null in JSON-stat, and only such a cell', () => {
  const card = toFirstCard(read(crossing))
  const { id, size, role, value, status } = toJsonStat(card)
  expect([id, role]).toEqual([['series', 'time'], { time: ['time'], metric: ['series'] }])
  expect(value).toHaveLength((size[0] ?? 0) * (size[1] ?? 0))
  expect(value.filter(cell => cell !== null)).toHaveLength(card.series.flatMap(({ points }) => points).length)
  expect(value.map(cell => cell === null)).toEqual(value.map((_, cell) => status[cell] === undefined))
})

test('two series with one label differ by their authority, or if they share it by their id', () => {
  const { dimension } = toJsonStat(toFirstCard(read(crossing)))
  expect([dimension.series.label, dimension.time.label]).toEqual(['Series', 'Time'])
  expect(dimension.series.category.label).toEqual({
    'east-old': 'East, Old Office',
    'west-old': 'West, Old Office',
    east: 'East, New Office',
    west: 'West, New Office',
  })
  const label = { en: 'Same' }
  const alike = read(
    write({ east: '2012 8', west: '2012 9', north: '2012 9' }, {}, { east: { label }, west: { label } }),
  )
  expect(toJsonStat(toFirstCard(alike)).dimension.series.category.label).toEqual({
    east: 'Same, New Office (east)',
    west: 'Same, New Office (west)',
    north: 'North',
  })
})

test('a part of a year comes before its year', () => {
  const card = toFirstCard(read(write({ east: '2013 9', west: '2013-01/2013-09 7, 2014 8' })))
  expect(toJsonStat(card).dimension.time.category.index).toEqual(['2013-01/2013-09', '2013', '2014'])
})

test('the licence of a package is named by its address, and left unnamed where that is not known', () => {
  const toLicence = (name: string, url: string) => {
    const indicator = { ...read(crossing), licence: { name, url } }
    return toIndicatorPackage(toFirstCard(indicator), `${origin}/x.csv`).licenses[0]
  }
  const shared = 'https://creativecommons.org/licenses/by-sa/4.0/'
  expect(toLicence('Share alike 4.0', shared)).toMatchObject({
    name: 'CC-BY-SA-4.0',
    title: 'Share alike 4.0',
    path: shared,
  })
  expect(toLicence('House terms 4.0', 'https://example.org/terms')).toEqual({
    title: 'House terms 4.0',
    path: 'https://example.org/terms',
    covers: expect.stringMatching(/./),
  })
})

test('the package of everything names each source by which a row may call it', () => {
  const [first, second] = [read(crossing), read(parts)].map(toFirstCard)
  if (!first || !second) throw new Error('two cards were made')
  const again = second.sources.map(source => ({ ...source, id: `${source.id}-again` }))
  const { sources } = toCatalogPackage([first, { ...second, sources: again }], catalogue)
  expect(sources.map(({ name }) => name)).toEqual([...first.sources, ...again].map(({ id }) => id))
})

test('an indicator that is no longer kept up says so in its JSON and in the catalogue, and no other does', () => {
  const kept = toFirstCard(read(crossing))
  const left = { ...kept, deprecated: 'See parts' }
  const links = toLinks(origin, kept.id, new Map())
  expect([toIndicatorJson(left, links).deprecated, toCatalogEntry(left, links).deprecated]).toEqual([
    'See parts',
    'See parts',
  ])
  expect(toIndicatorJson(kept, links)).not.toHaveProperty('deprecated')
  expect(toCatalogEntry(kept, links)).not.toHaveProperty('deprecated')
})

test('the sitemap has a page for each language, each of which names all of them', () => {
  const map = toSitemap([toFirstCard(read(crossing))], origin)
  const all = map.split('<url>').slice(1)
  expect(all).toHaveLength(3 * languages.length)
  for (const path of ['/', '/docs', '/indicators/crossing'])
    expect(
      all.filter(page => page.startsWith(`<loc>${origin}${path}<`) || page.startsWith(`<loc>${origin}${path}?`)),
    ).toHaveLength(languages.length)
  for (const page of all) expect(page).toContain('hreflang="x-default"')
  const pages = all.slice(2 * languages.length)
  for (const page of pages) {
    expect(page).toMatch(/<lastmod>\d{4}-\d{2}-\d{2}<\/lastmod>/)
    for (const lang of [...languages, 'x-default']) expect(page).toContain(`hreflang="${lang}"`)
    expect(page).toMatch(
      /<image:image><image:loc>https:\/\/caravan\.test\/indicators\/crossing\.png(\?lang=\w\w)?<\/image:loc>/,
    )
  }
})
