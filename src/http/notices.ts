import type { Scene } from '../draw/scene.ts'
import { toCost } from '../request/limits.ts'
import { defaultSize } from '../request/parameters.ts'
import { type Size, sizes } from '../request/sizes.ts'
import { drawJob, type NoticeRequest } from './drawing.ts'
import { attempt } from './log.ts'
import { MB, Memory } from './lru.ts'
import { encodePicture, type PictureFile, readPicture, weighPicture } from './picture.ts'
import type { Platform } from './platform.ts'
import { noticeStatuses, notices, toNoticePath } from './prerendered.ts'

const keptNotices = new Memory<PictureFile>(4 * MB)

/**
 * The notices for when nothing may be drawn, apart from the others, so that these do not evict them: refusals, at most one for
 * each of `notices`, and an empty card for each size, theme and encoding.
 */
const lastResorts = new Map<string, PictureFile>()

const isRefusalNotice = ({ code }: NoticeRequest): boolean => code === 'too-many-requests' || code === 'busy'

const toNoticeKey = (notice: NoticeRequest): string =>
  [toNoticePath(notice), notice.status, notice.parameter ?? ''].join(' ')

/** A notice that need not be drawn: in memory, or among the static assets. */
async function recallNotice(notice: NoticeRequest, { findAsset }: Platform): Promise<PictureFile | undefined> {
  const key = toNoticeKey(notice)
  const kept = lastResorts.get(key) ?? keptNotices.get(key)
  if (kept) return kept
  // The static notices name no parameter.
  if (!findAsset || notice.parameter !== undefined || noticeStatuses[notice.code] !== notice.status) return undefined
  return attempt('assets', async () => {
    const asset = await findAsset(toNoticePath(notice))
    const picture = asset?.ok ? await readPicture(notice.encoding, asset) : undefined
    if (picture) keepNotice(notice, picture)
    return picture
  })
}

function keepNotice(notice: NoticeRequest, picture: PictureFile): void {
  if (isRefusalNotice(notice)) lastResorts.set(toNoticeKey(notice), picture)
  else keptNotices.set(toNoticeKey(notice), picture, weighPicture(picture))
}

/**
 * The picture of a notice. One that is not cached is drawn where the client may have a drawing, and counted as one. Where it
 * may not, or the drawing fails, the same notice in its default size is the answer, else an empty card.
 */
export async function findNotice(notice: NoticeRequest, platform: Platform): Promise<PictureFile> {
  const found = await recallNotice(notice, platform)
  if (found) return found
  if (!isRefusalNotice(notice)) {
    const drawn = await attempt('notice', () => drawWithinRate(notice, platform))
    if (drawn) return drawn
  }
  const { parameter: _parameter, allowed: _allowed, ...general } = notice
  const plain = { ...general, size: defaultSize(notice.encoding), theme: 'light' as const }
  return (await recallNotice(general, platform)) ?? (await recallNotice(plain, platform)) ?? findBlank(notice)
}

async function drawWithinRate(notice: NoticeRequest, platform: Platform): Promise<PictureFile | undefined> {
  const cost = toCost({ ...notice, scale: 1 })
  if ((await platform.mayDraw?.(cost)) === false || (await platform.hasRoom?.(cost)) === false) return undefined
  return drawAndKeep(notice, platform)
}

async function drawAndKeep(notice: NoticeRequest, { draw = drawJob }: Platform): Promise<PictureFile> {
  const picture = await draw({ kind: 'notice', notice }, toCost({ ...notice, scale: 1 }))
  keepNotice(notice, picture)
  return picture
}

/** Draws the notices of refusals that are not cached, in their default size, for when nothing may be drawn. */
export async function prepareRefusals(platform: Platform): Promise<void> {
  for (const notice of notices) {
    if (!isRefusalNotice(notice) || notice.theme !== 'light' || notice.size !== defaultSize(notice.encoding)) continue
    if (!(await recallNotice(notice, platform))) await drawAndKeep(notice, platform)
  }
}

/** The notice of last resort, an empty card with its rule: one for each size, theme and encoding, drawn once. */
function findBlank({ size, theme, encoding }: NoticeRequest): PictureFile {
  const key = [size, theme, encoding].join()
  const known = lastResorts.get(key)
  if (known) return known
  const draw = (scene: Scene): PictureFile => encodePicture(scene, { theme, encoding, scale: 1 })
  let blank: PictureFile
  try {
    blank = draw(toBlankScene(size))
  } catch {
    blank = draw(toBlankScene('badge'))
  }
  lastResorts.set(key, blank)
  return blank
}

function toBlankScene(size: Size): Scene {
  const { width, height } = size === 'badge' ? { width: 20, height: 20 } : sizes[size]
  return {
    width,
    height,
    marks: [{ kind: 'rect', ink: 'muted', x: width / 10, y: height / 10, width: width / 15, height: height / 90 }],
  }
}
