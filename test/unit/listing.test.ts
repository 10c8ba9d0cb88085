import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type DataSource, readIndicator, readIndicators } from '../../src/http/indicators.ts'
import { chooseShared, shared } from '../../src/http/prerendered.ts'
import { catalog, release, toFind } from '../../src/model/catalog.ts'
import {
  listPages,
  pageLength,
  takePage,
  toDataFiles,
  toDataPath,
  toFirstId,
  toIndex,
  toNews,
} from '../../src/model/listing.ts'
import { findNearest } from '../../src/model/nearest.ts'
import { removeOld, writeData } from '../../tools/write-data.ts'
import { indicators, toSource } from '../fixtures/catalogue.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'

const list = (count: number, rows = 10) =>
  Array.from({ length: count }, (_, i) => ({
    id: `indicator-${i}`,
    short: `short-${i}`,
    topic: 'other' as const,
    rows,
    updated: '2026-01-01',
  }))

describe('a page of a listing', () => {
  test('holds fifty indicators, and as many as are asked for', () => {
    expect(takePage(list(180))).toHaveLength(pageLength)
    expect(takePage(list(180), 7)).toHaveLength(7)
    expect(takePage(list(3))).toHaveLength(3)
  })
  test('ends sooner where the indicators have very many observations, and never before the first', () => {
    expect(takePage(list(50, 4680))).toHaveLength(4)
    expect(takePage(list(50, 1_000_000))).toHaveLength(1)
  })
  test('together with the others has every indicator once, in the order of the catalogue', () => {
    const entries = list(1800)
    expect(listPages(entries)).toHaveLength(36)
    expect(listPages(entries).flat()).toEqual(entries)
  })
})

describe('the index', () => {
  const renamed = { ...read(crossing), aliases: ['old-crossing'], short: 'cross' }
  const index = toIndex([renamed, read(parts)])
  test('knows of an indicator its names, its short address, its rows and its newest day', () => {
    expect(index.indicators[0]).toMatchObject({ id: 'crossing', aliases: ['old-crossing'], short: 'cross' })
    const rows = renamed.series.flatMap(({ observations }) => observations)
    expect(index.indicators[0]?.rows).toBe(rows.length)
    expect(index.indicators[0]?.updated).toBe(
      rows
        .map(({ published }) => published)
        .sort()
        .at(-1),
    )
  })
  test('names the indicators of the newest entries of the feed', () => {
    expect(index.news).toEqual([...new Set(toNews([renamed, read(parts)]).map(({ indicator }) => indicator.id))])
    expect(toFirstId(renamed)).toBe('old-crossing')
  })
  test('of so many that they pass a page leaves the list of ids out of a 404, but not the nearest', () => {
    expect(() => toFind(list(180))('indicator-x7')).toThrow(
      expect.objectContaining({ status: 404, detail: { parameter: 'id', suggestion: 'indicator-7' } }),
    )
  })
})

test('the nearest name is the first of those at the smallest distance', () => {
  expect(findNearest('tsst', ['best', 'test', 'tests'])).toBe('test')
  expect(findNearest('tezt', ['text', 'test'])).toBe('text')
  expect(findNearest('nothing-like-it', ['text', 'test'])).toBeUndefined()
})

describe('the loader', () => {
  const [first, second] = indicators
  if (!first || !second) throw new Error('the fixtures are too few')
  test('throws an error of ours for a file that is not there, and reads it when it is', async () => {
    const lacking = toSource(indicators, [toDataPath(release, second.id)])
    await expect(readIndicator(second.id, lacking)).rejects.toThrow(
      `/${release}/data/${second.id}.json is not among the assets`,
    )
    expect(await readIndicator(second.id, toSource())).toEqual(second)
  })
  test('refuses the file of another indicator, and one that was cut', async () => {
    const third = catalog[2]?.id ?? ''
    const answer = (text: string): DataSource => ({ readData: async () => new Response(text) })
    await expect(readIndicator(third, answer(JSON.stringify(first)))).rejects.toThrow(
      `the file of ${third} holds ${first.id}`,
    )
    await expect(readIndicator(third, answer('{"id":'))).rejects.toThrow(SyntaxError)
    await expect(readIndicator(third, { readData: async () => new Response('', { status: 404 }) })).rejects.toThrow(
      '404',
    )
  })
  test('reads an indicator once, and asks for none that is not in the catalogue', async () => {
    const readData = vi.fn(toSource().readData)
    await readIndicator(first.id, { readData })
    await readIndicator(first.id.toUpperCase(), { readData })
    await expect(readIndicator('nothing', { readData })).rejects.toMatchObject({ status: 404 })
    expect(readData.mock.calls.length).toBeLessThanOrEqual(1)
  })
  test('gives several in the order asked for', async () => {
    const ids = catalog.map(({ id }) => id).reverse()
    expect((await readIndicators(ids, toSource())).map(({ id }) => id)).toEqual(ids)
  })
})

test('the build draws what is shared most of every indicator, where there is no room for all', () => {
  const kinds = (room: number) =>
    chooseShared(['a', 'b'], room).map(({ entry, card }) => `${entry} ${card.encoding} ${card.theme}`)
  expect(chooseShared(['a', 'b'], 1000)).toHaveLength(shared.length * 2)
  expect(kinds(8)).toEqual(Array.from({ length: 4 }, () => ['a png light', 'b png light']).flat())
  expect(kinds(10).slice(8)).toEqual(['a svg auto', 'b svg auto'])
})

describe('the files of the data', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'caravan-data-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  test('are one for each indicator and one for each page, all under the release', () => {
    writeData(folder, indicators, 'r1')
    for (const [path, text] of toDataFiles(indicators, 'r1'))
      expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    expect(readdirSync(join(folder, 'r1/data'))).toHaveLength(indicators.length)
    expect(readdirSync(join(folder, 'r1/pages'))).toEqual(['0.jsonl'])
  })
  test('that were cut are written again, and those of no indicator go', () => {
    writeData(folder, indicators, 'r1')
    const path = join(folder, toDataPath('r1', indicators[0]?.id ?? ''))
    writeFileSync(path, '{')
    writeFileSync(join(folder, 'r1/data/stray.json'), '{}')
    writeData(folder, indicators, 'r1')
    expect(readFileSync(path, 'utf8')).toBe(JSON.stringify(indicators[0]))
    expect(existsSync(join(folder, 'r1/data/stray.json'))).toBe(false)
  })
  test('of the release before stay for a server that still runs, and are not deployed', () => {
    for (const name of ['r1', 'r2', 'r3']) {
      writeData(folder, indicators, name)
      removeOld(folder, name)
    }
    expect(readdirSync(folder).sort()).toEqual(['.assetsignore', 'r2', 'r3'])
    expect(readFileSync(join(folder, '.assetsignore'), 'utf8')).toBe('/*\n!/r3\n')
  })
})
