import { toView } from '../card/view.ts'
import { catalog, release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import { draw, toCardJob } from './drawing.ts'
import { logFault } from './log.ts'
import type { Surroundings } from './picture-cache.ts'

export type Health = { ok: boolean; release: string; updated: string; indicators: number }

type Outcome = { status: 200 | 503; body: Health }
type Fetch = (path: string) => Promise<Response>

/** How long an outcome answers further questions, in milliseconds, so that however many ask, little is drawn. */
const life = 10_000

let known: { outcome: Outcome; until: number } | undefined
let pending: Promise<Outcome> | undefined

/**
 * Whether all is well, found out at most every ten seconds: the front page and the catalogue answer through the same code as
 * for anyone, and a small card is drawn where cards are drawn. 503 when any of it fails. That as much is being drawn as may
 * be is no fault.
 */
export async function findHealth(around: Surroundings, fetch: Fetch): Promise<Outcome> {
  if (known && performance.now() < known.until) return known.outcome
  if (pending) return pending
  pending = toHealth(around, fetch)
  // Others may wait for it, so it goes on if this client hangs up.
  around.later(pending)
  try {
    const outcome = await pending
    known = { outcome, until: performance.now() + life }
    return outcome
  } finally {
    pending = undefined
  }
}

async function toHealth(around: Surroundings, fetch: Fetch): Promise<Outcome> {
  const days = catalog.flatMap(({ series }) =>
    series.flatMap(({ observations }) => observations.map(({ published }) => published)),
  )
  const body = { release, updated: days.toSorted().at(-1) ?? '', indicators: catalog.length }
  try {
    for (const path of ['/', '/indicators.json']) {
      const answer = await fetch(path)
      if (answer.status !== 200 || (await answer.arrayBuffer()).byteLength === 0)
        throw new Error(`${path} answered ${answer.status}`)
    }
    await drawSmall(around)
    return { status: 200, body: { ok: true, ...body } }
  } catch (error) {
    logFault({ route: '/healthz', cause: String(error) })
    return { status: 503, body: { ok: false, ...body } }
  }
}

async function drawSmall(around: Surroundings): Promise<void> {
  const [indicator] = catalog
  if (!indicator) throw new Error('the catalogue is empty')
  const url = new URL('http://localhost/?size=small')
  try {
    const { body } = await (around.draw ?? draw)(toCardJob(toView(url, indicator.id, 'png')))
    // A small card is some kilobytes; one of a single colour is a few hundred bytes.
    if (body.length < 1000) throw new Error('a card came out empty')
  } catch (error) {
    if (!(error instanceof CardError && error.status === 503)) throw error
  }
}
