/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { toCitation } from '../formats/citation.ts'
import { say } from '../model/locales.ts'
import { Code, toPath } from './parts.tsx'
import { shareWords } from './share-words.ts'

/** How to cite the edition in view: in words, and for the programs that keep references. */
export const Citations = ({ requested, day }: { requested: RequestedCard; day: string }) => {
  const { lang } = requested.card
  const { text, bibtex, ris, csl, permalink } = toCitation(requested, day)
  const forms = [
    { id: 'bibtex', name: 'BibTeX', text: bibtex },
    { id: 'ris', name: 'RIS', text: ris },
    { id: 'csl', name: 'CSL-JSON', text: csl },
  ]
  return (
    <>
      <Code id="citation" lang={lang} text={text} name={say(shareWords.citation, lang)} />
      {forms.map(({ id, name, text: form }) => (
        <details class="more">
          <summary>{name}</summary>
          <Code id={id} lang={lang} text={form} name={name} />
        </details>
      ))}
      <p class="small">
        <a href={toPath(permalink)}>{say(shareWords.permalink, lang)}</a>
      </p>
    </>
  )
}
