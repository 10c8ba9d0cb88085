import type { Card } from '../card/card.ts'
import { escapeXml } from '../draw/xml.ts'
import { toIndicatorUrl } from '../request/urls.ts'
import { offered } from '../site.ts'

/**
 * Every page in each of its languages, with the day of its newest figure (https://www.sitemaps.org/protocol.html); each
 * names all of them, itself included, as search engines ask of `hreflang`.
 */
export function toSitemap(cards: readonly Card[], origin: string): string {
  const urls = cards.flatMap(({ id, updated }) => {
    const page = toIndicatorUrl(origin, id)
    const pages = offered.map(lang => ({
      lang,
      href: escapeXml(lang === offered[0] ? page : toIndicatorUrl(origin, id, new Map([['lang', lang]]))),
    }))
    const others = [...pages, { lang: 'x-default', href: escapeXml(page) }].map(
      ({ lang, href }) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`,
    )
    return pages.map(({ href }) => `<url><loc>${href}</loc><lastmod>${updated}</lastmod>${others.join('')}</url>`)
  })
  return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>${escapeXml(origin)}/</loc></url>${urls.join('')}</urlset>`
}
