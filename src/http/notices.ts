import type { Scene } from '../draw/scene.ts'
import { toPaint } from '../draw/theme.ts'
import { toCost } from '../request/limits.ts'
import { defaultSize } from '../request/parameters.ts'
import { type Size, sizes } from '../request/sizes.ts'
import { drawJob, type Notice } from './drawing.ts'
import { logFault } from './log.ts'
import { Memory } from './lru.ts'
import { type Picture, readPicture, toPicture } from './picture.ts'
import type { Surroundings } from './picture-cache.ts'
import { noticeStatuses, notices, toNoticePath } from './prerendered.ts'

const known = new Memory<Picture>(4_000_000)

/** Notices for refusals, which are needed when nothing may be drawn: at most one for each of `notices`. */
const refusals = new Map<string, Picture>()

const isRefusal = ({ code }: Notice): boolean => code === 'too-many-requests' || code === 'busy'

const toKey = (notice: Notice): string => [toNoticePath(notice), notice.status, notice.parameter ?? ''].join(' ')

/** A notice that need not be drawn: in memory, or among the static assets. */
async function recallNotice(notice: Notice, { findAsset }: Surroundings): Promise<Picture | undefined> {
  const key = toKey(notice)
  const remembered = refusals.get(key) ?? known.get(key)
  if (remembered) return remembered
  // The static notices name no parameter.
  if (!findAsset || notice.parameter !== undefined || noticeStatuses[notice.code] !== notice.status) return undefined
  try {
    const asset = await findAsset(toNoticePath(notice))
    const picture = asset?.ok ? await readPicture(notice.encoding, asset) : undefined
    if (picture) remember(notice, picture)
    return picture
  } catch (error) {
    logFault({ part: 'assets', cause: String(error) })
    return undefined
  }
}

function remember(notice: Notice, picture: Picture): void {
  if (isRefusal(notice)) refusals.set(toKey(notice), picture)
  else known.set(toKey(notice), picture, picture.weight)
}

/**
 * The picture of a notice. One that is not at hand is drawn where the client may have a drawing, and counted as one. Where it
 * may not, or the drawing fails, the same notice in its default size is the answer, else an empty card.
 */
export async function findNotice(notice: Notice, around: Surroundings): Promise<Picture> {
  const found = await recallNotice(notice, around)
  if (found) return found
  if (!isRefusal(notice)) {
    const drawn = await drawWithinRate(notice, around)
    if (drawn) return drawn
  }
  const { parameter: _parameter, allowed: _allowed, ...general } = notice
  const plain = { ...general, size: defaultSize(notice.encoding), theme: 'light' as const }
  return (await recallNotice(general, around)) ?? (await recallNotice(plain, around)) ?? findBlank(notice)
}

async function drawWithinRate(notice: Notice, around: Surroundings): Promise<Picture | undefined> {
  try {
    const cost = toCost({ ...notice, scale: 1 })
    if ((await around.mayDraw?.(cost)) === false || (await around.hasRoom?.(cost)) === false) return undefined
    const picture = await (around.draw ?? drawJob)({ kind: 'notice', notice })
    remember(notice, picture)
    return picture
  } catch (error) {
    logFault({ part: 'notice', cause: String(error) })
    return undefined
  }
}

/** Draws the notices of refusals that are not at hand, in their default size, so that they are there when nothing may be drawn. */
export async function prepareRefusals(around: Surroundings): Promise<void> {
  for (const notice of notices) {
    if (!isRefusal(notice) || notice.theme !== 'light' || notice.size !== defaultSize(notice.encoding)) continue
    if (!(await recallNotice(notice, around)))
      remember(notice, await (around.draw ?? drawJob)({ kind: 'notice', notice }))
  }
}

const blanks = new Map<string, Picture>()

/** The notice of last resort, an empty card with its rule: one for each size, theme and encoding, drawn once. */
function findBlank({ size, theme, encoding }: Notice): Picture {
  const key = [size, theme, encoding].join()
  const blank = blanks.get(key) ?? drawBlank(size, theme, encoding)
  blanks.set(key, blank)
  return blank
}

function drawBlank(size: Size, theme: Notice['theme'], encoding: Notice['encoding']): Picture {
  const encodeScene = (scene: Scene): Picture => toPicture(scene, toPaint({ theme }, scene), { encoding, scale: 1 })
  try {
    return encodeScene(toBlankScene(size))
  } catch {
    return encodeScene(toBlankScene('badge'))
  }
}

function toBlankScene(size: Size): Scene {
  const { width, height } = size === 'badge' ? { width: 20, height: 20 } : sizes[size]
  return {
    width,
    height,
    marks: [{ kind: 'rect', ink: 'muted', x: width / 10, y: height / 10, width: width / 15, height: height / 90 }],
  }
}
