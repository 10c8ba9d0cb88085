/** @jsxImportSource hono/jsx */
import type { Card } from '../card/card.ts'
import type { CardSource } from '../card/sources.ts'
import { formatDate } from '../model/dates.ts'
import { fill, joinBy, joinSentences, type Lang, say, stopAfter, tongues } from '../model/locales.ts'
import { shareWords } from './share-words.ts'

/** Links to sources by their numbers in the list of `Sources`. */
export const SourceLinks = ({ ids, card }: { ids: readonly string[]; card: Card }) => (
  <>
    {[...new Set(ids)]
      .map(id => card.sources.findIndex(source => source.id === id) + 1)
      .filter(number => number > 0)
      .sort((a, b) => a - b)
      .map(number => (
        <a
          class="fn"
          href={`#s${number}`}
          aria-label={fill(say(shareWords.sourceNumber, card.lang), { number: String(number) })}
        >
          {number}
        </a>
      ))}
  </>
)

export const Sources = ({ card }: { card: Card }) => {
  const { lang } = card
  return (
    <>
      <ol class="src">
        {card.sources.map((source, i) => (
          <li id={`s${i + 1}`}>
            <a href={source.url} lang={source.lang} hreflang={source.lang}>
              {source.title}
            </a>
            {source.supplied && '*'}
            {stopAfter(source.title, lang)}
            {toOrigin(source, lang)}
          </li>
        ))}
      </ol>
      {card.sources.some(({ supplied }) => supplied) && <p class="legend">{say(shareWords.ours, lang)}</p>}
      <p class="legend">
        {say(shareWords.licence, lang)}
        {tongues[lang].marks.colon}
        <a href={card.licence.url}>{card.licence.name}</a>
        {stopAfter(card.licence.name, lang)}
        {joinSentences([card.licence.covers], lang)}
      </p>
    </>
  )
}

/** Who published a source, who carried it where that is another, and when. */
const toOrigin = ({ publisher: house, via, published }: CardSource, lang: Lang): string =>
  joinBy(
    'comma',
    [house, ...(via ? [fill(say(shareWords.via, lang), { name: via })] : []), formatDate(published, lang)],
    lang,
  )
