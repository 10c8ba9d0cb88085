import { toProblem } from '../formats/json.ts'
import { release } from '../model/catalog.ts'
import type { CardError } from '../model/errors.ts'
import { languages, say } from '../model/locales.ts'
import { noticeWords } from '../model/messages.ts'
import { Missing } from '../pages/missing.tsx'
import { pictures } from '../request/formats.ts'
import { defaultSize } from '../request/parameters.ts'
import { sizeNames } from '../request/sizes.ts'
import { findNotice } from './notices.ts'
import { type Picture, sign } from './picture.ts'
import type { Surroundings } from './picture-cache.ts'
import { type Body, encode, encodeHead } from './response.ts'

/**
 * A refusal is for one client (RFC 6585 section 4) or for one moment (RFC 9110 section 15.6.4), so no cache may keep it; it
 * says in how many seconds to come again.
 */
const refusals: Partial<Record<number, Record<string, string>>> = {
  429: { 'Cache-Control': 'no-store', 'Retry-After': '60' },
  503: { 'Cache-Control': 'no-store', 'Retry-After': '10' },
}

/** A failure in the encoding that was asked for, with its true status: a notice card, or problem details. */
export async function fail(
  request: Request,
  error: CardError | undefined,
  around: Surroundings,
  headers: Record<string, string> = {},
): Promise<Response> {
  const url = new URL(request.url)
  const code = error?.code ?? 'internal'
  const head = {
    status: error?.status ?? 500,
    life: 'error',
    headers: { 'Card-Error': code, Vary: 'Accept', ...refusals[error?.status ?? 500], ...headers },
  } as const
  const suffix = pictures.find(picture => url.pathname.endsWith(`.${picture.suffix}`))?.suffix
  const isPage =
    !suffix && !/\.\w+$|^\/oembed$/.test(url.pathname) && (request.headers.get('Accept') ?? '').includes('text/html')
  const type = suffix ?? (isPage ? 'html' : 'problem')
  if (request.method === 'HEAD') return encodeHead({ ...head, type })
  const body: Body = suffix
    ? await toNotice(url, suffix, code, head.status, around)
    : isPage
      ? {
          type: 'html',
          body: `<!doctype html>${Missing({ status: head.status, sentence: say(noticeWords[code], 'en') })}`,
        }
      : { type: 'problem', body: JSON.stringify(toProblem(error)) }
  return encode({ ...head, ...body })
}

/** As much of the query as can be known decides the size, the theme and the language of a notice; nothing of it is drawn. */
async function toNotice(
  url: URL,
  encoding: Picture['type'],
  code: CardError['code'] | 'internal',
  status: number,
  around: Surroundings,
): Promise<Body> {
  const pick = <const T extends string>(name: string, values: readonly T[], fallback: T): T =>
    values.find(value => value === url.searchParams.get(name)?.toLowerCase()) ?? fallback
  const lang = pick('lang', languages, 'en')
  const size = pick('size', sizeNames, pick('layout', ['badge'], defaultSize(encoding)))
  const theme = pick('theme', ['light', 'dark'], 'light')
  const picture = await findNotice({ code, status, lang, size, theme, encoding }, around)
  const title = `${code} ${status}`
  const provenance = {
    id: code.replaceAll('-', ''),
    lang,
    title,
    description: title,
    source: '',
    publisher: 'Caravan',
    date: '',
    licence: { name: '', url: '', covers: '' },
    release,
    permalink: url.origin,
  }
  return sign(picture, provenance)
}
