/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { joinBy, type Lang, say, tongues } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import * as site from '../site.ts'
import { builderWords } from './builder-words.ts'
import { SegmentGroup } from './control-group.tsx'
import { docsWords } from './docs-words.ts'
import { formatWeight } from './downloads.tsx'
import { Code, toPath } from './parts.tsx'
import { isPictureFormat, type Trial, type TrialCode, trialCodes, trialFormats } from './trial.ts'
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
      <SegmentGroup
        title={<FormatTitle lang={lang} />}
        lang={lang}
        name="as"
        segments={trialFormats.map(format => ({
          id: `as-${format}`,
          value: format,
          isChecked: format === trial.format,
          label: format.toUpperCase(),
        }))}
      />
      <SegmentGroup
        title={<code>lang</code>}
        lang={lang}
        name="lang"
        segments={site.offered.map(other => ({
          id: `try-${other}`,
          value: other,
          isChecked: other === lang,
          label: <LanguageLabel lang={other} />,
        }))}
      />
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

const FormatTitle = ({ lang }: { lang: Lang }) => (
  <>
    {say(docsWords.format, lang)}
    <span class="def">{say(docsWords.theSuffix, lang)}</span>
  </>
)

const LanguageLabel = ({ lang }: { lang: Lang }) => (
  <>
    <span aria-hidden="true">{lang}</span>
    <span class="quiet" lang={lang}>
      {tongues[lang].name}
    </span>
  </>
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
