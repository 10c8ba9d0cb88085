import { afterAll, expect, test, vi } from 'vitest'
import { crossing, read } from '../fixtures/folders.ts'

// A site that offers Russian first, in modules of its own: what these read stays theirs.
vi.resetModules()
vi.doMock('../../src/site.ts', async importOriginal => ({
  ...(await importOriginal<typeof import('../../src/site.ts')>()),
  offered: ['ru', 'en', 'kk', 'zh'],
}))
afterAll(() => {
  vi.doUnmock('../../src/site.ts')
  vi.resetModules()
})
const { toRequestedCard } = await import('../../src/card/requested-card.ts')
const { Build } = await import('../../src/pages/build.tsx')
const { parseBuilderChoice } = await import('../../src/pages/builder-choice.ts')
const { toSharePage } = await import('../../src/pages/share.tsx')

const address = 'https://caravan.test/indicators/crossing'
const indicator = read(crossing)

const toShare = async (search: string): Promise<string> =>
  String(
    await toSharePage({
      requested: toRequestedCard(new URL(address + search), indicator, 'html'),
      neighbours: { related: [], previous: undefined, next: undefined },
      day: '2026-11-25',
      layOut: async () => ({ width: 0, height: 0, marks: [], points: [] }),
    }),
  )

test.each([
  ['', ''],
  ['?lang=ru', ''],
  ['?lang=en', '?lang=en'],
])('the builder at %j has the canonical page %j where Russian is the first language', (search, canonical) => {
  const choice = parseBuilderChoice(new URL(`${address}/build${search}`), indicator)
  const html = String(Build({ choice, day: '2026-11-25' }))
  expect(/<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]).toBe(address + canonical)
})

test.each(['', '?lang=en'])('the page at %j links to the data package in its own language', async search => {
  const html = await toShare(search)
  expect(/href="([^"]*datapackage.json[^"]*)"/.exec(html)?.[1]).toBe(`/indicators/crossing/datapackage.json${search}`)
})

test.each([
  ['ru', 'crossing'],
  ['en', 'en/crossing'],
])('a card in %s prints the short address /%s', (lang, path) => {
  const { card } = toRequestedCard(new URL(`${address}?lang=${lang}`), indicator, 'svg')
  expect(card.picture.foot.address.split('/').slice(1).join('/')).toBe(path)
})

test('a reader of a language that is not on offer gets the page in the first', async () => {
  const html = await toShare('?lang=en')
  expect(/hreflang="x-default" href="([^"]*)"/.exec(html)?.[1]).toBe(address)
})
