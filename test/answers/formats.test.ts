import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { catalog, release } from '../../src/model/catalog.ts'
import { formats } from '../../src/request/formats.ts'
import { indicators } from '../fixtures/catalogue.ts'
import { readXml } from '../fixtures/markup.ts'
import { ask, origin, readJson as read, readText } from '../worker/ask.ts'

type Row = { period: string; value: number; published: string; added: string }
const toRows = ({ series }: { series: { observations: Row[] }[] }): Row[] =>
  series.flatMap(({ observations }) => observations)

describe.each(catalog.map(({ id }) => id))('%s', id => {
  const query = '?lang=ru&from=2015'

  test('says the same in the catalogue, the batch, the badge and JSON-LD', async () => {
    const json = await read(`/indicators/${id}.json`)
    const entry = (await read('/indicators.json')).indicators.find((other: { id: string }) => other.id === id)
    expect(entry).toMatchObject({ finding: json.finding, headline: json.headline, links: json.links })
    expect((await read(`/indicators.json?ids=${id}`)).indicators).toEqual([json])
    expect((await read(`/badges/${id}.json`)).message).toContain(json.headline.formatted)
    const dataset = await read(`/indicators/${id}.jsonld`)
    expect(dataset).toMatchObject({
      '@type': 'Dataset',
      name: json.title,
      abstract: json.finding,
      dateModified: json.updated,
      license: json.licence.url,
    })
    expect(dataset.isBasedOn.map((source: { url: string }) => source.url)).toEqual(
      json.sources.map((source: { url: string }) => source.url),
    )
    expect(dataset.citation).toContain(json.title)
    expect(dataset.publisher).toEqual({ '@type': 'Organization', name: 'Caravan', url: `${origin}/` })
    expect(dataset.creator.map(({ name }: { name: string }) => name)).toEqual([
      ...new Set(json.series.map(({ authority }: { authority: string }) => authority)),
    ])
    const files = dataset.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl)
    const others = formats.filter(({ suffix }) => suffix !== 'jsonld')
    expect(files.sort()).toEqual(others.map(({ suffix }) => json.links[suffix]).sort())
  })

  test('has a package whose table is its CSV and whose sources are its sources', async () => {
    const [json, pack] = [
      await read(`/indicators/${id}.json${query}`),
      await read(`/indicators/${id}/datapackage.json${query}`),
    ]
    expect(pack).toMatchObject({ name: id, title: json.title, version: release, notes: json.notes })
    for (const words of [json.description.replace(/[.。]$/, ''), json.licence.covers])
      expect(pack.description).toContain(words)
    expect(pack.sources.map(({ name }: { name: string }) => name)).toEqual(
      json.sources.map((source: { id: string }) => source.id),
    )
    const { pathname, search } = new URL(pack.resources[0].path)
    const [header = []]: string[][] = parse(await readText(`${pathname}${search}`))
    expect(await readText(`${pathname}${search}`)).toBe(await readText(`/indicators/${id}.csv${query}`))
    expect(pack.resources[0].schema.fields.map(({ name }: { name: string }) => name)).toEqual(header)
  })
})

test('the package of everything has every row in its table and names every source of a row', async () => {
  const pack = await read('/datapackage.json')
  const { pathname } = new URL(pack.resources[0].path)
  const rows: Record<string, string>[] = parse(await readText(pathname), { columns: true })
  expect(new Set(rows.map(({ indicator }) => indicator))).toEqual(new Set(catalog.map(({ id }) => id)))
  const names = pack.sources.map(({ name }: { name: string }) => name)
  for (const { source } of rows) expect(names).toContain(source)
})

test('a badge takes the language, the years, the series and the day', async () => {
  for (const query of ['lang=ru', 'to=2022', 'series=russia', 'asof=2025-02-28', 'lang=zh&from=2020&to=2023']) {
    const [badge, json] = [
      await read(`/badges/trade-china-russia.json?${query}`),
      await read(`/indicators/trade-china-russia.json?${query}`),
    ]
    expect(badge).toEqual({
      schemaVersion: 1,
      label: expect.stringMatching(/./),
      message: expect.stringContaining(json.headline.formatted),
      color: expect.stringMatching(/^[0-9a-f]{6}$/),
      cacheSeconds: 3600,
    })
  }
})

