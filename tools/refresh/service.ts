import * as v from 'valibot'
import type { Words } from '../../src/model/locales.ts'
import type { QueryOf } from '../data/refresh-query.ts'
import type { Total } from './whole-years.ts'

/**
 * The answer of a service: values by year in its own unit, the totals that show whether a year is complete, and the page where a
 * reader can check them. The default `publisher` is the authority of the series; `lang` is the language of a title printed on the
 * page, and without it the title is ours.
 */
export type Answer = {
  values: ReadonlyMap<number, number>
  totals: readonly Total[]
  title: string
  url: string
  publisher?: Words
  lang?: string
  /** The name of the source, the day it became public (ISO 8601), and whether its figures are final, where it says so. */
  source?: { name: string; published: string; isFinal: boolean }
}

/** The arguments of a loader: the years of interest, the day of the query (ISO 8601), and how to ask. */
export type Asked = { years: readonly number[]; today: string; ask: Ask }

/** Reads an address; throws a sentence when the answer fails, is too slow or too large. */
export type Ask = (url: string, accept: string) => Promise<Uint8Array>

/** How long a service may take, in milliseconds, how much it may answer, in bytes, and how often it may redirect. */
const patience = 20_000
const mostAnswerBytes = 5_000_000
const hops = 3

/**
 * The body at an address, by HTTP. Throws when it is not complete within `limit` milliseconds, is over 5 MB once
 * unpacked (no more is read), or redirects to another host or away from https.
 */
export async function askByHttp(url: string, accept: string, limit = patience): Promise<Uint8Array> {
  const { host } = new URL(url)
  try {
    return await readBytes(await follow(url, accept, AbortSignal.timeout(limit)), host)
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
      const said = await readBytes(response, host).then(toBeginning, () => '')
      throw new Error(`${host} answered ${response.status}; expected 200${said === '' ? '' : `. It says "${said}"`}`)
    }
    await response.body?.cancel()
    if (!URL.canParse(location, url) || new URL(location, url).origin !== origin)
      throw new Error(`${host} answered ${response.status} and led to another place; expected 200, or one at ${origin}`)
    url = new URL(location, url).href
  }
  throw new Error(`${host} redirected more than ${hops} times; expected 200`)
}

/** The body, read no further than the limit. */
async function readBytes(response: Response, host: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > mostAnswerBytes) {
      await reader?.cancel()
      throw new Error(`${host} answered more than ${mostAnswerBytes} bytes; expected at most that`)
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts)
}

/** The text at an address. Throws as `ask` does, and when the bytes are not of the encoding. */
export async function askText(
  ask: Ask,
  url: string,
  accept: string,
  encoding: QueryOf<'csv'>['encoding'] = 'utf-8',
): Promise<string> {
  const bytes = await ask(url, accept)
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    throw new Error(`${new URL(url).host} answered bytes that are not ${encoding.toUpperCase()}`)
  }
}

/** The text of an error that came instead of figures: that of an SDMX error, or the start of the answer. */
function toBeginning(answer: string | Uint8Array): string {
  const text = typeof answer === 'string' ? answer : new TextDecoder().decode(answer)
  const [, error] = /<(?:\w+:)?Text\b[^>]*>([^<]*)</.exec(text) ?? []
  return toOneLine(error ?? text)
}

/** Text of a service as one line: a line break could start a command for the reader of the log. */
export const toOneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 80)

/** Throws when a page, an error or JSON came instead of a table. */
export function refuseOther(text: string, service: string, expected: string): void {
  if (text.trim() === '') throw new Error(`${service} answered nothing; expected ${expected}`)
  if (/^\s*[<{[]/.test(text)) throw new Error(`${service} did not answer ${expected}; it says "${toBeginning(text)}"`)
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
    throw new Error(`${service} did not answer JSON; it says "${toBeginning(text)}"`)
  }
}
