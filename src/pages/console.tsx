/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { joinBy, type Lang, say, tongues } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import * as site from '../site.ts'
import { builderWords } from './builder-words.ts'
import { docsWords } from './docs-words.ts'
import { formatWeight } from './downloads.tsx'
import { Code, toPath } from './parts.tsx'
import { isPictureFormat, type Trial, type TrialCode, type TrialFormat, trialCodes, trialFormats } from './trial.ts'
import { toTrialCode } from './trial-code.ts'

const codeNames: Record<TrialCode, string> = { curl: 'curl', js: 'JavaScript', python: 'Python', r: 'R' }

type ConsoleProps = { lang: Lang; cards: readonly RequestedCard[]; trial: Trial }

/** Choose a card and a format; see the code first, then the answer that the server gave. */
export const Console = ({ lang, cards, trial }: ConsoleProps) => (
  <div class="try">
    <form id="try" class="ctrl" method="get" action="/docs#try-h" data-fail={say(builderWords.unreachable, lang)}>
      {trial.code !== 'curl' && <input type="hidden" name="code" value={trial.code} />}
      <div class="grp">
        <label class="cap" for="try-id">
          {say(docsWords.card, lang)}
        </label>
        <select class="pick" id="try-id" name="id">
          {cards.map(({ card }) => (
            <option value={card.id} selected={card.id === trial.id}>
              {card.title}
            </option>
          ))}
        </select>
      </div>
      <FormatChoice lang={lang} chosen={trial.format} />
      <LanguageChoice lang={lang} />
      <div class="grp">
        <label class="cap" for="try-from">
          <code>from</code> <span class="def">{say(docsWords.yearNumber, lang)}</span>
        </label>
        <input
          class="pick"
          id="try-from"
          name="from"
          type="number"
          min="1900"
          max="2100"
          value={trial.from}
          placeholder="2019"
        />
      </div>
      <button class="btn main" type="submit" data-nojs>
        {say(docsWords.send, lang)}
      </button>
    </form>
    <TrialAnswer lang={lang} trial={trial} />
  </div>
)

const FormatChoice = ({ lang, chosen }: { lang: Lang; chosen: TrialFormat }) => (
  <fieldset class="grp">
    <legend>
      {say(docsWords.format, lang)}
      <span class="def">{say(docsWords.theSuffix, lang)}</span>
    </legend>
    <div class="seg">
      {trialFormats.map(format => (
        <label>
          <input type="radio" id={`as-${format}`} name="as" value={format} checked={format === chosen} />
          {format.toUpperCase()}
        </label>
      ))}
    </div>
  </fieldset>
)

const LanguageChoice = ({ lang }: { lang: Lang }) => (
  <fieldset class="grp">
    <legend>
      <code>lang</code>
    </legend>
    <div class="seg">
      {site.offered.map(other => (
        <label>
          <input type="radio" id={`try-${other}`} name="lang" value={other} checked={other === lang} />
          <span aria-hidden="true">{other}</span>
          <span class="quiet" lang={other}>
            {tongues[other].name}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)

type TrialAnswerProps = { lang: Lang; trial: Trial }

/** The request as code, and the answer with its headers. */
const TrialAnswer = ({ lang, trial }: TrialAnswerProps) => {
  const { id, format, code, from, answer } = trial
  const toTab = (name: TrialCode): string =>
    `/docs?${new URLSearchParams({ id, as: format, code: name, lang, ...(from && { from }) })}#try-h`
  return (
    <div id="answer" data-say={joinBy('colon', [say(docsWords.answer, lang), String(answer.status)], lang)}>
      <nav class="tabs" aria-label={say(docsWords.exampleLanguage, lang)}>
        {trialCodes.map(name => (
          <a href={toTab(name)} aria-current={name === code ? 'true' : undefined}>
            {codeNames[name]}
          </a>
        ))}
      </nav>
      <Code id="snippet" lang={lang} text={toTrialCode(trial)} name={say(docsWords.example, lang)} isMain />
      <Reply lang={lang} trial={trial} />
    </div>
  )
}

const Reply = ({ lang, trial: { format, url, answer } }: TrialAnswerProps) => {
  const path = toPath(url)
  const facts = [
    { name: 'GET', value: <a href={path}>{path}</a> },
    { name: say(docsWords.status, lang), value: answer.status },
    { name: say(docsWords.type, lang), value: answer.type },
    { name: say(docsWords.weight, lang), value: formatWeight(answer.bytes, lang) },
    { name: 'ETag', value: answer.etag },
  ]
  return (
    <div class="reply">
      <dl>
        {facts.map(({ name, value }) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isPictureFormat(format) ? (
        <img src={path} alt="" {...sizes[format === 'svg' ? 'wide' : 'og']} />
      ) : (
        <section class="text" tabindex={0} aria-label={say(docsWords.answer, lang)}>
          <pre translate="no">{answer.text}</pre>
        </section>
      )}
      {answer.isCut && format !== 'svg' && <p class="cut">{say(docsWords.cut, lang)}</p>}
    </div>
  )
}
