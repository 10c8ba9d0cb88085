/** @jsxImportSource hono/jsx */
import { toRequestedCard } from '../card/requested-card.ts'
import { catalog } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { findNearest } from '../model/nearest.ts'
import * as site from '../site.ts'
import { SearchField, toLanguages, toSiteFeeds } from './front.tsx'
import { Page } from './page.tsx'
import { Tile } from './parts.tsx'
import { words } from './words.ts'

type Props = {
  url: URL
  lang: Lang
  status: number
  code: string
  sentence: string
  /** A parameter that was wrong and the values it takes; never what was sent. */
  detail: { parameter?: string; allowed?: readonly string[]; suggestion?: string }
}

/** How many values of a parameter are listed. */
const mostValues = 12

/**
 * A page for a request that fails, with its true status, in the reader's language: the indicator that was probably meant, a
 * search, and cards to start with. Nothing of what was sent is on it.
 */
export const Missing = ({ url, lang, status, code, sentence, detail }: Props) => {
  const isPassing = status === 429 || status >= 500
  const isUnknown = code === 'unknown-indicator' || code === 'unknown-path'
  const title = isUnknown ? say(words.noCard, lang) : sentence
  const { parameter, allowed } = detail
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [title, site.name], lang)}
      switches={toLanguages(other => `/?lang=${other}`)}
      head={{
        canonical: `${url.origin}/?lang=${lang}`,
        alternates: toLanguages(other => `${url.origin}/?lang=${other}`),
        title,
        description: sentence,
        type: 'website',
        images: [],
        isIndexed: false,
        feeds: toSiteFeeds(url.origin, lang),
      }}
    >
      <div class="err">
        <span class="tag">{joinBy('dot', [String(status), sentence], lang)}</span>
        <h1>{title}</h1>
        {isPassing && <p>{say(words.tryMinute, lang)}</p>}
        {!isPassing && parameter && allowed && !isUnknown && allowed.length <= mostValues && (
          <p class="small">
            {fill(say(words.parameterTakes, lang), { name: parameter, values: joinBy('comma', allowed, lang) })}
          </p>
        )}
        {!isPassing && <Meant url={url} lang={lang} suggestion={isUnknown ? detail.suggestion : undefined} />}
        {!isPassing && (
          <form class="find" role="search" action="/" method="get">
            <input type="hidden" name="lang" value={lang} />
            <SearchField lang={lang} isMain />
          </form>
        )}
      </div>
      {!isPassing && <Start url={url} lang={lang} />}
    </Page>
  )
}

/** The indicator whose id is nearest, by its title in the reader's language. */
const Meant = ({ url, lang, suggestion }: { url: URL; lang: Lang; suggestion: string | undefined }) => {
  const id = suggestion ?? findNearest(url.pathname.split('/').at(-1) ?? '', catalog.map(entry => entry.id))
  const indicator = catalog.find(entry => entry.id === id)
  if (!indicator) return <p>{say(words.orLook, lang)}</p>
  const [before = '', after = ''] = say(words.didYouMean, lang).split('{title}')
  return (
    <p>
      {before}
      <a href={`/indicators/${indicator.id}${lang === site.offered[0] ? '' : `?lang=${lang}`}`}>
        {say(indicator.title, lang)}
      </a>
      {after} {say(words.orLook, lang)}
    </p>
  )
}

/** The first three cards of the catalogue; on a page about a failure a second failure shows nothing. */
const Start = ({ url, lang }: { url: URL; lang: Lang }) => {
  const query = new URLSearchParams({ lang })
  const cards = catalog
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, 3)
    .flatMap(({ id }) => {
      try {
        return [toRequestedCard(new URL(url.origin), id, 'html', query)]
      } catch (error) {
        if (error instanceof CardError) return []
        throw error
      }
    })
  return (
    <section class="theme" aria-labelledby="h-start">
      <h2 id="h-start">{say(words.startWith, lang)}</h2>
      <ul class="tiles" role="list">
        {cards.map(requested => (
          <Tile requested={requested} />
        ))}
      </ul>
    </section>
  )
}
