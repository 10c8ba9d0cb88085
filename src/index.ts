import { Hono } from 'hono'
import type { Card } from './card.ts'
import { catalog, findIndicator, release } from './catalog.ts'
import { toCsv } from './csv.ts'
import {
  type Answer,
  encode,
  encodeHead,
  encodeNotModified,
  isMatch,
  pictureTypes,
  toEtag,
  toHttpDate,
} from './encode.ts'
import { CardError } from './errors.ts'
import type { Indicator } from './indicator.ts'
import { type Links, toCatalogEntry, toIndicatorJson, toProblem } from './json.ts'
import { type Lang, languages } from './lang.ts'
import { Gallery } from './pages/gallery.tsx'
import style from './pages/style.css'
import { type Request as CardRequest, type Encoding, parseParams } from './params.ts'
import { draw, drawNotice, toCard, toPaint, toPicture } from './picture.ts'
import { type Size, sizeNames } from './sizes.ts'
import type { Provenance } from './svg.ts'

/** The caravan's mark: the rule of a card over two lines that part. */
const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#fbfaf6"/><rect x="5" y="6" width="12" height="4" fill="#b3202c"/><path d="M5 25L14 21L20 22L27 13" fill="none" stroke="#b3202c" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><path d="M5 20L14 18L20 20L27 20" fill="none" stroke="#175f9e" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>'

const app = new Hono()

app.get('/indicators/:file{[^/]+\\.(svg|png|json|csv)}', async context => {
  const url = new URL(context.req.url)
  const [, id = '', suffix = ''] = /^(.*)\.(svg|png|json|csv)$/.exec(context.req.param('file')) ?? []
  const encoding = (['svg', 'png', 'json', 'csv'] as const).find(name => name === suffix) ?? 'json'
  const indicator = findIndicator(id)
  const request = parseParams(url.searchParams, encoding, indicator)
  const card = toCard(indicator, request.params)
  return answer(context.req.raw, await toHead(url, indicator, request, card), () =>
    toBody(url, indicator, request, card),
  )
})

app.get('/indicators.json', context => answerCatalog(context.req.raw, 'json'))
app.get('/indicators.csv', context => answerCatalog(context.req.raw, 'csv'))
app.get('/', context => answerGallery(context.req.raw))
app.get('/style.css', context =>
  answer(context.req.raw, { type: 'css', life: 'ordinary' }, async () => ({ type: 'css', body: style })),
)
app.get('/favicon.svg', context =>
  answer(context.req.raw, { type: 'svg', life: 'ordinary' }, async () => ({ type: 'svg', body: favicon })),
)
app.get('/robots.txt', context =>
  answer(context.req.raw, { type: 'text', life: 'ordinary' }, async () => ({
    type: 'text',
    body: 'User-agent: *\nAllow: /\n',
  })),
)

app.notFound(context =>
  fail(context.req.raw, new CardError(404, 'unknown-path', 'There is nothing at this address; / shows what there is')),
)
app.onError((error, context) => {
  if (!(error instanceof CardError))
    console.error(
      JSON.stringify({ level: 'error', path: new URL(context.req.url).pathname, cause: String(error.stack ?? error) }),
    )
  return fail(context.req.raw, error instanceof CardError ? error : undefined)
})

type Head = Omit<Answer, 'body'>
type Body = Pick<Answer, 'type' | 'body'>

/** Answers 304 and HEAD from the head alone; a body is made only for a GET that needs it. */
async function answer(request: Request, head: Head, toBody: () => Promise<Body>): Promise<Response> {
  if (head.etag && isMatch(request.headers.get('If-None-Match'), head.etag)) return encodeNotModified(head)
  if (request.method === 'HEAD') return encodeHead(head)
  return encode({ ...head, ...(await toBody()) })
}

async function toHead(
  url: URL,
  indicator: Indicator,
  { params, canonical, version, ignored }: CardRequest,
  card: Card,
): Promise<Head> {
  const links = toLinks(url.origin, indicator.id, canonical)
  return {
    type: params.encoding,
    life: version === release ? 'immutable' : 'ordinary',
    etag: await toEtag(release, `${indicator.id}.${params.encoding}?${canonical}`),
    lastModified: toHttpDate(card.updated),
    links: [
      `<${links.html}>; rel="canonical"`,
      ...(['svg', 'png', 'json', 'csv'] as const)
        .filter(name => name !== params.encoding)
        .map(name => `<${links[name]}>; rel="alternate"; type="${pictureTypes[name]}"`),
      `<${indicator.licence.url}>; rel="license"`,
    ],
    ...(ignored.length > 0 && {
      headers: {
        'Card-Ignored': ignored
          .slice(0, 10)
          .map(name => encodeURIComponent(name.slice(0, 40)))
          .join(', '),
      },
    }),
  }
}

async function toBody(url: URL, indicator: Indicator, request: CardRequest, card: Card): Promise<Body> {
  const { params, canonical } = request
  switch (params.encoding) {
    case 'json':
      return {
        type: 'json',
        body: JSON.stringify(toIndicatorJson(card, release, toLinks(url.origin, indicator.id, canonical))),
      }
    case 'csv':
      return { type: 'csv', body: toCsv([card]) }
    case 'html':
    case 'svg':
    case 'png':
      return toPicture(
        await draw(card, params),
        toPaint(params),
        await toProvenance(url, card, params.encoding, canonical),
        params,
      )
  }
}

