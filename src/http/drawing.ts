import { toView, type View } from '../card/view.ts'
import { drawNotice } from '../draw/layouts/notice.tsx'
import { toPaint } from '../draw/theme.ts'
import type { Lang } from '../model/locales.ts'
import type { NoticeCode } from '../model/messages.ts'
import type { PictureEncoding } from '../request/parameters.ts'
import type { Size } from '../request/sizes.ts'
import { drawPicture, type Picture, toPicture } from './picture.ts'

/** A notice card: what a failed request for a picture is answered with. */
export type Notice = {
  code: NoticeCode
  status: number
  lang: Lang
  size: Size
  theme: 'light' | 'dark'
  encoding: PictureEncoding
}

/** A picture to draw, as plain values that can be sent to another thread: a card by its canonical query, or a notice. */
export type DrawingJob =
  | { kind: 'card'; id: string; encoding: PictureEncoding; query: string }
  | { kind: 'notice'; notice: Notice }

/** The job that draws a view. The picture depends on nothing else: neither on the origin nor on how the query was written. */
export const toCardJob = ({ indicator, canonical, params }: View): DrawingJob => ({
  kind: 'card',
  id: indicator.id,
  encoding: params.encoding === 'png' ? 'png' : 'svg',
  query: canonical,
})

/** Draws a job, unsigned. Throws `CardError` for a card that cannot be, and any error when the drawing fails. */
export async function draw(job: DrawingJob): Promise<Picture> {
  if (job.kind === 'notice') {
    const { theme, encoding } = job.notice
    return toPicture(await drawNotice(job.notice), toPaint({ theme }), { encoding, scale: 1 })
  }
  return drawPicture(toView(new URL(`http://localhost/?${job.query}`), job.id, job.encoding))
}
