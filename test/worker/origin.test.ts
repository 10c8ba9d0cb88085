import { afterEach, describe, expect, test, vi } from 'vitest'
import { toRequestedCard } from '../../src/card/requested-card.ts'
import { respond } from '../../src/http/app.ts'
import { toLicenceLink } from '../../src/http/head.ts'
import type { Platform } from '../../src/http/platform.ts'
import { isMatch } from '../../src/http/response.ts'
import { formats } from '../../src/request/formats.ts'
import { indicators, toSource } from '../fixtures/catalogue.ts'
import { ask, origin } from './ask.ts'

const alone: Platform = { ...toSource(), later: () => {} }
const site = 'https://cards.example.test'
const hosts = ['https://caravan.someone.workers.dev', 'http://cards.example.test', 'https://evil.test', site]

/** An answer to every kind of request: each form of an indicator, the catalogue, pages, feeds, failures. */
const paths = [
  ...formats.map(({ suffix }) => `/indicators/baku-port.${suffix}`),
  '/',
  '/indicators/baku-port',
  '/indicators/baku-port?lang=ru',
  '/indicators/baku-port/embed',
  '/indicators/baku-port/datapackage.json',
  '/indicators/baku-port/feed.atom',
  '/indicators.json',
  '/datapackage.json',
  '/feed.atom',
  '/feed.json',
  '/badges/baku-port.json',
  '/openapi.json',
  '/docs',
  '/sitemap.xml',
  '/robots.txt',
  '/.well-known/security.txt',
  `/oembed?url=${site}/indicators/baku-port`,
  `/inspect?url=${site}/indicators/baku-port`,
  '/indicators/nothing.svg',
  '/nothing',
]

const drop = ['card-cache', 'server-timing']
async function read(response: Response): Promise<{ status: number; headers: [string, string][]; body: string }> {
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => !drop.includes(name)),
    body: new TextDecoder('latin1').decode(await response.arrayBuffer()),
  }
}

