import { describe, expect, test } from 'vitest'
import { release } from '../../src/model/catalog.ts'
import { languages } from '../../src/model/locales.ts'
import { unescapeMarkup } from '../fixtures/markup.ts'
import { ask, origin, readJson, readText } from './ask.ts'

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
    const json = await readJson(`/indicators/${id}.json`)
    const svg = await readText(`/indicators/${id}.svg`)
    expect(json.headline.formatted).toBeTruthy()
    expect(svg).toContain(`<title id=`)
    expect(unescapeMarkup(svg.match(/<desc[^>]*>([^<]*)/)?.[1] ?? '')).toBe(json.alt)
    expect(unescapeMarkup(svg.match(/<title[^>]*>([^<]*)/)?.[1] ?? '')).toBe(json.finding)
    expect(json.alt).toContain(json.headline.formatted)
    expect(json.alt).toContain(json.headline.change.phrase)
  })
})

test('the headline is a figure with its words and its change', async () => {
  const { headline } = await readJson('/indicators/trade-china-russia.json')
  expect(headline).toMatchObject({
    series: 'china',
    period: '2025',
    value: 34.16626,
    formatted: '$34.2bn',
    change: { kind: 'percent', value: 13.3, formatted: '+13.3%', since: '2024' },
  })
})

test('the year China overtook Russia is an event that follows from the figures', async () => {
  const { crossing, finding, events } = await readJson('/indicators/trade-china-russia.json')
  expect(crossing).toEqual({ series: 'china', period: '2023' })
  expect(events).toEqual([{ date: '2023', label: finding, computed: true }])
  expect((await readJson('/indicators/trade-china-russia.json?to=2022')).events).toEqual([])
})

test('every answer links to its canonical page, its other encodings and its licence', async () => {
  const link = (await ask('/indicators/titr-throughput.svg?lang=ru')).headers.get('Link') ?? ''
  expect(link).toContain(`<${origin}/indicators/titr-throughput?lang=ru>; rel="canonical"`)
  expect(link).toContain(
    `<${origin}/indicators/titr-throughput.json?lang=ru>; rel="alternate"; type="application/json"`,
  )
  expect(link).toContain('rel="license"')
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

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is 405', async method => {
  const response = await ask('/indicators/titr-throughput.json', { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
  expect(await response.json()).toMatchObject({ status: 405, code: 'method-not-allowed' })
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
    const svg = await readText('/indicators/nothing.svg?size=square&lang=kk')
    expect(svg).toContain('width="1080" height="1080"')
    expect(svg).toContain('lang="kk"')
  })

  test('as problem details for JSON', async () => {
    const response = await ask('/indicators/titr-throughput.json?lang=rus')
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=60')
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
    expect(await readJson('/indicators/trade-china-rusia.json')).toMatchObject({
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

test('the bytes are the same under the current release and under another', async () => {
  const current = await readText(`/indicators/titr-throughput.svg?v=${release}`)
  expect(await readText('/indicators/titr-throughput.svg?v=000000000000')).toBe(current)
})

test('every observation names a source with title, publisher and URL', async () => {
  const { series, sources } = await readJson('/indicators/titr-throughput.json')
  const source = expect.objectContaining({
    title: expect.any(String),
    publisher: expect.any(String),
    url: expect.stringMatching(/^https?:/),
  })
  for (const { observations } of series)
    for (const observation of observations)
      expect(sources.find(({ id }: { id: string }) => id === observation.source)).toEqual(source)
})

test.each(['.svg', '.png', '.json', ''])(
  'a failure named with the current release is kept for a minute: %s',
  async end => {
    const { status, headers } = await ask(`/indicators/nothing${end}?v=${release}`)
    expect([status, headers.get('Cache-Control')]).toEqual([404, 'public, max-age=60'])
  },
)
