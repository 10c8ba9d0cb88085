import { describe, expect, test } from 'vitest'
import { release } from '../../src/model/catalog.ts'
import { documents } from '../../src/request/formats.ts'
import { ask, origin, readJson, readText } from '../worker/ask.ts'

const id = 'baku-port'
const files = ['svg', 'png', ...documents.map(({ suffix }) => suffix)].map(suffix => `/indicators/${id}.${suffix}`)
const texts = ['/', `/indicators/${id}`, `/indicators/${id}/embed`, '/indicators.json', '/indicators.csv', '/feed.atom']

describe('an address as software rewrites it', () => {
  test.each([
    `/indicators/${id}.png/`,
    `/indicators//${id}.png`,
    `/Indicators/${id.toUpperCase()}.PNG`,
    `/indicators/${id}.png).`,
  ])('%s answers the same picture without a redirect, and names the right address', async path => {
    const [meant, rewritten] = [await ask(`/indicators/${id}.png`), await ask(path, { redirect: 'manual' })]
    expect([rewritten.status, rewritten.headers.get('ETag')]).toEqual([200, meant.headers.get('ETag')])
    expect(rewritten.headers.get('Link')).toContain(`<${origin}/indicators/${id}>; rel="canonical"`)
    expect(new Uint8Array(await rewritten.arrayBuffer())).toEqual(new Uint8Array(await meant.arrayBuffer()))
  })
  test('answers the page, its embed, its figures and its oEmbed', async () => {
    for (const path of [`/indicators/${id}/`, `/indicators/${id}/embed/`, `/indicators/${id}.json.`, '/docs/'])
      expect([path, (await ask(path)).status]).toEqual([path, 200])
    const url = encodeURIComponent(`${origin}//Indicators/${id}/.`)
    expect((await ask(`/oembed?url=${url}`)).status).toBe(200)
  })
  test('an end left on the query, and & as HTML escapes it, are read as meant', async () => {
    const json = await readJson(`/indicators/${id}.json?from=2020&amp;lang=ru.`)
    expect(json).toMatchObject({ lang: 'ru' })
  })
})

describe('a suffix that we do not have', () => {
  test.each(['pdf', 'webp', 'jpg', 'md', 'xls', 'csv.gz', 'csv.zip'])(
    '.%s is a 404 that names those we have',
    async suffix => {
      const response = await ask(`/indicators/${id}.${suffix}`)
      expect([response.status, response.headers.get('Card-Error')]).toEqual([404, 'unknown-format'])
      expect(await response.json()).toMatchObject({
        code: 'unknown-format',
        allowed: ['svg', 'png', ...documents.map(entry => entry.suffix)],
        detail: expect.stringContaining('xlsx'),
      })
    },
  )
  test('does not make an indicator of the text before it', async () => {
    expect(await readJson('/indicators/baku-prot.csv.zip')).toMatchObject({ suggestion: id })
  })
  test('is also given for the catalogue, feeds and badges', async () => {
    for (const path of ['/indicators.xlsx', '/feed.rss', `/badges/${id}.svg`])
      expect([path, (await ask(path)).headers.get('Card-Error')]).toEqual([path, 'unknown-format'])
  })
  test('of an indicator that is not there is a matter of the indicator', async () => {
    expect(await readJson('/indicators/baku-prot.pdf')).toMatchObject({ suggestion: id })
  })
  test('near one that we have gets it as a suggestion', async () => {
    expect(await readJson(`/indicators/${id}.xls`)).toMatchObject({ suggestion: 'xlsx' })
  })
})

