import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { catalog, release } from '../../src/model/catalog.ts'
import { formats } from '../../src/request/formats.ts'
import { ask, origin } from './ask.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a client sees is untyped; the assertions are its types
const read = async (path: string): Promise<any> => (await ask(path)).json()
const readText = async (path: string): Promise<string> => (await ask(path)).text()

type Row = { series: string; period: string; value: number; status: string; published: string; source: string }

const toRows = (json: { series: { id: string; observations: Omit<Row, 'series'>[] }[] }): Row[] =>
  json.series.flatMap(({ id, observations }) =>
    observations.map(({ period, value, status, published, source }) => ({
      series: id,
      period,
      value,
      status,
      published,
      source,
    })),
  )

describe.each(catalog.map(({ id }) => id))('%s', id => {
  const query = '?lang=ru&from=2015'

  test('says the same in JSON, CSV and JSON-stat', async () => {
    const json = await read(`/indicators/${id}.json${query}`)
    const rows = toRows(json)
    const csv: Record<string, string>[] = parse(await readText(`/indicators/${id}.csv${query}`), { columns: true })
    expect(csv.map(({ indicator, ...row }) => ({ ...row, value: Number(row.value) }))).toEqual(rows)
    const stat = await read(`/indicators/${id}.jsonstat${query}`)
    const [series, time] = [stat.dimension.series.category.index, stat.dimension.time.category.index]
    expect(stat.size).toEqual([series.length, time.length])
    expect(stat.value.filter((value: number | null) => value !== null)).toHaveLength(rows.length)
    for (const row of rows) {
      const cell = series.indexOf(row.series) * time.length + time.indexOf(row.period)
      expect([stat.value[cell], stat.status[cell], stat.extension.source[cell]]).toEqual([
        row.value,
        row.status,
        row.source,
      ])
    }
  })

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
    expect(pack).toMatchObject({ name: id, title: json.title, description: json.description, version: release })
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
  const asof = 'asof=2025-02-28'
  const json = await read(`/indicators/trade-china-russia.json?${asof}`)
  expect(json.headline).toMatchObject({ period: '2023', value: 31.5 })
  expect(toRows(json).every(row => row.published <= '2025-02-28')).toBe(true)
  expect(await readText(`/indicators/trade-china-russia.svg?${asof}`)).toContain('31.5 bn US dollars')
  expect(await readText(`/indicators/trade-china-russia.csv?${asof}`)).not.toContain('2025-10-10')
  expect((await read(`/indicators/trade-china-russia.jsonstat?${asof}`)).updated).toBe(json.updated)
  expect((await read(`/badges/trade-china-russia.json?${asof}`)).message).toContain('31.5')
  expect((await read(`/indicators.json?${asof}`)).indicators.map(({ id }: { id: string }) => id)).not.toContain(
    'titr-throughput',
  )
})

test('an indicator with nothing published by then is a clear 404', async () => {
  for (const { suffix } of formats) {
    expect((await ask(`/indicators/titr-throughput.${suffix}?asof=2001-01-01`)).status).toBe(404)
  }
  expect(await read('/indicators/titr-throughput.json?asof=2001-01-01')).toMatchObject({
    code: 'no-observations',
    parameter: 'asof',
    detail: 'Nothing of titr-throughput had been published by 2001-01-01 for these years and series',
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
    expect(text).not.toContain(';')
  })
  test('holds nothing that a spreadsheet would run as a formula', async () => {
    const rows: string[][] = parse(await readText('/indicators.csv'))
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/)
  })
})

describe('feeds', () => {
  test('say the same, newest first, each entry with an id that never changes', async () => {
    const feed = await read('/feed.json')
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    const dates = feed.items.map(({ date_published }: { date_published: string }) => date_published)
    expect(dates).toEqual(dates.toSorted().toReversed())
    expect(new Set(feed.items.map(({ id }: { id: string }) => id)).size).toBe(feed.items.length)
    const atom = await readText('/feed.atom')
    const parser = new SaxesParser({ xmlns: true })
    const ids: string[] = []
    let text = ''
    parser.on('text', piece => {
      text += piece
    })
    parser.on('opentag', () => {
      text = ''
    })
    parser.on('closetag', ({ name }) => void (name === 'id' && ids.push(text)))
    parser.on('error', error => {
      throw error
    })
    parser.write(atom).close()
    expect(ids.slice(1)).toEqual(feed.items.map(({ id }: { id: string }) => id))
  })
  test('link to the indicator as it was known that day, which has the figures that the entry counts', async () => {
    const { items } = await read('/feed.json')
    expect(items.length).toBeLessThanOrEqual(50)
    for (const { url, title, date_published } of items) {
      const { pathname, search } = new URL(url)
      const json = await read(`${pathname}.json${search}`)
      const day = date_published.slice(0, 10)
      const news = toRows(json).filter(({ published }) => published === day)
      expect(json.updated).toBe(day)
      expect(title).toBe(`${json.title}: ${news.length} ${news.length === 1 ? 'figure' : 'figures'}`)
    }
  })
})

describe.each([
  ['/feed.atom', 'application/atom+xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['/datapackage.json', 'application/json; charset=utf-8'],
  ['/openapi.json', 'application/json; charset=utf-8'],
  ['/docs', 'text/html; charset=utf-8'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
  ['/style.css', 'text/css; charset=utf-8'],
  ['/', 'text/html; charset=utf-8'],
  ['/badges/titr-throughput.json', 'application/json; charset=utf-8'],
  ['/indicators.json', 'application/json; charset=utf-8'],
  ['/indicators.csv?ids=baku-port', 'text/csv; charset=utf-8; header=present'],
  ['/indicators/titr-throughput.jsonstat', 'application/json; charset=utf-8'],
  ['/indicators/titr-throughput.jsonld', 'application/ld+json; charset=utf-8'],
  ['/indicators/titr-throughput/datapackage.json', 'application/json; charset=utf-8'],
])('%s', (path, type) => {
  test('has its type, a validator, a life, CORS, and answers 304, HEAD and 405', async () => {
    const response = await ask(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe(type)
    expect(response.headers.get('Cache-Control')).toContain('max-age=3600')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(response.headers.get('Link')).toContain('rel="canonical"')
    const etag = response.headers.get('ETag') ?? ''
    expect((await ask(path, { headers: { 'If-None-Match': etag } })).status).toBe(304)
    const head = await ask(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('ETag'), await head.text()]).toEqual([200, etag, ''])
    expect((await ask(path, { method: 'POST' })).status).toBe(405)
  })
})

test('the sitemap names every page, the robots file the sitemap', async () => {
  const map = await readText('/sitemap.xml')
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.write(map).close()
  for (const { id } of catalog) {
    expect(map).toContain(`<loc>${origin}/indicators/${id}</loc>`)
    expect(map).toContain(`<loc>${origin}/indicators/${id}?lang=kk</loc>`)
  }
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
