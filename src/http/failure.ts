import { toNoticeTitle } from '../card/notice.ts'
import { type RequestedCard, toRequestedCard } from '../card/requested-card.ts'
import { toProblem } from '../formats/problem.ts'
import { catalog, release } from '../model/catalog.ts'
import type { CardError } from '../model/errors.ts'
import type { Lang } from '../model/locales.ts'
import { findNearest } from '../model/nearest.ts'
import { EmbedFailure } from '../pages/embed.tsx'
import { Missing } from '../pages/missing.tsx'
import { type PictureSuffix, pictures } from '../request/formats.ts'
import { defaultSize } from '../request/parameters.ts'
import { readQueryValue } from '../request/query-value.ts'
import { isPage } from '../request/routes.ts'
import { sizeNames } from '../request/sizes.ts'
import { toLanguageSearch } from '../request/urls.ts'
import * as site from '../site.ts'
import { readIndicators } from './indicators.ts'
import { attempt, findMatchedRoute } from './log.ts'
import { findNotice } from './notices.ts'
import type { PictureFile } from './picture.ts'
import type { AppContext, Platform } from './platform.ts'
import { findLang, toReadersLanguage } from './reader.ts'
import { embedPolicy, encode, encodeHead, methods } from './response.ts'
import { toHtml } from './routes/handler.ts'

/**
 * A 429 is for one client (RFC 6585 section 4) and a 503 for one moment (RFC 9110 section 15.6.4), so no cache may store
 * either; `Retry-After` says in how many seconds to try again.
 */
const refusalHeaders: Partial<Record<number, Record<string, string>>> = {
  429: { 'Cache-Control': 'no-store', 'Retry-After': '60' },
  503: { 'Cache-Control': 'no-store', 'Retry-After': '10' },
}

/** A refusal, or a fault of ours, as it is answered at an address. */
type Failure = { url: URL; lang: Lang; status: number } & Pick<CardError, 'code' | 'detail'>

/**
 * A failure in the encoding that was asked for, with its true status: a notice card for a picture, a page for a reader who
 * asks for HTML at the address of a page, problem details for anything else. Without an error it is a fault of ours: 500.
 */
export async function fail(context: AppContext, error: CardError | undefined): Promise<Response> {
  const { raw: request } = context.req
  const url = new URL(request.url)
  const route = findMatchedRoute(context)
  const { code, status, detail } = error ?? { code: 'internal' as const, status: 500, detail: {} }
  const format = pictures.find(({ suffix }) => url.pathname.endsWith(`.${suffix}`))
  const isForReader = !format && (!route || isPage(route)) && !/\.\w+$/.test(url.pathname)
  const lang = isForReader ? toReadersLanguage(request) : (findLang(url) ?? site.offered[0])
  const isHtml = isForReader && (request.headers.get('Accept') ?? '').includes('text/html')
  const isEmbed = isHtml && route === '/indicators/{id}/embed'
  const head = {
    status,
    life: 'error',
    headers: {
      'Card-Error': code,
      // The answer depends on these headers: a page is in the reader's language, and a program gets problem details.
      ...(isForReader && { Vary: 'Accept, Accept-Language' }),
      ...(isEmbed && { 'Content-Security-Policy': embedPolicy }),
      ...refusalHeaders[status],
      ...(status === 405 && { Allow: route === '/mcp' ? 'POST, OPTIONS' : methods.join(', ') }),
    },
  } as const
  const failure = { url, lang, code, status, detail }
  // HEAD draws no picture; the length of anything else is that of its bytes, which Hono leaves out.
  if (format && request.method === 'HEAD') return encodeHead({ ...head, type: format.type })
  if (format) return encode({ ...head, type: format.type, body: await toNotice(failure, format.suffix, context.env) })
  if (!isHtml) return encode({ ...head, type: 'problem', body: JSON.stringify(toProblem(error, lang)) })
  return encode({ ...head, type: 'html', body: isEmbed ? toEmbedFailure(failure) : await toPage(failure, context.env) })
}

/** The failure in an iframe, which any site may show. */
const toEmbedFailure = ({ url: { origin }, lang, code }: Failure): string =>
  toHtml(EmbedFailure({ lang, sentence: toNoticeTitle({ code, lang }), origin }))

/** The failure as a page in the reader's language. Where the cards it would name cannot be read, it does without. */
async function toPage({ url, lang, code, status, detail }: Failure, platform: Platform): Promise<string> {
  const isPassing = status === 429 || status >= 500
  const isUnknown = code === 'unknown-indicator' || code === 'unknown-path'
  const ids = catalog.map(({ id }) => id)
  const name = url.pathname.split('/').find(part => part !== '' && part !== 'indicators') ?? ''
  const nearest = isUnknown ? (detail.suggestion ?? findNearest(name, ids)) : undefined
  const readTiles = (names: readonly string[]) => readDefaultCards(names, { url, lang }, platform)
  return toHtml(
    Missing({
      origin: url.origin,
      lang,
      status,
      isPassing,
      isUnknown,
      sentence: toNoticeTitle({ code, lang }),
      detail,
      meant: nearest === undefined ? undefined : (await readTiles([nearest]))[0],
      start: isPassing ? [] : await readTiles(ids.slice(0, 3)),
    }),
  )
}

/** The default cards of some indicators; none when they cannot be read, because a failure must not fail. */
async function readDefaultCards(
  ids: readonly string[],
  { url: { origin }, lang }: Pick<Failure, 'url' | 'lang'>,
  platform: Platform,
): Promise<RequestedCard[]> {
  const url = new URL(`/${toLanguageSearch(lang)}`, origin)
  const cards = await attempt('failure', async () => {
    const indicators = await readIndicators(ids, platform)
    return indicators.map(indicator => toRequestedCard(url, indicator, 'html'))
  })
  return cards ?? []
}

/** A notice in the size, theme and language of the query, as far as these are valid; nothing that was sent is drawn. */
async function toNotice(
  { url, lang, code, status, detail: { parameter, allowed } }: Failure,
  encoding: PictureSuffix,
  platform: Platform,
): Promise<PictureFile['body']> {
  const pick = <const T extends string>(name: string, values: readonly T[], fallback: T): T =>
    values.find(value => value === readQueryValue(url.searchParams, name).toLowerCase()) ?? fallback
  const size = pick('size', sizeNames, pick('layout', ['badge'], defaultSize(encoding)))
  const theme = pick('theme', ['light', 'dark'], 'light')
  const picture = await findNotice(
    { code, status, lang, size, theme, encoding, ...(parameter && { parameter }), ...(allowed && { allowed }) },
    platform,
  )
  const title = `${code} ${status}`
  return picture.sign({
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
  })
}
