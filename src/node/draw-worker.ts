import { type DrawingJob, drawJob } from '../http/drawing.ts'
import type { PictureFile } from '../http/picture.ts'
import { CardError } from '../model/errors.ts'

/** The result that a thread sends back: the bytes of a picture, or a refusal, as plain values. */
export type ThreadResult = Pick<PictureFile, 'type' | 'body'> | { refused: ConstructorParameters<typeof CardError> }

/** The entry of a drawing thread. Any fault that is not a refusal is thrown, and reaches the pool as an error. */
export default async function drawInThread(job: DrawingJob): Promise<ThreadResult> {
  try {
    const { type, body } = await drawJob(job)
    return { type, body }
  } catch (error) {
    if (!(error instanceof CardError)) throw error
    const { status, code, message, detail } = error
    return { refused: [status, code, message, detail] }
  }
}
