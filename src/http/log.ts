import { catalog, release } from '../model/catalog.ts'
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

const ids = new Set(catalog.flatMap(({ id, aliases }) => [id, ...aliases]))

type Answered = { request: Request; response: Response; route: Route | undefined; id: string | undefined }

/** The line of log for an answered request: only routes, ids and codes of ours, nothing that a caller wrote. */
export function toLogEntry({ request, response: { status, headers }, route, id }: Answered): LogEntry {
  const indicator = id?.toLowerCase() ?? ''
  const cache = headers.get('Card-Cache')
  const error = headers.get('Card-Error')
  return {
    level: 'info',
    // Any single word may be a short address; one that leads nowhere is no address of ours.
    route: route === undefined || (status === 404 && route.endsWith('{short}')) ? 'none' : route,
    ...(ids.has(indicator) && { indicator }),
    method: methods.includes(request.method) ? request.method : 'other',
    status,
    ...(cache && { cache }),
    ...(error && { error }),
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
