import { toCard } from '../card/card.ts'
import { draw } from '../draw/layouts/index.tsx'
import { rasterise } from '../draw/raster/raster.ts'
import { toSvg } from '../draw/svg.ts'
import { toPaint } from '../draw/theme.ts'
import { catalog, release } from '../model/catalog.ts'
import { parseParams } from '../request/parameters.ts'

export type Health = { ok: boolean; release: string; updated: string; indicators: number }

/** Draws a tiny card from end to end: well when pixels come out, 503 when anything on the line throws. */
export async function toHealth(): Promise<{ status: 200 | 503; body: Health }> {
  const days = catalog.flatMap(({ series }) =>
    series.flatMap(({ observations }) => observations.map(({ published }) => published)),
  )
  const body = { release, updated: days.toSorted().at(-1) ?? '', indicators: catalog.length }
  try {
    await drawTiny()
    return { status: 200, body: { ok: true, ...body } }
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', path: '/healthz', cause: String(error) }))
    return { status: 503, body: { ok: false, ...body } }
  }
}

async function drawTiny(): Promise<void> {
  const [indicator] = catalog
  if (!indicator) throw new Error('the catalogue is empty')
  const { params } = parseParams(new URLSearchParams({ size: 'small' }), 'png', indicator)
  const card = toCard(indicator, params)
  const scene = await draw(card, params)
  const { pixels } = rasterise(toSvg(scene, toPaint(params, scene)), 1)
  if (pixels.every(pixel => pixel === pixels[0])) throw new Error('a card came out empty')
}
