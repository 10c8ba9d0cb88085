import type { Lang } from '../model/locales.ts'
import { readQueryValue } from '../request/query-value.ts'
import { toIndicatorUrl } from '../request/urls.ts'
import * as site from '../site.ts'

/** The formats the console asks for, and the languages it writes the request in. */
export const trialFormats = ['json', 'csv', 'svg', 'png'] as const
type TrialFormat = (typeof trialFormats)[number]
export const trialCodes = ['curl', 'js', 'python', 'r'] as const
export type TrialCode = (typeof trialCodes)[number]

/** Whether an answer is shown as a picture. */
export const isPictureFormat = (format: TrialFormat): format is 'svg' | 'png' => format === 'svg' || format === 'png'

/** A request of the console, and its answer. */
export type Trial = {
  id: string
  format: TrialFormat
  code: TrialCode
  from: string
  /** The absolute address that was asked. */
  url: string
  answer: { status: number; type: string; bytes: number; etag: string; text: string; isCut: boolean }
}

/** How many characters of an answer are shown. */
const mostCharacters = 6000

type TrialRequest = {
  url: URL
  /** The cards to choose from. */
  ids: readonly string[]
  lang: Lang
  ask: (url: string) => Promise<Response>
}

/** Reads the query of the docs and sends the request it describes; an unknown value is replaced by the default. */
export async function toTrial({ url, ids, lang, ask }: TrialRequest): Promise<Trial> {
  const query = url.searchParams
  const pick = <const T extends string>(name: string, values: readonly T[], fallback: T): T =>
    values.find(value => value === readQueryValue(query, name).toLowerCase()) ?? fallback
  const id = pick('id', ids, ids.includes(site.examples.id) ? site.examples.id : (ids[0] ?? ''))
  const format = pick('as', trialFormats, 'json')
  const from = /^\d{4}$/.exec(readQueryValue(query, 'from'))?.[0] ?? ''
  const taken = new Map<'from' | 'lang', string>()
  if (from) taken.set('from', from)
  if (lang !== site.offered[0]) taken.set('lang', lang)
  const asked = toIndicatorUrl(url.origin, `${id}.${format}`, taken)
  const code = pick('code', trialCodes, 'curl')
  return { id, format, code, from, url: asked, answer: await readAnswer(await ask(asked), format) }
}

async function readAnswer(response: Response, format: TrialFormat): Promise<Trial['answer']> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const whole = format === 'png' && response.ok ? '' : new TextDecoder().decode(bytes)
  const text = format === 'json' ? JSON.stringify(JSON.parse(whole), null, 2) : whole
  return {
    status: response.status,
    type: response.headers.get('Content-Type') ?? '',
    bytes: bytes.byteLength,
    etag: response.headers.get('ETag') ?? '–',
    text: text.slice(0, mostCharacters),
    isCut: text.length > mostCharacters,
  }
}
