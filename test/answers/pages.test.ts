import { describe, expect, test } from 'vitest'
import { catalog, release } from '../../src/model/catalog.ts'
import { languages, tongues } from '../../src/model/locales.ts'
import { placeNames } from '../../src/pages/places.ts'
import { cardLicence } from '../../src/site.ts'
import { unescapeMarkup as decode } from '../fixtures/markup.ts'
import { ask, readText as html, origin, readJson as read } from '../worker/ask.ts'

const meta = (page: string, name: string): string =>
  decode(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(page)?.[1] ?? '')
const pathOf = (url: string): string => url.replace(origin, '')

describe.each(catalog.map(({ id }) => id))('the page of %s', id => {
  test.each(languages)('says what its card says, in %s', async lang => {
    const query = lang === 'en' ? '' : `?lang=${lang}`
    const page = await html(`/indicators/${id}${query}`)
    const json = await read(`/indicators/${id}.json${query}`)
    expect(page).toContain(`<html lang="${tongues[lang].html}">`)
    expect(decode(page).replaceAll('<wbr/>', '')).toContain(`<h1>${json.title}</h1>`)
    expect(decode(page)).toContain(`<title>${json.finding}`)
    expect(meta(page, 'og:title')).toBe(json.title)
    expect(meta(page, 'og:image:alt')).toBe(json.alt)
    expect(meta(page, 'twitter:image:alt').length).toBeLessThanOrEqual(420)
    for (const { observations } of json.series)
      for (const { formatted } of observations) expect(decode(page)).toContain(`<td class="n">${formatted}<`)
    for (const source of json.sources) expect(decode(page)).toContain(source.url)
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}')
    const whole = await read(`/indicators/${id}.jsonld${query}`)
    // The page has the figures in its table and lists its sources; the script says the rest.
    const variableMeasured = whole.variableMeasured.map(({ value: _, ...variable }: { value: object }) => variable)
    const isBasedOn = [...new Set(whole.isBasedOn.map(({ url }: { url: string }) => url))]
    expect(data).toEqual({ ...whole, variableMeasured, isBasedOn })
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
  expect(decode(page)).toContain((await read('/indicators/trade-china-russia.json?lang=kk&asof=2025-02-28')).finding)
  expect(page).toContain(
    `<link rel="canonical" href="${origin}/indicators/trade-china-russia?asof=2025-02-28&amp;lang=kk&amp;layout=stat&amp;theme=dark"/>`,
  )
})

test('a page follows the reader by a file for each theme unless it is asked not to', async () => {
  const auto = await html('/indicators/titr-throughput')
  expect(auto).toContain('media="(prefers-color-scheme:dark)" srcset="/indicators/titr-throughput.svg?theme=dark"')
  expect(auto).toContain('<img src="/indicators/titr-throughput.svg"')
  const light = await html('/indicators/titr-throughput?theme=light')
  expect(/<picture>.*?<\/picture>/s.exec(light)?.[0]).not.toContain('dark')
})

test('the preview of theme=auto is light', async () => {
  const page = await html('/indicators/titr-throughput?theme=auto')
  expect(meta(page, 'og:image')).not.toContain('theme')
  expect((await ask(pathOf(meta(page, 'og:image')))).status).toBe(200)
})

test('a page without a release is not immutable, sets no cookie, and loads nothing from other origins', async () => {
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

describe('the builder', () => {
  const path = '/indicators/trade-china-russia/build'
  const codes = async (query: string): Promise<string[]> =>
    [...(await html(`${path}?${query}`)).matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, code = '']) => decode(code))

  test('shows the choice and what to paste without script', async () => {
    const page = decode(
      await html('/indicators/titr-throughput/build?layout=stat&size=square&theme=dark&lang=ru&from=2021'),
    )
    expect(page).toContain('/indicators/titr-throughput.svg?from=2021&lang=ru&layout=stat&size=square&theme=dark')
    expect(page).toMatch(/id="layout-stat"[^>]*checked/)
  })
  test('reads a form: empty values drop out, series are joined, the last value counts', async () => {
    const page = decode(await html(`${path}?size=&series=china&series=russia&accent=007a6c&accent=%23112233&from=`))
    expect(page).toContain('trade-china-russia.svg?accent=112233&series=china~russia')
  })
  test('says that a choice cannot be drawn, and shows the card as it is by default', async () => {
    const page = decode(await html('/indicators/titr-throughput/build?from=2025&to=2020&lang=ru'))
    expect(page).toContain('С таким выбором карточку не построить')
    expect(page).toContain('/indicators/titr-throughput.svg?lang=ru')
  })
  test.each(placeNames)('gives for %s nothing but addresses that answer', async place => {
    const texts = await codes(`for=${place}&lang=zh`)
    expect(texts.length).toBeGreaterThan(0)
    const addresses = texts.flatMap(code =>
      [...code.matchAll(new RegExp(`${origin}/[^\\s"')\\][},<]+`, 'g'))].map(([url]) =>
        decode(url).replaceAll('\\', ''),
      ),
    )
    for (const address of new Set(addresses))
      expect([address, (await ask(pathOf(address))).status]).toEqual([address, 200])
  })
  test('takes the size and the theme of its place', async () => {
    expect((await codes('for=instagram')).length).toBe(1)
    expect(await html(`${path}?for=instagram`)).toContain('.png?size=story')
    expect(decode(await html(`${path}?for=github`))).toContain('media="(prefers-color-scheme: dark)"')
    expect(decode(await html(`${path}?for=slide`))).toContain('.png?scale=3&size=wide')
  })
  test('the code for a newsletter is a table with a linked PNG of twice the pixels', async () => {
    const [code = ''] = await codes('for=newsletter')
    expect(code).toMatch(
      /^<table role="presentation".*<a href="[^"]+"><img src="[^"]+\.png\?scale=2" width="600" height="315" alt="[^"]+"/,
    )
    expect(code).not.toMatch(/svg|<picture/)
  })
  test('is not indexed, and its canonical address is the share page', async () => {
    const page = await html(`${path}?size=square&lang=ru`)
    expect(page).toContain('<meta name="robots" content="noindex"/>')
    expect(page).toContain(`<link rel="canonical" href="${origin}/indicators/trade-china-russia?lang=ru"/>`)
  })
  test('is where the builder of the front page was', async () => {
    const response = await ask('/?id=trade-china-russia&layout=stat&lang=kk&series=china', { redirect: 'manual' })
    expect([response.status, response.headers.get('Location')]).toEqual([
      301,
      `${origin}${path}?lang=kk&layout=stat&series=china`,
    ])
  })
  test('never lets words of the address onto the page', async () => {
    const evil = encodeURIComponent('"><script>alert(1)</script>')
    for (const query of [`for=${evil}`, `layout=${evil}`, `accent=${evil}`, `series=${evil}`, `lang=${evil}`])
      expect(await html(`${path}?${query}`)).not.toContain('alert(1)')
    expect(await html(`/?q=${evil}`)).not.toContain('<script>alert(1)')
  })
})

