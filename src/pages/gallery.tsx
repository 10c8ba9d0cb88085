/** @jsxImportSource hono/jsx */

import type { RequestedCard } from '../card/requested-card.ts'
import { toFeedTitle } from '../formats/feed.ts'
import { toSnippets } from '../formats/snippets.ts'
import { type Parameter, parameters } from '../request/parameters.ts'
import { sizes } from '../request/sizes.ts'
import { toBuilderUrl, toInspectUrl, toPageUrl, toPicturePath, toPreview } from '../request/urls.ts'
import * as site from '../site.ts'
import { Page } from './page.tsx'
import { Copyable } from './share.tsx'

type Props = {
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
export const Gallery = ({ cards, choices, chosen, fault, release, next }: Props) => (
  <Page
    lang="en"
    title={`${site.name}: ${site.tagline}`}
    description={`${site.subject.en} as cards to embed, each with its authority, source and date`}
    scripts={['/builder.js']}
    head={<Feeds />}
  >
    <div class="rule" />
    <h1>{site.name}</h1>
    <p class="lead">
      Figures as cards: paste one into an article, a README or a newsletter. Each has an authority, a source and a date.{' '}
      <a href="/docs">Addresses and formats</a>
    </p>
    <h2 id="build">Choose a card</h2>
    <form id="builder" action="/" method="get" class="builder">
      <p class="field">
        <label for="id">Indicator</label>
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
        <button type="submit">Show</button>
      </p>
    </form>
    <Result requested={chosen} fault={fault} release={release} />
    <h2>Every card</h2>
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
            <a href={`${toBuilderUrl(requested.card.id)}#build`} aria-label={`Embed: ${requested.card.title}`}>
              Embed
            </a>
            <a href={requested.links.png} aria-label={`PNG: ${requested.card.title}`}>
              PNG
            </a>
            <a href={requested.links.json} aria-label={`JSON: ${requested.card.title}`}>
              JSON
            </a>
            <a href={requested.links.csv} aria-label={`CSV: ${requested.card.title}`}>
              CSV
            </a>
          </p>
        </li>
      ))}
    </ul>
    {next && (
      <p>
        <a href={next} rel="next">
          More cards
        </a>
      </p>
    )}
  </Page>
)

/** Where a reader of feeds finds what changed. */
const Feeds = () => (
  <>
    <link rel="alternate" type="application/atom+xml" href="/feed.atom" title={toFeedTitle('en')} />
    <link rel="alternate" type="application/feed+json" href="/feed.json" title={toFeedTitle('en')} />
  </>
)

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
  const { name, label } = parameter
  const value = new Map<string, string>(requested.query).get(name) ?? ''
  switch (parameter.kind) {
    case 'choice':
      return (
        <p class="field">
          <label for={name}>{label}</label>
          <select id={name} name={name} title={parameter.about}>
            <option value="">default</option>
            {parameter.values.map(option => (
              <option value={option} selected={option === value}>
                {parameter.names?.[option] ?? option}
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
              {line.en} <small>{authority.short.en}</small>
            </label>
          ))}
        </fieldset>
      )
    case 'year':
      return (
        <p class="field">
          <label for={name}>{label}</label>
          <input id={name} name={name} type="number" min="1900" max="2100" value={value} title={parameter.about} />
        </p>
      )
    case 'date':
      return (
        <p class="field">
          <label for={name}>{label}</label>
          <input id={name} name={name} type="date" value={value} title={parameter.about} />
        </p>
      )
    case 'colour':
      return (
        <p class="field">
          <label for={name}>{label}</label>
          <input id={name} name={name} value={value} placeholder="b3202c" maxlength={11} title={parameter.about} />
        </p>
      )
    case 'release':
      return null
  }
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
  const measure = params.size === 'badge' ? { height: 20 } : sizes[params.size]
  const picture = toPicturePath(requested, { encoding: 'svg' })
  return (
    <section id="result" aria-label="The card and what to paste">
      {fault && (
        <p class="note" role="alert">
          {fault}
        </p>
      )}
      <p class="figure">
        <img src={picture} alt={card.alt} {...measure} />
      </p>
      <p>
        <a href={toPageUrl(requested)}>The page of this card</a> ·{' '}
        <a href={toInspectUrl(toPageUrl(requested))}>what a crawler sees</a>
      </p>
      <h3>What to paste</h3>
      {toSnippets(requested).map(({ id, name, code }) => (
        <details open={id === 'img'}>
          <summary>{name}</summary>
          <Copyable id={`snippet-${id}`} text={code} lang="en" />
        </details>
      ))}
      <h3>How the link will be shown</h3>
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
