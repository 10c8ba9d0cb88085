import { type Context, Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import { CardError } from '../model/errors.ts'
import { toMeantUrl } from '../request/addresses.ts'
import { documents, pictures } from '../request/formats.ts'
import { checkQuery } from '../request/limits.ts'
import {
  type FixedRoute,
  findIdOn,
  findRoute,
  listFixed,
  type Route,
  toFileRoute,
  toPattern,
} from '../request/routes.ts'
import * as site from '../site.ts'
import { recall, remark } from './answer.ts'
import { fail } from './failure.ts'
import { logFault, type Place, type Told, toCause, toImpression, toLogEntry, toPlace, toTold } from './log.ts'
import { Memory } from './lru.ts'
import type { Surroundings } from './picture-cache.ts'
import { methods } from './response.ts'
import { catalogueHandlers } from './routes/catalogue.ts'
import { documentHandlers, toDocumentHandler } from './routes/documents.ts'
import { type Bindings, type Handler, unknownPath } from './routes/handler.ts'
import { answerMcpPost } from './routes/mcp.ts'
import { pageHandlers } from './routes/pages.ts'
import { toPictureHandler } from './routes/pictures.ts'

const app = new Hono<{ Bindings: Bindings }>()

/** Every fixed route with its handler; the compiler asks for each. */
const handlers: Record<Exclude<FixedRoute, '/mcp'>, Handler> = {
  ...documentHandlers,
  ...catalogueHandlers,
  ...pageHandlers,
}

const allow = methods.join(', ')

app.use(async (context, next) => {
  await next()
  const { raw: request, path } = context.req
  const route = toRoute(context)
  const place = toPlace(route, route && findIdOn(route, path), context.res.status)
  remark(request, place)
  tell(request, toTold(context.res), place, context.env)
})
app.use(async (context, next) => {
  checkQuery(new URL(context.req.url).search)
  await next()
})
addOptions('/mcp', ['POST', 'OPTIONS'])
addOptions('*', methods)

/** Answers OPTIONS: which methods there are, and for browsers that any header may be sent from any page. */
function addOptions(pattern: string, allowed: string[]): void {
  app.options(pattern, context =>
    context.body(null, 204, {
      Allow: allowed.join(', '),
      'Cache-Control': 'public, max-age=86400',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Allow-Methods': allowed.join(','),
      'Access-Control-Max-Age': '86400',
    }),
  )
}

for (const format of pictures) add(toFileRoute(format.suffix), toPictureHandler(format))
for (const format of documents) add(toFileRoute(format.suffix), toDocumentHandler(format))
app.post('/mcp', answerMcpPost).all('/mcp', () => {
  throw new CardError(405, 'method-not-allowed', 'Messages of the Model Context Protocol come by POST')
})
for (const route of listFixed()) if (route !== '/mcp') add(route, handlers[route])

/** Answers GET, and HEAD, which Hono derives from it; any other method is 405. */
function add(route: Route, handler: Handler): void {
  app.get(toPattern(route), handler).all(toPattern(route), () => {
    throw new CardError(405, 'method-not-allowed', `This address can only be read; expected one of ${allow}`)
  })
}

app.notFound(context => fail(context.req.raw, unknownPath(context.req.path), context.env))
app.onError((error, context) => {
  const route = toRoute(context)
  if (error instanceof CardError) {
    const headers = error.status === 405 ? { Allow: route === '/mcp' ? 'POST, OPTIONS' : allow } : {}
    return fail(context.req.raw, error, context.env, { route, headers })
  }
  logFault({ route: route ?? 'none', cause: toCause(error, context.req.raw) })
  return fail(context.req.raw, undefined, context.env, { route })
})

/** The first of our routes that the request matches; undefined when there is none. */
function toRoute(context: Context): Route | undefined {
  for (const { path } of matchedRoutes(context)) {
    const route = findRoute(path)
    if (route) return route
  }
  return undefined
}

/** Passes the answer on to the log and to the counter, where there are any. */
function tell(request: Request, told: Told, place: Place, { log, count }: Surroundings): void {
  if (!log && !count) return
  const entry = toLogEntry(request, told, place)
  log?.(entry)
  const impression = count && toImpression(request, entry)
  if (impression) count?.(impression)
}

/** Answers a request, under the origin of the platform or of the site where either has one, at the address that was meant. */
export async function respond(request: Request, around: Surroundings): Promise<Response> {
  const { log: _log, count: _count, ...quiet } = around
  const ask = (url: string): Promise<Response> => find(new Request(url), url, { ...quiet, ask })
  return find(request, toOwnUrl(request.url, around.origin ?? site.origin), { ...around, ask })
}

/** An answer from memory, where there is one, costs no routing. */
async function find(request: Request, url: string, around: Bindings): Promise<Response> {
  const known = recall(request, url)
  if (!known) return app.fetch(toOwn(request, url), around)
  tell(request, known.told, known.place, around)
  return known.response
}

/** The addresses that were meant, by how they were written, of the requests before. */
const meant = new Memory<string>(1 << 20)

/** The address that was meant at the configured origin. */
function toOwnUrl(url: string, origin: string | undefined): string {
  const key = `${origin} ${url}`
  const known = meant.get(key)
  if (known) return known
  const asked = new URL(url)
  const { pathname, search } = toMeantUrl(asked)
  const own = `${origin ?? asked.origin}${pathname}${search}`
  meant.set(key, own, key.length + own.length)
  return own
}

const forbidden = ['CONNECT', 'TRACE', 'TRACK']

/** The same request at its own address; without its body, which nothing but MCP reads. */
function toOwn(request: Request, url: string): Request {
  if (url === request.url) return request
  if (request.method === 'POST' && new URL(url).pathname === '/mcp') return new Request(url, request)
  // The constructor refuses some methods (Fetch, "forbidden method"); to us they are as wrong as any that writes.
  const method = forbidden.includes(request.method) ? 'POST' : request.method
  return new Request(url, { method, headers: request.headers })
}