async function toProvenance(url: URL, card: Card, encoding: Encoding, canonical: string): Promise<Provenance> {
  const etag = await toEtag(card.id, encoding, canonical)
  return {
    id: etag.slice(1, 9),
    lang: card.lang,
    title: card.finding,
    description: card.alt,
    source: card.sourceLine,
    publisher: 'Caravan',
    date: card.updated,
    licence: card.licence,
    release,
    permalink: `${url.origin}/indicators/${card.id}${canonical ? `?${canonical}` : ''}`,
  }
}

/** Every representation of the same choice; what only a picture knows is harmless elsewhere and is left out there. */
function toLinks(origin: string, id: string, canonical: string): Links {
  const base = `${origin}/indicators/${id}`
  const query = canonical ? `?${canonical}` : ''
  return {
    self: `${base}.json${query}`,
    html: `${base}${query}`,
    svg: `${base}.svg${query}`,
    png: `${base}.png${query}`,
    json: `${base}.json${query}`,
    csv: `${base}.csv${query}`,
    embed: `${base}/embed${query}`,
    oembed: `${origin}/oembed?url=${encodeURIComponent(`${base}${query}`)}`,
  }
}

async function answerCatalog(request: Request, encoding: 'json' | 'csv'): Promise<Response> {
  const url = new URL(request.url)
  const cards = catalog.map(indicator => {
    const { params, canonical } = parseParams(new URLSearchParams(pickLang(url)), encoding, indicator)
    return { card: toCard(indicator, params), links: toLinks(url.origin, indicator.id, canonical) }
  })
  const updated =
    cards
      .map(({ card }) => card.updated)
      .toSorted()
      .at(-1) ?? ''
  const head: Head = {
    type: encoding,
    life: url.searchParams.get('v') === release ? 'immutable' : 'ordinary',
    etag: await toEtag(release, `indicators.${encoding}?${pickLang(url)}`),
    lastModified: toHttpDate(updated),
  }
  return answer(request, head, async () =>
    encoding === 'csv'
      ? { type: 'csv', body: toCsv(cards.map(({ card }) => card)) }
      : {
          type: 'json',
          body: JSON.stringify({
            release,
            updated,
            indicators: cards.map(({ card, links }) => toCatalogEntry(card, links)),
          }),
        },
  )
}

async function answerGallery(request: Request): Promise<Response> {
  const { origin } = new URL(request.url)
  const entries = catalog.map(indicator => {
    const { params } = parseParams(new URLSearchParams(), 'svg', indicator)
    return { card: toCard(indicator, params), links: toLinks(origin, indicator.id, '') }
  })
  const head: Head = { type: 'html', life: 'ordinary', etag: await toEtag(release, '/') }
  return answer(request, head, async () => ({ type: 'html', body: `<!doctype html>${Gallery({ entries })}` }))
}

const pickLang = (url: URL): string => {
  const lang = languages.find(name => name === url.searchParams.get('lang')?.toLowerCase())
  return lang && lang !== 'en' ? `lang=${lang}` : ''
}

/** A failure in the encoding that was asked for, with its true status: a notice card, problem details, or a line of text. */
async function fail(
  request: Request,
  error: CardError | undefined,
  headers: Record<string, string> = {},
): Promise<Response> {
  const url = new URL(request.url)
  const status = error?.status ?? 500
  const code = error?.code ?? 'internal'
  const head = { status, life: 'error', headers: { 'Card-Error': code, ...headers } } as const
  const [, suffix] = /\.(svg|png|json|csv)$/.exec(url.pathname) ?? []
  if (suffix === 'svg' || suffix === 'png') {
    if (request.method === 'HEAD') return encodeHead({ ...head, type: suffix })
    const picture = await toNotice(url, suffix, code, status)
    return encode({ ...head, ...picture })
  }
  const problem = { type: 'problem', body: JSON.stringify(toProblem(error)) } as const
  return request.method === 'HEAD' ? encodeHead({ ...head, type: 'problem' }) : encode({ ...head, ...problem })
}

async function toNotice(url: URL, encoding: 'svg' | 'png', code: CardError['code'], status: number): Promise<Body> {
  const pick = <const T extends string>(name: string, values: readonly T[], fallback: T): T =>
    values.find(value => value === url.searchParams.get(name)?.toLowerCase()) ?? fallback
  const lang: Lang = pick('lang', languages, 'en')
  const size: Size = pick('size', sizeNames, pick('layout', ['badge'], encoding === 'svg' ? 'wide' : 'og'))
  const theme = pick('theme', ['light', 'dark'], 'light')
  const drawing = await drawNotice({ code, status, lang, size })
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
  return toPicture(drawing, toPaint({ theme }), provenance, { encoding, scale: 1 })
}

const methods = 'GET, HEAD, OPTIONS'

/** The Worker: reads are answered by the routes; everything else is told what is allowed. */
export default {
  async fetch(request: Request, env: unknown, context: ExecutionContext): Promise<Response> {
    if (request.method === 'OPTIONS') {
      return new Response(null, {
        status: 204,
        headers: {
          Allow: methods,
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': methods,
          'Cache-Control': 'public, max-age=86400',
        },
      })
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return fail(
        request,
        new CardError(405, 'method-not-allowed', `This address can only be read; expected one of ${methods}`),
        { Allow: methods },
      )
    }
    return app.fetch(request, env, context)
  },
}
