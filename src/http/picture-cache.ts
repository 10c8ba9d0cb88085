import type { RequestedCard } from '../card/requested-card.ts'
import { release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import type { PictureSuffix } from '../request/formats.ts'
import { toCost } from '../request/limits.ts'
import { toFilePath } from '../request/urls.ts'
import { type DrawingJob, toCardJob } from './drawing.ts'
import type { DataSource } from './indicators.ts'
import { type Impression, type LogEntry, logFault } from './log.ts'
import { Memory } from './lru.ts'
import { drawPicture, type Picture, readPicture } from './picture.ts'
import { findAssetPath } from './prerendered.ts'

/** A request for a picture, with its card. */
export type PictureRequest = RequestedCard<PictureSuffix>

/** What the platform offers: data, assets, caches, a rate limit, a log. All but the data is optional, and the answers are the same without it. */
export type Surroundings = DataSource & {
  /** The origin in every absolute URL, where a proxy is asked at another. It takes precedence over that of src/site.ts. */
  origin?: string
  /** A static asset that the build has drawn. */
  findAsset?: (path: string) => Promise<Response | undefined>
  /** A cache of pictures that outlives the isolate. */
  shelf?: Shelf
  /** Lets work finish after the response was sent or the client has hung up. */
  later: (work: Promise<unknown>) => void
  /** Draws in another thread, so that other requests are answered. Throws `CardError` 503 when too many drawings wait. */
  draw?: (job: DrawingJob) => Promise<Picture>
  /** Whether this client may have a drawing of this cost now; cached pictures are never refused. */
  mayDraw?: (cost: number) => Promise<boolean>
  /** Whether there is room for a drawing of this cost, of all that clients have drawn together. */
  hasRoom?: (cost: number) => Promise<boolean>
  /** Writes a line of log for each answered request. */
  log?: (entry: LogEntry) => void
  /** Counts impressions. */
  count?: (impression: Impression) => void
}

/** Finished pictures by their key, a path that holds the release; the origin is no part of it, for no picture depends on it. */
export type Shelf = {
  find: (key: string) => Promise<Response | undefined>
  keep: (key: string, picture: Response) => Promise<unknown>
}

/** Where a picture came from: the build, a cache, or drawn now. */
export type Outcome = 'prerendered' | 'hit' | 'miss'
export type Found = { picture: Picture; outcome: Outcome; timing: readonly string[] }

const MB = 1_000_000

/** What this isolate has drawn, and what it is drawing now: requests for the same picture wait for the one drawing. */
const drawn = new Memory<Picture>(8 * MB)
const drawing = new Map<string, Promise<Picture>>()

/** The same without drawing: from the build or a cache; undefined where none has it. */
export async function findKept(
  requested: PictureRequest,
  { findAsset, shelf }: Pick<Surroundings, 'findAsset' | 'shelf'>,
  timing: string[] = [],
): Promise<Found | undefined> {
  const { encoding } = requested.params
  const path = findAssetPath(requested)
  if (path && findAsset) {
    const picture = await attempt('assets', timing, async () => read(encoding, await findAsset(path)))
    if (picture) return { picture, outcome: 'prerendered', timing }
  }
  const key = toKey(requested)
  const known = drawn.get(key)
  if (known) return { picture: known, outcome: 'hit', timing }
  if (!shelf) return undefined
  const kept = await attempt('shelf', timing, async () => read(encoding, await shelf.find(key)))
  if (!kept) return undefined
  remember(key, kept)
  return { picture: kept, outcome: 'hit', timing }
}

/**
 * The unsigned picture of a request: from the static assets of the build, from the memory of the isolate, from the shelf, or
 * drawn. A cache that fails is logged and skipped.
 */
export async function findPicture(requested: PictureRequest, around: Omit<Surroundings, 'readData'>): Promise<Found> {
  const timing: string[] = []
  const kept = await findKept(requested, around, timing)
  if (kept) return kept
  const { shelf } = around
  const key = toKey(requested)
  const meanwhile = await findDrawing(key)
  if (meanwhile) return { picture: meanwhile, outcome: 'hit', timing }
  const work = drawOnce(key, requested, around)
  // Other requests may wait for it, so it continues if this client hangs up.
  around.later(work.catch(() => {}))
  const picture = await work
  if (shelf) around.later(attempt('shelf', [], () => shelf.keep(key, toResponse(picture))))
  return { picture, outcome: 'miss', timing: [...timing, 'draw'] }
}

/** 503: all that may be drawn at once is being drawn. */
export const toBusy = (): CardError =>
  new CardError(503, 'busy', 'Too many pictures are being drawn just now; try again in a moment')

/** What another request has drawn or is drawing. A refusal of the other client does not count for this one. */
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
 * Registers the drawing at once, so that later requests wait for it. Throws `CardError` 429 for a client past its rate, 503
 * when all clients together ask for too much.
 */
async function drawOnce(
  key: string,
  requested: PictureRequest,
  around: Omit<Surroundings, 'readData'>,
): Promise<Picture> {
  const { mayDraw, hasRoom, draw } = around
  const work = (async () => {
    const cost = toCost(requested.params)
    if (mayDraw && (await attempt('limit', [], () => mayDraw(cost))) === false)
      throw new CardError(429, 'too-many-requests', 'Too many new pictures for one client; try again in a minute')
    if (hasRoom && (await attempt('limit', [], () => hasRoom(cost))) === false) throw toBusy()
    return draw ? draw(toCardJob(requested)) : drawPicture(requested)
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

const remember = (key: string, picture: Picture): void => drawn.set(key, picture, picture.weight)

/** The same for every request that asks for the same picture of this release. */
const toKey = ({ indicator, params, query }: PictureRequest): string =>
  `/drawn/${release}${toFilePath(indicator.id, params.encoding, query)}`

const read = async (suffix: PictureSuffix, response: Response | undefined): Promise<Picture | undefined> =>
  response?.ok ? readPicture(suffix, response) : undefined

const toResponse = ({ body }: Picture): Response =>
  new Response(body, { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } })

/** The result of a cache or limit, with the time it took; undefined when it fails, which is logged. */
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
