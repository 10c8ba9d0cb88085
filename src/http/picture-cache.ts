import type { RequestedCard } from '../card/requested-card.ts'
import { release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import type { PictureSuffix } from '../request/formats.ts'
import { toCost } from '../request/limits.ts'
import { toSearch } from '../request/urls.ts'
import type { FoundBody } from './answer.ts'
import { toCardJob } from './drawing.ts'
import { attempt } from './log.ts'
import { MB, Memory } from './lru.ts'
import { drawPicture, type PictureFile, readPicture, weighPicture } from './picture.ts'
import type { Platform } from './platform.ts'
import { findAssetPath } from './prerendered.ts'
import { cacheLives } from './response.ts'

type PictureRequest = RequestedCard<PictureSuffix>
type PicturePlatform = Omit<Platform, 'readData'>
type FoundPicture = Omit<FoundBody, 'body'> & { picture: PictureFile }

/** What this isolate has drawn or found on the shelf, unsigned: it serves every origin. */
const drawn = new Memory<PictureFile>(8 * MB)

/** The pictures that are being drawn now: requests for the same one wait for it. */
const drawing = new Map<string, Promise<PictureFile>>()

/**
 * The unsigned picture of a request: from the static assets of the build, from memory, from the shelf, or drawn. A cache that
 * fails is logged and skipped. Throws `CardError` 429 for a client past its rate, 503 when all clients together ask for too
 * much.
 */
export async function findPicture(requested: PictureRequest, platform: PicturePlatform): Promise<FoundPicture> {
  const timing: string[] = []
  const kept = await findKept(requested, platform, timing)
  if (kept) return kept
  const key = toPictureKey(requested)
  const meanwhile = await waitForDrawing(key)
  if (meanwhile) return { picture: meanwhile, outcome: 'hit', timing }
  const work = drawOnce(requested, platform).finally(() => drawing.delete(key))
  drawing.set(key, work)
  // Other requests may wait for it, so it continues if this client hangs up.
  platform.later(work.catch(() => {}))
  return { picture: await work, outcome: 'miss', timing: [...timing, 'draw'] }
}

/** The same without drawing: from the build, from memory or from the shelf; undefined where none has it. */
export async function findKept(
  requested: PictureRequest,
  { findAsset, shelf }: Pick<Platform, 'findAsset' | 'shelf'>,
  timing: string[] = [],
): Promise<FoundPicture | undefined> {
  const { encoding } = requested.params
  const path = findAssetPath(requested)
  if (path && findAsset) {
    const picture = await attempt('assets', async () => readWhole(encoding, await findAsset(path)), timing)
    if (picture) return { picture, outcome: 'prerendered', timing }
  }
  const key = toPictureKey(requested)
  const known = drawn.get(key)
  if (known) return { picture: known, outcome: 'hit', timing }
  if (!shelf) return undefined
  const picture = await attempt('shelf', async () => readWhole(encoding, await shelf.find(key)), timing)
  if (picture) drawn.set(key, picture, weighPicture(picture))
  return picture && { picture, outcome: 'hit', timing }
}

/** What another request has drawn or is drawing. A refusal of the other client does not apply to this one. */
async function waitForDrawing(key: string): Promise<PictureFile | undefined> {
  for (let work = drawing.get(key); work; work = drawing.get(key)) {
    try {
      return await work
    } catch (error) {
      if (!isRefused(error)) throw error
    }
  }
  return drawn.get(key)
}

async function drawOnce(requested: PictureRequest, platform: PicturePlatform): Promise<PictureFile> {
  const { mayDraw, hasRoom, draw, shelf, later } = platform
  const cost = toCost(requested.params)
  if (mayDraw && (await attempt('limit', () => mayDraw(cost))) === false)
    throw new CardError(429, 'too-many-requests', 'Too many new pictures for one client; try again in a minute')
  if (hasRoom && (await attempt('limit', () => hasRoom(cost))) === false) throw toBusy()
  const picture = await (draw ? draw(toCardJob(requested), cost) : drawPicture(requested))
  const key = toPictureKey(requested)
  drawn.set(key, picture, weighPicture(picture))
  const headers = { 'Cache-Control': cacheLives.immutable }
  if (shelf) later(attempt('shelf', () => shelf.keep(key, new Response(picture.body, { headers }))))
  return picture
}

/** 503: all that may be drawn at once is being drawn. */
export const toBusy = (): CardError =>
  new CardError(503, 'busy', 'Too many pictures are being drawn just now; try again in a moment')

const isRefused = (error: unknown): boolean =>
  error instanceof CardError && (error.status === 429 || error.status === 503)

/** The same for every request that asks for the same picture of this release. */
const toPictureKey = ({ indicator, params, query }: PictureRequest): string =>
  `/drawn/${release}/${indicator.id}.${params.encoding}${toSearch(query)}`

const readWhole = async (suffix: PictureSuffix, response: Response | undefined): Promise<PictureFile | undefined> =>
  response?.ok ? readPicture(suffix, response) : undefined
