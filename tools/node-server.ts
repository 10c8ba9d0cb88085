import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server'
import { respond } from '../src/http/app.ts'
import type { Surroundings } from '../src/http/picture-cache.ts'
import { release } from '../src/model/catalog.ts'
import { isOwnMachine } from '../src/request/limits.ts'
import { toDiskShelf } from './disk-shelf.ts'
import { toLimiter } from './limiter.ts'

/**
 * The same app on Node, for those without Cloudflare: `--port`, `--hostname`, `--cache` for the folder of pictures drawn on
 * demand, and `--origin` where a proxy in front makes another address of it, which then says whom it asks for in
 * `X-Forwarded-For`. Serves until it is stopped.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '8787' },
    hostname: { type: 'string', default: process.env.HOST ?? '127.0.0.1' },
    cache: { type: 'string', default: '.cache' },
    origin: { type: 'string' },
  },
})
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port must be a whole number up to 65535')
const origin = values.origin && new URL(values.origin).origin
const assets = join(process.cwd(), 'generated/assets')

const findAsset = async (path: string): Promise<Response | undefined> => {
  const file = join(assets, path)
  return existsSync(file) ? new Response(await readFile(file)) : undefined
}

const around: Surroundings = {
  readData: findAsset,
  findAsset,
  shelf: await toDiskShelf(values.cache, release),
  later: work => void work,
  log: entry => console.log(JSON.stringify(entry)),
}

/** As many new pictures a minute for each client as `wrangler.toml` grants. */
const isWithinRate = toLimiter(100, 60_000)

const server = serve(
  {
    port,
    hostname: values.hostname,
    fetch: (request: Request, { incoming }: HttpBindings | Http2Bindings) => {
      const address = incoming.socket.remoteAddress ?? ''
      const forwarded = origin && request.headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim()
      const isOwn = !origin && isOwnMachine(address)
      const own: Surroundings = { ...around, mayDraw: async () => isOwn || isWithinRate(forwarded || address) }
      if (!origin) return respond(request, own)
      const { pathname, search } = new URL(request.url)
      return respond(new Request(`${origin}${pathname}${search}`, request), own)
    },
  },
  ({ port: bound }) => console.log(`Caravan on http://${values.hostname}:${bound}, release ${release}`),
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.close(() => process.exit(0)))
