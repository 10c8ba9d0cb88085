/** @jsxImportSource hono/jsx */
import { type RequestedCard, toRequestedCard } from '../card/requested-card.ts'
import { type FeedEntry, toFeedTitle } from '../formats/feed.ts'
import { formatDate } from '../model/dates.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { toPreview, toSiteUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import { type Head, Page } from './page.tsx'
import { Phrases, Tile, toPath } from './parts.tsx'
import { toTopics } from './topics.ts'
import { topicWords, words } from './words.ts'

type Props = {
  origin: string
  lang: Lang
  /** The cards in the reader's language, and the words that a search looks through, by id. */
  cards: readonly RequestedCard[]
  searched: ReadonlyMap<string, string>
  query: string
  /** The address of the next page of the catalogue. */
  next: string | undefined
  news: readonly FeedEntry[]
  release: string
}

/** What a search looks through: each word of title and finding in every language on offer once, and the id. */
export function toSearched({ indicator }: Pick<RequestedCard, 'indicator'>): string {
  const cards = site.offered.map(lang =>
    toRequestedCard(new URL('https://search.invalid'), indicator, 'html', new URLSearchParams({ lang })),
  )
  const text = [...cards.flatMap(({ card }) => [card.title, card.finding]), indicator.id].join(' ')
  return [...new Set(text.toLowerCase().split(/[\s,.:;()“”«»，。：；（）]+/))].join(' ').trim()
}

/** Whether each word of a query is among the words of a card. */
export const isFound = (query: string, searched: string): boolean =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every(word => searched.includes(word))

/** The addresses of a page that exists once for each language. */
export const toLanguages = (toUrl: (lang: Lang) => string): Record<Lang, string> => ({
  en: toUrl('en'),
  kk: toUrl('kk'),
  ru: toUrl('ru'),
  zh: toUrl('zh'),
})

/** The feeds of the whole site. */
export const toSiteFeeds = (origin: string, lang: Lang): Head['feeds'] => [
  { type: 'application/atom+xml', url: `${origin}/feed.atom?lang=${lang}`, title: toFeedTitle(lang) },
  { type: 'application/feed+json', url: `${origin}/feed.json?lang=${lang}`, title: toFeedTitle(lang) },
]

/** The front page: the gallery by topic, a search over four languages, and what is new. */
export const Front = ({ origin, lang, cards, searched, query, next, news, release }: Props) => {
  const text = { count: String(cards.length) }
  const found = cards.filter(({ indicator }) => isFound(query, searched.get(indicator.id) ?? ''))
  const topics = toTopics(cards)
  const [lead] = topics.flatMap(topic => topic.cards)
  const preview = lead && { ...toPreview(lead, release), alt: lead.card.alt }
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [site.name, say(site.subject, lang)], lang)}
      current="cards"
      switches={toLanguages(other => `/?lang=${other}${query ? `&q=${encodeURIComponent(query)}` : ''}`)}
      head={{
        canonical: toSiteUrl(origin, '/', lang),
        alternates: toLanguages(other => toSiteUrl(origin, '/', other)),
        title: say(site.subject, lang),
        shortTitle: site.name,
        description: fill(say(words.heroText, lang), text),
        type: 'website',
        images: preview ? [preview] : [],
        isIndexed: true,
        feeds: toSiteFeeds(origin, lang),
      }}
    >
      <div class="hero">
        <h1>
          <Phrases text={say(site.subject, lang)} lang={lang} />
        </h1>
        <p>{fill(say(words.heroText, lang), text)}</p>
      </div>
      <search>
        <form id="find" class="find" action="/" method="get">
          <input type="hidden" name="lang" value={lang} />
          <SearchField lang={lang} query={query} />
          <output for="q" data-say={fill(say(words.foundCount, lang), { ...text, shown: '#' })}>
            {query && fill(say(words.foundCount, lang), { ...text, shown: String(found.length) })}
          </output>
          <nav class="chips" aria-label={say(words.topics, lang)}>
            <a href="#main">
              {say(words.all, lang)} <small>{cards.length}</small>
            </a>
            {topics.map(({ topic, cards: held }) => (
              <a href={`#${topic}`}>
                {say(topicWords[topic], lang)} <small>{held.length}</small>
              </a>
            ))}
          </nav>
        </form>
      </search>
      <p id="none" class="none" hidden={found.length > 0}>
        {say(words.foundNone, lang)}
      </p>
      {topics.map(({ topic, cards: held }) => {
        const shown = held.filter(requested => found.includes(requested))
        return (
          <section
            class="theme"
            id={topic}
            data-topic={topic}
            aria-labelledby={`h-${topic}`}
            hidden={shown.length === 0}
          >
            <h2 id={`h-${topic}`}>
              {say(topicWords[topic], lang)} <small>{held.length}</small>
            </h2>
            <ul class="tiles">
              {held.map(requested => (
                <Tile
                  requested={requested}
                  text={searched.get(requested.indicator.id)}
                  isHidden={!found.includes(requested)}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {next && (
        <p>
          <a href={next} rel="next">
            {say(words.moreCards, lang)}
          </a>
        </p>
      )}
      {news.length > 0 && (
        <section class="theme" aria-labelledby="h-news">
          <h2 id="h-news">{say(words.whatsNew, lang)}</h2>
          <ul class="news">
            {news.map(({ url, title, day }) => (
              <li>
                <time datetime={day}>{formatDate(day, lang)}</time>
                <a href={toPath(url)}>{title}</a>
              </li>
            ))}
          </ul>
          <p class="small">
            <a href={`/feed.atom?lang=${lang}`}>{say(words.feed, lang)}</a>
          </p>
        </section>
      )}
    </Page>
  )
}

/** The field of a search, with a button where there is no script. */
export const SearchField = ({ lang, query = '', isMain = false }: { lang: Lang; query?: string; isMain?: boolean }) => (
  <span class="field">
    <label class="quiet" for="q">
      {say(words.find, lang)}
    </label>
    <input
      id="q"
      name="q"
      type="search"
      placeholder={joinBy('colon', [say(words.find, lang), say(words.findHint, lang)], lang)}
      autocomplete="off"
      value={query}
    />
    {isMain ? (
      <button class="btn main" type="submit">
        {say(words.findButton, lang)}
      </button>
    ) : (
      <button class="btn" type="submit" data-nojs>
        {say(words.findButton, lang)}
      </button>
    )}
  </span>
)
