/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { RequestedCard } from '../card/requested-card.ts'
import { formatDate } from '../model/dates.ts'
import { fill, type Lang, say, tongues } from '../model/locales.ts'
import { toOembedUrl, toPageUrl, toPicturePath } from '../request/urls.ts'
import { toAsset } from './asset.ts'
import { CardFigure } from './card-figure.tsx'
import { Fonts } from './page.tsx'
import { pageWords } from './page-words.ts'
import { type LayOut, layOutForReading, toReading } from './reading.ts'
import { shareWords } from './share-words.ts'

/** The card alone, for an iframe: light by default, as high as the iframe, and legible in a narrow column. */
export async function toEmbedPage(requested: RequestedCard, layOut: LayOut) {
  const { card, params, url } = requested
  const { lang, size, theme } = params
  const reading = toReading(card, await layOutForReading(requested, layOut))
  const page = toPageUrl(requested)
  return (
    <html lang={tongues[lang].html} class={theme}>
      <EmbedHead lang={lang} title={card.finding}>
        {theme === 'auto' && <meta name="color-scheme" content="light dark" />}
        <link rel="canonical" href={page} />
        <link rel="alternate" type="application/json+oembed" href={toOembedUrl(url.origin, page, 'json')} />
      </EmbedHead>
      <body class={params.background ? `frame ${size}` : `frame ${size} plain`}>
        <main>
          <h1 class="quiet">{card.finding}</h1>
          {size === 'badge' ? (
            <a href={page} target="_blank" rel="noopener">
              <img src={toPicturePath(requested, { encoding: 'svg', size, scale: 1 })} alt={card.alt} height={20} />
            </a>
          ) : (
            <>
              <Ground requested={requested} />
              <CardFigure
                requested={requested}
                reading={reading}
                without={say(shareWords.onPage, lang)}
                otherwise={fill(say(shareWords.updated, lang), { date: formatDate(card.updated, lang) })}
              >
                <a class="out-link" href={page} target="_blank" rel="noopener">
                  {say(shareWords.dataSources, lang)}
                  <span class="quiet"> {say(shareWords.newTab, lang)}</span>
                </a>
              </CardFigure>
            </>
          )}
        </main>
      </body>
    </html>
  )
}

/** A failure in an iframe: the fault, and a link to the cards. Without it the browser would show a broken frame. */
export const EmbedFailure = ({ lang, sentence, origin }: { lang: Lang; sentence: string; origin: string }) => (
  <html lang={tongues[lang].html} class="light">
    <EmbedHead lang={lang} title={sentence} />
    <body class="frame plain">
      <main class="failed">
        <h1>{sentence}</h1>
        <a href={`${origin}/?lang=${lang}`} target="_blank" rel="noopener">
          {say(pageWords.cards, lang)}
          <span class="quiet"> {say(shareWords.newTab, lang)}</span>
        </a>
      </main>
    </body>
  </html>
)

const EmbedHead = ({ lang, title, children }: { lang: Lang; title: string; children?: Child }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="origin" />
    <meta name="robots" content="noindex" />
    <title>{title}</title>
    {children}
    {lang !== 'zh' && <Fonts />}
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href={toAsset('/frame.css')} />
    <script src={toAsset('/frame.js')} defer />
  </head>
)

/** The background of the card over the whole iframe, so that a higher iframe shows no gap; a transparent one shows the page around. */
const Ground = ({ requested: { params } }: { requested: RequestedCard }) => {
  if (params.background === 'transparent') return null
  return (
    <svg class="ground" aria-hidden="true">
      <rect
        class={params.background ? undefined : 'paper'}
        width="100%"
        height="100%"
        fill={params.background ? `#${params.background}` : undefined}
      />
    </svg>
  )
}
