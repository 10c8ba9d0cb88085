import { toFeedTitle } from '../formats/feed.ts'
import type { Lang } from '../model/locales.ts'
import type { Head } from './page.tsx'

/** The addresses of a page that exists once for each language. */
export const toLanguages = (toUrl: (lang: Lang) => string): Record<Lang, string> => ({
  en: toUrl('en'),
  kk: toUrl('kk'),
  ru: toUrl('ru'),
  zh: toUrl('zh'),
})

type SitePage = Pick<Head, 'title' | 'shortTitle' | 'description' | 'images' | 'isIndexed'> & {
  origin: string
  lang: Lang
  /** The absolute address of the page in a language. */
  toUrl: (lang: Lang) => string
}

/** The metadata of a page about no single indicator, for crawlers; its feeds are those of the whole site. */
export const toSiteHead = ({ origin, lang, toUrl, ...rest }: SitePage): Head => ({
  ...rest,
  canonical: toUrl(lang),
  alternates: toLanguages(toUrl),
  type: 'website',
  feeds: [
    { type: 'application/atom+xml', url: `${origin}/feed.atom?lang=${lang}`, title: toFeedTitle(lang) },
    { type: 'application/feed+json', url: `${origin}/feed.json?lang=${lang}`, title: toFeedTitle(lang) },
  ],
})
