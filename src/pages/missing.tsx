/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { words as cardWords } from '../model/messages.ts'
import { toPageUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import { SearchField } from './front.tsx'
import { Page } from './page.tsx'
import { pageWords } from './page-words.ts'
import { Tile, toPath } from './parts.tsx'
import { toLanguages, toSiteHead } from './site-head.ts'

type MissingProps = {
  origin: string
  lang: Lang
  status: number
  /** Whether the same request may succeed in a minute; and whether nothing is at the address. */
  isPassing: boolean
  isUnknown: boolean
  sentence: string
  /** A parameter that was wrong and the values it takes; never the value that was sent. */
  detail: { parameter?: string; allowed?: readonly string[] }
  /** The card that was probably meant, and some to start with. */
  meant: RequestedCard | undefined
  start: readonly RequestedCard[]
}

/**
 * A page for a request that fails, with its true status, in the reader's language: the indicator that was probably meant, a
 * search, and cards to start with. It repeats nothing of the request.
 */
export const Missing = ({ origin, lang, status, sentence, start, ...failure }: MissingProps) => {
  const title = failure.isUnknown ? say(pageWords.noCard, lang) : sentence
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [title, site.name], lang)}
      switches={toLanguages(other => `/?lang=${other}`)}
      head={toSiteHead({
        origin,
        lang,
        toUrl: other => `${origin}/?lang=${other}`,
        title,
        description: sentence,
        images: [],
        isIndexed: false,
      })}
    >
      <div class="err">
        <span class="tag">{joinBy('dot', [String(status), sentence], lang)}</span>
        <h1>{title}</h1>
        <WaysOn lang={lang} {...failure} />
      </div>
      {start.length > 0 && (
        <section class="theme" aria-labelledby="h-start">
          <h2 id="h-start">{say(pageWords.startWith, lang)}</h2>
          <ul class="tiles">
            {start.map(requested => (
              <Tile requested={requested} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

type WaysOnProps = Pick<MissingProps, 'lang' | 'isPassing' | 'isUnknown' | 'detail' | 'meant'>

/** The reader's next steps: wait, correct the parameter, go to the indicator that was meant, or search. */
const WaysOn = ({ lang, isPassing, isUnknown, detail, meant }: WaysOnProps) =>
  isPassing ? (
    <p>{say(pageWords.tryMinute, lang)}</p>
  ) : (
    <>
      {!isUnknown && <AllowedValues lang={lang} detail={detail} />}
      <Meant lang={lang} meant={meant} />
      <search>
        <form class="find" action="/" method="get">
          <input type="hidden" name="lang" value={lang} />
          <SearchField lang={lang} isMain />
        </form>
      </search>
    </>
  )

/** How many values of a parameter are listed. */
const mostValues = 12

const AllowedValues = ({ lang, detail: { parameter, allowed } }: Pick<MissingProps, 'lang' | 'detail'>) => {
  if (!parameter || !allowed || allowed.length > mostValues) return null
  const values = { parameter, allowed: joinBy('list', allowed, lang) }
  return <p class="small">{fill(say(cardWords.takes, lang), values)}</p>
}

/** The indicator whose id is nearest, by its title in the reader's language. */
const Meant = ({ lang, meant }: Pick<MissingProps, 'lang' | 'meant'>) => {
  if (!meant) return <p>{say(pageWords.orLook, lang)}</p>
  const [before = '', after = ''] = say(pageWords.didYouMean, lang).split('{title}')
  return (
    <p>
      {before}
      <a href={toPath(toPageUrl(meant), lang)}>{meant.card.title}</a>
      {after} {say(pageWords.orLook, lang)}
    </p>
  )
}
