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
const { Build } = await import('../../src/pages/build.tsx')
const { parseBuilderChoice } = await import('../../src/pages/builder-choice.ts')

const address = 'https://caravan.test/indicators/crossing'
const indicator = read(crossing)

test.each([
  ['', ''],
  ['?lang=ru', ''],
  ['?lang=en', '?lang=en'],
])('the builder at %j has the canonical page %j where Russian is the first language', (search, canonical) => {
  const choice = parseBuilderChoice(new URL(`${address}/build${search}`), indicator)
  const html = String(Build({ choice, release: 'r', day: '2026-11-25' }))
  expect(/<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]).toBe(address + canonical)
})
