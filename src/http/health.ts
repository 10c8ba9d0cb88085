import { toNewestDay, toRequestedCard } from '../card/requested-card.ts'
import { catalog, release } from '../model/catalog.ts'
import { drawPicture } from './picture.ts'

export type Health = { ok: boolean; release: string; updated: string; indicators: number }

/** Draws a small PNG as any request does: 200 when that works, 503 when any step throws. */
export async function toHealth(): Promise<{ status: 200 | 503; body: Health }> {
  const days = catalog.flatMap(({ series }) =>
    series.flatMap(({ observations }) => observations.map(({ published }) => published)),
  )
  const body = { release, updated: toNewestDay(days), indicators: catalog.length }
  try {
    await drawSmall()
    return { status: 200, body: { ok: true, ...body } }
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', path: '/healthz', cause: String(error) }))
    return { status: 503, body: { ok: false, ...body } }
  }
}

/** A PNG of fewer bytes than this has no card on it. */
const leastBytes = 2000

async function drawSmall(): Promise<void> {
  const [indicator] = catalog
  if (!indicator) throw new Error('the catalogue is empty')
  const url = new URL(`http://localhost/indicators/${indicator.id}.png?size=small`)
  const { weight } = await drawPicture(toRequestedCard(url, indicator.id, 'png'))
  if (weight < leastBytes) throw new Error(`a card came out empty: ${weight} bytes`)
}
