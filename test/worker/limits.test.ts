import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { toNoticeTitle } from '../../src/card/notice.ts'
import { toRequestedCard } from '../../src/card/requested-card.ts'
import { toOpenApi } from '../../src/formats/openapi.ts'
import { respond } from '../../src/http/app.ts'
import type { Impression, LogEntry } from '../../src/http/log.ts'
import { findPicture } from '../../src/http/picture-cache.ts'
import worker from '../../src/index.ts'
import { languages } from '../../src/model/locales.ts'
import { limits } from '../../src/request/limits.ts'
import { findIndicator, toSource } from '../fixtures/catalogue.ts'
import { ask, origin } from './ask.ts'

/** The units that `wrangler.toml` grants a client in a minute. */
const rate = 100

let next = 100_000

/** Asks the Worker, with only this limit, for a new picture; returns the status of the answer. */
async function draw(address: string, limit: RateLimit): Promise<number> {
  const headers = { 'CF-Connecting-IP': address }
  const request = new Request(`${origin}/indicators/baku-port.svg?layout=badge&accent=${next++}`, { headers })
  const context = createExecutionContext()
  const response = await worker.fetch(request, { ASSETS: env.ASSETS, DRAWINGS: limit }, context)
  await Promise.all([response.arrayBuffer(), waitOnExecutionContext(context)])
  return response.status
}

/** Asks for one more new picture than the rate allows. */
async function crawl(address: string): Promise<number[]> {
  const statuses: number[] = []
  for (let i = 0; i <= rate; i++) statuses.push(await draw(address, env.DRAWINGS))
  return statuses
}

describe('the rate of new pictures', () => {
  test('a crawler that tries every parameter gets no more drawn than its rate', async () => {
    // The limiter of workerd counts by the minute of the clock, and this must not run over two.
    const toMinute = () => Math.floor(Date.now() / 60_000)
    let headers = { 'CF-Connecting-IP': '192.0.2.7' }
    const minute = toMinute()
    let statuses = await crawl(headers['CF-Connecting-IP'])
    if (toMinute() !== minute) {
      headers = { 'CF-Connecting-IP': '192.0.2.8' }
      statuses = await crawl(headers['CF-Connecting-IP'])
    }
    expect(statuses).toEqual([...Array(rate).fill(200), 429])
    const refused = await ask('/indicators/baku-port.png?accent=fedcba', { headers })
    expect([refused.status, refused.headers.get('Content-Type'), refused.headers.get('Retry-After')]).toEqual([
      429,
      'image/png',
      '60',
    ])
    expect(refused.headers.get('Cache-Control')).toBe('no-store')
    const known = await ask(`/indicators/baku-port.svg?layout=badge&accent=${next - 2}`, { headers })
    expect([known.status, known.headers.get('Card-Cache')]).toEqual([200, 'hit'])
    expect((await ask('/indicators/baku-port.json', { headers })).status).toBe(200)
    expect((await ask('/indicators/baku-port.png?accent=fedcba')).status).toBe(200)
  })
  /** The answer to a client of whom the limiter refuses everything, and the keys that the Worker spent by. */
  const refuse = async (address: string): Promise<unknown[]> => {
    const limit = vi.fn<RateLimit['limit']>(async () => ({ success: false }))
    return [await draw(address, { limit }), ...limit.mock.calls.map(([{ key }]) => key)]
  }
  test('a developer who runs the Worker locally has no rate limit', async () =>
    expect(await refuse('127.0.0.1')).toEqual([200]))
  test('an IPv6 client has one rate for all of its addresses', async () => {
    for (const address of ['2001:db8:7:7::1', '2001:db8:7:7::2'])
      expect(await refuse(address)).toEqual([429, '2001:db8:7:7::/64'])
  })
})

describe('a request that asks for too much gets an error with the limit', () => {
  test.each(['.svg', '.png', '.json', '', '/embed'])('a query too long, for %s', async end => {
    const query = 'x'.repeat(limits['query-too-long'] + 1)
    const response = await ask(`/indicators/titr-throughput${end}?${query}`)
    expect([response.status, response.headers.get('Card-Error')]).toEqual([400, 'query-too-long'])
  })
  test('in the figures of problem details', async () => {
    const response = await ask(`/indicators.json?${'a&'.repeat(1500)}`)
    expect(await response.json()).toMatchObject({ status: 400, code: 'query-too-long', limit: 2000 })
  })
  test.each(languages)('and its notice says it in %s', lang => {
    for (const code of ['query-too-long', 'too-many-series', 'too-many-pixels', 'too-many-bytes'] as const)
      expect(toNoticeTitle({ code, lang }).replace(/[^\d]/g, '')).toContain(String(limits[code]))
  })
})

