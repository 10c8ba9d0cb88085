import { expect, test } from 'vitest'
import { type Card, toCard } from '../../src/card/card.ts'
import { toCsv, toField } from '../../src/formats/csv.ts'
import { toCatalogPackage, toIndicatorPackage } from '../../src/formats/datapackage.ts'
import { toEntries, toJsonFeed } from '../../src/formats/feed.ts'
import { toCatalogEntry, toIndicatorJson } from '../../src/formats/json.ts'
import { toJsonStat } from '../../src/formats/jsonstat.ts'
import { toSitemap } from '../../src/formats/sitemap.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { languages } from '../../src/model/locales.ts'
import { toLinks } from '../../src/request/links.ts'
import { parseParams } from '../../src/request/parameters.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'

const origin = 'https://caravan.test'
const toFirstCard = (indicator: Indicator): Card =>
  toCard(indicator, parseParams(new URLSearchParams(), 'json', indicator).params)

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

test('the text columns of CSV are ids, dates and periods, so that no field can be a formula', () => {
  const [, ...lines] = toCsv([read(crossing), read(parts)].map(toFirstCard))
    .trimEnd()
    .split('\r\n')
  for (const line of lines) {
    const [indicator, series, period, value, status, published, source] = line.split(',')
    for (const id of [indicator, series, status, source]) expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
    for (const time of [period, published]) expect(time).toMatch(/^\d{4}[\d/-]*$/)
    expect(value).toMatch(/^-?\d+(\.\d+)?$/)
  }
})

test('a cell without a figure is null in JSON-stat, and only such a cell', () => {
  const card = toFirstCard(read(crossing))
  const { id, size, role, value, status } = toJsonStat(card, 'r')
  expect([id, role]).toEqual([['series', 'time'], { time: ['time'] }])
  expect(value).toHaveLength((size[0] ?? 0) * (size[1] ?? 0))
  expect(value.filter(cell => cell !== null)).toHaveLength(card.series.flatMap(({ points }) => points).length)
  expect(value.map(cell => cell === null)).toEqual(status.map(cell => cell === null))
})

test('the licence of a package is named by its address, and left unnamed where that is not known', () => {
  const toLicence = (name: string, url: string) => {
    const indicator = { ...read(crossing), licence: { name, url } }
    return toIndicatorPackage(indicator, toFirstCard(indicator), 'r', `${origin}/x.csv`).licenses[0]
  }
  const shared = 'https://creativecommons.org/licenses/by-sa/4.0/'
  expect(toLicence('Share alike 4.0', shared)).toEqual({ name: 'CC-BY-SA-4.0', title: 'Share alike 4.0', path: shared })
  expect(toLicence('House terms 4.0', 'https://example.org/terms')).toEqual({
    title: 'House terms 4.0',
    path: 'https://example.org/terms',
  })
})

test('the package of everything names each source by which a row may call it', () => {
  const [first, second] = [read(crossing), read(parts)].map(toFirstCard)
  if (!first || !second) throw new Error('two cards were made')
  const again = second.sources.map(source => ({ ...source, id: `${source.id}-again` }))
  const { sources } = toCatalogPackage([first, { ...second, sources: again }], 'r', '2020-01-01', origin)
  expect(sources.map(({ name }) => name)).toEqual([...first.sources, ...again].map(({ id }) => id))
})

test('an entry of the feed keeps its id on any port and under any later name', () => {
  const indicator = read(crossing)
  const renamed = { ...indicator, id: 'renamed', aliases: ['crossing'] }
  const toIds = (from: string, entry: Indicator) => toEntries([entry], from).map(({ id }) => id)
  const ids = toIds('http://localhost:8787', indicator)
  for (const id of ids) expect(id).toMatch(/^tag:localhost,\d{4}-\d{2}-\d{2}:crossing$/)
  expect(toIds('http://localhost', indicator)).toEqual(ids)
  expect(toIds('http://localhost', renamed)).toEqual(ids)
  expect(toEntries([renamed], origin)[0]?.url).toContain('/indicators/renamed?asof=')
})

test('a feed holds the newest fifty entries', () => {
  const indicator = read(crossing)
  const many = Array.from({ length: 60 }, (_, i) => ({ ...indicator, id: `crossing-${i}` }))
  const { items } = toJsonFeed(toEntries(many, origin), origin)
  const newest = indicator.series.flatMap(({ observations }) => observations.map(({ published }) => published)).sort()
  expect(items).toHaveLength(50)
  expect(items[0]?.date_published).toBe(`${newest.at(-1)}T00:00:00Z`)
})

test('an indicator that is no longer kept up says so in its JSON and in the catalogue, and no other does', () => {
  const kept = toFirstCard(read(crossing))
  const left = { ...kept, deprecated: 'See parts' }
  const links = toLinks(origin, kept.id, '')
  expect([toIndicatorJson(left, 'r', links).deprecated, toCatalogEntry(left, links).deprecated]).toEqual([
    'See parts',
    'See parts',
  ])
  expect(toIndicatorJson(kept, 'r', links)).not.toHaveProperty('deprecated')
  expect(toCatalogEntry(kept, links)).not.toHaveProperty('deprecated')
})

test('the sitemap has a page for each language, each of which names all of them', () => {
  const map = toSitemap([toFirstCard(read(crossing))], origin)
  const [, , ...pages] = map.split('<url>')
  expect(pages).toHaveLength(languages.length)
  for (const page of pages) {
    expect(page).toMatch(/<lastmod>\d{4}-\d{2}-\d{2}<\/lastmod>/)
    for (const lang of [...languages, 'x-default']) expect(page).toContain(`hreflang="${lang}"`)
  }
})
