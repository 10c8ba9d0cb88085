import { Memory } from './lru.ts'
import type { Outcome } from './picture-cache.ts'
import { type Body, encode, encodeHead, encodeNotModified, type Head, isMatch, toHeaders } from './response.ts'

/** How a body was come by, for bodies that are kept. */
export type Found = Body & { outcome?: Outcome; timing?: readonly string[] }

type Kept = { bytes: Uint8Array; outcome: Outcome }

const MB = 1_000_000

/** Bodies by origin and validator, which names the release and the canonical request. */
const bodies = new Memory<Kept>(16 * MB)

/** Heads by the address as it was written, so that an answer given before costs two lookups. */
const heads = new Memory<{ head: Head; headers: Record<string, string>; key: string }>(6 * MB)

/** What a head takes in bytes, about, beside the address, which is in it several times. */
const headWeight = 1000

/** The answer to an address that was answered before by this isolate; undefined when it has to be worked out. */
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

/** Answers 304 and HEAD from the head alone; a body is made only for a GET that needs it. */
export async function answer(request: Request, head: Head, toBody: () => Promise<Found> | Found): Promise<Response> {
  if (head.etag && isMatch(request.headers.get('If-None-Match'), head.etag)) return encodeNotModified(head)
  if (request.method === 'HEAD') return encodeHead(head)
  return encode({ ...head, ...(await toBody()) })
}

/** The same for what depends on nothing but the release, the origin and the canonical request: its bytes are kept. */
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
    const headers = toHeaders({ ...head, headers: { ...head.headers, ...toTold(later, []) } }, bytes)
    heads.set(request.url, { head, headers, key }, headWeight + request.url.length * 4)
    return { type: head.type, body: bytes, headers: { ...head.headers, ...toTold(outcome, timing) } }
  })
}

/**
 * How the answer was come by. Server-Timing is as https://www.w3.org/TR/server-timing/ has it; drawing is named without a
 * duration, for a Worker's clock stands still while it computes.
 */
const toTold = (outcome: Outcome, timing: readonly string[]): Record<string, string> => ({
  'Card-Cache': outcome,
  'Server-Timing': [`cache;desc="${outcome}"`, ...timing].join(', '),
})
