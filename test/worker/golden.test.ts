import { describe, expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import { draw } from '../../src/draw/layouts/index.tsx'
import { drawNotice } from '../../src/draw/layouts/notice.tsx'
import { signSvg, toSvg } from '../../src/draw/svg.ts'
import { toPaint } from '../../src/draw/theme.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'

const provenance = {
  id: 'golden',
  lang: 'en',
  title: 'East & West',
  description: 'A card of the tests',
  source: 'Source: <Old Office>',
  publisher: 'Caravan',
  date: '2016-03-31',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/', covers: '' },
  release: '000000000000',
  permalink: 'https://caravan.test/indicators/crossing',
} as const

const queries = {
  'crossing-trend-og': [crossing, 'size=og'],
  'crossing-trend-wide-auto': [crossing, 'theme=auto'],
  'crossing-bars-wide': [crossing, 'layout=bars'],
  'crossing-stat-square-dark': [crossing, 'layout=stat&size=square&theme=dark'],
  'parts-bars-og': [parts, 'size=og'],
  'parts-trend-small-transparent': [parts, 'layout=trend&size=small&background=transparent'],
  'parts-bars-story-accent': [parts, 'size=story&accent=ffcc00'],
  'crossing-badge': [crossing, 'layout=badge'],
} as const

describe('a card of the fixtures is drawn as before', () => {
  test.each(Object.entries(queries))('%s', async (name, [folder, query]) => {
    const indicator = read(folder)
    const { params } = parseParams(new URLSearchParams(query), 'svg', indicator)
    const scene = await draw(toCard(indicator, params), params)
    const svg = signSvg(toSvg(scene, toPaint(params, scene)), provenance)
    await expect(svg).toMatchFileSnapshot(`../golden/${name}.svg`)
  })

  test('notice', async () => {
    const scene = await drawNotice({ code: 'unknown-indicator', status: 404, lang: 'en', size: 'wide' })
    const svg = signSvg(toSvg(scene, toPaint({ theme: 'light' }, scene)), provenance)
    await expect(svg).toMatchFileSnapshot('../golden/notice.svg')
  })
})
