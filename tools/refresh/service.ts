import * as v from 'valibot'
import type { Words } from '../../src/model/locales.ts'

/** One figure a service gave, in the stored unit, for a whole year. */
export type Figure = { year: number; value: number }

/** What a service answered: figures, and the page a reader can check them on. */
export type Answer = { figures: Figure[]; title: string; publisher: Words; url: string }

/** Asks an address and gives its text; throws a sentence when the answer fails, is too slow or too large. */
export type Ask = (url: string, accept: string) => Promise<string>

/** How long a service may take, in milliseconds, how much it may answer, in bytes, and how often it may redirect. */
const patience = 20_000
const most = 5_000_000
const hops = 3

/**
 * The text at an address, by HTTP. Throws when it does not come whole within `limit` milliseconds, is over 5 MB once
 * unpacked, of which no more is read, is not UTF-8, or leads to another host or away from https.
 */
export async function askByHttp(url: string, accept: string, limit = patience): Promise<string> {
  const { host } = new URL(url)
  try {
    return await readText(await follow(url, accept, AbortSignal.timeout(limit)), host)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'TimeoutError') throw new Error(`${host} did not answer within ${limit / 1000} seconds`)
    if (error instanceof TypeError) throw new Error(`${host} cannot be reached: ${error.message}`)
    throw error
  }
}

/** Follows redirects within the host of the first address and its scheme. */
async function follow(start: string, accept: string, signal: AbortSignal): Promise<Response> {
  const { origin, host } = new URL(start)
  let url = start
  for (let hop = 0; hop <= hops; hop++) {
    const response = await fetch(url, { headers: { Accept: accept }, signal, redirect: 'manual' })
    if (response.ok) return response
    const location = response.headers.get('Location')
    if (response.status < 300 || response.status > 399 || location === null) {
      await response.body?.cancel()
      throw new Error(`${host} answered ${response.status}; expected 200`)
    }
    await response.body?.cancel()
    if (!URL.canParse(location, url) || new URL(location, url).origin !== origin)
      throw new Error(`${host} answered ${response.status} and led to another place; expected 200, or one at ${origin}`)
    url = new URL(location, url).href
  }
  throw new Error(`${host} redirected more than ${hops} times; expected 200`)
}

/** The body as text, read no further than the limit. */
async function readText(response: Response, host: string): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > most) {
      await reader?.cancel()
      throw new Error(`${host} answered more than ${most} bytes; expected at most that`)
    }
    parts.push(part.value)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(Buffer.concat(parts))
  } catch {
    throw new Error(`${host} answered bytes that are not UTF-8`)
  }
}

/** Reads an answer in the form a service documents, or says that the form has changed. */
export function read<T extends v.GenericSchema>(schema: T, text: string, service: string): v.InferOutput<T> {
  const parsed = v.safeParse(schema, readJson(text, service))
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const where = issue?.path?.map((step: { key: unknown }) => String(step.key)).join('.') ?? 'the answer'
  throw new Error(`${service} has changed its answer: ${where}: ${issue?.message ?? 'unknown form'}`)
}

function readJson(text: string, service: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${service} did not answer JSON; it began with "${text.slice(0, 40).replace(/\s+/g, ' ')}"`)
  }
}

/** Exports and imports of one year added up to turnover; a year with one of the two only is left out. */
export function toTurnover(
  exports: ReadonlyMap<number, number>,
  imports: ReadonlyMap<number, number>,
  divisor: number,
): Figure[] {
  return [...exports].flatMap(([year, value]) => {
    const other = imports.get(year)
    return other === undefined ? [] : [{ year, value: Number(((value + other) / divisor).toFixed(3)) }]
  })
}
