/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { joinBy, type Lang, say, tongues } from '../model/locales.ts'
import { readQueryValue } from '../request/query-value.ts'
import * as site from '../site.ts'
import { formatWeight } from './downloads.tsx'
import { Code } from './parts.tsx'
import { words } from './words.ts'

/** The formats the console asks for, and the languages it writes the request in. */
export const trialFormats = ['json', 'csv', 'svg', 'png'] as const
export type TrialFormat = (typeof trialFormats)[number]
export const codes = ['curl', 'js', 'python', 'r'] as const
export type CodeName = (typeof codes)[number]

const codeNames: Record<CodeName, string> = { curl: 'curl', js: 'JavaScript', python: 'Python', r: 'R' }

/** What is asked, and what was answered. */
export type Trial = {
  id: string
  format: TrialFormat
  code: CodeName
  from: string
  /** The absolute address that was asked. */
  url: string
  answer: { status: number; type: string; bytes: number; etag: string; text: string; isCut: boolean }
}

type Ask = (url: string) => Promise<Response>

/** How much of an answer is shown. */
const mostShown = 6000

/** Reads the query of the docs and asks for what it says; anything unknown is as by default. */
export async function toTrial(url: URL, ids: readonly string[], lang: Lang, ask: Ask): Promise<Trial> {
  const query = url.searchParams
  const pick = <const T extends string>(name: string, values: readonly T[], fallback: T): T =>
    values.find(value => value === readQueryValue(query, name).toLowerCase()) ?? fallback
  const id = pick('id', ids, ids.includes(site.examples.id) ? site.examples.id : (ids[0] ?? ''))
  const format = pick('as', trialFormats, 'json')
  const from = /^\d{4}$/.exec(readQueryValue(query, 'from'))?.[0] ?? ''
  const taken = new URLSearchParams({
    ...(from && { from }),
    ...(lang !== site.offered[0] && { lang }),
  }).toString()
  const asked = `${url.origin}/indicators/${id}.${format}${taken && `?${taken}`}`
  const response = await ask(asked)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const whole = format === 'png' && response.ok ? '' : new TextDecoder().decode(bytes)
  const text = format === 'json' ? indent(whole) : whole
  return {
    id,
    format,
    code: pick('code', codes, 'curl'),
    from,
    url: asked,
    answer: {
      status: response.status,
      type: response.headers.get('Content-Type') ?? '',
      bytes: bytes.byteLength,
      etag: response.headers.get('ETag') ?? '–',
      text: text.slice(0, mostShown),
      isCut: text.length > mostShown,
    },
  }
}

const indent = (json: string): string => JSON.stringify(JSON.parse(json), null, 2)

/** The request in each language; no value of ours needs escaping in any of them. */
const snippets: Record<CodeName, Record<TrialFormat, (url: string, file: string) => string>> = {
  curl: {
    json: url => `curl -s '${url}' | jq .headline`,
    csv: url => `curl -s '${url}'`,
    svg: (url, file) => `curl -s -o ${file} '${url}'`,
    png: (url, file) => `curl -s -o ${file} '${url}'`,
  },
  js: {
    json: url => `const response = await fetch('${url}')\nconst { headline } = await response.json()`,
    csv: url => `const response = await fetch('${url}')\nconst csv = await response.text()`,
    svg: url => `const image = new Image()\nimage.src = '${url}'\ndocument.body.append(image)`,
    png: url => `const image = new Image()\nimage.src = '${url}'\ndocument.body.append(image)`,
  },
  python: {
    json: url => `import requests\n\nheadline = requests.get("${url}").json()["headline"]`,
    csv: url =>
      `import pandas as pd\n\ndata = pd.read_csv("${url}")\ndata.pivot(index="period", columns="series", values="value")`,
    svg: (url, file) => `import requests\n\nopen("${file}", "wb").write(requests.get("${url}").content)`,
    png: (url, file) => `import requests\n\nopen("${file}", "wb").write(requests.get("${url}").content)`,
  },
  r: {
    json: url => `library(jsonlite)\n\nheadline <- fromJSON("${url}")$headline`,
    csv: url => `data <- read.csv("${url}")`,
    svg: (url, file) => `download.file("${url}", "${file}", mode = "wb")`,
    png: (url, file) => `download.file("${url}", "${file}", mode = "wb")`,
  },
}

