/** @jsxImportSource hono/jsx */
import { type RequestedCard, toRequestedCard } from '../card/requested-card.ts'
import type { FeedEntry } from '../formats/feed.ts'
import { formatDate } from '../model/dates.ts'
import type { Topic } from '../model/indicator.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { toPreview, toSiteUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import { Page } from './page.tsx'
import { pageWords, topicWords } from './page-words.ts'
import { Phrases, Tile, toPath } from './parts.tsx'
import { toLanguages, toSiteHead } from './site-head.ts'
import { toTopics } from './topics.ts'

type FrontProps = {
  origin: string
  lang: Lang
  /** The cards in the reader's language, and the words that a search looks through, by id. */
  cards: readonly RequestedCard[]
  searched: ReadonlyMap<string, string>
  query: string
  /** The address of the next page of the catalogue. */
  next: string | undefined
  news: readonly FeedEntry[]
}

/** The text that a search looks through: each word of title and finding in every language on offer once, and the id. */
export function toSearched({ indicator }: Pick<RequestedCard, 'indicator'>): string {
  const cards = site.offered.map(lang =>
    toRequestedCard(new URL(`https://search.invalid/?lang=${lang}`), indicator, 'html'),
  )
  const text = [...cards.flatMap(({ card }) => [card.title, card.finding]), indicator.id].join(' ')
  return [...new Set(text.toLowerCase().split(/[\s,.:;()“”«»，。：；（）]+/))].join(' ').trim()
}

/** Whether each word of a query is among the words of a card. */
const isFound = (query: string, searched: string): boolean =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every(word => searched.includes(word))

/** The front page: the gallery by topic, a search over every language, and the newest changes. */
export const Front = ({ origin, lang, cards, searched, query, next, news }: FrontProps) => {
  const found = cards.filter(({ indicator }) => isFound(query, searched.get(indicator.id) ?? ''))
  const topics = toTopics(cards)
  const [lead] = topics.flatMap(topic => topic.cards)
  const description = fill(say(pageWords.heroText, lang), { count: String(cards.length) })
  const subject = say(site.subject, lang)
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [site.name, subject], lang)}
      current="cards"
      switches={toLanguages(other => `/?lang=${other}${query ? `&q=${encodeURIComponent(query)}` : ''}`)}
      head={toSiteHead({
        origin,
        lang,
        toUrl: other => toSiteUrl(origin, '/', other),
        title: subject,
        shortTitle: site.name,
        description,
        images: lead ? [{ ...toPreview(lead), alt: lead.card.alt }] : [],
        isIndexed: true,
      })}
    >
      <div class="hero">
        <h1>
          <Phrases text={subject} lang={lang} />
        </h1>
        <p>{description}</p>
      </div>
      <Search lang={lang} query={query} topics={topics} found={found.length} />
      <p id="none" class="none" hidden={found.length > 0}>
        {say(pageWords.foundNone, lang)}
      </p>
      {topics.map(({ topic, cards: held }) => (
        <TopicSection lang={lang} topic={topic} cards={held} found={found} searched={searched} />
      ))}
      {next && (
        <p>
          <a href={next} rel="next">
            {say(pageWords.moreCards, lang)}
          </a>
        </p>
      )}
      {news.length > 0 && <NewsSection lang={lang} news={news} />}
    </Page>
  )
}

type SearchProps = { lang: Lang; query: string; topics: ReturnType<typeof toTopics<RequestedCard>>; found: number }

/** The search with the number of cards that it finds, and the topics with the number of theirs. */
const Search = ({ lang, query, topics, found }: SearchProps) => {
  const count = topics.reduce((sum, { cards }) => sum + cards.length, 0)
  const toCount = (shown: string): string => fill(say(pageWords.foundCount, lang), { count: String(count), shown })
  return (
    <search>
      <form id="find" class="find" action="/" method="get">
        <input type="hidden" name="lang" value={lang} />
        <SearchField lang={lang} query={query} />
        <output for="q" data-say={toCount('#')}>
          {query && toCount(String(found))}
        </output>
        <nav class="chips" aria-label={say(pageWords.topics, lang)}>
          <a href="#main">
            {say(pageWords.all, lang)} <small>{count}</small>
          </a>
          {topics.map(({ topic, cards }) => (
            <a href={`#${topic}`}>
              {say(topicWords[topic], lang)} <small>{cards.length}</small>
            </a>
          ))}
        </nav>
      </form>
    </search>
  )
}

type TopicSectionProps = Pick<FrontProps, 'lang' | 'cards' | 'searched'> & {
  topic: Topic
  found: readonly RequestedCard[]
}

/** The cards of a topic; those that the search does not find are hidden. */
const TopicSection = ({ lang, topic, cards, found, searched }: TopicSectionProps) => (
  <section
    class="theme"
    id={topic}
    data-topic={topic}
    aria-labelledby={`h-${topic}`}
    hidden={!cards.some(requested => found.includes(requested))}
  >
    <h2 id={`h-${topic}`}>
      {say(topicWords[topic], lang)} <small>{cards.length}</small>
    </h2>
    <ul class="tiles">
      {cards.map(requested => (
        <Tile requested={requested} text={searched.get(requested.indicator.id)} isHidden={!found.includes(requested)} />
      ))}
    </ul>
  </section>
)

const NewsSection = ({ lang, news }: Pick<FrontProps, 'lang' | 'news'>) => (
  <section class="theme" aria-labelledby="h-news">
    <h2 id="h-news">{say(pageWords.whatsNew, lang)}</h2>
    <ul class="news">
      {news.map(({ url, title, day }) => (
        <li>
          <time datetime={day}>{formatDate(day, lang)}</time>
          <a href={toPath(url)}>{title}</a>
        </li>
      ))}
    </ul>
    <p class="small">
      <a href={`/feed.atom?lang=${lang}`}>{say(pageWords.feed, lang)}</a>
    </p>
  </section>
)

/** The field of a search, with a button where there is no script. */
export const SearchField = ({ lang, query = '', isMain = false }: { lang: Lang; query?: string; isMain?: boolean }) => (
  <span class="field">
    <label class="quiet" for="q">
      {say(pageWords.find, lang)}
    </label>
    <input
      id="q"
      name="q"
      type="search"
      placeholder={joinBy('colon', [say(pageWords.find, lang), say(pageWords.findHint, lang)], lang)}
      autocomplete="off"
      value={query}
    />
    <button class={isMain ? 'btn main' : 'btn'} type="submit" data-nojs={isMain ? undefined : true}>
      {say(pageWords.findButton, lang)}
    </button>
  </span>
)
