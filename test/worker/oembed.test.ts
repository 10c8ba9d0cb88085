import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { joinBy, languages } from '../../src/model/locales.ts'
import { ask, origin } from './ask.ts'

const path = (query: Record<string, string>): string => `/oembed?${new URLSearchParams(query)}`
const page = `${origin}/indicators/titr-throughput`

// biome-ignore lint/suspicious/noExplicitAny: what a client sees is untyped; the assertions are its types
const read = async (query: Record<string, string>): Promise<any> => (await ask(path(query))).json()

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
  expect(oembed.title).toBe(
    ((await (await ask('/indicators/titr-throughput.json')).json()) as { finding: string }).finding,
  )
  expect((await ask('/indicators/titr-throughput.png')).status).toBe(200)
})

test('the author is the authorities of the card, by their names alone', async () => {
  for (const lang of languages) {
    const { author_name } = await read({ url: `${origin}/indicators/trade-china-russia?lang=${lang}` })
    const response = await ask(`/indicators/trade-china-russia.json?lang=${lang}`)
    const { series } = await response.json<{ series: { authorityShort: string }[] }>()
    const names = [...new Set(series.map(({ authorityShort }) => authorityShort))]
    expect(author_name).toBe(joinBy('semicolon', names, lang))
  }
})

test('rich on request: a frame with its measures, and a thumbnail', async () => {
  const oembed = await read({ url: page, type: 'rich' })
  expect(oembed).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 1200,
    height: 630,
    thumbnail_url: expect.any(String),
  })
  expect(oembed.html).toMatch(
    /^<iframe src="https:\/\/caravan\.test\/indicators\/titr-throughput\/embed" width="1200" height="630" /,
  )
})

test.each([
  [{ maxwidth: '800' }, 800, 450],
  [{ maxwidth: '900', maxheight: '500' }, 800, 450],
  [{ maxheight: '300' }, 480, 270],
  [{ maxwidth: '240' }, 240, 135],
  [{ maxwidth: '5000' }, 1200, 630],
])('%o is honoured by a size that fits', async (room, width, height) => {
  for (const type of ['photo', 'rich'])
    expect(await read({ url: page, type, ...room })).toMatchObject({ width, height })
})

test('the query of the address is carried into the picture', async () => {
  const { url } = await read({ url: `${page}?lang=kk&theme=dark&asof=2026-03-10`, maxwidth: '800' })
  expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
    lang: 'kk',
    theme: 'dark',
    asof: '2026-03-10',
    size: 'wide',
  })
})

test.each([`${page}.svg?lang=ru`, `${page}.png`, `${page}/embed`])('%s is an address of the same card', async url => {
  expect((await ask(path({ url }))).status).toBe(200)
})

test('XML says the same', async () => {
  const response = await ask(path({ url: `${page}?lang=ru`, format: 'xml' }))
  expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
  const found: Record<string, string> = {}
  let text = ''
  const parser = new SaxesParser()
  parser.on('text', piece => {
    text += piece
  })
  parser.on('opentag', () => {
    text = ''
  })
  parser.on('closetag', ({ name }) => {
    found[name] = text
  })
  parser.on('error', error => {
    throw error
  })
  parser.write(await response.text()).close()
  const json = await read({ url: `${page}?lang=ru` })
  for (const [name, value] of Object.entries(json)) expect(found[name]).toBe(String(value))
})

describe('what is not there', () => {
  test.each([
    ['a foreign address', { url: 'https://example.org/indicators/titr-throughput' }, 404],
    ['no address', {}, 404],
    ['no URL at all', { url: 'titr' }, 404],
    ['an unknown indicator', { url: `${origin}/indicators/nothing` }, 404],
    ['another page of ours', { url: `${origin}/docs` }, 404],
    ['an unknown format', { url: page, format: 'yaml' }, 501],
    ['an unknown type', { url: page, type: 'video' }, 501],
    ['a measure that is none', { url: page, maxwidth: 'wide' }, 400],
  ])('%s', async (_, query, status) => {
    expect((await ask(path(query))).status).toBe(status)
  })
})
