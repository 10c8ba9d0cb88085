import caravan from '../../../generated/caravan.client.txt'
import caravanCard from '../../../generated/caravan-card.client.txt'
import frame from '../../../generated/frame.client.txt'
import siteScript from '../../../generated/site.client.txt'
import { build, release } from '../../model/catalog.ts'
import { toIcon } from '../../pages/icon.ts'
import { frameStyle, siteStyle } from '../../pages/style.ts'
import type { MediaType } from '../../request/media-types.ts'
import { readQueryValue } from '../../request/query-value.ts'
import * as site from '../../site.ts'
import { answer, answerKept } from '../answer.ts'
import { toConstantHead } from '../head.ts'
import type { DataSource } from '../indicators.ts'
import { toEtag } from '../response.ts'
import type { Handler } from './handler.ts'

/** The files that pages and crawlers load. */
export const assetHandlers = {
  '/site.css': toAssetHandler('css', () => siteStyle),
  '/site.js': toAssetHandler('js', () => siteScript),
  '/frame.css': toAssetHandler('css', () => frameStyle),
  '/frame.js': toAssetHandler('js', () => frame),
  '/text-400.woff2': toAssetHandler('woff2', readFont),
  '/text-600.woff2': toAssetHandler('woff2', readFont),
  '/caravan.js': toAssetHandler('js', () => caravan),
  '/caravan-card.js': toAssetHandler('js', () => caravanCard),

  '/favicon.svg': context => {
    const url = new URL(context.req.url)
    return answerKept(context, toConstantHead(url, { name: '/favicon.svg', type: 'svg' }), toIcon)
  },

  '/robots.txt': context => {
    const url = new URL(context.req.url)
    return answerKept(
      context,
      toConstantHead(url, { name: '/robots.txt', type: 'text' }),
      () => `User-agent: *\nAllow: /\n\nSitemap: ${url.origin}/sitemap.xml\n`,
    )
  },

  '/.well-known/security.txt': context => {
    const url = new URL(context.req.url)
    const expires = toExpiry(new Date())
    const etag = toEtag(build, url.origin, 'security.txt', expires)
    return answer(context, { type: 'text', life: 'ordinary', etag }, () => toSecurityText(url, expires))
  },
} as const satisfies Record<string, Handler>

/** A file of the pages. Named with the current build it never changes; it may be loaded from any site. */
function toAssetHandler(
  type: MediaType,
  toBody: (path: string, source: DataSource) => string | Promise<Uint8Array>,
): Handler {
  return context => {
    const { path } = context.req
    const { origin, searchParams } = new URL(context.req.url)
    const life = readQueryValue(searchParams, 'v') === build ? 'immutable' : 'ordinary'
    const links = [`<${origin}${path}>; rel="canonical"`]
    const etag = toEtag(build, origin, path, life)
    return answerKept(context, { type, life, etag, links }, () => toBody(path, context.env))
  }
}

/** A font of the pages, which the build puts among the static assets. Throws where it is not there. */
async function readFont(path: string, { readData }: DataSource): Promise<Uint8Array> {
  const asset = await readData(`/${release}/fonts${path}`)
  if (!asset?.ok) throw new Error(`the font ${path} is not among the assets of ${release}`)
  return new Uint8Array(await asset.arrayBuffer())
}

/** When security.txt expires: the first day of a month, half a year ahead or a little more, so that it changes once a month. */
const toExpiry = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 7)).toISOString().slice(0, 19).concat('Z')

/** Where to report a fault of security, as RFC 9116 writes it. */
const toSecurityText = ({ origin, hostname }: URL, expires: string): string =>
  [
    `Contact: ${site.securityContact ?? `mailto:security@${hostname}`}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${site.offered.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
