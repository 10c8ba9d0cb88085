import { describe, expect, test } from 'vitest'
import { catalog, release } from '../../src/model/catalog.ts'
import { languages, tongues } from '../../src/model/locales.ts'
import { ask, origin } from './ask.ts'

const html = async (path: string): Promise<string> => (await ask(path)).text()
const decode = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const meta = (page: string, name: string): string =>
  decode(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(page)?.[1] ?? '')
const pathOf = (url: string): string => url.replace(origin, '')

// biome-ignore lint/suspicious/noExplicitAny: what a client sees is untyped; the assertions are its types
const read = async (path: string): Promise<any> => (await ask(path)).json()

describe.each(catalog.map(({ id }) => id))('the page of %s', id => {
  test.each(languages)('says what its card says, in %s', async lang => {
    const query = lang === 'en' ? '' : `?lang=${lang}`
    const page = await html(`/indicators/${id}${query}`)
    const json = await read(`/indicators/${id}.json${query}`)
    expect(page).toContain(`<html lang="${tongues[lang].html}">`)
    expect(decode(page)).toContain(`<h1>${json.finding}</h1>`)
    expect(meta(page, 'og:title')).toBe(json.finding)
    expect(meta(page, 'og:image:alt')).toBe(json.alt)
    expect(meta(page, 'twitter:image:alt').length).toBeLessThanOrEqual(420)
    for (const { observations } of json.series)
      for (const { formatted } of observations) expect(decode(page)).toContain(`<td class="number">${formatted}</td>`)
    for (const source of json.sources) expect(decode(page)).toContain(source.url)
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}')
    const whole = await read(`/indicators/${id}.jsonld${query}`)
    // The page has the figures in its table; the script says the rest.
    const variableMeasured = whole.variableMeasured.map(({ value: _, ...variable }: { value: object }) => variable)
    expect(data).toEqual({ ...whole, variableMeasured })
  })

  test('previews as the card, PNG, 1200×630, under 300 kB, named by its release, without redirect', async () => {
    const page = await html(`/indicators/${id}`)
    const image = meta(page, 'og:image')
    expect(image).toBe(meta(page, 'twitter:image'))
    expect(image).toContain(`v=${release}`)
    expect([meta(page, 'og:image:width'), meta(page, 'og:image:height'), meta(page, 'og:image:type')]).toEqual([
      '1200',
      '630',
      'image/png',
    ])
    expect(meta(page, 'twitter:card')).toBe('summary_large_image')
    const response = await ask(pathOf(image), { redirect: 'manual' })
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png'])
    expect(response.headers.get('Cache-Control')).toContain('immutable')
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(300_000)
  })
})

test('the query of the page is the query of its preview', async () => {
  const page = await html('/indicators/trade-china-russia?lang=kk&layout=stat&asof=2025-02-28&theme=dark')
  const image = new URL(meta(page, 'og:image'))
  expect(Object.fromEntries(image.searchParams)).toEqual({
    lang: 'kk',
    layout: 'stat',
    asof: '2025-02-28',
    theme: 'dark',
    v: release,
  })
  expect(meta(page, 'og:title')).toBe(
    (await read('/indicators/trade-china-russia.json?lang=kk&asof=2025-02-28')).finding,
  )
  expect(page).toContain(
    `<link rel="canonical" href="${origin}/indicators/trade-china-russia?asof=2025-02-28&amp;lang=kk&amp;layout=stat&amp;theme=dark"/>`,
  )
})

test('a page follows the reader unless it is asked not to', async () => {
  expect(await html('/indicators/titr-throughput')).toContain('titr-throughput.svg?size=og&amp;theme=auto')
  const light = await html('/indicators/titr-throughput?theme=light')
  expect(light).toContain('titr-throughput.svg?size=og"')
  expect(light).not.toContain('theme=auto')
})

test('the preview of theme=auto is light', async () => {
  const page = await html('/indicators/titr-throughput?theme=auto')
  expect(meta(page, 'og:image')).not.toContain('theme')
  expect((await ask(pathOf(meta(page, 'og:image')))).status).toBe(200)
})

