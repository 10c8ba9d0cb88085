import { toRequestedCard } from '../card/requested-card.ts'
import { catalog, index, release } from '../model/catalog.ts'
import { type DataSource, readIndicator } from './indicators.ts'
import { drawPicture } from './picture.ts'

export type Health = { ok: boolean; release: string; updated: string; indicators: number }

/** Reads an indicator and draws a small PNG of it as any request does: 200 when that works, 503 when any step throws. */
export async function toHealth(source: DataSource): Promise<{ status: 200 | 503; body: Health }> {
  const body = { release, updated: index.updated, indicators: catalog.length }
  try {
    await drawSmall(source)
    return { status: 200, body: { ok: true, ...body } }
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', path: '/healthz', cause: String(error) }))
    return { status: 503, body: { ok: false, ...body } }
  }
}

/** A PNG of fewer bytes than this has no card on it. */
const leastBytes = 2000

async function drawSmall(source: DataSource): Promise<void> {
  const [first] = catalog
  if (!first) throw new Error('the catalogue is empty')
  const indicator = await readIndicator(first.id, source)
  const url = new URL(`http://localhost/indicators/${indicator.id}.png?size=small`)
  const { weight } = await drawPicture(toRequestedCard(url, indicator, 'png'))
  if (weight < leastBytes) throw new Error(`a card came out empty: ${weight} bytes`)
}
