import type { Context } from 'hono'
import type { DrawingJob } from './drawing.ts'
import type { DataSource } from './indicators.ts'
import type { Impression, LogEntry } from './log.ts'
import type { PictureFile } from './picture.ts'

/** The services of Workers and Node: data, assets, caches, a rate limit, a log. All but the data is optional, and the answers are the same without it. */
export type Platform = DataSource & {
  /** The origin in every absolute URL, where clients reach a proxy at another. It takes precedence over that of src/site.ts. */
  origin?: string
  /** A static asset that the build has drawn. */
  findAsset?: (path: string) => Promise<Response | undefined>
  /** A cache of pictures that outlives the isolate. */
  shelf?: Shelf
  /** Lets work finish after the response was sent or the client has hung up. */
  later: (work: Promise<unknown>) => void
  /** Draws in another thread, at a cost in units of the rate, so that other requests are answered. Throws `CardError` 503 when too many drawings wait. */
  draw?: (job: DrawingJob, cost: number) => Promise<PictureFile>
  /** Whether this client may have a drawing of this cost now; cached pictures are never refused. */
  mayDraw?: (cost: number) => Promise<boolean>
  /** Whether there is room for a drawing of this cost, of all that clients have drawn together. */
  hasRoom?: (cost: number) => Promise<boolean>
  /** Writes a line of log for each answered request. */
  log?: (entry: LogEntry) => void
  /** Counts impressions. */
  count?: (impression: Impression) => void
}

/** Finished pictures by their key, a path that holds the release; the key has no origin, because no picture depends on it. */
export type Shelf = {
  find: (key: string) => Promise<Response | undefined>
  keep: (key: string, picture: Response) => Promise<unknown>
}

/**
 * The services that a handler gets: the platform, a way to ask for another answer of ours, which is not logged, and the address under which
 * its answer is kept in memory, as it was written.
 */
export type Bindings = Platform & { ask: (url: string) => Promise<Response>; address: string }

export type AppContext = Context<{ Bindings: Bindings }>