describe('a client that asks again', () => {
  test.each([...files, ...texts])('%s is not sent twice, by its date where no tag is sent', async path => {
    const first = await ask(path)
    const since = first.headers.get('Last-Modified') ?? ''
    expect(Date.parse(since)).toBeLessThanOrEqual(Date.now())
    const again = await ask(path, { headers: { 'If-Modified-Since': since } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const earlier = new Date(Date.parse(since) - 1000).toUTCString()
    expect((await ask(path, { headers: { 'If-Modified-Since': earlier } })).status).toBe(200)
  })
  test('goes by the tag where it sends both', async () => {
    const headers = { 'If-None-Match': '"another"', 'If-Modified-Since': new Date(Date.now() + 1e9).toUTCString() }
    expect((await ask(files[0] ?? '', { headers })).status).toBe(200)
  })
  test('is sent all where its date is none', async () => {
    for (const since of ['2099', 'tomorrow', ''])
      expect((await ask(files[0] ?? '', { headers: { 'If-Modified-Since': since } })).status).toBe(200)
  })
  test('has its tag known again, whatever a proxy that compresses made of it', async () => {
    for (const path of [...files, ...texts]) {
      const tag = (await ask(path)).headers.get('ETag')?.slice(1, -1)
      const statusOf = async (sent: string) => (await ask(path, { headers: { 'If-None-Match': sent } })).status
      expect([path, await statusOf(`"a", W/"${tag}-gzip"`), await statusOf(`"x${tag}"`)]).toEqual([path, 304, 200])
    }
  })
})

describe('HEAD', () => {
  test.each(['/nothing', '/indicators/none.json', '/indicators/none'])('fails at %s as GET does', async path => {
    const [head, full] = [await ask(path, { method: 'HEAD' }), await ask(path)]
    expect([head.status, [...head.headers], await head.text()]).toEqual([full.status, [...full.headers], ''])
  })
  test('of a picture draws nothing, and gives the length of a cached one', async () => {
    const path = `/indicators/${id}.png?size=square&accent=136f63`
    expect((await ask(path, { method: 'HEAD' })).headers.get('Content-Length')).toBeNull()
    const { byteLength } = await (await ask(path)).arrayBuffer()
    for (const same of [path, `/indicators/${id}.png?accent=136f63&size=square`])
      expect((await ask(same, { method: 'HEAD' })).headers.get('Content-Length')).toBe(String(byteLength))
  })
})

describe('caching headers', () => {
  test('figures and pictures vary with nothing, pages with the language of the reader, their failures with what is accepted', async () => {
    for (const path of [...files, '/indicators.json', '/indicators.csv', '/feed.atom'])
      expect([path, (await ask(path)).headers.get('Vary')]).toEqual([path, null])
    for (const path of ['/', `/indicators/${id}`])
      expect([path, (await ask(path)).headers.get('Vary')]).toEqual([path, 'Accept-Language'])
    for (const path of ['/indicators/nothing.png', '/indicators/nothing.json'])
      expect([path, (await ask(path)).headers.get('Vary')]).toEqual([path, null])
    expect((await ask('/indicators/nothing')).headers.get('Vary')).toBe('Accept, Accept-Language')
  })
  test('nothing that holds the day of today is immutable', async () => {
    const day = new Date().toISOString().slice(0, 10)
    for (const path of [...files, ...texts]) {
      const response = await ask(`${path}?v=${release}`)
      if (!response.headers.get('Cache-Control')?.includes('immutable')) continue
      const bytes = await response.text()
      // The day on which figures were added is a day of the catalogue, be it that of today.
      const own = (await readText(`/indicators/${id}.json`)).includes(day)
      if (!own) expect([path, bytes.includes(day)]).toEqual([path, false])
    }
  })
})

describe('the description', () => {
  const read = () => readJson('/openapi.json')

  test('gives examples that are what their addresses answer', async () => {
    let count = 0
    for (const { get } of Object.values<Awaited<ReturnType<typeof read>>>((await read()).paths)) {
      const content: { examples?: { real: { summary: string; value: unknown } } } | undefined = Object.values<object>(
        get?.responses[200].content ?? {},
      )[0]
      if (!content?.examples) continue
      const { summary, value } = content.examples.real
      const answer = await readText(summary)
      expect([summary, typeof value === 'string' ? answer : JSON.parse(answer)]).toEqual([summary, value])
      count++
    }
    // All in JSON and CSV except the data package of all indicators, this document and /healthz.
    expect(count).toBe(10)
  })
  test('names every field of oEmbed, and no answer has another', async () => {
    const { properties, required } = (await read()).components.schemas.Oembed
    for (const type of ['photo', 'rich']) {
      const answer = await (await ask(`/oembed?type=${type}&url=${origin}/indicators/${id}`)).json<object>()
      for (const name of Object.keys(answer)) expect(Object.keys(properties)).toContain(name)
      for (const name of required) expect(Object.keys(answer)).toContain(name)
    }
  })
  test('knows every header, address and status that it names', async () => {
    const document = await read()
    for (const [path, { get }] of Object.entries<Awaited<ReturnType<typeof read>>>(document.paths)) {
      if (!get) continue
      const address = path === '/oembed' ? `/oembed?url=${origin}/indicators/${id}` : path.replace('{id}', id)
      const response = await ask(address)
      expect([path, response.status]).toEqual([path, 200])
      expect(Object.keys(get.responses[200].content)).toContain(
        response.headers.get('Content-Type')?.replace(/;.*/, ''),
      )
    }
    expect(Object.keys(document.components.headers)).toContain('Card-Ignored')
  })
})