describe('the front page', () => {
  test.each(['/', '/docs', '/indicators/trade-china-russia'])(
    '%s is canonical without the language that it has by default, in its head and in HTML',
    async path => {
      for (const [search, canonical] of [
        ['', path],
        ['?lang=en', path],
        ['?lang=ru', `${path}?lang=ru`],
      ]) {
        const response = await ask(`${path}${search}`)
        expect(response.headers.get('Link')).toContain(`<${origin}${canonical}>; rel="canonical"`)
        expect(await response.text()).toContain(`<link rel="canonical" href="${origin}${canonical}"/>`)
      }
    },
  )
  test('names what an agent should read', async () => {
    expect((await ask('/')).headers.get('Link')).toContain(`<${origin}/llms.txt>; rel="describedby"`)
  })
  test('has a picture for previews, languages and feeds', async () => {
    const page = await html('/?lang=ru')
    expect((await ask(pathOf(meta(page, 'og:image')))).headers.get('Content-Type')).toBe('image/png')
    for (const lang of languages) {
      const search = lang === 'en' ? '' : `?lang=${lang}`
      expect(page).toContain(`hreflang="${lang}" href="${origin}/${search}"`)
    }
    for (const [type, file] of Object.entries({ atom: 'feed.atom', feed: 'feed.json' }))
      expect(page).toMatch(
        new RegExp(`<link rel="alternate" type="application/${type}\\+\\w+" href="${origin}/${file}\\?lang=ru"`),
      )
  })
  test('shows every card once, and finds one by a word of another language', async () => {
    const page = await html('/?lang=en')
    for (const { id } of catalog) expect(page.split(`href="/indicators/${id}?lang=en"`)).toHaveLength(2)
    const found = await html(`/?lang=en&q=${encodeURIComponent('бАКу')}`)
    expect(found).toMatch(/<li class="tile"[^>]*><a href="\/indicators\/baku-port\?lang=en"/)
    expect(found).toMatch(/<li class="tile"[^>]* hidden=""><a href="\/indicators\/trade-china-russia\?lang=en"/)
  })
})

