import { afterEach, describe, expect, test, vi } from 'vitest'
import { toRequestedCard } from '../../src/card/requested-card.ts'
import { drawPicture } from '../../src/http/picture.ts'
import { findPicture } from '../../src/http/picture-cache.ts'
import type { Platform, Shelf } from '../../src/http/platform.ts'
import { findAssetPath, shared } from '../../src/http/prerendered.ts'
import { release } from '../../src/model/catalog.ts'
import { findIndicator, toSource } from '../fixtures/catalogue.ts'
import { ask, origin } from './ask.ts'

const view = (path: string, encoding: 'svg' | 'png' = 'svg') => {
  const url = new URL(path, origin)
  return toRequestedCard(url, findIndicator('titr-throughput'), encoding)
}
const later: Promise<unknown>[] = []
const alone: Platform = { ...toSource(), later: work => void later.push(work) }
afterEach(() => vi.restoreAllMocks())

describe('the same card', () => {
  test('asked for by many at once is drawn once, and all have the same bytes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('/indicators/baku-port.png?size=square&accent=224466')),
    )
    const outcomes = answers.map(({ headers }) => headers.get('Card-Cache'))
    expect(outcomes.filter(outcome => outcome === 'miss')).toHaveLength(1)
    expect(outcomes.filter(outcome => outcome === 'hit')).toHaveLength(19)
    const bodies = new Set(
      await Promise.all(answers.map(async answer => new Uint8Array(await answer.arrayBuffer()).join())),
    )
    expect(bodies.size).toBe(1)
  })
  test('is a hit however it is written, with its own head and the same bytes', async () => {
    const first = await ask('/indicators/baku-port.svg?size=square&lang=ru')
    const second = await ask('/indicators/baku-port.svg?lang=RU&utm_source=x&size=square')
    expect([first.headers.get('Card-Cache'), second.headers.get('Card-Cache')]).toEqual(['miss', 'hit'])
    expect([first.headers.get('Card-Ignored'), second.headers.get('Card-Ignored')]).toEqual([null, 'utm_source'])
    expect(await second.text()).toBe(await first.text())
  })
  test('from memory is the same as before, except for the cache headers', async () => {
    const path = '/indicators/baku-port.png?size=small&lang=kk'
    const told = ['card-cache', 'server-timing']
    const read = async () => {
      const response = await ask(path)
      const headers = [...response.headers].filter(([name]) => !told.includes(name))
      return { headers, bytes: new Uint8Array(await response.arrayBuffer()).join() }
    }
    expect(await read()).toEqual(await read())
    const etag = (await ask(path)).headers.get('ETag') ?? ''
    const unchanged = await ask(path, { headers: { 'If-None-Match': `W/${etag}` } })
    expect([unchanged.status, await unchanged.text(), unchanged.headers.get('ETag')]).toEqual([304, '', etag])
    const head = await ask(path, { method: 'HEAD' })
    expect([head.status, await head.text(), head.headers.get('Content-Type')]).toEqual([200, '', 'image/png'])
    expect((await ask(path, { method: 'POST' })).status).toBe(405)
  })
  test('repaints what was laid out: another theme or accent is the same card in other colours', async () => {
    const strip = async (query: string) =>
      (await (await ask(`/indicators/baku-port.svg?size=og&${query}`)).text())
        .replace(/<metadata>.*<\/metadata>| aria-labelledby="[^"]*"| id="[^"]*"/g, '')
        .replace(/#[0-9a-f]{6}/g, '#')
    expect(await strip('theme=dark')).toBe(await strip('accent=0d6f63'))
  })
})

test('answers about an indicator can be purged by its id', async () => {
  for (const path of ['.png', '.json', '', '/embed']) {
    const { headers } = await ask(`/indicators/baku-port${path}`)
    expect([path, headers.get('Cache-Tag')]).toEqual([path, 'baku-port'])
  }
})

test('figures are kept like pictures', async () => {
  const [first, second] = [
    await ask('/indicators/baku-port.csv?lang=kk'),
    await ask('/indicators/baku-port.csv?lang=kk'),
  ]
  expect([first.headers.get('Card-Cache'), second.headers.get('Card-Cache')]).toEqual(['miss', 'hit'])
  expect(await second.text()).toBe(await first.text())
})

