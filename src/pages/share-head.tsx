/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { RequestedCard } from '../card/requested-card.ts'
import { toFeedTitle } from '../formats/feed.ts'
import { toDataset } from '../formats/json-ld.ts'
import { say } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import { toCardLayout, toOembedUrl, toPageUrl, toPictureUrl, toPreview } from '../request/urls.ts'
import type { Head } from './page.tsx'
import { toLanguages } from './site-head.ts'

/** The metadata of the page of an indicator, for crawlers. */
export function toShareHead(requested: RequestedCard): Head {
  const { card, indicator, links, url, params } = requested
  const { lang } = params
  const layout = toCardLayout(requested)
  const square = toPictureUrl(requested, { encoding: 'png', size: 'square', layout, scale: 1 })
  const toOembed = (format: 'json' | 'xml'): string => toOembedUrl(url.origin, links.html, format)
  return {
    canonical: links.html,
    alternates: toLanguages(other => toPageUrl(requested, { lang: other })),
    title: card.title,
    shortTitle: say(indicator.badge, lang),
    description: card.description,
    type: 'article',
    images: [
      { ...toPreview(requested), alt: card.alt },
      { url: square, ...sizes.square, alt: card.alt },
    ],
    isIndexed: true,
    feeds: [{ type: 'application/atom+xml', url: links.feed, title: toFeedTitle(lang, card.title) }],
    more: (
      <>
        <link rel="alternate" type="application/json+oembed" href={toOembed('json')} title={card.title} />
        <link rel="alternate" type="text/xml+oembed" href={toOembed('xml')} title={card.title} />
        <link rel="alternate" type="application/json" href={links.json} />
        <link rel="alternate" type="text/csv" href={links.csv} />
        <meta property="article:modified_time" content={card.updated} />
        <script type="application/ld+json">
          {raw(JSON.stringify(toPageDataset(requested)).replaceAll('<', '\\u003c'))}
        </script>
      </>
    ),
  }
}

/** The structured data for search engines. It names the sources by their addresses only: the page lists them, and `.jsonld` has all. */
const toPageDataset = ({ card, links }: RequestedCard) => ({
  ...toDataset(card, links),
  isBasedOn: [...new Set(card.sources.map(({ url }) => url))],
})
