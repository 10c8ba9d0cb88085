import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { respond } from '../src/app.ts'
import { release } from '../src/catalog.ts'
import type { Surroundings } from '../src/edge.ts'
import { toDiskShelf } from './disk-shelf.ts'

/**
 * The same app on Node, for those without Cloudflare: `--port`, `--hostname`, `--cache` for the folder of pictures drawn on
 * demand, and `--origin` where a proxy in front makes another address of it. Serves until it is stopped.
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

const around: Surroundings = {
  findAsset: async path => {
    const file = join(assets, path)
    return existsSync(file) ? new Response(await readFile(file)) : undefined
  },
  shelf: await toDiskShelf(values.cache, release),
  later: work => void work,
}

const server = serve(
  {
    port,
    hostname: values.hostname,
    fetch: request => {
      if (!origin) return respond(request, around)
      const { pathname, search } = new URL(request.url)
      return respond(new Request(`${origin}${pathname}${search}`, request), around)
    },
  },
  ({ port: bound }) => console.log(`Caravan on http://${values.hostname}:${bound}, release ${release}`),
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.close(() => process.exit(0)))
