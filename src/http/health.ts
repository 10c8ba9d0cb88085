import { toRequestedCard } from '../card/requested-card.ts'
import { catalog, index, release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import { toCost } from '../request/limits.ts'
import { drawJob, toCardJob } from './drawing.ts'
import { readIndicator } from './indicators.ts'
import { logFault } from './log.ts'
import type { Bindings } from './platform.ts'

type HealthPlatform = Pick<Bindings, 'ask' | 'draw' | 'readData' | 'later'>

type Checkup = { status: 200 | 503; body: { ok: boolean; release: string; updated: string; indicators: number } }

/** How long a check-up answers further requests, in milliseconds, so that many requests draw little. */
const life = 10_000

/** After this time, in milliseconds, another check-up starts though the last has not ended. */
const longestCheckup = 60_000

let latest: { checkup: Promise<Checkup>; until: number } | undefined

/**
 * Whether all is well, found out every ten seconds at most: the front page and the catalogue are answered as for anyone, and a
 * small card is drawn where cards are drawn. 503 when any of it fails. That no more may be drawn just now is no fault.
 */
export function findHealth(platform: HealthPlatform, origin: string): Promise<Checkup> {
  if (latest && performance.now() < latest.until) return latest.checkup
  const checkup = checkUp(platform, origin)
  const entry = { checkup, until: performance.now() + longestCheckup }
  latest = entry
  checkup.finally(() => {
    entry.until = performance.now() + life
  })
  // Other requests may wait for it, so it continues if this client hangs up.
  platform.later(checkup)
  return checkup
}

async function checkUp(platform: HealthPlatform, origin: string): Promise<Checkup> {
  const body = { release, updated: index.updated, indicators: catalog.length }
  try {
    for (const path of ['/', '/indicators.json']) await checkAnswer(path, await platform.ask(origin + path))
    await drawSmall(platform)
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

async function drawSmall({ draw = drawJob, readData }: HealthPlatform): Promise<void> {
  const [first] = catalog
  if (!first) throw new Error('the catalogue is empty')
  const indicator = await readIndicator(first.id, { readData })
  const url = new URL(`http://localhost/indicators/${indicator.id}.png?size=small`)
  const requested = toRequestedCard(url, indicator, 'png')
  try {
    const { body } = await draw(toCardJob(requested), toCost(requested.params))
    if (body.length < leastBytes) throw new Error(`a card came out empty: ${body.length} bytes`)
  } catch (error) {
    if (!(error instanceof CardError && error.code === 'busy')) throw error
  }
}