describe('under a configured origin', () => {
  const asked = (host: string, path: string, headers: Record<string, string> = {}) =>
    respond(new Request(host + path, { headers }), { ...alone, origin: site })

  test.each(paths)('%s is the same, byte for byte, whatever host and scheme it is asked at', async path => {
    const right = await read(await asked(site, path))
    for (const host of hosts) {
      const answer = await read(await asked(host, path))
      expect([host, answer]).toEqual([host, right])
      for (const text of [answer.body, JSON.stringify(answer.headers)])
        expect(text).not.toMatch(/workers\.dev|http:\/\/cards\.example\.test|evil\.test/)
    }
  })

  test.each(['TRACE', 'PUT', 'DELETE', 'PROPFIND'])('%s is refused as it is without one', async method => {
    // workerd cannot make a request of every method, so this object imitates one.
    const request = new Proxy(new Request(`${hosts[0]}/indicators/baku-port.json`), {
      get: (target, name) => (name === 'method' ? method : Reflect.get(target, name, target)),
    })
    const { status, headers } = await respond(request, { ...alone, origin: site })
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
})

describe('without one', () => {
  test('the origin of the request is in every validator, so that no refresh keeps the bytes of another host', async () => {
    for (const path of paths) {
      const [one, other] = await Promise.all(
        hosts.slice(1, 3).map(async host => (await respond(new Request(host + path), alone)).headers.get('ETag')),
      )
      expect([path, one !== null && one === other]).toEqual([path, false])
    }
  })
})

test('pictures of our own pages load under any host', async () => {
  for (const path of [
    '/',
    '/indicators/baku-port',
    '/indicators/baku-port/embed',
    '/indicators/baku-port/build?lang=ru',
  ]) {
    const html = await (await ask(path)).text()
    const sources = [...html.matchAll(/<(?:img|source)[^>]* (?:src|srcset)="([^"]+)"/g)].map(
      ([, source = '']) => source,
    )
    expect([path, sources.length > 0, sources.filter(source => !source.startsWith('/indicators/'))]).toEqual([
      path,
      true,
      [],
    ])
  }
})

test('security.txt has what RFC 9116 asks for, and does not expire within half a year', async () => {
  const answer = await ask('/.well-known/security.txt')
  const text = await answer.text()
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/plain; charset=utf-8'])
  expect(text).toMatch(/^Contact: (mailto:|https:)\S+\nExpires: (\S+)\n/)
  expect(text).toContain(`\nCanonical: ${origin}/.well-known/security.txt\n`)
  const ahead = (Date.parse(/Expires: (\S+)/.exec(text)?.[1] ?? '') - Date.now()) / 86_400_000
  expect([ahead > 180, ahead < 366]).toEqual([true, true])
})

describe('validators that a proxy has rewritten', () => {
  test.each([
    '"abc"',
    'W/"abc"',
    '"abc-gzip"',
    'W/"abc-gzip"',
    '"abc--gzip"',
    '"abc-br"',
    '"abc;gzip"',
    '"x", W/"abc"',
    '*',
  ])('%s is still ours', header => expect(isMatch(header.replace('--', '-'), '"abc"')).toBe(true))
  test.each(['"abcd"', '"abc-gzipped"', '"gzip"', 'abc', '', '""'])('%s is not', header =>
    expect(isMatch(header, '"abc"')).toBe(false),
  )
  test('a copy that Apache has compressed is refreshed without a body', async () => {
    const { headers } = await ask('/indicators/baku-port.svg')
    const etag = headers.get('ETag')?.replace(/"$/, '-gzip"') ?? ''
    expect((await ask('/indicators/baku-port.svg', { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })
})

describe('no folder and no query breaks an answer or adds a header', () => {
  test.each([
    [
      'https://stat.gov.kz/лицензия/',
      '<https://stat.gov.kz/%D0%BB%D0%B8%D1%86%D0%B5%D0%BD%D0%B7%D0%B8%D1%8F/>; rel="license"',
    ],
    ['https://a.test/\r\nSet-Cookie: a=1', '<https://a.test/Set-Cookie:%20a=1>; rel="license"'],
    [
      'https://a.test/>; rel="canonical", <https://evil.test/',
      '<https://a.test/%3E;%20rel=%22canonical%22,%20%3Chttps://evil.test/>; rel="license"',
    ],
    ['https://xn--a.test/?>"<', '<https://xn--a.test/?%3E%22%3C>; rel="license"'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['nothing', undefined],
  ])('a licence at %j', (url, link) => {
    expect(toLicenceLink(url)).toEqual(link ? [link] : [])
    for (const value of toLicenceLink(url)) expect(() => new Headers({ Link: value })).not.toThrow()
  })
  test.each(['😀', '\u0000', '\r\nSet-Cookie: a=1', 'é', '"', '%', '\ud800'])(
    'a name of the query with %j in any place',
    async mark => {
      for (let before = 36; before < 42; before++) {
        const query = encodeURIComponent(`${'a'.repeat(before)}${mark.toWellFormed()}`)
        for (const end of ['.svg', '.json', '/embed', '']) {
          const { status, headers } = await ask(`/indicators/titr-throughput${end}?${query}=1`)
          expect([before, end, status, headers.get('Set-Cookie')]).toEqual([before, end, 200, null])
        }
      }
    },
  )
})

describe('health', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    vi.resetModules()
  })
  /** With its own memory, because it keeps a result until a time that these tests set. */
  async function importAlone(): Promise<typeof import('../../src/http/health.ts')> {
    vi.resetModules()
    return import('../../src/http/health.ts')
  }
  test('is kept by no cache, and asks what readers ask', async () => {
    const answer = await ask('/healthz')
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  })
  test('draws at most once in ten seconds, however many ask', async () => {
    const draw = vi.fn()
    const around = { ...alone, draw, ask: async () => new Response('x') }
    const { findHealth } = await importAlone()
    vi.spyOn(performance, 'now').mockReturnValue(1e15)
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await Promise.all(Array.from({ length: 20 }, () => findHealth(around, origin)))
    await findHealth(around, origin)
    expect(draw).toHaveBeenCalledTimes(1)
  })
  test('is 503 if an answer fails or no card can be drawn', async () => {
    const { findHealth } = await importAlone()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    let time = 2e15
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 1e6))
    const [first] = indicators
    if (!first) throw new Error('the catalogue is empty')
    const { drawPicture } = await import('../../src/http/picture.ts')
    const draw = () => drawPicture(toRequestedCard(new URL(`${origin}/?size=small`), first, 'png'))
    const well = { ...alone, draw, ask: async () => new Response('x') }
    expect((await findHealth(well, origin)).status).toBe(200)
    expect((await findHealth({ ...well, ask: async () => new Response(null, { status: 500 }) }, origin)).status).toBe(
      503,
    )
    expect((await findHealth({ ...well, ask: async () => new Response('') }, origin)).status).toBe(503)
    expect((await findHealth({ ...well, draw: () => Promise.reject(new Error('no')) }, origin)).status).toBe(503)
  })
})
