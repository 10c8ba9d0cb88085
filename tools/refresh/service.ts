import * as v from 'valibot'
import type { Words } from '../../src/model/locales.ts'

/** One figure a service gave, in the stored unit, for a whole year. */
export type Figure = { year: number; value: number }

/** What a service answered: figures, and the page a reader can check them on. */
export type Answer = { figures: Figure[]; title: string; publisher: Words; url: string }

/** Asks an address and gives its text; throws a sentence when the answer fails, is too slow or too large. */
export type Ask = (url: string, accept: string) => Promise<string>

/** How long a service may take, in milliseconds, and how much it may answer, in characters. */
const patience = 20_000
const most = 5_000_000

/** The real thing: HTTP with a limit on time and size. */
export async function askByHttp(url: string, accept: string, limit = patience): Promise<string> {
  const host = new URL(url).host
  const response = await fetch(url, { headers: { Accept: accept }, signal: AbortSignal.timeout(limit) }).catch(
    (error: unknown) => {
      const isSlow = error instanceof Error && error.name === 'TimeoutError'
      throw new Error(
        isSlow
          ? `${host} did not answer within ${limit / 1000} seconds`
          : `${host} cannot be reached: ${error instanceof Error ? error.message : 'no answer'}`,
      )
    },
  )
  if (!response.ok) throw new Error(`${host} answered ${response.status}; expected 200`)
  const text = await response.text()
  if (text.length > most) throw new Error(`${host} answered ${text.length} characters; expected at most ${most}`)
  return text
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
