import Tinypool from 'tinypool'
import type { DrawingJob } from '../http/drawing.ts'
import { logFault } from '../http/log.ts'
import { type PictureFile, readPicture } from '../http/picture.ts'
import { toBusy } from '../http/picture-cache.ts'
import { CardError } from '../model/errors.ts'
import type { ThreadResult } from './draw-worker.ts'

/** How long a drawing may take with its waiting, in milliseconds: only a thread that hangs takes as long on any machine. */
const patience = 60_000

/**
 * Threads that draw, so that answering never waits for a drawing. `room` bounds the work that waits, in the units of
 * `toCost`: some 15 milliseconds of a thread each. A drawing that takes longer than a minute is ended with its thread, and a
 * thread that dies is replaced.
 */
export class DrawingPool {
  readonly room: number
  readonly #pool: Tinypool
  /** The work that is being drawn or waits, in the units of `toCost`. */
  waiting = 0
  /** How many drawings have ended. */
  drawn = 0

  constructor(worker: string, threads: number, room: number) {
    this.room = room
    this.#pool = new Tinypool({
      filename: worker,
      runtime: 'worker_threads',
      minThreads: threads,
      maxThreads: threads,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    // A thread that dies with nothing to draw; the pool replaces it.
    this.#pool.on('error', error => logFault({ part: 'drawing', cause: String(error) }))
  }

  /** Draws in a thread. Throws `CardError` 503 when there is as much waiting as may wait. */
  async draw(job: DrawingJob, cost: number): Promise<PictureFile> {
    if (this.waiting + cost > this.room) throw toBusy()
    this.waiting += cost
    try {
      const result: ThreadResult = await this.#pool.run(job, { signal: AbortSignal.timeout(patience) })
      if ('refused' in result) throw new CardError(...result.refused)
      const picture = await readPicture(result.type, new Response(result.body))
      if (picture) return picture
      throw new Error(`a drawing thread answered ${result.body.length} bytes that are no whole ${result.type}`)
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw toBusy()
      throw error
    } finally {
      this.waiting -= cost
      this.drawn += 1
    }
  }

  /** Ends the threads at once, also in the middle of a drawing. */
  stop(): Promise<void> {
    return this.#pool.destroy()
  }
}
