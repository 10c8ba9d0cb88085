import { toCard } from '../../src/card/card.ts'
import { draw } from '../../src/draw/layouts/index.tsx'
import { encodePng } from '../../src/draw/raster/png.ts'
import { rasterise } from '../../src/draw/raster/raster.ts'
import type { Scene } from '../../src/draw/scene.ts'
import { toSvg } from '../../src/draw/svg.ts'
import { toPaint } from '../../src/draw/theme.ts'
import { findIndicator } from '../../src/model/catalog.ts'
import { parseParams } from '../../src/request/parameters.ts'
import { toContender } from './contender.ts'

const indicator = findIndicator('trade-china-russia')

/** The card and the choice it follows from. Nothing that was laid out or drawn before is used again. */
function prepare(query: string) {
  const { params } = parseParams(new URLSearchParams(query), 'svg', indicator)
  return { card: toCard(indicator, params), params }
}

async function drawSvg(query: string): Promise<string> {
  const { card, params } = prepare(query)
  const scene = await draw(card, params)
  return toSvg(scene, toPaint(params, scene))
}

async function drawPng(query: string): Promise<Uint8Array> {
  const { card, params } = prepare(query)
  const scene = await draw(card, params)
  return encodePng(rasterise(scene, toPaint(params, scene), params.scale))
}

let ready: Scene | undefined
async function keepScene(): Promise<Scene> {
  const { card, params } = prepare('size=og')
  ready ??= await draw(card, params)
  return ready
}

export default toContender({
  svg: () => drawSvg('size=og'),
  png: () => drawPng('size=og'),
  'png of a laid-out card': async () => encodePng(rasterise(await keepScene(), toPaint({ theme: 'light' }), 1)),
  badge: () => drawSvg('layout=badge'),
  scene: async () => JSON.stringify(await keepScene()),
})