describe('a failure is a page in the reader’s language', () => {
  const fail = async (path: string, headers: Record<string, string> = {}) =>
    (await ask(path, { headers: { Accept: 'text/html', ...headers } })).text()
  test.each(languages)('in %s, with the indicator that was meant by its title', async lang => {
    const page = decode(await fail(`/indicators/titr-thruput?lang=${lang}`))
    const { title } = await read(`/indicators/titr-throughput.json?lang=${lang}`)
    expect(page).toContain(`<html lang="${tongues[lang].html}">`)
    expect(page).toContain(`>${title}</a>`)
    expect(page).not.toContain('{')
  })
  test('names what a parameter takes, and never what was sent', async () => {
    const page = decode(await fail('/indicators/titr-throughput?theme=pink&lang=kk'))
    expect(page).toContain('theme параметрінің мәндері: light, dark, auto')
    expect(page).not.toContain('pink')
  })
})

test('the files of the pages never change under the address that the pages load', async () => {
  const page = await html('/')
  const files = [...page.matchAll(/(?:href|src)="(\/(?:site|text)[^"]+)"/g)].map(([, path = '']) => path)
  expect(files).toHaveLength(4)
  for (const path of files) expect((await ask(path)).headers.get('Cache-Control')).toContain('immutable')
  expect((await ask('/site.css')).headers.get('Cache-Control')).not.toContain('immutable')
  expect(await (await ask('/site.css')).text()).toContain(files.find(path => path.startsWith('/text-400')))
})

describe('the embed', () => {
  test('may be framed by anyone, also by a page under COEP, and tells no more than its origin', async () => {
    const { headers } = await ask('/indicators/titr-throughput/embed')
    expect(headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
    expect(headers.get('Referrer-Policy')).toBe('origin')
    expect(headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
  })
  test('that fails may be framed too: a sentence in the language of the reader, with the true status', async () => {
    for (const [path, status] of [
      ['/indicators/nothing/embed?lang=ru', 404],
      ['/indicators/titr-throughput/embed?lang=ru&size=huge', 400],
    ] as const) {
      const failed = await ask(path, { headers: { Accept: 'text/html' } })
      expect(failed.status).toBe(status)
      expect(failed.headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
      expect(await failed.text()).toMatch(/<html lang="ru".*<h1>[А-Я]/)
    }
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

test('the foot of a page has the links of the settings in its language, and the licence that cards print', async () => {
  const page = decode(await html('/docs?lang=kk'))
  expect(page).toContain('<a href="mailto:cards@caravan.example">Қате туралы хабарлау</a>')
  expect(page).toContain(`мәтіні: ${cardLicence}.`)
})
