/** @jsxImportSource hono/jsx */

import type { RequestedCard } from '../card/requested-card.ts'
import { toFeedTitle } from '../formats/feed.ts'
import { toSnippets } from '../formats/snippets.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { type Parameter, type ParameterName, parameters } from '../request/parameters.ts'
import { sizes } from '../request/sizes.ts'
import { toBuilderUrl, toInspectUrl, toPageUrl, toPicturePath, toPreview } from '../request/urls.ts'
import * as site from '../site.ts'
import { Page } from './page.tsx'
import { Copyable } from './share.tsx'
import {
  words as cardWords,
  inspectWords,
  parameterWords,
  snippetWords,
  valueWords,
  galleryWords as words,
} from './words.ts'

type Props = {
  lang: Lang
  /** The cards of this page of the catalogue, and those that the builder offers. */
  cards: readonly RequestedCard[]
  choices: readonly RequestedCard[]
  chosen: RequestedCard
  fault: string | undefined
  release: string
  /** The address of the next page. */
  next: string | undefined
}

/** The front page: choose a card and how it looks, take what to paste, see how it will be shared; below, every indicator. */
export const Gallery = ({ lang, cards, choices, chosen, fault, release, next }: Props) => (
  <Page
    lang={lang}
    title={joinBy('colon', [site.name, say(site.tagline, lang)], lang)}
    description={fill(say(words.description, lang), { subject: say(site.subject, lang) })}
    scripts={['/builder.js']}
    head={<Feeds lang={lang} />}
  >
    <div class="rule" />
    <h1>{site.name}</h1>
    <p class="lead">
      {say(words.lead, lang)} <a href={`/docs?lang=${lang}`}>{say(words.docs, lang)}</a>
    </p>
    <h2 id="build">{say(words.choose, lang)}</h2>
    <form id="builder" action="/" method="get" class="builder">
      <p class="field">
        <label for="id">{say(words.indicator, lang)}</label>
        <select id="id" name="id">
          {choices.map(({ card }) => (
            <option value={card.id} selected={card.id === chosen.card.id}>
              {card.title}
            </option>
          ))}
        </select>
      </p>
      <Choices requested={chosen} />
      <p class="field">
        <button type="submit">{say(words.show, lang)}</button>
      </p>
    </form>
    <Result requested={chosen} fault={fault} release={release} />
    <h2>{say(cardWords.all, lang)}</h2>
    <ul class="cards">
      {cards.map(requested => (
        <li class="card">
          <a href={requested.links.html}>
            <img
              src={toPicturePath(requested, { encoding: 'svg', size: 'wide', theme: 'auto' })}
              alt={requested.card.alt}
              width="800"
              height="450"
              loading="lazy"
            />
          </a>
          <p>
            <a
              href={`${toBuilderUrl(requested.card.id, lang)}#build`}
              aria-label={joinBy('colon', [say(words.embed, lang), requested.card.title], lang)}
            >
              {say(words.embed, lang)}
            </a>
            <a href={requested.links.png} aria-label={joinBy('colon', ['PNG', requested.card.title], lang)}>
              PNG
            </a>
            <a href={requested.links.json} aria-label={joinBy('colon', ['JSON', requested.card.title], lang)}>
              JSON
            </a>
            <a href={requested.links.csv} aria-label={joinBy('colon', ['CSV', requested.card.title], lang)}>
              CSV
            </a>
          </p>
        </li>
      ))}
    </ul>
    {next && (
      <p>
        <a href={next} rel="next">
          {say(words.more, lang)}
        </a>
      </p>
    )}
  </Page>
)

/** Where a reader of feeds finds what changed. */
const Feeds = ({ lang }: { lang: Lang }) => {
  const search = lang === site.offered[0] ? '' : `?lang=${lang}`
  return (
    <>
      <link rel="alternate" type="application/atom+xml" href={`/feed.atom${search}`} title={toFeedTitle(lang)} />
      <link rel="alternate" type="application/feed+json" href={`/feed.json${search}`} title={toFeedTitle(lang)} />
    </>
  )
}

