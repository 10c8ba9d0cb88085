/** @jsxImportSource hono/jsx */

import type { RequestedCard } from '../card/requested-card.ts'
import { tongues } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import { toPageUrl, toPicturePath } from '../request/urls.ts'

/** The card alone, for an iframe: it follows the reader's dark mode, links to its page and posts its height to the parent. */
export const Embed = ({ requested }: { requested: RequestedCard }) => {
  const { card, params } = requested
  const size = params.size === 'badge' ? 'badge' : params.size
  const picture = toPicturePath(requested, { encoding: 'svg', size, scale: 1 })
  const measure = size === 'badge' ? { height: 20 } : { width: sizes[size].width, height: sizes[size].height }
  return (
    <html lang={tongues[params.lang].html}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="origin" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{card.finding}</title>
        <link rel="canonical" href={toPageUrl(requested)} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/embed.css" />
        <script src="/embed.js" defer />
      </head>
      <body>
        <main>
          <h1 class="quiet">{card.finding}</h1>
          <a href={toPageUrl(requested)} target="_blank" rel="noopener">
            <img src={picture} alt={card.alt} {...measure} />
          </a>
        </main>
      </body>
    </html>
  )
}
