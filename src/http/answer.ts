import { Memory } from './lru.ts'
import type { Outcome } from './picture-cache.ts'
import { type Body, encode, encodeHead, encodeNotModified, type Head, isMatch, toHeaders } from './response.ts'

/** A body, and for a cached one where it came from and how long each step took. */
export type Found = Body & { outcome?: Outcome; timing?: readonly string[] }

type Kept = { bytes: Uint8Array; outcome: Outcome }

const MB = 1_000_000

/** Bodies by origin and ETag, which is made of the release and the canonical request. */
const bodies = new Memory<Kept>(16 * MB)

/** Headers by the address as it was written: a repeated request costs two lookups. */
const heads = new Memory<{ head: Head; headers: Record<string, string>; key: string }>(6 * MB)

/** The bytes that the headers of an answer take, roughly; the address, which they contain several times, comes on top. */
const headWeight = 1000

/** The answer to an address that this isolate has answered before; undefined when there is none in memory. */
export function recall(request: Request): Response | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  const known = heads.get(request.url)
  if (!known) return undefined
  const { head, headers, key } = known
  if (head.etag && isMatch(request.headers.get('If-None-Match'), head.etag)) return encodeNotModified(head)
  if (request.method === 'HEAD') return encodeHead(head)
  const kept = bodies.get(key)
  return kept && new Response(kept.bytes, { headers })
}

/** Answers 304 and HEAD without a body; `toBody` is called only for a GET that needs it. */
export async function answer(request: Request, head: Head, toBody: () => Promise<Found> | Found): Promise<Response> {
  if (head.etag && isMatch(request.headers.get('If-None-Match'), head.etag)) return encodeNotModified(head)
  if (request.method === 'HEAD') return encodeHead(head)
  return encode({ ...head, ...(await toBody()) })
}

/** The same for an answer that depends only on the release, the origin and the canonical request: its bytes are cached. */
export async function answerKept(
  request: Request,
  head: Head & { etag: string },
  toBody: () => Promise<Found> | Found,
): Promise<Response> {
  return answer(request, head, async () => {
    const key = `${new URL(request.url).origin} ${head.type} ${head.etag}`
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
    heads.set(request.url, { head, headers, key }, headWeight + request.url.length * 4)
    return { type: head.type, body: bytes, headers: { ...head.headers, ...toTimingHeaders(outcome, timing) } }
  })
}

/**
 * Where the answer came from. Server-Timing is as https://www.w3.org/TR/server-timing/ defines it; `draw` has no duration,
 * because the clock of a Worker does not move while it computes.
 */
const toTimingHeaders = (outcome: Outcome, timing: readonly string[]): Record<string, string> => ({
  'Card-Cache': outcome,
  'Server-Timing': [`cache;desc="${outcome}"`, ...timing].join(', '),
})
