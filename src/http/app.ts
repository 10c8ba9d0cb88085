import { Hono } from 'hono'
import { CardError } from '../model/errors.ts'
import { toMeantUrl } from '../request/addresses.ts'
import { documents, pictures } from '../request/formats.ts'
import { checkQuery } from '../request/limits.ts'
import { type FixedRoute, listFixed, type Route, toFileRoute, toPattern } from '../request/routes.ts'
import * as site from '../site.ts'
import { recall } from './answer.ts'
import { fail } from './failure.ts'
import { findMatchedRoute, type Logged, logFault, toCause, toImpression, toLogEntry, toLogged } from './log.ts'
import type { Bindings, Platform } from './platform.ts'
import { methods } from './response.ts'
import { assetHandlers } from './routes/assets.ts'
import { catalogueHandlers } from './routes/catalogue.ts'
import { documentHandlers, toDocumentHandler } from './routes/documents.ts'
import { type Handler, unknownPath } from './routes/handler.ts'
import { answerMcpPost } from './routes/mcp.ts'
import { pageHandlers } from './routes/pages.ts'
import { toPictureHandler } from './routes/pictures.ts'
import { redirectHandlers } from './routes/redirects.ts'
import { serviceHandlers } from './routes/services.ts'

const app = new Hono<{ Bindings: Bindings }>()

/** Every fixed route with its handler; the compiler requires each. */
const handlers: Record<Exclude<FixedRoute, '/mcp'>, Handler> = {
  ...documentHandlers,
  ...catalogueHandlers,
  ...pageHandlers,
  ...serviceHandlers,
  ...redirectHandlers,
  ...assetHandlers,
}

app.use(async (context, next) => {
  await next()
  record(context.req.raw, context.env, () => toLogged(context))
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
    throw new CardError(
      405,
      'method-not-allowed',
      `This address can only be read; expected one of ${methods.join(', ')}`,
    )
  })
}

app.notFound(context => fail(context, unknownPath(context.req.path)))
app.onError((error, context) => {
  if (error instanceof CardError) return fail(context, error)
  logFault({ route: findMatchedRoute(context) ?? 'none', cause: toCause(error, context.req.raw) })
  return fail(context, undefined)
})

/** Passes the answer on to the log and to the counter, where there are any. */
function record(request: Request, { log, count }: Platform, toLine: () => Logged): void {
  if (!log && !count) return
  const entry = toLogEntry(request, toLine())
  log?.(entry)
  const impression = count && toImpression(request, entry)
  if (impression) count?.(impression)
}

/** Answers a request, under the origin of the platform or of the site where either has one, at the address that was meant. */
export async function respond(request: Request, platform: Platform): Promise<Response> {
  const { log: _log, count: _count, ...quiet } = platform
  const ask = (url: string): Promise<Response> => {
    const own = new Request(url)
    return answerAt(own, () => own, { ...quiet, ask, address: url })
  }
  const origin = platform.origin ?? site.origin
  const bindings = { ...platform, ask, address: `${origin} ${request.url}` }
  return answerAt(request, () => toOwnRequest(request, origin), bindings)
}

/** An answer from memory, where there is one, costs no routing. */
async function answerAt(request: Request, toOwn: () => Request, bindings: Bindings): Promise<Response> {
  const known = recall(request, bindings.address)
  if (!known) return app.fetch(toOwn(), bindings)
  record(request, bindings, () => known.logged)
  return known.response
}

const forbidden = ['CONNECT', 'TRACE', 'TRACK']

/** The same request at the address that was meant, under our origin; without its body, which nothing but MCP reads. */
function toOwnRequest(request: Request, origin: string | undefined): Request {
  const asked = new URL(request.url)
  const { pathname, search } = toMeantUrl(asked)
  const url = `${origin ?? asked.origin}${pathname}${search}`
  if (url === request.url) return request
  if (request.method === 'POST' && pathname === '/mcp') return new Request(url, request)
  // The constructor refuses some methods (Fetch, "forbidden method"); to us they are as wrong as any that writes.
  const method = forbidden.includes(request.method) ? 'POST' : request.method
  return new Request(url, { method, headers: request.headers })
}
