import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from 'fast-png'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseFolder } from '../../tools/data/folder.ts'
import { insertRows } from '../../tools/refresh/propose.ts'
import { askOnce, type Refreshed, refreshFolder } from '../../tools/refresh/refresh-folder.ts'
import { toReport } from '../../tools/refresh/report.ts'
import { root } from '../fixtures/copies.ts'
import { crossing } from '../fixtures/folders.ts'
import { asking } from '../fixtures/services/ask.ts'
import { copyRepository, fillInFolder, run } from './copy.ts'

const languages = ['en', 'ru', 'zh'] as const
const query = {
  service: 'csv',
  series: 'east',
  url: 'https://office.example/trade.csv',
  title: 'Trade @office ```js',
  period: 'Year',
  value: 'Value',
}
const withQueries = (...queries: object[]) => {
  const head = JSON.parse(crossing.package)
  return { ...crossing, package: JSON.stringify({ ...head, card: { ...head.card, refresh: queries } }, null, 2) }
}
const refresh = (answer: string, ...queries: object[]): Promise<Refreshed> =>
  refreshFolder(
    withQueries(...queries),
    '2016-11-24',
    asking(() => answer),
  )

describe('a report', () => {
  test('shows rows, sources, both pictures, and the sentences that change in each language', async () => {
    const one = await refresh('Year,Value\n2014,9.5\n2015,10.5\n2016,12\n', query)
    const text = toReport({ refreshed: [one], failures: ['other: busy'] }, languages, 'https://pictures.example/7')
    expect(text).toContain('\n+ east,2015,10.5,provisional,,2016-11-24,2016-11-24,csv-east-2016-11-24\n')
    expect(text).toContain(
      '| ![before](https://pictures.example/7/crossing-before.png) | ![after](https://pictures.example/7/crossing-after.png) |',
    )
    for (const lang of languages) expect(text).toContain(`\n@@ ${lang}, alt @@\n- `)
    expect(text).toContain('- Trade with East was 9.5 bn tugriks in 2014')
    expect(text).toContain('+ Trade with East was 10.5 bn tugriks in 2015')
    expect(text).toContain('crossing, east: 2016 is withheld: the year is not over')
    expect(text).toContain('other: busy')
  })

  test('keeps what a service wrote inside its block of code', async () => {
    const one = await refresh('Year,Value\n2014,9.5\n2015,10.5\n', query)
    const text = toReport({ refreshed: [one], failures: [] }, languages, 'pictures')
    expect(text).toContain("Trade @office '''js: https://office.example/trade.csv")
    expect(text.match(/^```/gm)).toHaveLength(6)
  })

  test('says when no sentence changes', async () => {
    const one = await refresh('Year,Value\n2012,8\n2013,10.5\n2014,9.5\n', query)
    const same = { ...one, after: one.before, proposals: (await refresh('Year,Value\n2015,10\n', query)).proposals }
    expect(toReport({ refreshed: [same], failures: [] }, languages, 'pictures')).toContain('No sentence changes.')
  })

  test('asks whether a fixed sentence still holds', async () => {
    const one = await refresh('Year,Value\n2014,9.5\n2015,10.5\n', query)
    const sentence = { en: 'East led in 2014' }
    const fixed = { ...one, after: { ...one.after, finding: { kind: 'fixed' as const, sentence, needs: [] } } }
    const ask = 'The finding is a fixed sentence. Does it still hold?\n\n```text\nEast led in 2014\n```'
    expect(toReport({ refreshed: [fixed], failures: [] }, languages, 'pictures')).toContain(ask)
    expect(toReport({ refreshed: [one], failures: [] }, languages, 'pictures')).not.toContain('fixed sentence')
  })

  test('is never longer than a pull request may be', async () => {
    const one = await refresh('Year,Value\n2014,9.5\n2015,10.5\n', query)
    const text = toReport({ refreshed: Array(200).fill(one), failures: [] }, languages, 'pictures')
    expect(text.length).toBeLessThan(65_536)
    expect(text).toMatch(/More than a pull request can hold: .*\n$/)
    expect((text.match(/^```/gm) ?? []).length % 2).toBe(0)
  })
})

