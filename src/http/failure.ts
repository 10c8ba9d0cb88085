import { toNoticeTitle } from '../card/notice.ts'
import { type RequestedCard, toRequestedCard } from '../card/requested-card.ts'
import { toProblem } from '../formats/problem.ts'
import { catalog, release } from '../model/catalog.ts'
import type { CardError } from '../model/errors.ts'
import type { Lang } from '../model/locales.ts'
import type { NoticeCode } from '../model/messages.ts'
import { findNearest } from '../model/nearest.ts'
import { EmbedFailure } from '../pages/embed.tsx'
import { Missing } from '../pages/missing.tsx'
import { type PictureSuffix, pictures } from '../request/formats.ts'
import { defaultSize } from '../request/parameters.ts'
import { readQueryValue } from '../request/query-value.ts'
import { isPage, type Route } from '../request/routes.ts'
import { sizeNames } from '../request/sizes.ts'
import * as site from '../site.ts'
import { readIndicators } from './indicators.ts'
import { logFault } from './log.ts'
import { findNotice } from './notices.ts'
import type { Surroundings } from './picture-cache.ts'
import { findLang, toReadersLanguage } from './reader.ts'
import { type Body, embedPolicy, encode, encodeHead } from './response.ts'

/**
 * A 429 is for one client (RFC 6585 section 4) and a 503 for one moment (RFC 9110 section 15.6.4), so no cache may store
 * either; `Retry-After` says in how many seconds to try again.
 */
const refusals: Partial<Record<number, Record<string, string>>> = {
  429: { 'Cache-Control': 'no-store', 'Retry-After': '60' },
  503: { 'Cache-Control': 'no-store', 'Retry-After': '10' },
}

type Where = { route?: Route | undefined; headers?: Record<string, string> }

/**
 * A failure in the encoding that was asked for, with its true status: a notice card for a picture, a page for a reader who
 * asks for HTML at the address of a page, problem details for anything else. Without an error it is a fault of ours: 500.
 */
export async function fail(
  request: Request,
  error: CardError | undefined,
  around: Surroundings,
  { route, headers = {} }: Where = {},
): Promise<Response> {
  const url = new URL(request.url)
  const code = error?.code ?? 'internal'
  const format = pictures.find(({ suffix }) => url.pathname.endsWith(`.${suffix}`))
  const isForReader = (!route || isPage(route)) && !/\.\w+$/.test(url.pathname)
  const lang = isForReader ? toReadersLanguage(request) : (findLang(url) ?? site.offered[0])
  const isHtml = !format && isForReader && (request.headers.get('Accept') ?? '').includes('text/html')
  const isEmbed = isHtml && route === '/indicators/{id}/embed'
  const head = {
    status: error?.status ?? 500,
    life: 'error',
    headers: {
      'Card-Error': code,
      // What goes by the headers of the request alone: a page speaks the reader's language, and a program gets problem details.
      ...(!format && isForReader && { Vary: 'Accept, Accept-Language' }),
      ...(isEmbed && { 'Content-Security-Policy': embedPolicy }),
      ...refusals[error?.status ?? 500],
      ...headers,
    },
  } as const
  // HEAD draws no picture; the length of anything else is that of its bytes, which Hono leaves out.
  if (format && request.method === 'HEAD') return encodeHead({ ...head, type: format.type })
  const body: Body = format
    ? { type: format.type, body: await toNotice(url, format.suffix, code, head.status, error?.detail ?? {}, around) }
    : isHtml
      ? { type: 'html', body: isEmbed ? toEmbedFailure(request, code) : await toPage(request, error, around) }
      : { type: 'problem', body: JSON.stringify(toProblem(error, lang)) }
  return encode({ ...head, ...body })
}

/** The failure in an iframe, which any site may show. */
function toEmbedFailure(request: Request, code: NoticeCode): string {
  const lang = toReadersLanguage(request)
  const { origin } = new URL(request.url)
  return `<!doctype html>${EmbedFailure({ lang, sentence: toNoticeTitle({ code, lang }), origin })}`
}

/** The failure as a page in the reader's language. Where the cards it would name cannot be read, it does without. */
async function toPage(request: Request, error: CardError | undefined, around: Surroundings): Promise<string> {
  const url = new URL(request.url)
  const lang = toReadersLanguage(request)
  const code = error?.code ?? 'internal'
  const status = error?.status ?? 500
  const isPassing = status === 429 || status >= 500
  const isUnknown = code === 'unknown-indicator' || code === 'unknown-path'
  const name = url.pathname.split('/').find(part => part !== '' && part !== 'indicators') ?? ''
  const nearest = isUnknown
    ? (error?.detail.suggestion ??
      findNearest(
        name,
        catalog.map(({ id }) => id),
      ))
    : undefined
  const page = Missing({
    origin: url.origin,
    lang,
    status,
    isPassing,
    isUnknown,
    sentence: toNoticeTitle({ code, lang }),
    detail: error?.detail ?? {},
    meant: isPassing || !nearest ? undefined : (await readTiles([nearest], url, lang, around))[0],
    start: isPassing
      ? []
      : await readTiles(
          catalog.slice(0, 3).map(({ id }) => id),
          url,
          lang,
          around,
        ),
  })
  return `<!doctype html>${page}`
}

/** The default cards of some indicators; none when they cannot be read, because a failure must not fail. */
async function readTiles(
  ids: readonly string[],
  { origin }: URL,
  lang: Lang,
  around: Surroundings,
): Promise<RequestedCard[]> {
  const search = new URLSearchParams(lang === site.offered[0] ? {} : { lang })
  try {
    const indicators = await readIndicators(ids, around)
    return indicators.map(indicator => toRequestedCard(new URL(origin), indicator, 'html', search))
  } catch (cause) {
    logFault({ part: 'failure', cause: String(cause) })
    return []
  }
}

/** A notice in the size, theme and language of the query, as far as these are valid; nothing that was sent is drawn. */
async function toNotice(
  url: URL,
  encoding: PictureSuffix,
  code: CardError['code'] | 'internal',
  status: number,
  { parameter, allowed }: CardError['detail'],
  around: Surroundings,
): Promise<Body['body']> {
  const pick = <const T extends string>(name: string, values: readonly T[], fallback: T): T =>
    values.find(value => value === readQueryValue(url.searchParams, name).toLowerCase()) ?? fallback
  const lang = findLang(url) ?? site.offered[0]
  const size = pick('size', sizeNames, pick('layout', ['badge'], defaultSize(encoding)))
  const theme = pick('theme', ['light', 'dark'], 'light')
  const picture = await findNotice(
    { code, status, lang, size, theme, encoding, ...(parameter && { parameter }), ...(allowed && { allowed }) },
    around,
  )
  const title = `${code} ${status}`
  const provenance = {
    id: code.replaceAll('-', ''),
    lang,
    title,
    description: title,
    source: '',
    publisher: site.name,
    date: '',
    licence: { name: '', url: '', covers: '' },
    release,
    permalink: url.origin,
  }
  return picture.sign(provenance)
}