/** The controls, made of the table of parameters; a default is left unsaid. */
const Choices = ({ requested }: { requested: RequestedCard }) => (
  <div id="choices" class="choices" data-indicator={requested.card.id}>
    {Object.values(parameters)
      .filter(({ name, encodings }: Parameter) => name !== 'v' && encodings.includes('svg'))
      .map((parameter: Parameter) => (
        <Control parameter={parameter} requested={requested} />
      ))}
  </div>
)

const Control = ({ parameter, requested }: { parameter: Parameter; requested: RequestedCard }) => {
  const { lang } = requested.card
  const name = parameter.name as ParameterName
  const [label, about] = [say(parameterWords[name].label, lang), say(parameterWords[name].about, lang)]
  const value = new Map<string, string>(requested.query).get(name) ?? ''
  switch (parameter.kind) {
    case 'choice':
      return (
        <p class="field">
          <label for={name}>{label}</label>
          <select id={name} name={name} title={about}>
            <option value="">{say(words.automatic, lang)}</option>
            {parameter.values.map(option => (
              <option value={option} selected={option === value}>
                {parameter.names?.[option] ?? toValueName(name, option, lang)}
              </option>
            ))}
          </select>
        </p>
      )
    case 'series':
      return (
        <fieldset class="field">
          <legend>{label}</legend>
          {requested.indicator.series.map(({ id, label: line, authority }) => (
            <label class="check">
              <input type="checkbox" name="series" value={id} checked={requested.params.series.includes(id)} />{' '}
              {say(line, lang)} <small>{say(authority.short, lang)}</small>
            </label>
          ))}
        </fieldset>
      )
    case 'year':
      return (
        <p class="field">
          <label for={name}>{label}</label>
          <input id={name} name={name} type="number" min="1900" max="2100" value={value} title={about} />
        </p>
      )
    case 'date':
      return (
        <p class="field">
          <label for={name}>{label}</label>
          <input id={name} name={name} type="date" value={value} title={about} />
        </p>
      )
    case 'colour':
      return (
        <p class="field">
          <label for={name}>{label}</label>
          <input id={name} name={name} value={value} placeholder="b3202c" maxlength={11} title={about} />
        </p>
      )
    case 'release':
      return null
  }
}

/** What a value is called, or the value itself. */
function toValueName(name: ParameterName, value: string, lang: Lang): string {
  const found = valueWords[name]?.[value]
  return found ? say(found, lang) : value
}

/** What the choice gives: the card, what to paste, and how three places will show the link. */
const Result = ({
  requested,
  fault,
  release,
}: {
  requested: RequestedCard
  fault: string | undefined
  release: string
}) => {
  const { params, card } = requested
  const { lang } = card
  const measure = params.size === 'badge' ? { height: 20 } : sizes[params.size]
  const picture = toPicturePath(requested, { encoding: 'svg' })
  return (
    <section id="result" aria-label={say(words.result, lang)}>
      {fault && (
        <p class="note" role="alert">
          {fault}
        </p>
      )}
      <p class="figure">
        <img src={picture} alt={card.alt} {...measure} />
      </p>
      <p>
        <a href={toPageUrl(requested)}>{say(words.page, lang)}</a> ·{' '}
        <a href={`${toInspectUrl(toPageUrl(requested))}&lang=${lang}`}>{say(inspectWords.title, lang)}</a>
      </p>
      <h3>{say(words.paste, lang)}</h3>
      {toSnippets(requested).map(({ id, name, code }) => (
        <details open={id === 'img'}>
          <summary>{snippetWords[id] ? say(snippetWords[id], lang) : name}</summary>
          <Copyable id={`snippet-${id}`} text={code} lang={lang} />
        </details>
      ))}
      <h3>{say(words.preview, lang)}</h3>
      <Previews requested={requested} release={release} />
    </section>
  )
}

const places = ['X', 'Slack', 'WhatsApp'] as const

const Previews = ({ requested, release }: { requested: RequestedCard; release: string }) => {
  const { url, width, height } = toPreview(requested, release)
  return (
    <ul class="previews">
      {places.map(place => (
        <li class={`preview ${place.toLowerCase()}`}>
          <strong>{place}</strong>
          <img src={url.slice(requested.url.origin.length)} alt="" width={width} height={height} loading="lazy" />
          <span class="title">{requested.card.finding}</span>
          <span class="site">{requested.url.host}</span>
        </li>
      ))}
    </ul>
  )
}
