import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { release } from '../../src/model/catalog.ts'
import { languages } from '../../src/model/locales.ts'
import { ask, origin } from './ask.ts'

const ids = ['trade-china-russia', 'titr-throughput', 'visa-free-tourism']

describe.each(ids)('%s', id => {
  test('is an SVG of the default size', async () => {
    const response = await ask(`/indicators/${id}.svg`)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8')
    expect(await response.text()).toMatch(
      /^<svg [^>]*width="800" height="450" viewBox="0 0 800 450" role="img" lang="en"/,
    )
  })

  test('is a PNG of 1200×630', async () => {
    const response = await ask(`/indicators/${id}.png`)
    const bytes = new DataView(await response.arrayBuffer())
    expect(response.headers.get('Content-Type')).toBe('image/png')
    expect([bytes.getUint32(16), bytes.getUint32(20)]).toEqual([1200, 630])
    expect(response.headers.get('Content-Length')).toBe(String(bytes.byteLength))
  })

  test('shows the same headline on the card and in the JSON', async () => {
    const json = await read(`/indicators/${id}.json`)
    const svg = await (await ask(`/indicators/${id}.svg`)).text()
    expect(json.headline.formatted).toBeTruthy()
    expect(svg).toContain(`<title id=`)
    expect(unescapeXml(svg.match(/<desc[^>]*>([^<]*)/)?.[1] ?? '')).toBe(json.alt)
    expect(unescapeXml(svg.match(/<title[^>]*>([^<]*)/)?.[1] ?? '')).toBe(json.finding)
    expect(json.alt).toContain(json.headline.formatted)
    expect(json.alt).toContain(json.headline.change.phrase)
  })

  test('names a source with title, publisher and URL for every observation', async () => {
    const json = await read(`/indicators/${id}.json`)
    const sources = new Map(json.sources.map((source: { id: string }) => [source.id, source]))
    for (const observation of json.series.flatMap((series: { observations: object[] }) => series.observations)) {
      expect(sources.get(observation.source)).toMatchObject({
        title: expect.any(String),
        publisher: expect.any(String),
        url: expect.stringMatching(/^https?:/),
      })
      expect(observation.published).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })
})

test('the headline figures are those of the official tables', async () => {
  const { headline, series } = await read('/indicators/trade-china-russia.json')
  expect(headline).toMatchObject({
    series: 'china',
    period: '2025',
    value: 34.16626,
    formatted: '$34.2bn',
    change: { kind: 'percent', value: 13.3, formatted: '+13.3%', since: '2024' },
  })
  const { observations } = series.find(({ id }: { id: string }) => id === 'russia')
  expect(observations).toContainEqual(expect.objectContaining({ period: '2025', value: 27.78746, formatted: '27.8' }))
  expect((await read('/indicators/titr-throughput.json')).headline).toMatchObject({
    period: '2025',
    value: 4.119,
    formatted: '4.12 million tonnes',
    change: { kind: 'percent', value: -8.1, formatted: '−8.1%', since: '2024' },
  })
  expect((await read('/indicators/visa-free-tourism.json')).headline).toMatchObject({
    period: '2024',
    value: 655000,
    change: { kind: 'percent', value: 78.3, since: '2023' },
  })
})

test('the year China overtook Russia is an event that follows from the figures', async () => {
  const { crossing, finding, events } = await read('/indicators/trade-china-russia.json')
  expect(crossing).toEqual({ series: 'china', period: '2023' })
  expect(events).toEqual([{ date: '2023', label: finding, computed: true }])
  expect((await read('/indicators/trade-china-russia.json?to=2022')).events).toEqual([])
})

test('the catalogue is an object with every indicator and its headline', async () => {
  const json = await read('/indicators.json')
  expect(json).toMatchObject({ release, updated: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
  expect(json.indicators.map((entry: { id: string }) => entry.id)).toEqual(expect.arrayContaining(ids))
  expect(json.indicators[0]).toMatchObject({
    title: expect.any(String),
    finding: expect.any(String),
    headline: { value: expect.any(Number) },
    links: { svg: expect.any(String) },
  })
})

test('CSV is one row an observation, with all that must be known of it', async () => {
  const [json, text] = [
    await read('/indicators/titr-throughput.json'),
    await (await ask('/indicators/titr-throughput.csv')).text(),
  ]
  const [header, ...rows]: string[][] = parse(text)
  expect(header?.join()).toBe(
    'indicator,series,label,authority,period,start,end,value,unit,status,flag,note,published,published_precision,added,source,url',
  )
  const { series, sources, unit } = json
  const [{ id, label, authority, observations }] = series
  const [first] = observations
  const { url } = sources.find((source: { id: string }) => source.id === first.source)
  expect(rows[0]).toEqual([
    ...['titr-throughput', id, label, authority, first.period, first.start, first.end, String(first.value), unit.code],
    ...[first.status, first.flag ?? '', first.note ?? '', first.published, first.publishedPrecision ?? 'day'],
    ...[first.added, first.source, url],
  ])
  expect(rows).toHaveLength(series.flatMap((line: { observations: object[] }) => line.observations).length)
})

describe('every answer', () => {
  test.each([
    '/indicators/titr-throughput.svg',
    '/indicators/titr-throughput.png',
    '/indicators/titr-throughput.json',
    '/indicators/titr-throughput.csv',
    '/indicators.json',
  ])('%s carries the headers of the design', async path => {
    const { headers } = await ask(path)
    expect(headers.get('ETag')).toMatch(/^"[0-9a-f]{24}"$/)
    expect(headers.get('Last-Modified')).toMatch(/GMT$/)
    expect(headers.get('Cache-Control')).toBe(
      'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800',
    )
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(Number(headers.get('Content-Length'))).toBeGreaterThan(100)
  })

  test('links to its canonical page, its other encodings and its licence', async () => {
    const link = (await ask('/indicators/titr-throughput.svg?lang=ru')).headers.get('Link') ?? ''
    expect(link).toContain(`<${origin}/indicators/titr-throughput?lang=ru>; rel="canonical"`)
    expect(link).toContain(
      `<${origin}/indicators/titr-throughput.json?lang=ru>; rel="alternate"; type="application/json"`,
    )
    expect(link).toContain('rel="license"')
  })

  test('is immutable when it names the current release, and ordinary when it names another', async () => {
    const immutable = await ask(`/indicators/titr-throughput.svg?v=${release}`)
    const other = await ask('/indicators/titr-throughput.svg?v=000000000000')
    expect(immutable.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(other.headers.get('Cache-Control')).toContain('max-age=3600')
    expect(await immutable.text()).toBe(await other.text())
  })
})

test('equivalent requests have the same bytes and ETag', async () => {
  const [a, b, c] = await Promise.all(
    ['lang=ru&theme=dark', 'theme=DARK&lang=ru', 'theme=dark&lang=ru&utm_source=x'].map(query =>
      ask(`/indicators/titr-throughput.svg?${query}`),
    ),
  )
  expect(new Set([a, b, c].map(response => response?.headers.get('ETag'))).size).toBe(1)
  expect(c?.headers.get('Card-Ignored')).toBe('utm_source')
  expect(await a?.text()).toBe(await b?.text())
})

test('different requests have different ETags', async () => {
  const tags = await Promise.all(
    ['svg', 'png', 'json', 'svg?theme=dark', 'svg?lang=kk'].map(async end =>
      (await ask(`/indicators/titr-throughput.${end}`)).headers.get('ETag'),
    ),
  )
  expect(new Set(tags).size).toBe(5)
})

test('a request that has the bytes already is answered 304 without them', async () => {
  const etag = (await ask('/indicators/titr-throughput.png')).headers.get('ETag') ?? ''
  for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const response = await ask('/indicators/titr-throughput.png', { headers: { 'If-None-Match': header } })
    expect(response.status).toBe(304)
    expect(response.headers.get('ETag')).toBe(etag)
    expect(await response.text()).toBe('')
  }
  expect((await ask('/indicators/titr-throughput.png', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
})

describe('methods', () => {
  test('HEAD has the head of GET and no body', async () => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map(method => ask('/indicators/titr-throughput.png', { method })),
    )
    expect(head?.status).toBe(200)
    expect(head?.headers.get('ETag')).toBe(get?.headers.get('ETag'))
    expect(head?.headers.get('Content-Type')).toBe('image/png')
    expect(await head?.text()).toBe('')
  })
  test('OPTIONS tells what is allowed', async () => {
    const response = await ask('/indicators/titr-throughput.png', { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
  })
  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is 405', async method => {
    const response = await ask('/indicators/titr-throughput.json', { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect(await response.json()).toMatchObject({ status: 405, code: 'method-not-allowed' })
  })
})

describe('a failure keeps its true status', () => {
  test('as a picture, in the encoding that was asked for', async () => {
    for (const [end, type] of [
      ['svg', 'image/svg+xml; charset=utf-8'],
      ['png', 'image/png'],
    ]) {
      const response = await ask(`/indicators/titr-througput.${end}`)
      expect(response.status).toBe(404)
      expect(response.headers.get('Content-Type')).toBe(type)
      expect(response.headers.get('Card-Error')).toBe('unknown-indicator')
      expect(response.headers.get('Cache-Control')).toBe('public, max-age=60')
    }
    expect((await ask('/indicators/titr-throughput.svg?theme=neon')).status).toBe(400)
    expect((await ask('/indicators/titr-throughput.svg?asof=2020-01-01')).status).toBe(404)
  })

  test('in the size and language asked for, as far as they can be known', async () => {
    const svg = await (await ask('/indicators/nothing.svg?size=square&lang=kk')).text()
    expect(svg).toContain('width="1080" height="1080"')
    expect(svg).toContain('lang="kk"')
  })

  test('as problem details for JSON', async () => {
    const response = await ask('/indicators/titr-throughput.json?lang=rus')
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: `lang must be (${languages.map(lang => `"${lang}"`).join(' | ')})`,
      code: 'bad-parameter',
      parameter: 'lang',
      allowed: languages,
      suggestion: 'ru',
    })
  })

  test('with the nearest name where one is near', async () => {
    expect(await (await ask('/indicators/trade-china-rusia.json')).json()).toMatchObject({
      status: 404,
      suggestion: 'trade-china-russia',
    })
  })

  test('and never repeats what was sent', async () => {
    const evil = '<script>alert(1)</script>'
    for (const path of [
      `/indicators/${encodeURIComponent(evil)}.svg`,
      `/indicators/titr-throughput.svg?lang=${encodeURIComponent(evil)}`,
      `/indicators/titr-throughput.json?layout=${encodeURIComponent(evil)}&${encodeURIComponent(evil)}=1`,
    ]) {
      const response = await ask(path)
      expect(await response.text()).not.toContain('alert')
      expect([...response.headers.values()].join(' ')).not.toContain('<script')
    }
  })
})

// biome-ignore lint/suspicious/noExplicitAny: what a client sees is untyped; the assertions are its types
async function read(path: string): Promise<any> {
  return (await ask(path)).json()
}

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
