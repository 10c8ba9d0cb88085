import { Hono } from 'hono'
import builder from '../../generated/builder.client.txt'
import caravan from '../../generated/caravan.client.txt'
import copy from '../../generated/copy.client.txt'
import embed from '../../generated/embed.client.txt'
import { type CatalogView, toCatalogView, toHead, toIgnoredHeader, toView, type View } from '../card/view.ts'
import { toBadgeJson } from '../formats/badge-json.ts'
import { toCsv } from '../formats/csv.ts'
import { toCatalogPackage, toIndicatorPackage } from '../formats/datapackage.ts'
import { type Feed, toAtom, toEntries, toJsonFeed, toNewest } from '../formats/feed.ts'
import { toCatalogEntry, toIndicatorJson } from '../formats/json.ts'
import { toJsonLd } from '../formats/json-ld.ts'
import { toJsonStat } from '../formats/jsonstat.ts'
import { findView, toOembed, toOembedXml } from '../formats/oembed.ts'
import { toOpenApi } from '../formats/openapi.ts'
import { toSitemap } from '../formats/sitemap.ts'
import { release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import { Docs } from '../pages/docs.tsx'
import embedStyle from '../pages/embed.css'
import { Embed } from '../pages/embed.tsx'
import { favicon } from '../pages/favicon.ts'
import { Gallery } from '../pages/gallery.tsx'
import { Inspect } from '../pages/inspect.tsx'
import { Share } from '../pages/share.tsx'
import style from '../pages/style.css'
import { type DocumentSuffix, documents, pictures } from '../request/formats.ts'
import { checkQuery } from '../request/limits.ts'
import { toLinks } from '../request/links.ts'
import { answer, answerKept, recall } from './answer.ts'
import { fail } from './failure.ts'
import { toHealth } from './health.ts'
import { inspect } from './inspect.ts'
import { toLogEntry, toReading } from './log.ts'
import { sign, toPainted, toProvenance } from './picture.ts'
import { findPicture, type Surroundings } from './picture-cache.ts'
import { type Body, embedPolicy, type MediaType, toEtag, toHttpDate } from './response.ts'

const app = new Hono<{ Bindings: Surroundings }>()

/** The figures of one indicator in each format that is text. */
const writers: Record<DocumentSuffix, (view: View) => string> = {
  json: ({ card, links }) => JSON.stringify(toIndicatorJson(card, release, links)),
  csv: ({ card }) => toCsv([card]),
  jsonstat: ({ card }) => JSON.stringify(toJsonStat(card, release)),
  jsonld: ({ card, links }) => JSON.stringify(toJsonLd(card, links, release)),
}

app.use(async (context, next) => {
  checkQuery(new URL(context.req.url).search)
  await next()
})

for (const { suffix, type, encoding } of pictures) {
  app.get(`/indicators/:file{[^/]+\\.${suffix}}`, context => {
    const view = toPainted(toView(new URL(context.req.url), toId(context.req.param('file')), encoding))
    return answerKept(context.req.raw, { ...toHead(view, suffix), type }, async () => {
      const { picture, ...found } = await findPicture(view, context.env)
      return { ...sign(picture, toProvenance(view)), ...found }
    })
  })
}

for (const { suffix, type, encoding } of documents) {
  app.get(`/indicators/:file{[^/]+\\.${suffix}}`, context => {
    const view = toView(new URL(context.req.url), toId(context.req.param('file')), encoding)
    return answerKept(context.req.raw, { ...toHead(view, suffix), type }, () => ({ type, body: writers[suffix](view) }))
  })
}

app.get('/indicators/:id/datapackage.json', async context => {
  const view = toView(new URL(context.req.url), context.req.param('id'), 'json')
  const head = { ...toHead(view, 'datapackage'), type: 'json' } as const
  return answerKept(context.req.raw, head, () => ({
    type: 'json',
    body: JSON.stringify(toIndicatorPackage(view.indicator, view.card, release, view.links.csv)),
  }))
})

app.get('/badges/:file{[^/]+\\.json}', async context => {
  const view = toView(new URL(context.req.url), toId(context.req.param('file')), 'json')
  const head = { ...toHead(view, 'badge'), type: 'json' } as const
  return answerKept(context.req.raw, head, () => ({ type: 'json', body: JSON.stringify(toBadgeJson(view.card)) }))
})

app.get('/indicators.json', context => {
  const view = toCatalogView(new URL(context.req.url), 'json')
  return answerCatalog(context.req.raw, view, 'indicators.json', 'json', () =>
    JSON.stringify({
      release,
      updated: view.updated,
      indicators: view.views.map(({ card, links }) =>
        view.isWhole ? toCatalogEntry(card, links) : toIndicatorJson(card, release, links),
      ),
    }),
  )
})

app.get('/indicators.csv', context => {
  const view = toCatalogView(new URL(context.req.url), 'csv')
  return answerCatalog(context.req.raw, view, 'indicators.csv', 'csv', () => toCsv(view.views.map(({ card }) => card)))
})

/** What is made of the whole catalogue and takes no parameters. */
const pages: Record<
  string,
  { type: MediaType; toText: (view: CatalogView, origin: string) => string | Promise<string> }
> = {
  '/docs': { type: 'html', toText: (_, origin) => `<!doctype html>${Docs({ document: toOpenApi(origin, release) })}` },
  '/openapi.json': { type: 'json', toText: (_, origin) => JSON.stringify(toOpenApi(origin, release)) },
  '/datapackage.json': {
    type: 'json',
    toText: ({ views, updated }, origin) =>
      JSON.stringify(
        toCatalogPackage(
          views.map(({ card }) => card),
          release,
          updated,
          origin,
        ),
      ),
  },
  '/sitemap.xml': {
    type: 'xml',
    toText: ({ views }, origin) =>
      toSitemap(
        views.map(({ card }) => card),
        origin,
      ),
  },
  '/robots.txt': { type: 'text', toText: (_, origin) => `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n` },
  '/style.css': { type: 'css', toText: () => style },
  '/embed.css': { type: 'css', toText: () => embedStyle },
  '/builder.js': { type: 'js', toText: () => builder },
  '/caravan.js': { type: 'js', toText: () => caravan },
  '/copy.js': { type: 'js', toText: () => copy },
  '/embed.js': { type: 'js', toText: () => embed },
  '/favicon.svg': { type: 'svg', toText: () => favicon },
}

for (const [path, { type, toText }] of Object.entries(pages)) {
  app.get(path, context => {
    const { origin } = new URL(context.req.url)
    const view = toCatalogView(new URL(origin), 'json')
    return answerCatalog(context.req.raw, view, path, type, () => toText(view, origin))
  })
}

for (const { path, type, toText } of [
  { path: '/feed.atom', type: 'atom', toText: toAtom },
  { path: '/feed.json', type: 'jsonfeed', toText: (feed: Feed) => JSON.stringify(toJsonFeed(feed)) },
] as const) {
  app.get(path, context => {
    const view = toCatalogView(new URL(context.req.url), 'feed')
    const { origin } = view.url
    const entries = toEntries(view.views)
    const url = `${origin}${path}${view.canonical ? `?${view.canonical}` : ''}`
    const feed = { id: url, url, home: `${origin}/`, lang: view.lang, entries }
    return answerCatalog(context.req.raw, { ...view, updated: toNewest(entries) }, path, type, () => toText(feed))
  })
}

app.get('/indicators/:id/feed.atom', context => {
  const view = toView(new URL(context.req.url), context.req.param('id'), 'feed')
  const { url, indicator, card, links, params, canonical } = view
  const entries = toEntries([view])
  const lastModified = toHttpDate(toNewest(entries))
  // Under the first name there was, which goes on answering, so that a renamed indicator keeps its feed.
  const { feed: id } = toLinks(url.origin, indicator.aliases[0] ?? indicator.id, canonical)
  return answerKept(context.req.raw, { ...toHead(view, 'feed'), lastModified, type: 'atom' }, () => ({
    type: 'atom',
    body: toAtom({ id, url: links.feed, home: links.html, lang: params.lang, about: card.title, entries }),
  }))
})

app.get('/', async context => {
  const url = new URL(context.req.url)
  const view = toCatalogView(new URL(url.origin), 'json')
  const { views, updated } = view
  const { chosen, fault } = chooseView(url, views)
  const head = {
    type: 'html',
    life: 'ordinary',
    etag: toEtag(release, url.origin, `/?${url.search}`),
    lastModified: toHttpDate(updated),
    links: toCatalogLinks(view, '/'),
  } as const
  return answer(context.req.raw, head, () => ({
    type: 'html',
    body: `<!doctype html>${Gallery({ views, chosen, fault, release })}`,
  }))
})

app.get('/indicators/:id', async context => {
  const view = toView(new URL(context.req.url), context.req.param('id'), 'html')
  const head = { ...toHead(view, 'html'), type: 'html' } as const
  const day = new Date().toISOString().slice(0, 10)
  return answer(context.req.raw, { ...head, etag: toEtag(release, day, head.etag ?? '') }, () => ({
    type: 'html',
    body: `<!doctype html>${Share({ view, release, day })}`,
  }))
})

app.get('/indicators/:id/embed', async context => {
  const view = toView(new URL(context.req.url), context.req.param('id'), 'html')
  const head = toHead(view, 'embed')
  const headers = { ...head.headers, 'Content-Security-Policy': embedPolicy, 'Referrer-Policy': 'origin' }
  return answer(context.req.raw, { ...head, headers, type: 'html' }, () => ({
    type: 'html',
    body: `<!doctype html>${Embed({ view })}`,
  }))
})

app.get('/oembed', async context => {
  const url = new URL(context.req.url)
  const { format, view, oembed } = toOembed(url)
  const type = format === 'xml' ? 'xml' : 'json'
  const head = { ...toHead(view, `oembed ${url.search}`), type } as const
  return answer(context.req.raw, head, () => ({
    type,
    body: format === 'xml' ? toOembedXml(oembed) : JSON.stringify(oembed),
  }))
})

app.get('/inspect', async context => {
  const url = new URL(context.req.url)
  const address = url.searchParams.get('url')
  const inspection = address
    ? await inspect(findView(address, url.origin), release, path => toResponse(new Request(path), context.env))
    : undefined
  return answer(context.req.raw, { type: 'html', life: 'error' }, () => ({
    type: 'html',
    body: `<!doctype html>${Inspect({ inspection })}`,
  }))
})

app.get('/healthz', async context => {
  const { status, body } = await toHealth()
  return answer(context.req.raw, { status, type: 'json', life: 'error' }, () => ({
    type: 'json',
    body: JSON.stringify(body),
  }))
})

app.notFound(context =>
  fail(context.req.raw, new CardError(404, 'unknown-path', 'There is nothing at this address; / shows what there is')),
)
app.onError((error, context) => {
  if (error instanceof CardError) return fail(context.req.raw, error)
  const { pathname } = new URL(context.req.url)
  console.error(JSON.stringify({ level: 'error', path: pathname, cause: String(error.stack ?? error) }))
  return fail(context.req.raw, undefined)
})

/**
 * The indicator the builder shows: as asked for; where the choice is none, as it is by default, with the reason. Series of
 * another indicator, left over from the form that was there before, are let go.
 */
function chooseView(url: URL, views: readonly View[]): { chosen: View; fault: string | undefined } {
  const asked = views.find(({ card }) => card.id === url.searchParams.get('id')?.toLowerCase()) ?? views[0]
  if (!asked) throw new Error('the catalogue is empty')
  const query = new URLSearchParams(
    [...url.searchParams].filter(([name, value]) => value !== '' && name !== 'series' && name !== 'id'),
  )
  const known = asked.indicator.series.map(({ id }) => id)
  const series = url.searchParams
    .getAll('series')
    .flatMap(value => value.split('~'))
    .filter(id => known.includes(id))
  if (series.length > 0) query.set('series', series.join('~'))
  try {
    return { chosen: toView(url, asked.card.id, 'svg', query), fault: undefined }
  } catch (error) {
    if (!(error instanceof CardError)) throw error
    return { chosen: asked, fault: error.message }
  }
}

function answerCatalog(
  request: Request,
  view: CatalogView,
  name: string,
  type: MediaType,
  toText: () => string | Promise<string>,
): Promise<Response> {
  const head = {
    type,
    life: view.isCurrent ? 'immutable' : 'ordinary',
    etag: toEtag(release, view.url.origin, `${name}?${view.canonical}`),
    lastModified: toHttpDate(view.updated),
    links: toCatalogLinks(view, name),
    headers: toIgnoredHeader(view.ignored),
  } as const
  return answerKept(request, head, async (): Promise<Body> => ({ type, body: await toText() }))
}

/** Where the answer lives for good, and under what licence. */
function toCatalogLinks({ url, views, canonical }: CatalogView, name: string): string[] {
  const path = name.startsWith('/') ? name : `/${name}`
  const licences = new Set(views.map(({ card }) => card.licence.url))
  return [
    `<${url.origin}${path}${canonical ? `?${canonical}` : ''}>; rel="canonical"`,
    ...[...licences].map(licence => `<${licence}>; rel="license"`),
  ]
}

/** The id in a file's name, before the suffix that the route has let through. */
const toId = (file: string): string => file.slice(0, file.lastIndexOf('.'))

const methods = 'GET, HEAD, OPTIONS'

/** Answers a request, and tells the log and the counter, where there are any, how. */
export async function respond(request: Request, around: Surroundings): Promise<Response> {
  const response = recall(request) ?? (await toResponse(request, around))
  if (around.log || around.count) {
    const entry = toLogEntry(request, response)
    around.log?.(entry)
    const reading = around.count && toReading(request, entry)
    if (reading) around.count?.(reading)
  }
  return response
}

/** Reads by the routes; the rest is told what is allowed. */
async function toResponse(request: Request, around: Surroundings): Promise<Response> {
  if (request.method === 'OPTIONS') {
    const headers = {
      Allow: methods,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': methods,
      'Cache-Control': 'public, max-age=86400',
    }
    return new Response(null, { status: 204, headers })
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return fail(
      request,
      new CardError(405, 'method-not-allowed', `This address can only be read; expected one of ${methods}`),
      { Allow: methods },
    )
  }
  return app.fetch(request, around)
}
