import { afterEach, describe, expect, test } from 'vitest'
import { toRequestedCard } from '../../src/card/requested-card.ts'
import { toHead } from '../../src/http/head.ts'
import { build, catalog, release } from '../../src/model/catalog.ts'
import { documents, pictures } from '../../src/request/formats.ts'
import { routes } from '../../src/request/routes.ts'
import { toLinks } from '../../src/request/urls.ts'
import { colours, emblem, name, offered, subject } from '../../src/site.ts'
import { findIndicator } from '../fixtures/catalogue.ts'
import { ask, origin } from './ask.ts'

const [first] = catalog
if (!first) throw new Error('the catalogue is empty')
const { id } = first
const links = toLinks(origin, id, new Map())

// /oembed needs a query, and /mcp takes messages by POST: mcp.test.ts.
const plain = routes.filter(route => !route.includes('{short}') && route !== '/oembed' && route !== '/mcp')
const toPath = (route: string): string => route.replace('{id}', id)

const types = Object.entries({
  'image/svg+xml; charset=utf-8': ['/indicators/{id}.svg', '/favicon.svg'],
  'image/png': ['/indicators/{id}.png'],
  'font/woff2': ['/text-400.woff2', '/text-600.woff2'],
  'text/html; charset=utf-8': ['/', '/docs', ...['', '/build', '/embed'].map(end => `/indicators/{id}${end}`)],
  'text/css; charset=utf-8': ['/site.css', '/frame.css'],
  'text/javascript; charset=utf-8': ['/site.js', '/frame.js', '/caravan.js', '/caravan-card.js'],
  'text/csv; charset=utf-8; header=present': ['/indicators.csv', '/indicators/{id}.csv'],
  'text/plain; charset=utf-8': ['/llms.txt', '/robots.txt', '/.well-known/security.txt'],
  'application/json; charset=utf-8': [
    ...['/indicators.json', '/datapackage.json', '/openapi.json', '/badges/{id}.json'],
    ...['.json', '.jsonstat', '/datapackage.json'].map(end => `/indicators/{id}${end}`),
  ],
  'application/ld+json; charset=utf-8': ['/indicators/{id}.jsonld'],
  'application/feed+json; charset=utf-8': ['/feed.json'],
  'application/atom+xml; charset=utf-8': ['/feed.atom', '/indicators/{id}/feed.atom'],
  'application/xml; charset=utf-8': ['/sitemap.xml'],
  'application/zip': ['/indicators/{id}.zip'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['/indicators/{id}.xlsx'],
}).flatMap(([type, paths]) => paths.map(route => ({ route, type })))

/** Routes whose answer depends on the moment or on the input, so that they have no ETag. */
const unvalidated = ['/healthz', '/inspect']

describe('every address', () => {
  test('is here', () => expect([...types.map(({ route }) => route), ...unvalidated].sort()).toEqual([...plain].sort()))
  test.each(types)('$route has its type, a life, CORS, and answers HEAD, 304 and 405', async ({ route, type }) => {
    const path = toPath(route)
    const get = await ask(path)
    expect([get.status, Object.fromEntries(get.headers)]).toEqual([
      200,
      expect.objectContaining({
        'content-type': type,
        'content-length': String((await get.arrayBuffer()).byteLength),
        etag: expect.stringMatching(/^"[0-9a-f]{24}"$/),
        'cache-control': 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      }),
    ])
    const head = await ask(path, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const name of ['Content-Type', 'Content-Length', 'ETag', 'Last-Modified', 'Cache-Control', 'Link'])
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)])
    const again = await ask(path, { headers: { 'If-None-Match': get.headers.get('ETag') ?? '' } })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', get.headers.get('ETag')])
    const post = await ask(path, { method: 'POST' })
    expect([post.status, post.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
  test('may be asked for with any header from any page, and the browser need not ask again for a day', async () => {
    for (const route of plain) {
      const { status, headers } = await ask(toPath(route), {
        method: 'OPTIONS',
        headers: { Origin: 'https://news.example', 'Access-Control-Request-Headers': 'if-none-match, content-type' },
      })
      expect(status).toBe(204)
      expect(headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Access-Control-Allow-Headers')).toBe('*')
      expect(headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD,OPTIONS')
      expect(headers.get('Access-Control-Max-Age')).toBe('86400')
      expect(headers.get('Vary')).toBeNull()
    }
  })
  test('says which headers a page elsewhere may send and read', async () => {
    for (const path of [`/indicators/${id}.png`, '/nothing', '/indicators.json']) {
      const { headers } = await ask(path)
      expect(headers.get('Access-Control-Allow-Headers')).toBe('*')
      for (const name of ['ETag', 'Retry-After']) expect(headers.get('Access-Control-Expose-Headers')).toContain(name)
    }
  })
  test('fails as a page for readers only where it is a page', async () => {
    const html = { headers: { Accept: 'text/html' } }
    const typeOf = async (path: string): Promise<string> =>
      ((await ask(path, html)).headers.get('Content-Type') ?? '').replace(/;.*/, '')
    expect(await typeOf('/indicators/nothing')).toBe('text/html')
    expect(await typeOf('/nothing')).toBe('text/html')
    expect(await typeOf('/oembed')).toBe('application/problem+json')
    expect(await typeOf('/indicators/nothing.json')).toBe('application/problem+json')
    expect(await typeOf('/indicators/nothing.gif')).toBe('application/problem+json')
    expect(await typeOf('/indicators/nothing.svg')).toBe('image/svg+xml')
    expect((await ask('/indicators/nothing')).headers.get('Content-Type')).toContain('application/problem+json')
  })
})

describe('a validator', () => {
  const toEtag = (version: 'release' | 'build', name: string, encoding: Parameters<typeof toRequestedCard>[2]) => {
    const requested = toRequestedCard(new URL(`${origin}/indicators/${id}`), findIndicator(id), encoding)
    return toHead(requested, { name, type: 'json', version }).etag
  }
  test('of a picture or of figures names the release', async () => {
    for (const { suffix } of pictures)
      expect((await ask(`/indicators/${id}.${suffix}`)).headers.get('ETag')).toBe(toEtag('release', suffix, suffix))
    for (const { suffix, encoding } of documents)
      expect((await ask(`/indicators/${id}.${suffix}`)).headers.get('ETag')).toBe(toEtag('release', suffix, encoding))
  })
  test('of a page or a feed names the build', async () => {
    expect(build).not.toBe(release)
    expect((await ask(`/indicators/${id}/embed`)).headers.get('ETag')).toBe(toEtag('build', 'embed', 'embed'))
    expect((await ask(`/indicators/${id}/feed.atom`)).headers.get('ETag')).toBe(toEtag('build', 'feed', 'feed'))
  })
  test('only a picture or figures are immutable under the release', async () => {
    const lifeOf = async (path: string, v = release) => (await ask(`${path}?v=${v}`)).headers.get('Cache-Control')
    expect(await lifeOf(`/indicators/${id}.png`)).toBe('public, max-age=31536000, immutable')
    expect(await lifeOf(`/indicators/${id}.png`, '000000000000')).toContain('max-age=3600')
    expect(await lifeOf(`/indicators/${id}.csv`)).toContain('immutable')
    expect(await lifeOf(`/indicators/${id}`)).not.toContain('immutable')
    expect(await lifeOf(`/indicators/${id}/embed`)).not.toContain('immutable')
  })
})

describe('oEmbed', () => {
  test.each([
    ...Object.values(links).filter(link => !link.includes('/oembed')),
    `${origin}/indicators/${id}/datapackage.json`,
    `${origin}/indicators/${id}/`,
  ])('answers for %s', async url => {
    const response = await ask(`/oembed?url=${encodeURIComponent(url)}`)
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ url: links.png })])
  })
  test.each([
    `${origin}/indicators/${id}/nothing`,
    `${origin}/indicators/${id}.gif`,
    `${origin}/badges/${id}.json`,
    `${origin}/docs`,
    'https://elsewhere.example/indicators/x',
  ])('does not for %s', async url => {
    expect((await ask(`/oembed?url=${encodeURIComponent(url)}`)).status).toBe(404)
  })
})

