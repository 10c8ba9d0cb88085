import { respond } from './app.ts'
import type { Surroundings } from './edge.ts'

type Environment = { ASSETS?: Fetcher }

/** The Worker: the app, with what Cloudflare puts around it. */
export default {
  fetch: (request: Request, env: Environment, context: ExecutionContext): Promise<Response> =>
    respond(request, toSurroundings(request, env, context)),
}

function toSurroundings(request: Request, { ASSETS }: Environment, context: ExecutionContext): Surroundings {
  return {
    ...(ASSETS && { findAsset: path => ASSETS.fetch(new URL(path, request.url)) }),
    shelf: {
      find: key => caches.default.match(key),
      keep: (key, picture) => caches.default.put(key, picture),
    },
    later: work => context.waitUntil(work),
  }
}
