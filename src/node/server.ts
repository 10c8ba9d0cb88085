import type { Server } from 'node:http'
import { availableParallelism } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { respond } from '../http/app.ts'
import { attempt } from '../http/log.ts'
import { prepareRefusals } from '../http/notices.ts'
import type { Platform } from '../http/platform.ts'
import { cacheLives } from '../http/response.ts'
import { release } from '../model/catalog.ts'
import { isOwnMachine, toClientKey } from '../request/limits.ts'
import * as site from '../site.ts'
import { toAssets, toData } from './assets.ts'
import { type Client, findClient } from './clients.ts'
import { DrawingPool } from './drawing-pool.ts'
import { readMetrics, toMetrics } from './metrics.ts'
import { help, OptionError, type Options, parseOptions } from './options.ts'
import { StoreError } from './picture-folder.ts'
import { toPictureStore } from './picture-store.ts'
import { toRateLimit } from './rate-limit.ts'
import { stopOnSignals } from './stop.ts'

/** The same app on Node, for those without Cloudflare. Serves until it is stopped; `--help` lists the options. */

// The server goes on when the process that reads its log ends.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const options = readOptions()
const configured = options.origin ?? site.origin
const store = await toPictureStore(options.cache, options.cacheBytes).catch((error: unknown) => {
  if (error instanceof StoreError) stop(error.message)
  throw error
})
const pool = new DrawingPool(new URL('./draw-worker.mjs', import.meta.url).href, options.threads, options.queue)
const isWithinRate = toRateLimit(options.rate, 60_000)
const isWithinCeiling = toRateLimit(options.ceiling, 60_000)
const delay = monitorEventLoopDelay({ resolution: 20 })
delay.enable()
const counts = { answers: 0, refusals: 0 }
const logLines: string[] = []
process.on('exit', flush)

const generated = fileURLToPath(new URL('..', import.meta.url).href)
const platform: Platform = {
  readData: toData(generated),
  findAsset: toAssets(generated),
  shelf: store,
  later: work => void work,
  draw: (job, cost) => pool.draw(job, cost),
  hasRoom: async cost => isWithinCeiling('all', cost),
  log: entry => writeLine(JSON.stringify({ time: new Date().toISOString(), ...entry })),
}

type NodeBindings = HttpBindings | Http2Bindings

/** Answers one request; compression comes after it. */
async function answerIncoming(request: Request, { incoming }: NodeBindings): Promise<Response> {
  const client = toClient(incoming)
  const isOwn = isOwnMachine(incoming.socket.remoteAddress ?? '') && !client.isForwarded
  const isMetrics = incoming.url?.includes('/metrics') && new URL(request.url).pathname === '/metrics'
  if (isMetrics && (isOwn || options.isReader(client.address)))
    return new Response(toMetrics(readMetrics({ counts, pool, store, delay })), {
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': cacheLives.none },
    })
  if (countHosts(incoming) > 1) return new Response(null, { status: 400, headers: { Connection: 'close' } })
  const origin = configured ?? client.origin
  const response = await respond(request, {
    ...platform,
    ...(origin && { origin }),
    mayDraw: async cost => (isOwn && !configured) || isWithinRate(toClientKey(client.address), cost),
  })
  counts.answers += 1
  if (response.status === 429 || response.status === 503) counts.refusals += 1
  return response
}

const packed = new Hono<{ Bindings: NodeBindings }>()
packed.use(compress())
packed.all('*', ({ req, env }) => answerIncoming(req.raw, env))

// A PNG is packed already; to look whether it could be costs as much as to answer it from memory.
const listener = (request: Request, env: NodeBindings): Promise<Response> | Response =>
  /\.png(\?|$)/.test(env.incoming.url ?? '') ? answerIncoming(request, env) : packed.fetch(request, env)

const server = serve({ port: options.port, hostname: options.hostname, fetch: listener }, ({ port }) => {
  console.log(`Caravan on http://${toHost(options.hostname)}:${port}, release ${release}`)
  if (!configured)
    warn(
      'origin',
      '--origin is not set: addresses in answers have the host that was asked, and this machine is not held to the rate',
    )
  void attempt('notice', () => prepareRefusals(platform))
}) as Server
server.on('error', (error: NodeJS.ErrnoException) =>
  stop(`cannot listen on ${options.hostname}, port ${options.port}: ${error.code ?? error.message}`),
)
stopOnSignals(server, options.grace, () => pool.stop())

/** Writes the lines of the log that came in one turn of the event loop at once: a write for each would be a fifth of an answer. */
function writeLine(line: string): void {
  if (logLines.push(line) === 1) setImmediate(flush)
}

function flush(): void {
  if (logLines.length > 0) process.stdout.write(`${logLines.splice(0).join('\n')}\n`)
}

function readOptions(): Options {
  try {
    const parsed = parseOptions(process.argv.slice(2), process.env, availableParallelism())
    if (parsed !== 'help') return parsed
    console.log(help)
    process.exit(0)
  } catch (error) {
    if (error instanceof OptionError) stop(error.message)
    throw error
  }
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function warn(part: string, cause: string): void {
  console.error(JSON.stringify({ level: 'warn', time: new Date().toISOString(), part, cause }))
}

function toClient({ socket, headers }: NodeBindings['incoming']): Client {
  const one = (value: string | string[] | undefined): string | undefined =>
    Array.isArray(value) ? value.join(',') : value
  const address = socket.remoteAddress ?? ''
  const client = findClient(
    {
      address,
      host: headers.host,
      forwarded: {
        for: one(headers['x-forwarded-for']),
        proto: one(headers['x-forwarded-proto']),
        host: one(headers['x-forwarded-host']),
      },
    },
    options.isTrusted,
  )
  if (client.isForwarded && !options.isTrusted(address)) warnOfProxy(address)
  const isVia = ['forwarded', 'via', 'x-real-ip'].some(name => headers[name] !== undefined)
  return { ...client, isForwarded: client.isForwarded || isVia }
}

let isProxyLogged = false
function warnOfProxy(address: string): void {
  if (isProxyLogged) return
  isProxyLogged = true
  warn('proxy', `X-Forwarded headers come from ${address}, which --trust-proxy does not name: they do not count`)
}

/** How many Host lines a request has; Node keeps the first (RFC 9112 section 3.2 wants 400 for more). */
const countHosts = ({ rawHeaders }: NodeBindings['incoming']): number =>
  rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length

const toHost = (hostname: string): string => (hostname.includes(':') ? `[${hostname}]` : hostname)
