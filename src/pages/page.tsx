/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { fill, type Lang, say, tongues } from '../model/locales.ts'
import * as site from '../site.ts'
import { toAsset } from './asset.ts'
import { Emblem } from './icons.tsx'
import { pageWords } from './page-words.ts'

/** A picture that a preview may show. */
export type PreviewImage = { url: string; width: number; height: number; alt: string }

/** The metadata of a page for crawlers and other programs; every address is absolute. */
export type Head = {
  canonical: string
  /** The same page in each language. */
  alternates: Record<Lang, string>
  /** The name in a preview; the pictures say the rest. */
  title: string
  /** The few words that X lays over the picture. */
  shortTitle?: string
  description: string
  type: 'website' | 'article'
  images: readonly PreviewImage[]
  isIndexed: boolean
  feeds: readonly { type: string; url: string; title: string }[]
  /** Elements that only some pages have: oEmbed, the data of the page. */
  more?: Child
}

type PageProps = {
  lang: Lang
  title: string
  head: Head
  /** The page itself in each language, as the switch links to it. */
  switches: Record<Lang, string>
  current?: 'cards' | 'docs' | undefined
  children: Child
}

/** The frame of every page: head, header, footer and the live region for screen readers. It loads nothing from another host. */
export const Page = ({ lang, title, head, switches, current, children }: PageProps) => (
  <html lang={tongues[lang].html}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={head.description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#0c1015" media="(prefers-color-scheme: dark)" />
      {lang !== 'zh' && <Fonts />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={toAsset('/site.css')} />
      <script src={toAsset('/site.js')} defer />
      <Discovery lang={lang} head={head} />
    </head>
    <body>
      <a class="skip" href="#main">
        {say(pageWords.skip, lang)}
      </a>
      <Header lang={lang} switches={switches} current={current} />
      <main id="main" class="wrap" tabindex={-1}>
        {children}
      </main>
      <Footer lang={lang} />
      <p id="said" class="quiet" role="status" />
    </body>
  </html>
)

/** The two weights, asked for before the style names them. Chinese takes the fonts of the system. */
export const Fonts = () => (
  <>
    {[400, 600].map(weight => (
      <link rel="preload" href={toAsset(`/text-${weight}.woff2`)} as="font" type="font/woff2" crossorigin="anonymous" />
    ))}
  </>
)

/** Canonical, languages, feeds and previews. */
const Discovery = ({ lang, head }: { lang: Lang; head: Head }) => (
  <>
    {!head.isIndexed && <meta name="robots" content="noindex" />}
    <link rel="canonical" href={head.canonical} />
    {site.offered.map(other => (
      <link rel="alternate" hreflang={other} href={head.alternates[other]} />
    ))}
    <link rel="alternate" hreflang="x-default" href={head.alternates[site.offered[0]]} />
    {head.feeds.map(({ type, url, title }) => (
      <link rel="alternate" type={type} href={url} title={title} />
    ))}
    <OpenGraph lang={lang} head={head} />
    <XCard head={head} />
    {head.more}
  </>
)

const OpenGraph = ({ lang, head }: { lang: Lang; head: Head }) => (
  <>
    <meta property="og:type" content={head.type} />
    <meta property="og:site_name" content={site.name} />
    <meta property="og:title" content={head.title} />
    <meta property="og:description" content={head.description} />
    <meta property="og:url" content={head.canonical} />
    {head.images.map(({ url, width, height, alt }) => (
      <>
        <meta property="og:image" content={url} />
        <meta property="og:image:type" content="image/png" />
        <meta property="og:image:width" content={String(width)} />
        <meta property="og:image:height" content={String(height)} />
        <meta property="og:image:alt" content={alt} />
      </>
    ))}
    <meta property="og:locale" content={tongues[lang].openGraph} />
    {site.offered
      .filter(other => other !== lang)
      .map(other => (
        <meta property="og:locale:alternate" content={tongues[other].openGraph} />
      ))}
  </>
)

const XCard = ({ head }: { head: Head }) => {
  const [image] = head.images
  if (!image) return null
  return (
    <>
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:title" content={head.shortTitle ?? head.title} />
      <meta name="twitter:description" content={head.description} />
      <meta name="twitter:image" content={image.url} />
      <meta name="twitter:image:alt" content={shorten(image.alt, 420)} />
    </>
  )
}

/** X shows no more of an alt text than this. */
const shorten = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** The name of each language in a narrow window. */
const shortNames: Record<Lang, string> = { en: 'EN', kk: 'ҚАЗ', ru: 'РУС', zh: '中文' }

const Header = ({ lang, switches, current }: Pick<PageProps, 'lang' | 'switches' | 'current'>) => (
  <header class="top">
    <div class="wrap">
      <a class="brand" href={`/?lang=${lang}`}>
        <Emblem />
        {site.name}
      </a>
      <nav class="nav" aria-label={say(pageWords.siteNavigation, lang)}>
        <a href={`/?lang=${lang}`} aria-current={current === 'cards' ? 'page' : undefined}>
          {say(pageWords.cards, lang)}
        </a>
        <a href={`/docs?lang=${lang}`} aria-current={current === 'docs' ? 'page' : undefined}>
          {say(pageWords.docs, lang)}
        </a>
      </nav>
      <nav class="langs" aria-label={say(pageWords.language, lang)}>
        {site.offered.map(other => (
          <a href={switches[other]} lang={other} hreflang={other} aria-current={other === lang ? 'true' : undefined}>
            <span class="l">{tongues[other].name}</span>
            <span class="s">{shortNames[other]}</span>
          </a>
        ))}
      </nav>
    </div>
  </header>
)

const Footer = ({ lang }: { lang: Lang }) => (
  <footer class="foot">
    <div class="wrap">
      <a href={`/docs?lang=${lang}`}>{say(pageWords.docs, lang)}</a>
      <a href="/openapi.json">OpenAPI</a>
      <a href={`/feed.atom?lang=${lang}`}>{say(pageWords.feed, lang)}</a>
      <a href={`/inspect?lang=${lang}`}>{say(pageWords.checkPreview, lang)}</a>
      {site.foot.map(link => (
        <a href={link.url}>{say(link.words, lang)}</a>
      ))}
      <p>
        {fill(`${say(pageWords.publishedBy, lang)} ${say(pageWords.footer, lang)}`, {
          name: site.name,
          licence: site.cardLicence,
        })}
      </p>
    </div>
  </footer>
)
