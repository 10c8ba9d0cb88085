import { type Logged, toSubject } from './log.ts'
import { MB, Memory } from './lru.ts'
import type { AppContext } from './platform.ts'
import { toReadersLanguage } from './reader.ts'
import {
  encode,
  encodeBody,
  encodeHead,
  encodeNotModified,
  isUnchanged,
  type ResponseHead,
  type ResponseParts,
  toHeaders,
} from './response.ts'

/** Where the body of an answer came from: the build, a cache, or made for this request. */
type Outcome = 'prerendered' | 'hit' | 'miss'

type ResponseBody = ResponseParts['body']

/** A body, where it came from, and how long each step took. */
export type FoundBody = { body: ResponseBody; outcome: Outcome; timing: readonly string[] }

/**
 * The cache entry of an address: the head of its answer, the key of its body, the instant until which both are right, and the
 * part of its log line.
 */
type KeptAnswer = {
  head: ResponseHead
  headers: Record<string, string>
  key: string
  until: number
  logged: Logged
}

/** Bodies by origin and ETag, which is made of the release and the canonical request: all ways to write it share one. */
const bodies = new Memory<FoundBody & { body: Uint8Array }>(16 * MB)

/**
 * Headers by the address as it was written: a repeated request costs two lookups. Where the answer depends on the reader's
 * language too, the address leads to those of each language.
 */
const heads = new Memory<KeptAnswer | 'by language'>(6 * MB)

/** The bytes that the headers of an answer take, roughly; the address, which they contain several times, comes on top. */
const headWeight = 1000

/** The answer that this isolate has in memory for an address, and the part of its log line; undefined on a miss. */
export function recall(request: Request, address: string): { response: Response; logged: Logged } | undefined {
  const { method } = request
  if (method !== 'GET' && method !== 'HEAD') return undefined
  const entry = heads.get(address)
  const known = entry === 'by language' ? heads.get(toVariant(request, address)) : entry
  if (!known || known === 'by language' || known.until <= Date.now()) return undefined
  const { head, headers, key, logged } = known
  if (isUnchanged(request, head)) {
    const { cache: _, ...subject } = logged
    return { response: encodeNotModified(head), logged: { ...subject, status: 304 } }
  }
  const kept = bodies.get(key)
  return kept && { response: new Response(method === 'HEAD' ? null : kept.body, { headers }), logged }
}

/** The address together with the reader's language, for an answer that depends on both. */
const toVariant = (request: Request, address: string): string => `${toReadersLanguage(request)} ${address}`

/** Answers with a body that is made for this request; 304 without it. */
export async function answer(
  { req: { raw } }: AppContext,
  head: ResponseHead,
  toBody: () => Promise<ResponseBody> | ResponseBody,
): Promise<Response> {
  return isUnchanged(raw, head) ? encodeNotModified(head) : encode({ ...head, body: await toBody() })
}

/**
 * The head of an answer that depends only on the version, the origin and the canonical request. One that holds a day is right
 * `until` an instant, in milliseconds since 1970.
 */
type KeptHead = Omit<ResponseHead, 'status'> & { etag: string; until?: number }

/** The same for an answer that is kept in memory. */
export const answerKept = (
  context: AppContext,
  head: KeptHead,
  toBody: () => Promise<ResponseBody> | ResponseBody,
): Promise<Response> => answerFound(context, head, async () => ({ body: await toBody(), outcome: 'miss', timing: [] }))

/** The same for a body that `find` finds outside this memory; without a body, for HEAD, when it finds none. */
export async function answerFound(
  context: AppContext,
  { until = Number.POSITIVE_INFINITY, ...head }: KeptHead,
  find: () => Promise<FoundBody | undefined>,
): Promise<Response> {
  const { raw: request } = context.req
  if (isUnchanged(request, head)) return encodeNotModified(head)
  const key = `${new URL(request.url).origin} ${head.type} ${head.etag}`
  const found = bodies.get(key) ?? (await find())
  if (!found) return encodeHead(head)
  const { outcome, timing } = found
  const body = encodeBody(found.body)
  const later = outcome === 'prerendered' ? outcome : 'hit'
  bodies.set(key, { body, outcome: later, timing: [] }, body.byteLength)
  const ordinary = toHeaders(head, body)
  const headers = { ...ordinary, ...toTimingHeaders(later, []) }
  const { address } = context.env
  const kept = { head, headers, key, until, logged: { ...toSubject(context), status: 200, cache: later } }
  const isVariant = head.headers?.Vary?.includes('Accept-Language')
  if (isVariant) heads.set(address, 'by language', address.length * 2)
  heads.set(isVariant ? toVariant(request, address) : address, kept, headWeight + address.length * 4)
  return new Response(body, { headers: { ...ordinary, ...toTimingHeaders(outcome, timing) } })
}

/**
 * Where the answer came from. Server-Timing is as https://www.w3.org/TR/server-timing/ defines it; `draw` has no duration,
 * because the clock of a Worker does not move while it computes.
 */
const toTimingHeaders = (outcome: Outcome, timing: readonly string[]): Record<string, string> => ({
  'Card-Cache': outcome,
  'Server-Timing': [`cache;desc="${outcome}"`, ...timing].join(', '),
})