describe('a folder', () => {
  test('takes the rows of several queries, and an address is asked once', async () => {
    let count = 0
    const west = { ...query, series: 'west' }
    const ask = askOnce(async () => {
      count += 1
      return Buffer.from('Year,Value\n2015,9.5\n')
    })
    const { folder, after } = await refreshFolder(withQueries(query, west), '2016-11-24', ask)
    expect(count).toBe(1)
    expect(after.series.map(({ observations }) => observations.at(-1)?.value).slice(2)).toEqual([9.5, 9.5])
    expect(parseFolder(folder, { today: '2016-11-24' }).faults).toEqual([])
  })

  test('keeps its package as it is written, but for the source', async () => {
    const { folder, proposals } = await refresh('Year,Value\n2015,9.5\n', query)
    const written = withQueries(query).package
    const [head = '', tail = ''] = written.split('\n  ],\n  "resources"')
    expect(folder.package.startsWith(head)).toBe(true)
    expect(folder.package.endsWith(tail)).toBe(true)
    expect(JSON.parse(folder.package).sources.at(-1)).toEqual(proposals[0]?.source)
    const short = written.replace(/"resources": \[\s+\{([^}]+)\}\s+\]/, '"resources": [{$1}]')
    const again = await refreshFolder(
      { ...crossing, package: short },
      '2016-11-24',
      asking(() => 'Year,Value\n2015,9.5\n'),
    )
    expect(again.folder.package).toMatch(/"resources": \[\{/)
  })

  test('takes no figure that it holds as final with fewer digits', async () => {
    const lines = async (table: string) =>
      (await refresh(table, { ...query, decimals: 4 })).proposals.flatMap(({ rows }) => rows.map(({ line }) => line))
    expect(await lines('Year,Value\n2013,10.54\n2014,9.46\n')).toEqual([])
    expect(await lines('Year,Value\n2013,10.54\n2014,9.44\n')).toEqual([
      'east,2014,9.44,final,,2016-11-24,2016-11-24,csv-east-2016-11-24',
    ])
  })

  test('has a year after the parts of it', () => {
    const csv = 'series\neast,2014\neast,2015-01/2015-05\nwest,2014\n'
    const rows = [{ period: '2015', value: 1, before: undefined, line: 'east,2015,1' }]
    expect(insertRows(csv, { series: 'east', rows })).toBe(
      'series\neast,2014\neast,2015-01/2015-05\neast,2015,1\nwest,2014\n',
    )
  })

  test('that names no service, or whose rows break a rule, is refused', async () => {
    await expect(refresh('')).rejects.toThrow('data/crossing names no service under card.refresh')
    const twice = [query, { ...query, divisor: 2 }]
    await expect(refresh('Year,Value\n2015,9.5\n', ...twice)).rejects.toThrow('the proposal does not fit the folder')
  })
})

describe('npm run refresh -- --all --write --report', () => {
  let copy = ''
  const out = mkdtempSync(join(tmpdir(), 'report-'))
  beforeAll(() => {
    copy = copyRepository()
    run('npm run build:data && npm run new -- my-indicator', copy)
    fillInFolder(copy, 'my-indicator')
    const path = (id: string, name: string): string => join(copy, 'data', id, name)
    const folder = JSON.parse(readFileSync(path('my-indicator', 'datapackage.json'), 'utf8'))
    const [{ id: series }] = folder.card.series
    // The answers end in 2015, so the folder ends before.
    let year = 2012
    const rows = readFileSync(path('my-indicator', 'observations.csv'), 'utf8').replace(
      /,20\d\d,[\d.]+,/g,
      () => `,${year++},15.5,`,
    )
    const write = (id: string, service: object): void => {
      const card = { ...folder.card, refresh: [{ series, ...service }] }
      mkdirSync(join(copy, 'data', id), { recursive: true })
      writeFileSync(path(id, 'datapackage.json'), `${JSON.stringify({ ...folder, name: id, card }, null, 2)}\n`)
      writeFileSync(path(id, 'observations.csv'), rows)
    }
    write('my-indicator', { service: 'imf', reporter: 'KAZ', partner: 'CHN', divisor: 1e9 })
    write('another', { service: 'csv', url: 'https://office.example/gone.csv', period: 'Year', value: 'Value' })
  })
  afterAll(() => [copy, out].map(folder => rmSync(folder, { recursive: true })))

  const offline = { NODE_OPTIONS: `--import ${join(root, 'test/fixtures/services/offline.ts')}` }
  test('writes the rows, draws both cards by the Worker’s code, and a failure of one folder stops no other', () => {
    expect(run('npm run refresh -- my-indicator', copy, offline)).toMatchObject({
      status: 0,
      said: expect.stringMatching(/\d+ rows? proposed/),
    })
    const { status, said } = run(`npm run refresh -- --all --write --report ${out}`, copy, offline)
    const table = readFileSync(join(copy, 'data/my-indicator/observations.csv'), 'utf8')
    expect(said).toMatch(/\d rows? written/)
    expect(table).toMatch(/,2015,10\.568,provisional,/)
    expect([status, said]).toEqual([1, expect.stringContaining('another: https://office.example/gone.csv has no file')])
    const [before, after] = ['before', 'after'].map(when =>
      readFileSync(join(out, `pictures/my-indicator-${when}.png`)),
    )
    if (!before || !after) throw new Error('no picture')
    expect([before, after].map(bytes => decode(bytes)).map(({ width, height }) => [width, height])).toEqual([
      [1200, 630],
      [1200, 630],
    ])
    expect(before.equals(after)).toBe(false)
    expect(readFileSync(join(out, 'body.md'), 'utf8')).toContain('![after](pictures/my-indicator-after.png)')
  })

  test('writes no report where nothing is new', () => {
    const empty = join(out, 'empty')
    const { status, said } = run(`npm run refresh -- my-indicator --report ${empty}`, copy, offline)
    expect([status, said, existsSync(empty)]).toEqual([0, expect.stringContaining('nothing new'), false])
  })
})
