import fc from 'fast-check'
import { decode } from 'fast-png'
import { expect, inject, test } from 'vitest'
import { respond } from '../../../src/http/app.ts'
import { catalog, release } from '../../../src/model/catalog.ts'
import { documents, pictures } from '../../../src/request/formats.ts'
import { parameters } from '../../../src/request/parameters.ts'
import { toSource } from '../../fixtures/catalogue.ts'
import { readXml } from '../../fixtures/markup.ts'

const origin = 'https://caravan.test'
const source = toSource()
const ids = catalog.map(({ id }) => id)

/** A word that no answer may repeat, between characters of markup and headers. */
const marker = 'zq7marker'
const hostile = fc.constantFrom(
  `<script>${marker}</script>`,
  `"><svg onload=${marker}>`,
  `\r\nSet-Cookie: ${marker}`,
  `javascript:${marker}`,
  `]]>${marker}<!--`,
  `${marker}%00`,
  `\u202e${marker}`,
  `../../${marker}`,
)
const word = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 3, arbitrary: hostile },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '0', '-1', '1e9', 'NaN', '__proto__', 'constructor', '%', '%2', '%ff'),
  },
)

/** Values that a parameter takes, so that most requests reach the drawing. */
const toValue = (name: string): fc.Arbitrary<string> => {
  const parameter = Object.values(parameters).find(entry => entry.name === name)
  if (parameter && 'values' in parameter) return fc.constantFrom(...parameter.values)
  switch (name) {
    case 'from':
    case 'to':
      return fc.integer({ min: 1995, max: 2030 }).map(String)
    case 'asof':
      return fc.constantFrom('2024-02-28', '2025-12-31', '2026-06-01', '2026-02-30')
    case 'series':
      return fc.constantFrom('china', 'russia', 'cargo', 'china~russia', 'china~china')
    case 'accent':
    case 'background':
      return fc.constantFrom('112233', '#fafafa', 'transparent', 'ffffff')
    default:
      return fc.constantFrom(release, '000000000000')
  }
}
const names = Object.values(parameters).map(({ name }) => name)
const pair = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...names.filter(name => name !== 'scale'))
      .chain(name => fc.tuple(fc.constant<string>(name), toValue(name))),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom<string>(...names, 'ids', 'url', 'format', 'type', 'maxwidth'), word),
  },
  { weight: 1, arbitrary: fc.tuple(word, word) },
)
const query = fc.array(pair, { maxLength: 4 }).map(pairs => String(new URLSearchParams(pairs)))

const id = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ids) },
  { weight: 1, arbitrary: word.map(encodeURIComponent) },
)
const path = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(id, fc.constantFrom(...pictures.map(({ suffix }) => `.${suffix}`)))
      .map(([name, end]) => `/indicators/${name}${end}`),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(id, fc.constantFrom(...documents.map(({ suffix }) => `.${suffix}`), '', '/embed', '/datapackage.json'))
      .map(([name, end]) => `/indicators/${name}${end}`),
  },
  { weight: 1, arbitrary: id.map(name => `/badges/${name}.json`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '/',
      '/indicators.json',
      '/indicators.csv',
      '/healthz',
      '/docs',
      '/robots.txt',
      '/feed.atom',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('/oembed', '/inspect'), id, query)
      .map(([at, name, search]) => `${at}?url=${encodeURIComponent(`${origin}/indicators/${name}?${search}`)}&`),
  },
  {
    weight: 1,
    arbitrary: fc.array(word.map(encodeURIComponent), { maxLength: 4 }).map(parts => `/${parts.join('/')}`),
  },
)
const method = fc.oneof(
  { weight: 12, arbitrary: fc.constant('GET') },
  { weight: 1, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND') },
)
const headers = fc.dictionary(
  fc.constantFrom('Accept', 'If-None-Match', 'Referer', 'Accept-Language', 'Range', 'Origin', 'X-Forwarded-Host'),
  fc.constantFrom(
    '*/*',
    'text/html',
    '*',
    '"x"',
    'W/"x", "y"',
    `https://${marker}.test/`,
    'bytes=0-1',
    '%C3%A9',
    marker,
  ),
  { maxKeys: 3 },
)

type Case = { path: string; query: string; method: string; headers: Record<string, string> }
const toUrl = ({ path: at, query: search }: Case): string => {
  const base = at.includes('?') ? at : `${at}?`
  return origin + base + search
}

async function check(asked: Case): Promise<void> {
  const url = toUrl(asked)
  const request = () => new Request(url, { method: asked.method, headers: asked.headers })
  const response = await respond(request(), { ...source, later: () => {} })
  const { status } = response
  const life = response.headers.get('Cache-Control') ?? ''
  const type = response.headers.get('Content-Type') ?? ''
  // oEmbed prescribes 501 for an unknown format; it is an error of the client.
  expect(status === 501 || status < 500).toBe(true)
  expect(life).not.toBe('')
  if (status >= 400) expect(life).toBe('public, max-age=60')
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(response.headers.get('Location')).toBeNull()
  expect(response.headers.get('Set-Cookie')).toBeNull()
  for (const [name, value] of response.headers)
    if (!['card-ignored', 'link'].includes(name)) expect(value).not.toContain(marker)
  expect([...response.headers.values()].join('')).not.toMatch(/[<"']script|zq7marker[>"<]/)
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (asked.method === 'HEAD' || status === 304 || asked.method === 'OPTIONS') {
    expect(bytes.length).toBe(0)
    return
  }
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(response.headers.get('Content-Length')).toBe(String(bytes.length))
  if (type === 'image/png') expect(decode(bytes).width).toBeGreaterThan(0)
  // A workbook and an archive are ZIP files, whose bytes are no text.
  else if (/zip|spreadsheetml|font/.test(type)) {
    if (!type.startsWith('font')) expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b])
  } else {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    expect(text).not.toContain(`<script>${marker}`)
    expect(text).not.toContain(`<svg onload=${marker}`)
    if (type.startsWith('image/svg+xml')) {
      expect(text).not.toContain(marker)
      const names = readXml(text).flatMap(({ name, attributes }) => [name, ...Object.keys(attributes)])
      expect(names.filter(name => /^(script|foreignObject|image|use|a|on\w+|href|xlink:href)$/i.test(name))).toEqual([])
      expect(response.headers.get('Content-Security-Policy')).toBe("default-src 'none'; style-src 'unsafe-inline'")
    } else if (type.includes('json')) JSON.parse(text)
    else if (type.startsWith('text/html'))
      expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  }
  const etag = response.headers.get('ETag')
  if (status !== 200 || !etag) return
  const turned = new URL(url)
  turned.search = String(new URLSearchParams([...new URLSearchParams(turned.search)].reverse()))
  if (/oembed|inspect|^\/$/.test(turned.pathname)) return
  const again = await respond(new Request(turned, { headers: { Accept: asked.headers.Accept ?? '*/*' } }), {
    ...source,
    later: () => {},
  })
  expect(again.headers.get('ETag')).toBe(etag)
  expect(new Uint8Array(await again.arrayBuffer()).join() === bytes.join()).toBe(true)
}

test('any request is answered: no fault, no hang, no script, nothing repeated, every picture whole, the same twice', async () => {
  const cases = fc.record({ path, query, method, headers })
  await fc.assert(fc.asyncProperty(cases, check), { numRuns: inject('fuzzCases'), seed: inject('fuzzSeed') })
}, 3_600_000)
