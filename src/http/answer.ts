import type { Place, Told } from './log.ts'
import { Memory } from './lru.ts'
import type { Outcome } from './picture-cache.ts'
import { toReadersLanguage } from './reader.ts'
import { type Body, encode, encodeHead, encodeNotModified, type Head, isUnchanged, toHeaders } from './response.ts'

/** A body, and for a cached one where it came from and how long each step took. */
export type Found = Body & { outcome?: Outcome; timing?: readonly string[] }

type Kept = { bytes: Uint8Array; outcome: Outcome }

/**
 * What is remembered of an address: the head of its answer, the key of its body, the instant until which both are right, and what
 * the log calls it.
 */
type Known = { head: Head; headers: Record<string, string>; key: string; until: number; place?: Place }

/** An answer from memory, what it says of itself, and what the log calls its address. */
export type Recalled = { response: Response; told: Told; place: Place }

const MB = 1_000_000

/** Bodies by origin and ETag, which is made of the release and the canonical request. */
const bodies = new Memory<Kept>(16 * MB)

/** Headers by the address as it was written: a repeated request costs two lookups. */
const heads = new Memory<Known>(6 * MB)

/** The bytes that the headers of an answer take, roughly; the address, which they contain several times, comes on top. */
const headWeight = 1000

/** The answer to an address that this isolate has answered before; undefined when there is none in memory. */
export function recall(request: Request, url: string): Recalled | undefined {
  const { method } = request
  if (method !== 'GET' && method !== 'HEAD') return undefined
  const known = heads.get(url) ?? heads.get(toVariant(request, url))
  if (!known?.place || known.until <= Date.now()) return undefined
  const { head, headers, key, place } = known
  if (isUnchanged(request, head)) return { response: encodeNotModified(head), told: { status: 304 }, place }
  const kept = bodies.get(key)
  if (!kept) return undefined
  // Reading a header of the answer would make it a whole one on Node, where it is written as it is.
  const cache = headers['Card-Cache']
  const told = { status: 200, ...(cache && { cache }) }
  return { response: new Response(method === 'HEAD' ? null : kept.bytes, { headers }), told, place }
}

/** Adds what the log calls an address to what is remembered of it, if anything is. */
export function remark(request: Request, place: Place): void {
  const known = heads.get(request.url) ?? heads.get(toVariant(request, request.url))
  if (known) known.place = place
}

/** The address together with the reader's language, for an answer that depends on both. */
const toVariant = (request: Request, url: string): string => `${toReadersLanguage(request)} ${url}`

/** Answers 304 without a body, and HEAD as GET without its bytes. */
export async function answer(request: Request, head: Head, toBody: () => Promise<Found> | Found): Promise<Response> {
  if (isUnchanged(request, head)) return encodeNotModified(head)
  const response = encode({ ...head, ...(await toBody()) })
  return request.method === 'HEAD' ? new Response(null, response) : response
}

/**
 * The head of an answer that depends only on the version, the origin and the canonical request. One that holds a day is right
 * `until` an instant, in milliseconds since 1970.
 */
type KeptHead = Head & { etag: string; until?: number }

/** The same for such an answer: its bytes are cached. */
export const answerKept = (
  request: Request,
  { until = Number.POSITIVE_INFINITY, ...head }: KeptHead,
  toBody: () => Promise<Found> | Found,
): Promise<Response> => answer(request, head, () => keep(request, { ...head, until }, toBody))

/**
 * The same for a picture, but that HEAD draws nothing: it tells the length where the picture was answered before, or is what
 * `findDrawn` finds.
 */
export async function answerDrawn(
  request: Request,
  head: KeptHead,
  toBody: () => Promise<Found>,
  findDrawn: () => Promise<Found | undefined>,
): Promise<Response> {
  if (request.method !== 'HEAD' || bodies.get(toKey(request, head))) return answerKept(request, head, toBody)
  if (isUnchanged(request, head)) return encodeNotModified(head)
  const drawn = await findDrawn()
  return drawn ? answerKept(request, head, () => drawn) : encodeHead(head)
}

const toKey = (request: Request, { type, etag }: KeptHead): string => `${new URL(request.url).origin} ${type} ${etag}`

/** The body from the cache, or made now and put there. */
async function keep(
  request: Request,
  { until, ...head }: KeptHead & { until: number },
  toBody: () => Promise<Found> | Found,
): Promise<Body> {
  const key = toKey(request, head)
  const known = bodies.get(key)
  const {
    body,
    outcome = 'miss',
    timing = [],
  }: Found = known ? { type: head.type, body: known.bytes, outcome: known.outcome } : await toBody()
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const later = outcome === 'prerendered' ? outcome : 'hit'
  bodies.set(key, { bytes, outcome: later }, bytes.byteLength)
  const headers = toHeaders({ ...head, headers: { ...head.headers, ...toTimingHeaders(later, []) } }, bytes)
  // What depends on the reader's language is not the answer to the address alone.
  const isVariant = head.headers?.Vary?.includes('Accept-Language')
  const address = isVariant ? toVariant(request, request.url) : request.url
  heads.set(address, { head, headers, key, until }, headWeight + request.url.length * 4)
  return { type: head.type, body: bytes, headers: { ...head.headers, ...toTimingHeaders(outcome, timing) } }
}

/**
 * Where the answer came from. Server-Timing is as https://www.w3.org/TR/server-timing/ defines it; `draw` has no duration,
 * because the clock of a Worker does not move while it computes.
 */
const toTimingHeaders = (outcome: Outcome, timing: readonly string[]): Record<string, string> => ({
  'Card-Cache': outcome,
  'Server-Timing': [`cache;desc="${outcome}"`, ...timing].join(', '),
})
