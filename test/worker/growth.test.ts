import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import type { Platform } from '../../src/http/platform.ts'
import { catalog, release } from '../../src/model/catalog.ts'
import { toDataPath } from '../../src/model/listing.ts'
import { indicators, toSource } from '../fixtures/catalogue.ts'
import { ask, origin } from './ask.ts'

// Modules that have read nothing yet, for the tests of the data.
vi.resetModules()
afterAll(() => void vi.resetModules())
const { respond } = await import('../../src/http/app.ts')

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})
const ids = catalog.map(({ id }) => id)
const [first = '', second = '', third = ''] = ids
const toNext = (response: Response): string | undefined =>
  /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1]

/** The first two tests need modules that have read nothing yet, so they come first. */
describe('the data', () => {
  const around = (lacking: readonly string[] = []): Platform & { readData: ReturnType<typeof vi.fn> } => ({
    ...toSource(indicators, lacking),
    readData: vi.fn(toSource(indicators, lacking).readData),
    later: () => {},
  })
  test('is not read for constant answers', async () => {
    const source = around()
    for (const path of ['/site.css', '/robots.txt', '/favicon.svg', '/site.js', '/sitemap.xml', '/nothing/x'])
      await respond(new Request(`${origin}${path}?unread`), source)
    expect(source.readData).not.toHaveBeenCalled()
  })
  test('that is missing is a logged 500 of that indicator, never another answer, and the rest goes on', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const source = around([toDataPath(release, first)])
    for (const end of ['.json', '.svg', '.png', '', '/embed', '/feed.atom']) {
      const response = await respond(new Request(`${origin}/indicators/${first}${end}`), source)
      expect([end, response.status, response.headers.get('Card-Error')]).toEqual([end, 500, 'internal'])
      expect(response.headers.get('Cache-Control')).toBe('public, max-age=60')
    }
    expect(log.mock.calls.join()).toContain(`/${release}/data/`)
    expect((await respond(new Request(`${origin}/indicators/${second}.json`), source)).status).toBe(200)
    expect((await respond(new Request(`${origin}/indicators/${first}.json`), around())).status).toBe(200)
  })
})

describe('a listing', () => {
  test('is whole where it fits a page, and names no next', async () => {
    const response = await ask('/indicators.json')
    const json = await response.json<{ indicators: { id: string }[]; next?: string }>()
    expect(json.indicators.map(({ id }) => id)).toEqual(ids)
    expect([json.next, toNext(response)]).toEqual([undefined, undefined])
  })
  test.each(['/indicators.json', '/indicators.csv', '/datapackage.json', '/'])(
    '%s leads from page to page by Link',
    async path => {
      const seen: string[] = []
      for (let next: string | undefined = `${origin}${path}?limit=3`; next; ) {
        const response = await ask(next.slice(origin.length))
        expect(response.status).toBe(200)
        expect(response.headers.get('Link')).toContain(`<${next}>; rel="canonical"`)
        seen.push(next)
        next = toNext(response)
      }
      expect(seen).toEqual([
        `${origin}${path}?limit=3`,
        ...ids.filter((_, i) => i % 3 === 2 && i < ids.length - 1).map(id => `${origin}${path}?limit=3&after=${id}`),
      ])
    },
  )
  test('in pages has every indicator once', async () => {
    const seen: string[] = []
    for (let next: string | undefined = '/indicators.json?limit=2'; next; ) {
      const json: { indicators: { id: string }[]; next?: string } = await (await ask(next)).json()
      seen.push(...json.indicators.map(({ id }) => id))
      next = json.next?.slice(origin.length)
    }
    expect(seen).toEqual(ids)
  })
  test('pages what ids name', async () => {
    const response = await ask(`/indicators.json?ids=${third}~${first}&limit=1`)
    expect((await response.json<{ indicators: { id: string }[] }>()).indicators.map(({ id }) => id)).toEqual([first])
    expect(toNext(response)).toBe(`${origin}/indicators.json?ids=${first}~${third}&limit=1&after=${first}`)
  })
  test('goes on after an indicator that ids do not name', async () => {
    const response = await ask(`/indicators.json?ids=${first}~${third}&after=${second}`)
    expect((await response.json<{ indicators: { id: string }[] }>()).indicators.map(({ id }) => id)).toEqual([third])
  })
  test('describes the table of its own page', async () => {
    const { resources } = await (await ask(`/datapackage.json?limit=2&after=${first}`)).json<{
      resources: { path: string }[]
    }>()
    expect(resources[0]?.path).toBe(`${origin}/indicators.csv?limit=2&after=${first}`)
  })
  test.each([
    ['limit=0', 400],
    ['limit=101', 400],
    ['limit=ten', 400],
    ['limit=1&limit=2', 400],
    ['after=nothing', 404],
    ['limit=100', 200],
    [`after=${ids.at(-1)}`, 404],
  ])('answers ?%s with %i', async (query, status) => {
    expect((await ask(`/indicators.json?${query}`)).status).toBe(status)
  })
  test('the site map of a page has its pages alone', async () => {
    const text = await (await ask('/sitemap.xml?limit=1')).text()
    expect(text).toContain(`/indicators/${first}<`)
    expect(text).not.toContain(`/indicators/${second}<`)
  })
})

test('pages are kept in memory like other answers; one that names a day, until that day ends', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-25T23:59:00Z') })
  for (const path of ['/', `/indicators/${second}`, `/indicators/${second}/embed`]) {
    await ask(`${path}?kept=1`)
    expect([path, (await ask(`${path}?kept=1`)).headers.get('Card-Cache')]).toEqual([path, 'hit'])
  }
  const inRussian = { headers: { 'Accept-Language': 'ru' } }
  for (const path of ['/', `/indicators/${second}`]) {
    const [english, russian, again] = [await ask(path), await ask(path, inRussian), await ask(path, inRussian)]
    expect([path, again.headers.get('Card-Cache')]).toEqual([path, 'hit'])
    const [one, other, repeated] = [await english.text(), await russian.text(), await again.text()]
    expect([one.includes('<html lang="en"'), other.includes('<html lang="ru"')]).toEqual([true, true])
    expect(repeated).toBe(other)
  }
  const before = await ask(`/indicators/${second}?kept=1`)
  vi.setSystemTime(Date.parse('2026-11-26T00:00:01Z'))
  const after = await ask(`/indicators/${second}?kept=1`)
  expect(after.headers.get('ETag')).not.toBe(before.headers.get('ETag'))
  expect([await before.text(), await after.text()]).toEqual([
    expect.not.stringContaining('2026-11-26'),
    expect.stringContaining('2026-11-26'),
  ])
})
