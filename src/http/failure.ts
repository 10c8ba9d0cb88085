import { drawNotice } from '../draw/layouts/notice.tsx'
import type { Scene } from '../draw/scene.ts'
import { toPaint } from '../draw/theme.ts'
import { toProblem } from '../formats/json.ts'
import { release } from '../model/catalog.ts'
import type { CardError } from '../model/errors.ts'
import { languages, say } from '../model/locales.ts'
import { noticeWords } from '../model/messages.ts'
import { Missing } from '../pages/missing.tsx'
import { pictures } from '../request/formats.ts'
import { defaultSize } from '../request/parameters.ts'
import { type Size, sizeNames, sizes } from '../request/sizes.ts'
import { Memory } from './lru.ts'
import { type Picture, sign, toPicture } from './picture.ts'
import { type Body, encode, encodeHead } from './response.ts'

/** RFC 6585 section 4: a refusal is for one client, so no cache may keep it; it says when to come again. */
const refusal = { 'Cache-Control': 'no-store', 'Retry-After': '60' }

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
    headers: { 'Card-Error': code, Vary: 'Accept', ...(error?.status === 429 && refusal), ...headers },
  } as const
  const suffix = pictures.find(picture => url.pathname.endsWith(`.${picture.suffix}`))?.suffix
  const isPage =
    !suffix && !/\.\w+$|^\/oembed$/.test(url.pathname) && (request.headers.get('Accept') ?? '').includes('text/html')
  const type = suffix ?? (isPage ? 'html' : 'problem')
  if (request.method === 'HEAD') return encodeHead({ ...head, type })
  const body: Body = suffix
    ? await toNotice(url, suffix, code, head.status, error?.detail ?? {})
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
  detail: CardError['detail'],
): Promise<Body> {
  const pick = <const T extends string>(name: string, values: readonly T[], fallback: T): T =>
    values.find(value => value === url.searchParams.get(name)?.toLowerCase()) ?? fallback
  const lang = pick('lang', languages, 'en')
  const size = pick('size', sizeNames, pick('layout', ['badge'], defaultSize(encoding)))
  const theme = pick('theme', ['light', 'dark'], 'light')
  const { parameter, allowed } = detail
  const picture = await findNotice({
    code,
    status,
    lang,
    size,
    theme,
    encoding,
    ...(parameter && { parameter }),
    ...(allowed && { allowed }),
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
    licence: { name: '', url: '', covers: '' },
    release,
    permalink: url.origin,
  }
  return sign(picture, provenance)
}

type Notice = Parameters<typeof drawNotice>[0] & { theme: 'light' | 'dark'; encoding: Picture['type'] }

/** There are some thousand notices in all, so that a flood of mistakes costs little drawing. */
const notices = new Memory<Picture>(2_000_000)

/** The picture of a notice; where even that cannot be drawn an empty card, and where not even that, a speck. */
async function findNotice(notice: Notice): Promise<Picture> {
  const { theme, encoding, size } = notice
  const key = Object.values(notice).join()
  const known = notices.get(key)
  if (known) return known
  const encodeNotice = (scene: Scene): Picture => toPicture(scene, toPaint({ theme }, scene), { encoding, scale: 1 })
  try {
    const picture = encodeNotice(await drawNotice(notice))
    notices.set(key, picture, picture.body.length * 2)
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

/** The notice of last resort, when not even words can be laid out: an empty card with its rule. */
function drawBlank(size: Size): Scene {
  const { width, height } = size === 'badge' ? { width: 20, height: 20 } : sizes[size]
  return {
    width,
    height,
    marks: [{ kind: 'rect', ink: 'muted', x: width / 10, y: height / 10, width: width / 15, height: height / 90 }],
  }
}