/** The request of a trial as code. */
export const toCode = ({ code, format, url, id }: Pick<Trial, 'code' | 'format' | 'url' | 'id'>): string =>
  snippets[code][format](url, `${id}.${format}`)

type Props = { lang: Lang; cards: readonly RequestedCard[]; trial: Trial }

/** Choose a card and a format; see the code first, then the answer that the server gave. */
export const Console = ({ lang, cards, trial }: Props) => (
  <div class="try">
    <form id="try" class="ctrl" method="get" action="/docs#try-h" data-fail={say(words.unreachable, lang)}>
      {trial.code !== 'curl' && <input type="hidden" name="code" value={trial.code} />}
      <div class="grp">
        <label class="cap" for="try-id">
          {say(words.card, lang)}
        </label>
        <select class="pick" id="try-id" name="id">
          {cards.map(({ card }) => (
            <option value={card.id} selected={card.id === trial.id}>
              {card.title}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="grp">
        <legend>
          {say(words.format, lang)}
          <span class="def">{say(words.theSuffix, lang)}</span>
        </legend>
        <div class="seg">
          {trialFormats.map(format => (
            <label>
              <input type="radio" id={`as-${format}`} name="as" value={format} checked={format === trial.format} />
              {format.toUpperCase()}
            </label>
          ))}
        </div>
      </fieldset>
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
      <div class="grp">
        <label class="cap" for="try-from">
          <code>from</code> <span class="def">{say(words.yearNumber, lang)}</span>
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
        {say(words.send, lang)}
      </button>
    </form>
    <Answer lang={lang} trial={trial} />
  </div>
)

const Answer = ({ lang, trial }: { lang: Lang; trial: Trial }) => {
  const { id, format, code, from, url, answer } = trial
  const { pathname, search } = new URL(url)
  const toTab = (name: CodeName): string =>
    `/docs?${new URLSearchParams({ id, as: format, code: name, lang, ...(from && { from }) })}#try-h`
  return (
    <div id="answer" data-say={joinBy('colon', [say(words.answer, lang), String(answer.status)], lang)}>
      <nav class="tabs" aria-label={say(words.exampleLanguage, lang)}>
        {codes.map(name => (
          <a href={toTab(name)} aria-current={name === code ? 'true' : undefined}>
            {codeNames[name]}
          </a>
        ))}
      </nav>
      <Code id="snippet" lang={lang} text={toCode(trial)} name={say(words.example, lang)} isMain />
      <div class="reply">
        <dl>
          <div>
            <dt>GET</dt>
            <dd>
              <a href={`${pathname}${search}`}>{`${pathname}${search}`}</a>
            </dd>
          </div>
          <div>
            <dt>{say(words.status, lang)}</dt>
            <dd>{answer.status}</dd>
          </div>
          <div>
            <dt>{say(words.type, lang)}</dt>
            <dd>{answer.type}</dd>
          </div>
          <div>
            <dt>{say(words.weight, lang)}</dt>
            <dd>{formatWeight(answer.bytes, lang)}</dd>
          </div>
          <div>
            <dt>ETag</dt>
            <dd>{answer.etag}</dd>
          </div>
        </dl>
        {format === 'svg' || format === 'png' ? (
          <img
            src={`${pathname}${search}`}
            alt=""
            width={format === 'svg' ? 800 : 1200}
            height={format === 'svg' ? 450 : 630}
          />
        ) : (
          <section class="text" tabindex={0} aria-label={say(words.answer, lang)}>
            <pre translate="no">{answer.text}</pre>
          </section>
        )}
        {answer.isCut && format !== 'svg' && <p class="cut">{say(words.cut, lang)}</p>}
      </div>
    </div>
  )
}
