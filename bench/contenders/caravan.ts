import { toCard } from '../../src/card/card.ts'
import { draw } from '../../src/draw/layouts/index.tsx'
import { encodePng } from '../../src/draw/raster/png.ts'
import { rasterise } from '../../src/draw/raster/raster.ts'
import { toSvg } from '../../src/draw/svg.ts'
import { toPaint } from '../../src/draw/theme.ts'
import { findIndicator } from '../../src/model/catalog.ts'
import { parseParams } from '../../src/request/parameters.ts'
import { toContender } from './contender.ts'

const indicator = findIndicator('trade-china-russia')

/** The whole line each time: nothing that was laid out or drawn before is used again. */
async function drawSvg(query: string): Promise<string> {
  const { params } = parseParams(new URLSearchParams(query), 'svg', indicator)
  const scene = await draw(toCard(indicator, params), params)
  return toSvg(scene, toPaint(params, scene))
}

let ready: string | undefined
async function keepSvg(): Promise<string> {
  ready ??= await drawSvg('size=og')
  return ready
}

export default toContender({
  svg: () => drawSvg('size=og'),
  png: async () => encodePng(rasterise(await drawSvg('size=og'), 1)),
  'png of svg': async () => encodePng(rasterise(await keepSvg(), 1)),
  badge: () => drawSvg('layout=badge'),
  scene: async () => {
    const { params } = parseParams(new URLSearchParams('size=og'), 'svg', indicator)
    return JSON.stringify(await draw(toCard(indicator, params), params))
  },
})
