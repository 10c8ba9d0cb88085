import { drawNotice } from '../draw/layouts/notice.tsx'
import type { Scene } from '../draw/scene.ts'
import { toPaint } from '../draw/theme.ts'
import { toProblem } from '../formats/problem.ts'
import { release } from '../model/catalog.ts'
import type { CardError } from '../model/errors.ts'
import { languages, say } from '../model/locales.ts'
import { noticeWords } from '../model/messages.ts'
import { Missing } from '../pages/missing.tsx'
import { type PictureSuffix, pictures } from '../request/formats.ts'
import { defaultSize } from '../request/parameters.ts'
import { isPage, type Route } from '../request/routes.ts'
import { type Size, sizeNames, sizes } from '../request/sizes.ts'
import * as site from '../site.ts'
import { Memory } from './lru.ts'
import { type Picture, toPicture } from './picture.ts'
import { type Body, encode, encodeHead } from './response.ts'

/** RFC 6585 section 4: a 429 is for one client, so no cache may store it; `Retry-After` says when to try again. */
const refusal = { 'Cache-Control': 'no-store', 'Retry-After': '60' }

type Where = { route?: Route | undefined; headers?: Record<string, string> }

/**
 * A failure in the encoding that was asked for, with its true status: a notice card for a picture, a page for a reader who
 * asks for HTML at the address of a page, problem details for anything else. Without an error it is a fault of ours: 500.
 */
export async function fail(
  request: Request,
  error: CardError | undefined,
  { route, headers = {} }: Where = {},
): Promise<Response> {
  const url = new URL(request.url)
  const code = error?.code ?? 'internal'
  const format = pictures.find(({ suffix }) => url.pathname.endsWith(`.${suffix}`))
  const isForReader = (!route || isPage(route)) && !/\.\w+$/.test(url.pathname)
  const isHtml = !format && isForReader && (request.headers.get('Accept') ?? '').includes('text/html')
  const head = {
    status: error?.status ?? 500,
    life: 'error',
    headers: {
      'Card-Error': code,
      // What goes by Accept alone: at the address of a page a program gets problem details.
      ...(!format && isForReader && { Vary: 'Accept' }),
      ...(error?.status === 429 && refusal),
      ...headers,
    },
  } as const
  const type = format?.type ?? (isHtml ? 'html' : 'problem')
  if (request.method === 'HEAD') return encodeHead({ ...head, type })
  const body: Body = format
    ? { type: format.type, body: await toNotice(url, format.suffix, code, head.status) }
    : isHtml
      ? {
          type: 'html',
          body: `<!doctype html>${Missing({ status: head.status, sentence: say(noticeWords[code], 'en') })}`,
        }
      : { type: 'problem', body: JSON.stringify(toProblem(error)) }
  return encode({ ...head, ...body })
}

/** A notice in the size, theme and language of the query, as far as these are valid; nothing that was sent is drawn. */
async function toNotice(
  url: URL,
  encoding: PictureSuffix,
  code: CardError['code'] | 'internal',
  status: number,
): Promise<Body['body']> {
  const pick = <const T extends string>(name: string, values: readonly T[], fallback: T): T =>
    values.find(value => value === url.searchParams.get(name)?.toLowerCase()) ?? fallback
  const lang = pick('lang', languages, 'en')
  const size = pick('size', sizeNames, pick('layout', ['badge'], defaultSize(encoding)))
  const theme = pick('theme', ['light', 'dark'], 'light')
  const picture = await findNotice({ code, status, lang, size, theme, encoding })
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

type Notice = Parameters<typeof drawNotice>[0] & { theme: 'light' | 'dark'; encoding: PictureSuffix }

/** There are a few thousand different notices, so a flood of mistakes costs little drawing. */
const notices = new Memory<Picture>(2_000_000)

/** The picture of a notice. If that cannot be drawn: an empty card; if that fails as well: an empty badge. */
async function findNotice(notice: Notice): Promise<Picture> {
  const { theme, encoding, size } = notice
  const key = Object.values(notice).join()
  const known = notices.get(key)
  if (known) return known
  const encodeNotice = (scene: Scene): Picture => toPicture(scene, toPaint({ theme }), { encoding, scale: 1 })
  try {
    const picture = encodeNotice(await drawNotice(notice))
    notices.set(key, picture, picture.weight)
    return picture
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', part: 'notice', cause: String(error) }))
    try {
      return encodeNotice(drawBlank(size))
    } catch {
      return encodeNotice(drawBlank('badge'))
    }
  }
}

/** An empty card with its rule, for when words cannot be laid out. */
function drawBlank(size: Size): Scene {
  const { width, height } = size === 'badge' ? { width: 20, height: 20 } : sizes[size]
  return {
    width,
    height,
    marks: [{ kind: 'rect', ink: 'muted', x: width / 10, y: height / 10, width: width / 15, height: height / 90 }],
  }
}
