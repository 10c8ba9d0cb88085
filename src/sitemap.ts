import type { Card } from './card.ts'
import { languages } from './lang.ts'
import { escapeXml } from './svg.ts'

/** Every page with the day of its newest figure and its languages (https://www.sitemaps.org/protocol.html). */
export function toSitemap(cards: readonly Card[], origin: string): string {
  const urls = cards.map(({ id, updated }) => {
    const page = `${origin}/indicators/${id}`
    const others = languages.map(
      lang =>
        `<xhtml:link rel="alternate" hreflang="${lang}" href="${escapeXml(lang === 'en' ? page : `${page}?lang=${lang}`)}"/>`,
    )
    return `<url><loc>${escapeXml(page)}</loc><lastmod>${updated}</lastmod>${others.join('')}</url>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>${escapeXml(origin)}/</loc></url>${urls.join('')}</urlset>`
}