describe('a line of log', () => {
  const entries: LogEntry[] = []
  const impressions: Impression[] = []
  const asked = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    await respond(new Request(origin + path, { headers, method }), {
      ...toSource(),
      later: () => {},
      log: entry => void entries.push(entry),
      count: impression => void impressions.push(impression),
    })
    return entries.at(-1)
  }
  test('is one a request, with route, outcome, status and release', async () => {
    expect(await asked('/indicators/northern-route.svg?lang=kk')).toMatchObject({
      level: 'info',
      route: '/indicators/{id}.svg',
      indicator: 'northern-route',
      method: 'GET',
      status: 200,
      cache: 'miss',
      release: expect.stringMatching(/^[0-9a-f]{12}$/),
    })
    expect(await asked('/indicators/northern-route.svg?lang=kk')).toMatchObject({ cache: 'hit' })
    expect(await asked('/indicators/northern-route.svg?lang=xx')).toMatchObject({
      status: 400,
      error: 'bad-parameter',
    })
    expect(entries).toHaveLength(3)
  })
  test('a line of log has nothing that a caller wrote', async () => {
    const evil = 'e%0Avil"}'
    for (const path of [
      `/${evil}`,
      `/indicators/${evil}.svg`,
      `/indicators/x.svg?${evil}`,
      `/indicators/${evil}/embed`,
    ]) {
      await asked(path, { Referer: 'https://evil.test/?evil' }, 'PURGE')
      expect(JSON.stringify(entries.at(-1))).not.toMatch(/e%0A|vil|PURGE/)
    }
  })
  test('knows every address of the description, and those that people and their programs open', async () => {
    const others = ['/', '/docs', '/oembed', '/inspect', '/indicators/{id}', '/indicators/{id}/embed']
    const files = ['/robots.txt', '/sitemap.xml', '/favicon.svg', '/site.css', '/caravan.js']
    for (const path of [...Object.keys(toOpenApi(origin).paths), ...others, ...files]) {
      const entry = await asked(path.replace('{id}', 'northern-route'))
      expect([entry?.route, entry?.indicator]).toEqual([path, path.includes('{id}') ? 'northern-route' : undefined])
    }
  })
  test('a line of log names the route that was matched, also of a failure and of another method', async () => {
    const routes = async (paths: readonly string[], method?: string) => {
      const found: (string | undefined)[] = []
      for (const path of paths) found.push((await asked(path, {}, method))?.route)
      return found
    }
    expect(await routes(['/', '/wp-login.php', '/nothing', '/a/b/c', '/oembed'])).toEqual([
      ...['/', 'none', 'none', 'none', '/oembed'],
    ])
    expect(await routes(['/indicators/x.csv', '/feed.json'], 'POST')).toEqual(['/indicators/{id}.csv', '/feed.json'])
    expect(await routes(['/docs'], 'OPTIONS')).toEqual(['/docs'])
  })
  test('an impression is counted by indicator, form and the host that shows it', async () => {
    impressions.length = 0
    await asked('/indicators/northern-route.svg?lang=kk', { Referer: 'https://news.example/story?reader=7' })
    await asked('/indicators/northern-route/embed', { Referer: 'not an address' })
    await asked('/indicators/nothing.svg')
    expect(impressions).toEqual([
      { indicator: 'northern-route', form: '.svg', cache: 'hit', host: 'news.example' },
      { indicator: 'northern-route', form: '/embed', cache: 'hit', host: '' },
    ])
  })
})

test('without a limiter nothing is refused, and one that fails refuses nobody', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const view = toRequestedCard(new URL(`${origin}/x.svg?accent=0a0b0d`), findIndicator('baku-port'), 'svg')
  const found = await findPicture(view, { later: () => {}, mayDraw: () => Promise.reject(new Error('down')) })
  expect(found.outcome).toBe('miss')
  expect(log).toHaveBeenCalledTimes(1)
  log.mockRestore()
})
