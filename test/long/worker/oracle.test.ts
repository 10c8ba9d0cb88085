import { initWasm, Resvg } from '@resvg/resvg-wasm'
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm'
import { beforeAll, expect, test } from 'vitest'
import { toCard } from '../../../src/card/card.ts'
import { draw } from '../../../src/draw/layouts/index.tsx'
import { rasterise } from '../../../src/draw/raster/raster.ts'
import { toSvg } from '../../../src/draw/svg.ts'
import { toPaint } from '../../../src/draw/theme.ts'
import { layouts } from '../../../src/model/indicator.ts'
import { parseParams } from '../../../src/request/parameters.ts'
import { sizeNames } from '../../../src/request/sizes.ts'
import { crossing, parts, read } from '../../fixtures/folders.ts'

beforeAll(() => initWasm(resvgWasm))

const cards = [crossing, parts].flatMap(folder =>
  layouts.flatMap(layout =>
    sizeNames
      .filter(size => (size === 'badge') === (layout === 'badge'))
      .flatMap(size => ['light', 'dark'].map(theme => ({ id: folder.id, folder, layout, size, theme }))),
  ),
)

function drawByResvg(svg: string): Uint8Array {
  const resvg = new Resvg(svg)
  const image = resvg.render()
  try {
    return image.pixels
  } finally {
    image.free()
    resvg.free()
  }
}

test.each(cards)('$id as $layout, $size, $theme is what resvg draws', async ({ folder, layout, size, theme }) => {
  const indicator = read(folder)
  const { params } = parseParams(new URLSearchParams({ layout, size, theme }), 'png', indicator)
  const scene = await draw(toCard(indicator, params), params)
  const svg = toSvg(scene, toPaint(params, scene))
  const { pixels, palette } = rasterise(svg, 1)
  const theirs = drawByResvg(svg)
  let sum = 0
  for (const [i, entry] of pixels.entries())
    for (let channel = 0; channel < 3; channel++)
      sum += Math.abs((palette[entry * 4 + channel] ?? 0) - (theirs[i * 4 + channel] ?? 0))
  // A badge is nearly all edges, where the two differ; a card is nearly all ground.
  expect(sum / pixels.length / 3).toBeLessThan(layout === 'badge' ? 1.8 : 0.6)
})
