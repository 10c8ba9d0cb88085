import { createHash } from 'node:crypto'
import { type MediaType, mediaTypes } from '../request/media-types.ts'

const seconds = { hour: 3600, day: 86_400 } as const

/** How long an answer may be cached: an ordinary one, one whose URL names the current release, a failure, the state of the service. */
export const cacheLives = {
  ordinary: `public, max-age=${seconds.hour}, stale-while-revalidate=${seconds.day}, stale-if-error=${7 * seconds.day}`,
  immutable: `public, max-age=${365 * seconds.day}, immutable`,
  error: 'public, max-age=60',
  none: 'no-store',
} as const
type CacheLife = keyof typeof cacheLives

/** The Content-Security-Policy of each type: no inline script or style in pages, nothing from a third party. */
const policies: Partial<Record<MediaType, string>> = {
  svg: "default-src 'none'; style-src 'unsafe-inline'",
  html: "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}

/** The policy of the embed, which any site may frame. */
export const embedPolicy =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"

/** The parts of a response. */
export type ResponseParts = {
  status?: number
  type: MediaType
  body: string | Uint8Array
  life: CacheLife
  etag?: string | undefined
  lastModified?: string | undefined
  links?: readonly string[]
  headers?: Record<string, string>
}
export type ResponseHead = Omit<ResponseParts, 'body'>

/** The methods that every address allows. */
export const methods = ['GET', 'HEAD', 'OPTIONS']

/** The response with these bytes as its body. Hono leaves the body out for HEAD. */
export function encode({ body, ...head }: ResponseParts): Response {
  const bytes = encodeBody(body)
  return new Response(bytes, { status: head.status ?? 200, headers: toHeaders(head, bytes) })
}

export const encodeBody = (body: ResponseParts['body']): Uint8Array =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body

/** The same head without a body or a length, for HEAD where the bytes are not known (RFC 9110 section 9.3.2). */
export const encodeHead = (head: ResponseHead): Response =>
  new Response(null, { status: head.status ?? 200, headers: toHeaders(head) })

/** 304: the head that a 200 would have had, without the headers that describe a body (RFC 9110 section 15.4.5). */
export function encodeNotModified(head: ResponseHead): Response {
  const { 'Content-Type': _, ...headers } = toHeaders(head)
  return new Response(null, { status: 304, headers })
}

/** Every header of an answer; its length where its bytes are known. */
export function toHeaders(
  { type, life, etag, lastModified, links = [], headers }: ResponseHead,
  bytes?: Uint8Array,
): Record<string, string> {
  const policy = policies[type]
  return {
    'Content-Type': mediaTypes[type],
    'Cache-Control': cacheLives[life],
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Allow-Methods': methods.join(', '),
    'Access-Control-Expose-Headers': 'ETag, Link, Card-Error, Card-Ignored, Card-Cache, Retry-After, Server-Timing',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    ...(policy && { 'Content-Security-Policy': policy }),
    ...(etag && { ETag: etag }),
    ...(lastModified && { 'Last-Modified': lastModified }),
    ...(links.length > 0 && { Link: links.join(', ') }),
    ...(bytes && { 'Content-Length': String(bytes.byteLength) }),
    ...headers,
  }
}

/** A strong validator: the first 96 bits of SHA-256 over the release, the origin and the canonical request, in hex. */
export const toEtag = (...parts: readonly string[]): string =>
  `"${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24)}"`

/** The changes that a compressing proxy makes to a validator: `W/"…"`, `"…-gzip"`, `"…;br"`. */
const compressed = /^W\/|(?:--?|;|:)(?:gzip|br|zstd|deflate|df)(?="$)/g

/** Whether `If-None-Match` names this validator; compared weakly, as RFC 9110 section 13.1.2 asks, also after a proxy has changed it. */
export const isMatch = (header: string, etag: string): boolean =>
  header.split(',').some(entry => ['*', etag].includes(entry.trim().replace(compressed, '')))

/**
 * Whether the client has these bytes already: by `If-None-Match`, or where none is sent by `If-Modified-Since` (RFC 9110
 * section 13.1.3), of which anything but a date in the form of HTTP is ignored.
 */
export function isUnchanged(
  request: Request,
  { etag, lastModified }: Pick<ResponseHead, 'etag' | 'lastModified'>,
): boolean {
  const tags = request.headers.get('If-None-Match')
  if (tags !== null) return etag !== undefined && isMatch(tags, etag)
  const since = request.headers.get('If-Modified-Since') ?? ''
  return (
    lastModified !== undefined && /^[A-Z][a-z]{2,8},? /.test(since) && Date.parse(lastModified) <= Date.parse(since)
  )
}

/** A day, or an instant, as HTTP writes it: `Tue, 10 Mar 2026 00:00:00 GMT`. ISO 8601 reads a day as its midnight in UTC. */
export const toHttpDate = (time: string): string => new Date(time).toUTCString()
