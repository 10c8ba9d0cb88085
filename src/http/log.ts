import { isKnown, release } from '../model/catalog.ts'
import type { Route } from '../request/routes.ts'

/** What was asked and how it was answered, without anything about the reader. */
export type LogEntry = {
  level: 'info'
  /** The route as OpenAPI writes it: `/indicators/{id}.png`; `none` for an address that is none of ours. */
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

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH']

/** What a request was for: the same for every request of one address. */
export type Place = Pick<LogEntry, 'route' | 'indicator'>

/** What a request was for, of routes and ids of ours alone. */
export function toPlace(route: Route | undefined, id: string | undefined, status: number): Place {
  const indicator = id?.toLowerCase() ?? ''
  return {
    // Any single word may be a short address; one that leads nowhere is no address of ours.
    route: route === undefined || (status === 404 && route.endsWith('{short}')) ? 'none' : route,
    ...(isKnown(indicator) && { indicator }),
  }
}

/** How a request was answered. */
export type Told = Pick<LogEntry, 'status' | 'cache' | 'error'>

/** What an answer says of itself in its headers. */
export function toTold({ status, headers }: Response): Told {
  const cache = headers.get('Card-Cache')
  const error = headers.get('Card-Error')
  return { status, ...(cache && { cache }), ...(error && { error }) }
}

/** The line of log for an answered request: only routes, ids and codes of ours, nothing that a caller wrote. */
export function toLogEntry({ method }: Request, told: Told, place: Place): LogEntry {
  return {
    level: 'info',
    ...place,
    method: methods.includes(method) ? method : 'other',
    ...told,
    release,
  }
}

/** The impression that an answer is, when it shows an indicator; of the page that shows it only the host is kept. */
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

/** The stack of an error; words of the address that its message repeats are left out, for a caller wrote them. */
export function toCause(error: Error, { url }: Pick<Request, 'url'>): string {
  const { pathname, search } = new URL(url)
  const written = [...pathname.split(/[/.]/), ...search.slice(1).split(/[&=~]/)]
    .flatMap(word => [word, decode(word)])
    .filter(word => word.length > 2)
    .toSorted((a, b) => b.length - a.length)
  const told = `${error.name}: ${error.message}`
  const frames = String(error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
  return [written.reduce((text, word) => text.replaceAll(word, '…'), told), ...frames].join('\n')
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}