test('a page is not cached for good when it names no release, sets no cookie, and lets nothing in from elsewhere', async () => {
  const { headers } = await ask('/indicators/titr-throughput')
  expect(headers.get('Cache-Control')).toContain('max-age=3600')
  expect(headers.get('Set-Cookie')).toBeNull()
  expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/)
  expect(headers.get('Content-Security-Policy')).not.toContain('unsafe')
})

test('the citation has a permalink that shows the same figures', async () => {
  const page = decode(await html('/indicators/titr-throughput'))
  const permalink = /urldate = \{(\d{4}-\d{2}-\d{2})\}/.exec(page)?.[1]
  const then = await read(`/indicators/titr-throughput.json?asof=${permalink}`)
  expect(then.headline).toEqual((await read('/indicators/titr-throughput.json')).headline)
})

describe('a page that is not there', () => {
  test('is a page for a browser, problem details for a program, with the same status', async () => {
    const page = await ask('/indicators/nothing', { headers: { Accept: 'text/html' } })
    expect([page.status, page.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=utf-8'])
    const problem = await ask('/indicators/nothing')
    expect([problem.status, problem.headers.get('Content-Type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  })
})

describe('the builder', () => {
  test('shows the choice and what to paste without script', async () => {
    const page = decode(await html('/?id=titr-throughput&layout=stat&size=square&theme=dark&lang=ru&from=2021'))
    expect(page).toContain(
      '<img src="/indicators/titr-throughput.svg?from=2021&lang=ru&layout=stat&size=square&theme=dark"',
    )
    expect(page).toContain('<option value="stat" selected')
  })
  test('takes some of the series by their boxes', async () => {
    expect(decode(await html('/?id=trade-china-russia&series=china&series=russia'))).toContain(
      'trade-china-russia.svg?series=china~russia',
    )
  })
  test('says what is wrong with a choice, and shows the card as it is by default', async () => {
    const page = decode(await html('/?id=titr-throughput&from=2025&to=2020'))
    expect(page).toContain('from must not be later than to')
    expect(page).toContain(`${origin}/indicators/titr-throughput.svg`)
  })
  test('gives nine snippets, whose every address answers', async () => {
    const page = await html('/?id=trade-china-russia&lang=zh')
    const snippets = [...page.matchAll(/<pre id="snippet-[^>]*>([\s\S]*?)<\/pre>/g)].map(([, code = '']) =>
      decode(decode(code)),
    )
    expect(snippets).toHaveLength(9)
    const addresses = snippets.flatMap(code =>
      [...code.matchAll(new RegExp(`${origin}/[^\\s"')\\][},]+`, 'g'))].map(([url]) => url.replaceAll('\\', '')),
    )
    expect(addresses.length).toBeGreaterThan(10)
    for (const address of new Set(addresses))
      expect([address, (await ask(pathOf(address))).status]).toEqual([address, 200])
  })
  test('never lets words of the address onto the page', async () => {
    const page = await html(
      `/?id=${encodeURIComponent('"><script>alert(1)</script>')}&layout=${encodeURIComponent("'><img src=x onerror=alert(1)>")}`,
    )
    expect(page).not.toContain('alert(1)')
  })
})

describe('the embed', () => {
  test('may be framed by anyone, and tells no more than its origin', async () => {
    const { headers } = await ask('/indicators/titr-throughput/embed')
    expect(headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
    expect(headers.get('Referrer-Policy')).toBe('origin')
  })
  test('loads nothing from elsewhere', async () => {
    for (const path of ['/indicators/titr-throughput/embed', '/indicators/titr-throughput', '/', '/docs']) {
      const page = await html(path)
      const loaded = [
        ...page.matchAll(/<(?:script|img|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="([^"]+)"/g),
      ].map(([, url = '']) => url)
      for (const url of loaded) expect(url).toMatch(new RegExp(`^(/|${origin})`))
    }
  })
})

test('the inspector reads what a crawler would, and nothing but our own addresses', async () => {
  const page = decode(await html(`/inspect?url=${encodeURIComponent(`${origin}/indicators/titr-throughput?lang=ru`)}`))
  expect(page).toContain('No problems found')
  expect(page).toContain('summary_large_image')
  expect(
    (await ask(`/inspect?url=${encodeURIComponent('https://example.org/indicators/titr-throughput')}`)).status,
  ).toBe(404)
  expect((await ask('/inspect')).status).toBe(200)
})
