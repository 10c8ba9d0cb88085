import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import { isKnown, release } from '../model/catalog.ts'
import { findIdOn, findRoute, type Route } from '../request/routes.ts'

/** A line of the access log, without anything about the reader. */
export type LogEntry = {
  level: 'info'
  /** The route as OpenAPI writes it: `/indicators/{id}.png`; `none` for any other address. */
  route: Route | 'none'
  indicator?: string
  method: string
  status: number
  /** `prerendered`, `hit` or `miss` for an answer that caches may hold. */
  cache?: string
  /** The code of a failure. */
  error?: string
  release: string
}

/** One view of an indicator: which one, in what form, and the host of the page that shows it, or ''. */
export type Impression = { indicator: string; form: string; cache: string; host: string }

/** The part of a log line that is the same for every client. */
export type Logged = Omit<LogEntry, 'level' | 'method' | 'release'>

/** The first of our routes that the request matches; undefined when there is none. */
export function findMatchedRoute(context: Context): Route | undefined {
  for (const { path } of matchedRoutes(context)) {
    const route = findRoute(path)
    if (route) return route
  }
  return undefined
}

/** The route and the indicator of a request, in our own words. */
export function toSubject(context: Context): Pick<Logged, 'route' | 'indicator'> {
  const route = findMatchedRoute(context)
  const indicator = (route && findIdOn(route, context.req.path))?.toLowerCase() ?? ''
  return { route: route ?? 'none', ...(isKnown(indicator) && { indicator }) }
}

/** The same with the status of the answer, and the cache and error codes of its headers. */
export function toLogged(context: Context): Logged {
  const { status, headers } = context.res
  const subject = toSubject(context)
  const cache = headers.get('Card-Cache')
  const error = headers.get('Card-Error')
  // Any single word may be a short address; an unknown one is no route.
  const isNowhere = status === 404 && subject.route.endsWith('{short}')
  return { ...subject, ...(isNowhere && { route: 'none' }), status, ...(cache && { cache }), ...(error && { error }) }
}

const loggedMethods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH']

/** The log line of an answered request: only routes, ids and codes of ours, nothing that a caller wrote. */
export const toLogEntry = ({ method }: Request, logged: Logged): LogEntry => ({
  level: 'info',
  ...logged,
  method: loggedMethods.includes(method) ? method : 'other',
  release,
})

/** The impression that an answer counts as, when it shows an indicator; of the page that shows it only the host is kept. */
export function toImpression(
  { headers }: Request,
  { route, indicator, status, cache = '' }: LogEntry,
): Impression | undefined {
  if (!indicator || status !== 200) return undefined
  const referrer = headers.get('Referer')
  const host = referrer && URL.canParse(referrer) ? new URL(referrer).hostname : ''
  return { indicator, form: route.slice(route.indexOf('}') + 1), cache, host }
}

/**
 * Writes a line about a fault of ours: what part failed, and why. `cause` may quote the request, so give it through `toCause`
 * where it can.
 */
export const logFault = (fault: { part?: string; route?: string; cause: string }): void =>
  console.error(JSON.stringify({ level: 'error', time: new Date().toISOString(), ...fault }))

/** The result of optional work, such as a cache, with the time it took; undefined when it fails, which is logged. */
export async function attempt<T>(part: string, work: () => Promise<T>, timing: string[] = []): Promise<T | undefined> {
  const start = performance.now()
  try {
    return await work()
  } catch (error) {
    logFault({ part, cause: String(error) })
    return undefined
  } finally {
    timing.push(`${part};dur=${(performance.now() - start).toFixed(1)}`)
  }
}

/** The stack of an error; words of the address that its message repeats are left out, because a caller wrote them. */
export function toCause(error: Error, { url }: Pick<Request, 'url'>): string {
  const { pathname, search } = new URL(url)
  const written = [...pathname.split(/[/.]/), ...search.slice(1).split(/[&=~]/)]
    .flatMap(word => [word, decodeWord(word)])
    .filter(word => word.length > 2)
    .toSorted((a, b) => b.length - a.length)
  const sentence = `${error.name}: ${error.message}`
  const frames = String(error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
  return [written.reduce((text, word) => text.replaceAll(word, '…'), sentence), ...frames].join('\n')
}

function decodeWord(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}
