import { initWasm } from '@resvg/resvg-wasm'
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import { draw } from '../../src/draw/layouts/index.tsx'
import { drawNotice } from '../../src/draw/layouts/notice.tsx'
import type { Scene } from '../../src/draw/scene.ts'
import { toPaint } from '../../src/draw/theme.ts'
import { type Indicator, layouts } from '../../src/model/indicator.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { sizeNames } from '../../src/request/sizes.ts'
import { offered } from '../../src/site.ts'
import { indicators } from '../fixtures/catalogue.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'
import { compare, loud } from '../fixtures/oracle.ts'

beforeAll(() => initWasm(resvgWasm))

const combinations = layouts.flatMap(layout =>
  sizeNames.filter(size => (size === 'badge') === (layout === 'badge')).map(size => ({ layout, size })),
)

function layOut(indicator: Indicator, query: Record<string, string>): Promise<Scene> {
  const { params } = parseParams(new URLSearchParams(query), 'png', indicator)
  return draw(toCard(indicator, params), params)
}

/** How far a patch may be off, of 255 levels; dense Chinese characters, whose strokes share pixels, come to 23. */
const most = 40

const cases = [crossing, parts].flatMap(folder =>
  combinations.flatMap(combination =>
    (['light', 'dark'] as const).map(theme => ({ id: folder.id, folder, theme, ...combination })),
  ),
)

test.each(cases)('$id as $layout, $size, $theme is what resvg draws', async ({ folder, layout, size, theme }) => {
  const scene = await layOut(read(folder), { layout, size, theme })
  const { mean, patch } = compare(scene, toPaint({ theme }, scene), 1)
  // A badge is nearly all edges, where the two differ; a card is nearly all ground, a small one less so.
  expect(mean).toBeLessThan(size === 'badge' ? 1.8 : size === 'small' ? 0.8 : 0.6)
  expect(patch).toBeLessThan(most)
})

test.each(sizeNames)('a notice in %s, without a ground, is what resvg draws', async size => {
  const scene = await drawNotice({ code: 'unknown-indicator', status: 404, lang: 'en', size })
  const paint = toPaint({ theme: 'light', background: 'transparent' }, scene)
  expect(compare(scene, paint, 1).patch).toBeLessThan(most)
})

describe.each(indicators.map(indicator => ({ id: indicator.id, indicator })))('$id', ({ id, indicator }) => {
  test('is what resvg draws, in every layout, size and language', async () => {
    const far: string[] = []
    const drawn = new Set<string>()
    for (const [i, { layout, size }] of combinations.entries()) {
      for (const [k, lang] of offered.entries()) {
        const scene = await layOut(indicator, { layout, size, lang })
        // A layout that fits the figures badly is replaced by another.
        const marks = JSON.stringify([size, scene.marks])
        if (drawn.has(marks)) continue
        drawn.add(marks)
        // Every 27th is drawn twice as large too, another for each indicator and language.
        const scales = (indicators.indexOf(indicator) + i + k) % 27 === 0 ? [1, 2] : [1]
        for (const scale of scales) {
          const { patch } = compare(scene, { ...loud, isTransparent: k % 2 === 1 }, scale)
          if (patch >= most) far.push(`${id} ${layout} ${size} ${lang} at scale ${scale}: ${patch.toFixed(1)}`)
        }
      }
    }
    expect(far).toEqual([])
  })
})
