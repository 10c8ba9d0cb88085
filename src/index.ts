import { respond } from './http/app.ts'
import type { Surroundings } from './http/picture-cache.ts'
import { isOwnMachine, toClientKey } from './request/limits.ts'
import { parseOrigin } from './request/origin.ts'

/** What `wrangler.toml` binds; each may be left out. */
type Environment = {
  ASSETS?: Fetcher
  DRAWINGS?: RateLimit
  ALL_DRAWINGS?: RateLimit
  ORIGIN?: string
  READINGS?: AnalyticsEngineDataset
}

/** The Worker: the app, with what Cloudflare puts around it. */
export default {
  fetch: (request: Request, env: Environment, context: ExecutionContext): Promise<Response> =>
    respond(request, toSurroundings(request, env, context)),
}

function toSurroundings(
  request: Request,
  { ASSETS, DRAWINGS, ALL_DRAWINGS, ORIGIN, READINGS }: Environment,
  context: ExecutionContext,
): Surroundings {
  const client = request.headers.get('CF-Connecting-IP')
  const origin = findOrigin(ORIGIN)
  return {
    ...(ASSETS && { findAsset: path => ASSETS.fetch(new URL(path, request.url)) }),
    shelf: {
      find: key => caches.default.match(new URL(key, origin ?? request.url)),
      keep: (key, picture) => caches.default.put(new URL(key, origin ?? request.url), picture),
    },
    later: work => context.waitUntil(work),
    ...(DRAWINGS &&
      client &&
      !isOwnMachine(client) && { mayDraw: (cost: number) => spend(DRAWINGS, toClientKey(client), cost) }),
    ...(ALL_DRAWINGS && { hasRoom: (cost: number) => spend(ALL_DRAWINGS, 'all', cost) }),
    ...(origin && { origin }),
    log: entry => console.log(JSON.stringify(entry)),
    ...(READINGS && {
      count: ({ indicator, form, cache, host }) =>
        READINGS.writeDataPoint({ indexes: [indicator], blobs: [indicator, form, cache, host], doubles: [1] }),
    }),
  }
}

/** Counts a cost against a limit of Cloudflare, which counts by one; whether all of it was within. */
async function spend(limit: RateLimit, key: string, cost: number): Promise<boolean> {
  for (let spent = 0; spent < cost; spent++) if (!(await limit.limit({ key })).success) return false
  return true
}

let isOriginTold = false

/** The configured origin; that there is none, or that it cannot be read, is logged once. */
function findOrigin(text: string | undefined): string | undefined {
  const origin = text ? parseOrigin(text) : undefined
  if (!origin && !isOriginTold) {
    isOriginTold = true
    const cause = text ? 'ORIGIN must be an http or https address without a path' : 'ORIGIN is not set'
    console.warn(
      JSON.stringify({ level: 'warn', part: 'origin', cause: `${cause}: addresses have the host that was asked` }),
    )
  }
  return origin
}
