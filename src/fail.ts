import { drawNotice } from './cards/notice.tsx'
import { release } from './catalog.ts'
import type { Drawing } from './drawing.ts'
import { type Body, encode, encodeHead } from './encode.ts'
import type { CardError } from './errors.ts'
import { toProblem } from './json.ts'
import { languages, say } from './lang.ts'
import { Missing } from './pages/missing.tsx'
import { toPaint } from './palette.ts'
import { sign, toPicture } from './picture.ts'
import { type Size, sizeNames, sizes } from './sizes.ts'
import { noticeWords } from './words.ts'

/** A failure in the encoding that was asked for, with its true status: a notice card, or problem details. */
export async function fail(
  request: Request,
  error: CardError | undefined,
  headers: Record<string, string> = {},
): Promise<Response> {
  const url = new URL(request.url)
  const code = error?.code ?? 'internal'
  const head = {
    status: error?.status ?? 500,
    life: 'error',
    headers: { 'Card-Error': code, Vary: 'Accept', ...headers },
  } as const
  const suffix = url.pathname.endsWith('.svg') ? 'svg' : url.pathname.endsWith('.png') ? 'png' : undefined
  const isPage =
    !suffix && !/\.\w+$|^\/oembed$/.test(url.pathname) && (request.headers.get('Accept') ?? '').includes('text/html')
  const type = suffix ?? (isPage ? 'html' : 'problem')
  if (request.method === 'HEAD') return encodeHead({ ...head, type })
  const body: Body = suffix
    ? await toNotice(url, suffix, code, head.status)
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
  encoding: 'svg' | 'png',
  code: CardError['code'] | 'internal',
  status: number,
): Promise<Body> {
  const pick = <const T extends string>(name: string, values: readonly T[], fallback: T): T =>
    values.find(value => value === url.searchParams.get(name)?.toLowerCase()) ?? fallback
  const lang = pick('lang', languages, 'en')
  const size = pick('size', sizeNames, pick('layout', ['badge'], encoding === 'svg' ? 'wide' : 'og'))
  const theme = pick('theme', ['light', 'dark'], 'light')
  const drawing = await drawNotice({ code, status, lang, size }).catch((error: unknown) => {
    console.error(JSON.stringify({ level: 'error', path: url.pathname, cause: String(error) }))
    return drawBlank(size)
  })
  const title = `${code} ${status}`
  const provenance = {
    id: code.replaceAll('-', ''),
    lang,
    title,
    description: title,
    source: '',
    publisher: 'Caravan',
    date: '',
    licence: { name: '', url: '' },
    release,
    permalink: url.origin,
  }
  return sign(toPicture(drawing, toPaint({ theme }), { encoding, scale: 1 }), provenance)
}

/** The notice of last resort, when not even words can be laid out: an empty card with its rule. */
function drawBlank(size: Size): Drawing {
  const { width, height } = size === 'badge' ? { width: 20, height: 20 } : sizes[size]
  return {
    width,
    height,
    marks: [{ kind: 'rect', ink: 'muted', x: width / 10, y: height / 10, width: width / 15, height: height / 90 }],
  }
}
