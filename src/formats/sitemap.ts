import { escapeXml } from '../draw/xml.ts'
import { type Listed, pageLength } from '../model/listing.ts'
import { toSiteUrl } from '../request/urls.ts'
import { offered } from '../site.ts'

/**
 * Every page in each of its languages, that of an indicator with the day of its newest figure
 * (https://www.sitemaps.org/protocol.html); each names all of them, itself included, as search engines ask of `hreflang`, and
 * the card as a picture that can be found.
 */
export function toSitemap(pages: readonly Pick<Listed, 'id' | 'updated'>[], origin: string): string {
  const urls = [
    ...['/', '/docs'].map(path => toVersions(origin, path)),
    ...pages.map(({ id, updated }) => toVersions(origin, `/indicators/${id}`, updated)),
  ]
  return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls.join('')}</urlset>`
}

/** One page in each language; with a day, the page of an indicator and its card. */
function toVersions(origin: string, path: string, updated?: string): string {
  const hrefs = offered.map(lang => ({ lang, href: escapeXml(toSiteUrl(origin, path, lang)) }))
  const others = [...hrefs, { lang: 'x-default', href: escapeXml(`${origin}${path}`) }].map(
    ({ lang, href }) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`,
  )
  return hrefs
    .map(({ lang, href }) => {
      const [day, picture] = updated
        ? [
            `<lastmod>${updated}</lastmod>`,
            `<image:image><image:loc>${escapeXml(toSiteUrl(origin, `${path}.png`, lang))}</image:loc></image:image>`,
          ]
        : ['', '']
      return `<url><loc>${href}</loc>${day}${others.join('')}${picture}</url>`
    })
    .join('')
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
