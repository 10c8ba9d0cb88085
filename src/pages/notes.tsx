/** @jsxImportSource hono/jsx */
import type { Card } from '../card/card.ts'
import { say } from '../model/locales.ts'
import { shareWords } from './share-words.ts'
import { SourceLinks } from './sources.tsx'

/** The heading of the notes. */
export const toNotesTitle = ({ noteClaims, lang }: Card): string =>
  say(noteClaims.some(Boolean) ? shareWords.pressTitle : shareWords.notes, lang)

/** Claims that readers may find elsewhere, against the figures; a note that answers no claim is a paragraph. */
export const Notes = ({ card }: { card: Card }) => {
  const { lang } = card
  const notes = card.notes.map((note, i) => ({ note, claim: card.noteClaims[i], sources: card.noteSources[i] ?? [] }))
  const claims = notes.filter(({ claim }) => claim)
  return (
    <>
      {claims.length > 0 && (
        <ul class="claims">
          {claims.map(({ note, claim, sources }) => (
            <li>
              <div>
                <h3>{say(shareWords.youMayRead, lang)}</h3>
                <p>
                  <q>{claim}</q>
                </p>
              </div>
              <div>
                <h3>{say(shareWords.figuresShow, lang)}</h3>
                <p>
                  {note} <SourceLinks ids={sources} card={card} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {notes
        .filter(({ claim }) => !claim)
        .map(({ note, sources }) => (
          <p class="remark">
            {note} <SourceLinks ids={sources} card={card} />
          </p>
        ))}
    </>
  )
}
