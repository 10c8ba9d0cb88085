import type { View } from '../card/view.ts'
import { release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import { toCost } from '../request/limits.ts'
import { type DrawingJob, toCardJob } from './drawing.ts'
import { type LogEntry, logFault, type Reading } from './log.ts'
import { Memory } from './lru.ts'
import { drawPicture, type Picture } from './picture.ts'
import { findAssetPath } from './prerendered.ts'

/** What stands around the line where it runs. Nothing of it is needed for a right answer: each part may be missing or fail. */
export type Surroundings = {
  /** A static asset that the build has drawn. */
  findAsset?: (path: string) => Promise<Response | undefined>
  /** Where pictures drawn on demand are kept for other isolates and later days. */
  shelf?: Shelf
  /** Work that goes on after the answer, or after a client that has hung up. */
  later: (work: Promise<unknown>) => void
  /** The origin that is part of every absolute address; without it, that of the request. */
  origin?: string
  /** Draws elsewhere, so that answering goes on meanwhile. Throws `CardError` 503 when as much as may wait is waiting. */
  draw?: (job: DrawingJob) => Promise<Picture>
  /** Whether this client may have a drawing of this cost now; what is at hand it may always have. */
  mayDraw?: (cost: number) => Promise<boolean>
  /** Whether there is room for a drawing of this cost, of all that clients have drawn together. */
  hasRoom?: (cost: number) => Promise<boolean>
  /** Where a line about each answered request goes. */
  log?: (entry: LogEntry) => void
  /** Where readings are counted, if at all. */
  count?: (reading: Reading) => void
}

/** Finished pictures by their key, a path that holds the release; the origin is no part of it, for no picture depends on it. */
export type Shelf = {
  find: (key: string) => Promise<Response | undefined>
  keep: (key: string, picture: Response) => Promise<unknown>
}

/** How a picture came to be at hand. */
export type Outcome = 'prerendered' | 'hit' | 'miss'
export type Found = { picture: Picture; outcome: Outcome; timing: readonly string[] }

const MB = 1_000_000

/** What this isolate has drawn, and what it is drawing: whoever asks meanwhile waits for the same drawing. */
const drawn = new Memory<Picture>(8 * MB)
const drawing = new Map<string, Promise<Picture>>()

/**
 * The picture of a view, unsigned: from the static assets of the build, from the memory of the isolate, from the shelf, or
 * drawn. Whatever fails before the drawing is logged and passed over.
 */
export async function findPicture(view: View, around: Surroundings): Promise<Found> {
  const { encoding } = view.params
  const timing: string[] = []
  const path = findAssetPath(view)
  const { findAsset, shelf } = around
  if (path && findAsset) {
    const picture = await attempt('assets', timing, async () => readPicture(await findAsset(path), encoding))
    if (picture) return { picture, outcome: 'prerendered', timing }
  }
  const key = toKey(view)
  const known = drawn.get(key)
  if (known) return { picture: known, outcome: 'hit', timing }
  if (shelf) {
    const kept = await attempt('shelf', timing, async () => readPicture(await shelf.find(key), encoding))
    if (kept) {
      remember(key, kept)
      return { picture: kept, outcome: 'hit', timing }
    }
  }
  const meanwhile = await findDrawing(key)
  if (meanwhile) return { picture: meanwhile, outcome: 'hit', timing }
  const work = drawOnce(key, view, around)
  // Others may wait for it, so it goes on if this client hangs up.
  around.later(work.catch(() => {}))
  const picture = await work
  if (shelf) around.later(attempt('shelf', [], () => shelf.keep(key, toResponse(picture))))
  return { picture, outcome: 'miss', timing: [...timing, 'draw'] }
}

/** What another request has drawn or is drawing. That the other client may have no more drawn says nothing of this one. */
async function findDrawing(key: string): Promise<Picture | undefined> {
  for (let work = drawing.get(key); work; work = drawing.get(key)) {
    try {
      return await work
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  return drawn.get(key)
}

const isRefusal = (error: unknown): boolean =>
  error instanceof CardError && (error.status === 429 || error.status === 503)

/**
 * Enters the drawing at once, so that whoever asks from now on waits for it. Throws `CardError` 429 for a client past its
 * rate, 503 when all clients together ask for too much.
 */
async function drawOnce(key: string, view: View, { mayDraw, hasRoom, draw }: Surroundings): Promise<Picture> {
  const work = (async () => {
    const cost = toCost(view.params)
    if (mayDraw && (await attempt('limit', [], () => mayDraw(cost))) === false)
      throw new CardError(429, 'too-many-requests', 'Too many new pictures for one client; try again in a minute')
    if (hasRoom && (await attempt('limit', [], () => hasRoom(cost))) === false)
      throw new CardError(503, 'busy', 'Too many pictures are being drawn just now; try again in a moment')
    return draw ? draw(toCardJob(view)) : drawPicture(view)
  })()
  drawing.set(key, work)
  try {
    const picture = await work
    remember(key, picture)
    return picture
  } finally {
    drawing.delete(key)
  }
}

/** A string is two bytes a character at most. */
const remember = (key: string, picture: Picture): void =>
  drawn.set(key, picture, picture.type === 'svg' ? picture.body.length * 2 : picture.body.byteLength)

/** The same for every request that asks for the same picture of this release. */
const toKey = ({ indicator, params, canonical }: View): string =>
  `/drawn/${release}/${indicator.id}.${params.encoding}${canonical ? `?${canonical}` : ''}`

/** A kept picture; undefined when there is none, and when it does not end as a picture does, for then it was cut. */
export async function readPicture(response: Response | undefined, type: string): Promise<Picture | undefined> {
  if (!response?.ok) return undefined
  const picture: Picture =
    type === 'svg'
      ? { type, body: await response.text() }
      : { type: 'png', body: new Uint8Array(await response.arrayBuffer()) }
  return isWhole(picture) ? picture : undefined
}

/** The last chunk of every PNG (PNG Third Edition, section 11.2.5): no data, `IEND`, and its CRC. */
const imageEnd = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]

const isWhole = ({ type, body }: Picture): boolean =>
  type === 'svg' ? body.endsWith('</svg>') : imageEnd.every((byte, i) => body.at(i - imageEnd.length) === byte)

const toResponse = ({ body }: Picture): Response =>
  new Response(body, { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } })

/** What a part of the surroundings gives, with the time it took; undefined when it fails, which is logged once. */
async function attempt<T>(part: string, timing: string[], work: () => Promise<T>): Promise<T | undefined> {
  const start = performance.now()
  try {
    return await work()
  } catch (error) {
    logFault({ part, cause: String(error) })
    return undefined
  } finally {
    timing.push(`${part};dur=${(performance.now() - start).toFixed(1)}`)
  }
}