test('as of a day, every form tells what was known that day', async () => {
  const day = '2025-02-28'
  const path = (form: string): string => `/indicators/trade-china-russia.${form}?asof=${day}`
  const json = await read(path('json'))
  expect(toRows(json).every(({ published }) => published <= day)).toBe(true)
  expect(await readText(path('svg'))).toContain(json.headline.formatted)
  const csv: Record<string, string>[] = parse(await readText(path('csv')), { columns: true })
  expect(csv.map(({ value }) => Number(value))).toEqual(toRows(json).map(({ value }) => value))
  expect((await read(path('jsonstat'))).updated).toBe(json.updated)
  expect((await read(path('jsonld'))).dateModified).toBe(json.updated)
  expect((await read(`/badges/trade-china-russia.json?asof=${day}`)).message).toContain(json.headline.formatted)
  const known = indicators.filter(({ series }) =>
    series.some(({ observations }) => observations.some(({ published }) => published <= day)),
  )
  expect((await read(`/indicators.json?asof=${day}`)).indicators.map(({ id }: { id: string }) => id)).toEqual(
    known.map(({ id }) => id),
  )
})

test('an indicator with nothing published by then is a clear 404', async () => {
  for (const { suffix } of formats) {
    expect((await ask(`/indicators/titr-throughput.${suffix}?asof=2001-01-01`)).status).toBe(404)
  }
  expect(await read('/indicators/titr-throughput.json?asof=2001-01-01')).toMatchObject({
    code: 'no-observations',
    parameter: 'asof',
    detail: expect.stringMatching(/titr-throughput .* 2001-01-01/),
  })
})

describe('a batch', () => {
  test('answers several at once, in the order of the catalogue, each once', async () => {
    const json = await read('/indicators.json?ids=titr-throughput~baku-port~baku-port&from=2023&lang=kk')
    expect(json).toMatchObject({ release, updated: expect.stringMatching(/^\d{4}-/) })
    expect(json.indicators.map(({ id }: { id: string }) => id)).toEqual(['titr-throughput', 'baku-port'])
    expect(json.indicators[0].lang).toBe('kk')
    expect(toRows(json.indicators[0]).every(row => row.period >= '2023')).toBe(true)
  })
  test('is one entry in the cache however it is asked for', async () => {
    const [a, b] = await Promise.all(
      ['ids=titr-throughput~baku-port&lang=ru', 'LANG=RU&ids=baku-port~titr-throughput'].map(query =>
        ask(`/indicators.json?${query}`),
      ),
    )
    expect(a?.headers.get('ETag')).toBe(b?.headers.get('ETag'))
  })
  test('is named in any case, and a name without a value asks for nothing', async () => {
    const [upper, lower] = await Promise.all(
      ['IDS=Baku-Port', 'ids=baku-port'].map(query => ask(`/indicators.json?${query}`)),
    )
    expect(upper?.headers.get('ETag')).toBe(lower?.headers.get('ETag'))
    expect(await upper?.text()).toBe(await lower?.text())
    const [empty, whole] = await Promise.all(['?ids=&lang=', ''].map(query => ask(`/indicators.json${query}`)))
    expect(empty?.headers.get('ETag')).toBe(whole?.headers.get('ETag'))
    expect(await empty?.text()).toBe(await whole?.text())
  })
  test('tells which names it left out', async () => {
    const { headers } = await ask('/indicators.json?ids=baku-port&series=cargo&utm_source=x')
    expect(headers.get('Card-Ignored')).toBe('series, utm_source')
    expect((await ask('/indicators.json?ids=baku-port')).headers.get('Card-Ignored')).toBeNull()
  })
  test('asked for twice in different ways is a 400', async () => {
    const response = await ask('/indicators.csv?ids=baku-port&ids=titr-throughput')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'bad-parameter', parameter: 'ids' })
    expect((await ask('/indicators.csv?ids=baku-port&ids=baku-port')).status).toBe(200)
  })
  test('with an unknown id is a 404 that names the nearest', async () => {
    expect(await read('/indicators.json?ids=titr-througput')).toMatchObject({
      status: 404,
      parameter: 'ids',
      allowed: catalog.map(({ id }) => id),
      suggestion: 'titr-throughput',
    })
  })
  test('as CSV holds the rows of those asked for', async () => {
    const rows: Record<string, string>[] = parse(await readText('/indicators.csv?ids=baku-port~titr-throughput'), {
      columns: true,
    })
    expect(new Set(rows.map(({ indicator }) => indicator))).toEqual(new Set(['baku-port', 'titr-throughput']))
  })
})

