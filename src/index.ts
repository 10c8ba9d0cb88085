import { respond } from './http/app.ts'
import type { Surroundings } from './http/picture-cache.ts'
import { isOwnMachine } from './request/limits.ts'

/** The bindings of `wrangler.toml`; all are optional. */
type Environment = { ASSETS?: Fetcher; DRAWINGS?: RateLimit; IMPRESSIONS?: AnalyticsEngineDataset }

/** The Worker: the app with the assets, caches, limits and counters of Cloudflare. */
export default {
  fetch: (request: Request, env: Environment, context: ExecutionContext): Promise<Response> =>
    respond(request, toSurroundings(request, env, context)),
}

function toSurroundings(
  request: Request,
  { ASSETS, DRAWINGS, IMPRESSIONS }: Environment,
  context: ExecutionContext,
): Surroundings {
  const client = request.headers.get('CF-Connecting-IP')
  return {
    ...(ASSETS && { findAsset: path => ASSETS.fetch(new URL(path, request.url)) }),
    shelf: {
      find: key => caches.default.match(key),
      keep: (key, picture) => caches.default.put(key, picture),
    },
    later: work => context.waitUntil(work),
    ...(DRAWINGS &&
      client &&
      !isOwnMachine(client) && { mayDraw: async () => (await DRAWINGS.limit({ key: client })).success }),
    log: entry => console.log(JSON.stringify(entry)),
    ...(IMPRESSIONS && {
      count: ({ indicator, form, cache, host }) =>
        IMPRESSIONS.writeDataPoint({ indexes: [indicator], blobs: [indicator, form, cache, host], doubles: [1] }),
    }),
  }
}
