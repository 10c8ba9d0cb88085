import { escapeXml } from '../draw/xml.ts'
import { type Listed, pageLength } from '../model/listing.ts'
import { toIndicatorUrl } from '../request/urls.ts'
import { offered } from '../site.ts'

/**
 * Every page in each of its languages, with the day of its newest figure (https://www.sitemaps.org/protocol.html); each
 * names all of them, itself included, as search engines ask of `hreflang`, and the card as a picture that can be found.
 */
export function toSitemap(pages: readonly Pick<Listed, 'id' | 'updated'>[], origin: string): string {
  const urls = pages.flatMap(({ id, updated }) => {
    const page = toIndicatorUrl(origin, id)
    const versions = offered.map(lang => ({
      lang,
      href: escapeXml(lang === offered[0] ? page : toIndicatorUrl(origin, id, new Map([['lang', lang]]))),
    }))
    const others = [...versions, { lang: 'x-default', href: escapeXml(page) }].map(
      ({ lang, href }) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`,
    )
    return versions.map(({ lang, href }) => {
      const search = lang === offered[0] ? new Map() : new Map([['lang' as const, lang]])
      const picture = escapeXml(toIndicatorUrl(origin, id, search, '.png'))
      return `<url><loc>${href}</loc><lastmod>${updated}</lastmod>${others.join('')}<image:image><image:loc>${picture}</image:loc></image:image></url>`
    })
  })
  return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>${escapeXml(origin)}/</loc></url>${urls.join('')}</urlset>`
}

/** The query of the first page, where there are several: without one the answer is the index. */
export const firstPage = `?limit=${pageLength}`

/** The index of a sitemap of several pages, each by the address of its page (https://www.sitemaps.org/protocol.html#index). */
export function toSitemapIndex(pages: readonly (readonly Listed[])[], origin: string): string {
  const searches = pages.map((_, i) => {
    const last = pages[i - 1]?.at(-1)
    return last ? `?after=${last.id}` : firstPage
  })
  const entries = searches.map(search => `<sitemap><loc>${escapeXml(`${origin}/sitemap.xml${search}`)}</loc></sitemap>`)
  return `<?xml version="1.0" encoding="utf-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>`
}
