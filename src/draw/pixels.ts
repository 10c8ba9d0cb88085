import type { Card } from '../card/card.ts'
import type { CardParams } from '../request/parameters.ts'
import { draw } from './layouts/index.tsx'
import type { Raster } from './raster/canvas.ts'
import { rasterise } from './raster/raster.ts'
import { toPaint } from './theme.ts'

/** The line from a card to its pixels, with nothing remembered on the way. */
export const drawPixels = async (card: Card, params: CardParams): Promise<Raster> =>
  rasterise(await draw(card, params), toPaint(params), params.scale)
