import type { RequestedCard } from '../card/requested-card.ts'
import { release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import type { PictureSuffix } from '../request/formats.ts'
import { toCost } from '../request/limits.ts'
import { toSearch } from '../request/urls.ts'
import type { FoundBody } from './answer.ts'
import { toCardJob } from './drawing.ts'
import { attempt } from './log.ts'
import { drawPicture, type PictureFile, readPicture } from './picture.ts'
import type { Platform } from './platform.ts'
import { findAssetPath } from './prerendered.ts'
import { cacheLives } from './response.ts'

type PictureRequest = RequestedCard<PictureSuffix>
type PicturePlatform = Omit<Platform, 'readData'>
type FoundPicture = Omit<FoundBody, 'body'> & { picture: PictureFile }

/** The pictures that are being found now: requests for the same one wait for it. */
const unfinished = new Map<string, Promise<FoundPicture>>()

/**
 * The unsigned picture of a request: from the static assets of the build, from the shelf, or drawn. A cache that fails is
 * logged and skipped. Finished pictures are kept by `answerFound`, signed. Throws `CardError` 429 for a client past its rate,
 * 503 when all clients together ask for too much.
 */
export async function findPicture(requested: PictureRequest, platform: PicturePlatform): Promise<FoundPicture> {
  const key = toPictureKey(requested)
  for (let work = unfinished.get(key); work; work = unfinished.get(key)) {
    try {
      const { picture, outcome } = await work
      return { picture, outcome: outcome === 'miss' ? 'hit' : outcome, timing: [] }
    } catch (error) {
      // A refusal of the other client does not apply to this one.
      if (!isRefused(error)) throw error
    }
  }
  const work = findOrDraw(requested, platform).finally(() => unfinished.delete(key))
  unfinished.set(key, work)
  // Other requests may wait for it, so it continues if this client hangs up.
  platform.later(work.catch(() => {}))
  return work
}

/** The same without drawing: from the build or the shelf; undefined where neither has it. */
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
  if (!shelf) return undefined
  const key = toPictureKey(requested)
  const picture = await attempt('shelf', async () => readWhole(encoding, await shelf.find(key)), timing)
  return picture && { picture, outcome: 'hit', timing }
}

async function findOrDraw(requested: PictureRequest, platform: PicturePlatform): Promise<FoundPicture> {
  const timing: string[] = []
  const kept = await findKept(requested, platform, timing)
  if (kept) return kept
  const { mayDraw, hasRoom, draw, shelf, later } = platform
  const cost = toCost(requested.params)
  if (mayDraw && (await attempt('limit', () => mayDraw(cost))) === false)
    throw new CardError(429, 'too-many-requests', 'Too many new pictures for one client; try again in a minute')
  if (hasRoom && (await attempt('limit', () => hasRoom(cost))) === false) throw toBusy()
  const picture = await (draw ? draw(toCardJob(requested), cost) : drawPicture(requested))
  const headers = { 'Cache-Control': cacheLives.immutable }
  if (shelf) later(attempt('shelf', () => shelf.keep(toPictureKey(requested), new Response(picture.body, { headers }))))
  return { picture, outcome: 'miss', timing: [...timing, 'draw'] }
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
