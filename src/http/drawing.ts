import { toRequestedCard } from '../card/requested-card.ts'
import { drawNotice } from '../draw/layouts/notice.tsx'
import type { Indicator } from '../model/indicator.ts'
import type { CardRequest } from '../request/card-request.ts'
import type { PictureSuffix } from '../request/formats.ts'
import { toSearch } from '../request/urls.ts'
import { drawPicture, encodePicture, type PictureFile } from './picture.ts'

/** A notice card: the answer to a request for a picture that fails. */
export type NoticeRequest = Parameters<typeof drawNotice>[0] & { theme: 'light' | 'dark'; encoding: PictureSuffix }

/** A picture to draw, as plain values that can be sent to another thread: a card by its canonical query, or a notice. */
export type DrawingJob =
  | { kind: 'card'; indicator: Indicator; encoding: PictureSuffix; search: string }
  | { kind: 'notice'; notice: NoticeRequest }

/** The job that draws a card. The picture depends on nothing else: neither on the origin nor on how the query was written. */
export const toCardJob = ({ indicator, query, params }: CardRequest<PictureSuffix>): DrawingJob => ({
  kind: 'card',
  indicator,
  encoding: params.encoding,
  search: toSearch(query),
})

/** Draws a job, unsigned. Throws `CardError` for a bad request, and any other error when the drawing fails. */
export async function drawJob(job: DrawingJob): Promise<PictureFile> {
  if (job.kind === 'notice') {
    const { theme, encoding } = job.notice
    return encodePicture(await drawNotice(job.notice), { theme, encoding, scale: 1 })
  }
  return drawPicture(toRequestedCard(new URL(`http://localhost/${job.search}`), job.indicator, job.encoding))
}