describe('CSV', () => {
  test('has no byte order mark, lines that end in CRLF, and quotes what a spreadsheet would split', async () => {
    const text = await readText('/indicators.csv')
    expect(text.charCodeAt(0)).not.toBe(0xfeff)
    expect(text.split('\r\n').length).toBeGreaterThan(100)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(text.replaceAll(/"(?:[^"]|"")*"/g, '')).not.toContain(';')
  })
  test('holds nothing that a spreadsheet would run as a formula', async () => {
    const rows: string[][] = parse(await readText('/indicators.csv'))
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/)
  })
})

describe('feeds', () => {
  test('link to the indicator as it was known that day, with every figure that the entry counts', async () => {
    const { items } = await read('/feed.json')
    expect(items.length).toBeGreaterThan(0)
    for (const { url, title, date_published } of items) {
      const { pathname, search } = new URL(url)
      const json = await read(`${pathname}.json${search}`)
      const day = date_published.slice(0, 10)
      const shown = toRows(json).filter(({ added }) => added === day)
      const rows = indicators
        .find(({ id }) => id === json.id)
        ?.series.flatMap(({ observations }) => observations.filter(({ added }) => added === day))
      expect(title).toBe(`${json.title} · figures added: ${rows?.length}`)
      expect(shown.length).toBeGreaterThan(0)
      expect(search).toBe(`?asof=${day}`)
    }
  })
  test('speak the language asked for, and name what they left out', async () => {
    const response = await ask('/feed.atom?lang=ru&utm_source=x')
    expect(response.headers.get('Card-Ignored')).toBe('utm_source')
    const atom = await response.text()
    expect(atom).toContain('xml:lang="ru"')
    expect(atom).toContain(`<link rel="self" type="application/atom+xml" href="${origin}/feed.atom?lang=ru"/>`)
    expect(atom).toContain(`<id>${origin}/feed.atom?lang=ru</id>`)
    expect(atom).toMatch(/asof=[\d-]+&amp;lang=ru/)
    expect((await ask('/feed.atom?lang=xx')).status).toBe(400)
    expect((await read('/feed.json?lang=zh')).language).toBe('zh')
    expect(
      (await read('/feed.json?ids=baku-port')).items.every(({ url }: { url: string }) => /baku-port/.test(url)),
    ).toBe(true)
  })
  test.each(catalog.map(({ id }) => id))('of %s has its entries of the whole feed', async id => {
    const path = `/indicators/${id}/feed.atom`
    const [own, whole] = [await readText(path), await readText(`/feed.atom?ids=${id}`)]
    const entries = (text: string) => text.match(/<entry>.*?<\/entry>/g)
    expect(entries(own)).toEqual(entries(whole))
    expect(own).toContain(`<id>${origin}${path}</id>`)
    expect((await read(`/indicators/${id}.json`)).links.feed).toBe(`${origin}${path}`)
    expect(await readText(`/indicators/${id}?lang=kk`)).toContain(
      `<link rel="alternate" type="application/atom+xml" href="${origin}${path}?lang=kk"`,
    )
  })
  test('were last changed when their newest entry was, or later, when the words or the code were', async () => {
    const response = await ask('/feed.json')
    const [newest] = (await response.clone().json<{ items: { date_modified: string }[] }>()).items
    const changed = Date.parse(response.headers.get('Last-Modified') ?? '')
    expect(changed).toBeGreaterThanOrEqual(Date.parse(newest?.date_modified ?? ''))
    expect(changed).toBeLessThanOrEqual(Date.now())
  })
})

test('the sitemap names every page, the robots file the sitemap', async () => {
  const map = await readText('/sitemap.xml')
  const pages = readXml(map).flatMap(({ name, text }) => (name === 'loc' ? [text] : []))
  for (const { id } of catalog)
    for (const query of ['', '?lang=kk']) expect(pages).toContain(`${origin}/indicators/${id}${query}`)
  expect(await readText('/robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`)
})

test('health tells the release, the day of the newest figure, and that a card can be drawn', async () => {
  expect(await read('/healthz')).toEqual({
    ok: true,
    release,
    updated: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    indicators: catalog.length,
  })
  const head = await ask('/healthz', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await ask('/healthz', { method: 'POST' })).status).toBe(405)
})

test('every example in the docs answers', async () => {
  const html = await readText('/docs')
  const links = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, path = '']) => path)
  expect(links.length).toBeGreaterThan(12)
  for (const path of links) expect([path, (await ask(path)).status]).toEqual([path, 200])
})
