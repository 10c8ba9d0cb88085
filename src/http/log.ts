import { catalog, release } from '../model/catalog.ts'
import { formats } from '../request/formats.ts'

/** What was asked and how it was answered; nothing of who asked. */
export type LogEntry = {
  level: 'info'
  /** The pattern of the address: `/indicators/{id}.png`; `none` where nothing is. */
  route: string
  indicator?: string
  method: string
  status: number
  /** `prerendered`, `hit` or `miss` where something is kept. */
  cache?: string
  /** The code of a failure. */
  error?: string
  release: string
}

/** One reading of an indicator, for a counter: which, in what form, and the host of the page that shows it, or ''. */
export type Reading = { indicator: string; form: string; cache: string; host: string }

const suffixes = formats.map(({ suffix }) => suffix).join('|')
const forms = new RegExp(`^/(indicators|badges)/([^/]+?)(\\.(?:${suffixes})|/embed|/feed\\.atom|/datapackage\\.json|)$`)
const places =
  /^\/(?:|indicators\.(?:json|csv)|datapackage\.json|oembed|inspect|docs|openapi\.json|healthz|robots\.txt|sitemap\.xml|feed\.(?:atom|json)|favicon\.svg|\w+\.(?:js|css))$/
const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH']

const toPath = (url: string): string => {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.slice(start).search(/[?#]/)
  return start < 0 ? '/' : end < 0 ? url.slice(start) : url.slice(start, start + end)
}

const ids = new Set(catalog.flatMap(({ id, aliases }) => [id, ...aliases]))

/** The line a log keeps of an answered request: by patterns and known names, so that nothing a caller wrote is in it. */
export function toLogEntry({ url, method }: Request, { status, headers }: Response): LogEntry {
  const path = toPath(url)
  const [, group, name = '', form = ''] = forms.exec(path) ?? []
  const indicator = name.toLowerCase()
  const cache = headers.get('Card-Cache')
  const error = headers.get('Card-Error')
  return {
    level: 'info',
    route: group ? `/${group}/{id}${form}` : places.test(path) ? path : 'none',
    ...(ids.has(indicator) && { indicator }),
    method: methods.includes(method) ? method : 'other',
    status,
    ...(cache && { cache }),
    ...(error && { error }),
    release,
  }
}

/** The reading that an answer is, where it shows an indicator; the page that shows it is told by its host alone. */
export function toReading(
  { headers }: Request,
  { route, indicator, status, cache = '' }: LogEntry,
): Reading | undefined {
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
