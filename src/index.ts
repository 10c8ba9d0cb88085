import { respond } from './http/app.ts'
import type { Platform } from './http/platform.ts'
import { isOwnMachine, toClientKey } from './request/limits.ts'
import { parseOrigin } from './request/origin.ts'
import * as site from './site.ts'

/** The bindings of `wrangler.toml`; all but the assets are optional. */
type Environment = {
  ASSETS: Fetcher
  DRAWINGS?: RateLimit
  ALL_DRAWINGS?: RateLimit
  ORIGIN?: string
  IMPRESSIONS?: AnalyticsEngineDataset
}

/** The Worker: the app with the assets, caches, limits and counters of Cloudflare. */
export default {
  fetch: (request: Request, env: Environment, context: ExecutionContext): Promise<Response> =>
    respond(request, toPlatform(request, env, context)),
}

function toPlatform(
  request: Request,
  { ASSETS, DRAWINGS, ALL_DRAWINGS, ORIGIN, IMPRESSIONS }: Environment,
  context: ExecutionContext,
): Platform {
  const client = request.headers.get('CF-Connecting-IP')
  const origin = findOrigin(ORIGIN)
  return {
    readData: path => ASSETS.fetch(new URL(path, request.url)),
    findAsset: path => ASSETS.fetch(new URL(path, request.url)),
    shelf: {
      find: key => caches.default.match(new URL(key, request.url)),
      keep: (key, picture) => caches.default.put(new URL(key, request.url), picture),
    },
    later: work => context.waitUntil(work),
    ...(DRAWINGS &&
      client &&
      !isOwnMachine(client) && { mayDraw: (cost: number) => spend(DRAWINGS, toClientKey(client), cost) }),
    ...(ALL_DRAWINGS && { hasRoom: (cost: number) => spend(ALL_DRAWINGS, 'all', cost) }),
    ...(origin && { origin }),
    log: entry => console.log(JSON.stringify(entry)),
    ...(IMPRESSIONS && {
      count: ({ indicator, form, cache, host }) =>
        IMPRESSIONS.writeDataPoint({ indexes: [indicator], blobs: [indicator, form, cache, host], doubles: [1] }),
    }),
  }
}

/** Counts a cost against a limit of Cloudflare, which counts by one; whether all of it was within. */
async function spend(limit: RateLimit, key: string, cost: number): Promise<boolean> {
  for (let spent = 0; spent < cost; spent++) if (!(await limit.limit({ key })).success) return false
  return true
}

let isOriginLogged = false

/** The configured origin: ORIGIN of wrangler.toml, or that of src/site.ts. Where there is none, that is logged once an isolate. */
function findOrigin(text: string | undefined): string | undefined {
  const origin = text ? parseOrigin(text) : site.origin
  if (!origin && !isOriginLogged) {
    isOriginLogged = true
    const fault = text ? 'ORIGIN is not an http or https address without a path' : 'ORIGIN is not set'
    const cause = `${fault}: URLs in answers have the host that was asked`
    console.warn(JSON.stringify({ level: 'warn', part: 'origin', cause }))
  }
  return origin
}