describe('a short address', () => {
  const own = first.short
  afterEach(() => {
    first.short = own
  })
  test('leads to the share page, in the language of the path', async () => {
    first.short = 'abc'
    const follow = async (path: string) => {
      const { status, headers } = await ask(path, { redirect: 'manual' })
      return [status, headers.get('Location')]
    }
    expect(await follow('/abc')).toEqual([302, links.html])
    expect(await follow('/ABC')).toEqual([302, links.html])
    expect(await follow('/ru/abc')).toEqual([302, `${links.html}?lang=ru`])
    expect(await follow('/en/abc')).toEqual([302, links.html])
    expect(await follow('/zh/abc?from=2000&utm_source=card')).toEqual([302, `${links.html}?from=2000&lang=zh`])
    expect(await follow('/xx/abc')).toEqual([400, null])
    expect(await follow('/docs')).toEqual([200, null])
  })
  test('that no indicator has is not there', async () => {
    for (const path of ['/abc', '/ru/abc', '/nothing-at-all'])
      expect((await ask(path, { redirect: 'manual' })).headers.get('Card-Error')).toBe('unknown-path')
  })
})

describe('what a newsroom changes', () => {
  test('is on the pages: name, subject, colours, icon, languages', async () => {
    const [front, style, icon, share] = await Promise.all(
      ['/', '/site.css', '/favicon.svg', `/indicators/${id}`].map(async path => (await ask(path)).text()),
    )
    expect(front).toContain(`<h1>${subject.en}</h1>`)
    expect(front).toContain(`content="${name}"`)
    expect(style).toContain(`--link:${colours.light.link};`)
    expect(style).toContain(`--link:${colours.dark.link};`)
    expect(icon).toContain(emblem.path)
    for (const lang of offered) expect(share).toContain(`hreflang="${lang}"`)
  })
})
