import { describe, expect, test } from 'vitest'
import { joinBy, languages } from '../../src/model/locales.ts'
import { readXml } from '../fixtures/markup.ts'
import { ask, origin, readJson, readText } from '../worker/ask.ts'

const path = (query: Record<string, string>): string => `/oembed?${new URLSearchParams(query)}`
const page = `${origin}/indicators/titr-throughput`
const read = (query: Record<string, string>) => readJson(path(query))

test('a photo by default: version as text, a plain title, an address with its measures', async () => {
  const oembed = await read({ url: page })
  expect(oembed).toMatchObject({
    version: '1.0',
    type: 'photo',
    width: 1200,
    height: 630,
    url: `${page}.png`,
    provider_name: 'Caravan',
  })
  expect(oembed.title).toBe((await readJson('/indicators/titr-throughput.json')).finding)
  expect((await ask('/indicators/titr-throughput.png')).status).toBe(200)
})

test('the author is the authorities of the card, by their names alone', async () => {
  for (const lang of languages) {
    const { author_name } = await read({ url: `${origin}/indicators/trade-china-russia?lang=${lang}` })
    const { series } = await readJson(`/indicators/trade-china-russia.json?lang=${lang}`)
    const names = new Set<string>(series.map(({ authorityShort }: { authorityShort: string }) => authorityShort))
    expect(author_name).toBe(joinBy('semicolon', [...names], lang))
  }
})

test('the photo has HTML too, a linked picture, for readers that publish it without looking at the type', async () => {
  const { html, url, width, height } = await read({ url: page, maxwidth: '500' })
  expect(html).toMatch(
    new RegExp(`^<a href="${page}"><img src="[^"]+" width="${width}" height="${height}" alt="[^"]+"`),
  )
  expect(html.replaceAll('&amp;', '&')).toContain(`src="${url}"`)
})

const toPixels = async (url: string): Promise<{ width: number; height: number }> => {
  const bytes = new DataView(await (await ask(url.replace(origin, ''))).arrayBuffer())
  return { width: bytes.getUint32(16), height: bytes.getUint32(20) }
}

test.each([
  [{ maxwidth: '240' }, 240],
  [{ maxwidth: '500' }, 500],
  [{ maxwidth: '600' }, 600],
  [{ maxwidth: '800' }, 800],
  [{ maxwidth: '900', maxheight: '500' }, 800],
  [{ maxheight: '300' }, 533],
  [{ maxwidth: '5000' }, 1200],
])(
  'a photo in %o is %i wide, of the ratio of its file, and sharp on a screen of two pixels to one',
  async (room, width) => {
    const photo = await read({ url: page, ...room })
    expect(photo.width).toBe(width)
    expect(photo.height).toBeLessThanOrEqual(Number('maxheight' in room ? room.maxheight : 5000))
    const pixels = await toPixels(photo.url)
    expect(Math.abs(photo.width / photo.height - pixels.width / pixels.height)).toBeLessThan(0.03)
    if (width <= 900) expect(pixels.width).toBeGreaterThan(width * 1.7)
  },
)

test.each(['square', 'story', 'small', 'wide'])('a page in size %s has its photo in that size', async size => {
  const photo = await read({ url: `${page}?size=${size}`, maxwidth: '400' })
  expect(photo.url).toContain(`size=${size}`)
  const pixels = await toPixels(photo.url)
  expect(Math.abs(photo.width / photo.height - pixels.width / pixels.height)).toBeLessThan(0.03)
})

describe('rich on request', () => {
  test.each([
    ['', {}, 800, 522],
    ['', { maxwidth: '600' }, 600, 410],
    ['', { maxwidth: '375' }, 375, 447],
    ['?size=square', {}, 600, 672],
    ['?size=square', { maxwidth: '300' }, 300, 372],
    ['?size=story', {}, 400, 783],
    ['?size=small', {}, 480, 342],
  ])('%s in %o is a frame of %i by %i, the card with its bar', async (query, room, width, height) => {
    const rich = await read({ url: `${page}${query}`, type: 'rich', ...room })
    expect([rich.type, rich.width, rich.height]).toEqual(['rich', width, height])
    expect(rich.html).toContain(`width="${width}" height="${height}"`)
    expect(rich.html).toMatch(/^<iframe src="https:\/\/caravan\.test\/indicators\/titr-throughput\/embed/)
    expect(rich.thumbnail_width).toBeLessThanOrEqual(480)
  })
  test('has no border after WordPress has removed its style', async () => {
    const { html } = await read({ url: page, type: 'rich' })
    expect(String(html).replace(/ style="[^"]*"/, '')).toContain(' frameborder="0"')
  })
  test('a badge is as wide as its words', async () => {
    const rich = await read({ url: `${page}?layout=badge`, type: 'rich' })
    const svg = await readText('/indicators/titr-throughput.svg?layout=badge')
    const [, width] = /<svg[^>]* width="(\d+)"/.exec(svg) ?? []
    expect([rich.width, rich.height]).toEqual([Number(width), 20])
  })
})

test('the query of the address is carried into the picture', async () => {
  const { url } = await read({ url: `${page}?lang=kk&theme=dark&asof=2026-03-10`, maxwidth: '800' })
  expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
    lang: 'kk',
    theme: 'dark',
    asof: '2026-03-10',
    size: 'wide',
    scale: '2',
  })
})

test('XML says the same', async () => {
  const response = await ask(path({ url: `${page}?lang=ru`, format: 'xml' }))
  expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
  const found = Object.fromEntries(readXml(await response.text()).map(({ name, text }) => [name, text]))
  const json: object = await read({ url: `${page}?lang=ru` })
  for (const [name, value] of Object.entries(json)) expect([name, found[name]]).toEqual([name, String(value)])
})

describe('a wrong request', () => {
  test.each([
    ['a foreign address', { url: 'https://example.org/indicators/titr-throughput' }, 404],
    ['no address', {}, 404],
    ['no URL at all', { url: 'titr' }, 404],
    ['an unknown indicator', { url: `${origin}/indicators/nothing` }, 404],
    ['an unknown format', { url: page, format: 'yaml' }, 501],
    ['an unknown type', { url: page, type: 'video' }, 501],
    ['a measure that is none', { url: page, maxwidth: 'wide' }, 400],
  ])('%s', async (_, query, status) => {
    expect((await ask(path(query))).status).toBe(status)
  })
})

test('the iframe of the documentation has the measures of the default card', async () => {
  const docs = await readText('/docs')
  expect(docs).toContain('width=&quot;100%&quot; height=&quot;448&quot;')
  expect(docs).toContain('aspect-ratio:800/522')
})

test.each([`${page}.svg?lang=ru`, `${page}.png`, `${page}/embed`])('%s is an address of the same card', async url => {
  expect((await ask(path({ url }))).status).toBe(200)
})
test('another page of ours has no oEmbed', async () => {
  expect((await ask(path({ url: `${origin}/docs` }))).status).toBe(404)
})
test('a page of another site may ask for it with any header', async () => {
  const { status, headers } = await ask('/oembed', { method: 'OPTIONS', headers: { Origin: 'https://a.example' } })
  expect([status, headers.get('Access-Control-Allow-Origin'), headers.get('Access-Control-Allow-Headers')]).toEqual([
    204,
    '*',
    '*',
  ])
})
