import Tinypool from 'tinypool'
import type { DrawingJob } from '../http/drawing.ts'
import { logFault } from '../http/log.ts'
import { type Picture, readPicture } from '../http/picture.ts'
import { toBusy } from '../http/picture-cache.ts'
import { CardError } from '../model/errors.ts'
import { parseCardRequest } from '../request/card-request.ts'
import { toCost } from '../request/limits.ts'
import type { Drawn } from './draw-worker.ts'

export type DrawingPool = {
  /** Draws in a thread. Throws `CardError` 503 when there is as much waiting as may wait. */
  draw: (job: DrawingJob) => Promise<Picture>
  /** The work that is being drawn or waits, in the units of `toCost`, and how much of it there may be. */
  waiting: () => number
  room: number
  drawn: () => number
  refused: () => number
  /** Ends the threads, whatever they are doing. */
  stop: () => Promise<void>
}

/** How long a drawing may take with its waiting, in milliseconds: only a thread that hangs takes as long on any machine. */
const patience = 60_000

/**
 * Threads that draw, so that answering never waits for a drawing. `room` bounds the work that waits, in the units of
 * `toCost`: some 15 milliseconds of a thread each. A drawing that takes longer than a minute is ended with its thread, and a
 * thread that dies is replaced.
 */
export function toDrawingPool(worker: string, threads: number, room: number): DrawingPool {
  const pool = new Tinypool({
    filename: worker,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  // A thread that dies with nothing to draw; the pool replaces it.
  pool.on('error', error => logFault({ part: 'drawing', cause: String(error) }))
  let waiting = 0
  let drawn = 0
  let refused = 0
  return {
    room,
    waiting: () => waiting,
    drawn: () => drawn,
    refused: () => refused,
    stop: () => pool.destroy(),
    draw: async job => {
      const cost = toJobCost(job)
      if (waiting + cost > room) {
        refused += 1
        throw toBusy()
      }
      waiting += cost
      try {
        const result: Drawn = await pool.run(job, { signal: AbortSignal.timeout(patience) })
        if ('body' in result) return await toWhole(result)
        const { status, code, sentence, detail } = result.refused
        throw new CardError(status, code, sentence, detail)
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') throw toBusy()
        throw error
      } finally {
        waiting -= cost
        drawn += 1
      }
    },
  }
}

async function toWhole({ type, body }: Pick<Picture, 'type' | 'body'>): Promise<Picture> {
  const picture = await readPicture(type, new Response(body))
  if (!picture) throw new Error(`a drawing thread answered ${body.length} bytes that are no whole ${type}`)
  return picture
}

function toJobCost(job: DrawingJob): number {
  if (job.kind === 'notice') return toCost({ ...job.notice, scale: 1 })
  return toCost(parseCardRequest(new URL(`http://localhost/${job.search}`), job.indicator, job.encoding).params)
}
