import { toRequestedCard } from '../card/requested-card.ts'
import { catalog, index, release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import { drawJob, toCardJob } from './drawing.ts'
import { readIndicator } from './indicators.ts'
import { logFault } from './log.ts'
import type { Surroundings } from './picture-cache.ts'

export type Health = { ok: boolean; release: string; updated: string; indicators: number }

type Outcome = { status: 200 | 503; body: Health }
type Ask = (url: string) => Promise<Response>

/** How long an outcome answers further requests, in milliseconds, so that however many ask, little is drawn. */
const life = 10_000

let known: { outcome: Outcome; until: number } | undefined
let pending: Promise<Outcome> | undefined

/**
 * Whether all is well, found out every ten seconds at most: the front page and the catalogue are answered as for anyone, and a
 * small card is drawn where cards are drawn. 503 when any of it fails. That no more may be drawn just now is no fault.
 */
export async function findHealth(around: Surroundings & { ask: Ask }, origin: string): Promise<Outcome> {
  if (known && performance.now() < known.until) return known.outcome
  if (pending) return pending
  pending = toHealth(around, origin)
  // Other requests may wait for it, so it continues if this client hangs up.
  around.later(pending)
  try {
    const outcome = await pending
    known = { outcome, until: performance.now() + life }
    return outcome
  } finally {
    pending = undefined
  }
}

async function toHealth(around: Surroundings & { ask: Ask }, origin: string): Promise<Outcome> {
  const body = { release, updated: index.updated, indicators: catalog.length }
  try {
    for (const path of ['/', '/indicators.json']) await checkAnswer(path, await around.ask(origin + path))
    await drawSmall(around)
    return { status: 200, body: { ok: true, ...body } }
  } catch (error) {
    logFault({ route: '/healthz', cause: String(error) })
    return { status: 503, body: { ok: false, ...body } }
  }
}

async function checkAnswer(path: string, answer: Response): Promise<void> {
  const { byteLength } = await answer.arrayBuffer()
  if (answer.status !== 200 || byteLength === 0)
    throw new Error(`${path} answered ${answer.status} with ${byteLength} bytes`)
}

/** A PNG of fewer bytes than this has no card on it. */
const leastBytes = 2000

async function drawSmall({ draw = drawJob, readData }: Surroundings): Promise<void> {
  const [first] = catalog
  if (!first) throw new Error('the catalogue is empty')
  const indicator = await readIndicator(first.id, { readData })
  const url = new URL(`http://localhost/indicators/${indicator.id}.png?size=small`)
  try {
    const { weight } = await draw(toCardJob(toRequestedCard(url, indicator, 'png')))
    if (weight < leastBytes) throw new Error(`a card came out empty: ${weight} bytes`)
  } catch (error) {
    if (!(error instanceof CardError && error.code === 'busy')) throw error
  }
}