describe('a prerendered card', () => {
  test('is every indicator in each language, as PNG light and dark, as SVG light, dark and both', () => {
    expect(shared).toHaveLength(4 * (2 + 3))
    expect(findAssetPath(view('/x.png', 'png'))).toBe(`/${release}/titr-throughput.en.light.png`)
    expect(findAssetPath(view('/x.svg?theme=auto&lang=kk'))).toBe(`/${release}/titr-throughput.kk.auto.svg`)
    expect(findAssetPath(view(`/x.svg?v=${release}`))).toBe(`/${release}/titr-throughput.en.light.svg`)
    for (const query of ['size=og', 'from=2023', 'accent=aa2233', 'layout=stat', 'asof=2026-06-01'])
      expect([query, findAssetPath(view(`/x.svg?${query}`))]).toEqual([query, undefined])
  })
  test('is taken from the assets without drawing', async () => {
    const findAsset = vi.fn(async () => new Response('<svg xmlns="http://www.w3.org/2000/svg"></svg>'))
    const { picture, outcome } = await findPicture(view('/x.svg?lang=zh'), { ...alone, findAsset })
    expect([outcome, picture.body]).toEqual(['prerendered', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'])
    expect(findAsset).toHaveBeenCalledExactlyOnceWith(`/${release}/titr-throughput.zh.light.svg`)
  })
})

describe('the shelf', () => {
  const toShelf = (): Shelf & { kept: Map<string, string> } => {
    const kept = new Map<string, string>()
    return {
      kept,
      find: async key => (kept.has(key) ? new Response(kept.get(key)) : undefined),
      keep: async (key, picture) => kept.set(key, await picture.text()),
    }
  }
  test('is given what was drawn, under a key that names the release and the canonical request', async () => {
    const shelf = toShelf()
    const asked = view('/x.svg?size=small&accent=123456&lang=en')
    expect((await findPicture(asked, { ...alone, shelf })).outcome).toBe('miss')
    await Promise.all(later)
    expect([...shelf.kept.keys()]).toEqual([`/drawn/${release}/titr-throughput.svg?accent=123456&size=small`])
    expect([...shelf.kept.values()]).toEqual([(await drawPicture(asked)).body])
  })
  test('answers what another isolate has drawn', async () => {
    const shelf = toShelf()
    shelf.kept.set(`/drawn/${release}/titr-throughput.svg?accent=654321&size=small`, '<svg>kept</svg>')
    const found = await findPicture(view('/x.svg?size=small&accent=654321'), { ...alone, shelf })
    expect([found.outcome, found.picture.body]).toEqual(['hit', '<svg>kept</svg>'])
  })
})

describe('off the path of correctness', () => {
  const broken = () => new ReadableStream({ start: controller => controller.error(new Error('the line is cut')) })
  test.each([
    ['assets that are down', { findAsset: () => Promise.reject(new Error('assets are down')) }, 'assets', 'kk'],
    ['assets that hang up midway', { findAsset: async () => new Response(broken()) }, 'assets', 'ru'],
    [
      'a shelf that cannot be read',
      { shelf: { find: () => Promise.reject(new Error('no')), keep: async () => {} } },
      'shelf',
      'en&accent=11aa11',
    ],
    [
      'assets that have lost it',
      { findAsset: async () => new Response('Not Found', { status: 404 }) },
      undefined,
      'zh',
    ],
  ] satisfies [string, Partial<Platform>, string | undefined, string][])(
    'with %s the picture is the same',
    async (_, fault, part, lang) => {
      const log = vi.spyOn(console, 'error').mockImplementation(() => {})
      const asked = view(`/x.svg?theme=dark&lang=${lang}`)
      const { picture } = await findPicture(asked, { ...alone, ...fault })
      await Promise.all(later)
      expect(picture.body).toEqual((await drawPicture(asked)).body)
      expect(log.mock.calls.map(([line]) => JSON.parse(line).part)).toEqual(part ? [part] : [])
    },
  )
})
