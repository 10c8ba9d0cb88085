/** @jsxImportSource hono/jsx */

import type { View } from '../card/view.ts'
import { toFeedTitle } from '../formats/feed.ts'
import { toSnippets } from '../formats/snippets.ts'
import { type Parameter, parameters } from '../request/parameters.ts'
import { sizes } from '../request/sizes.ts'
import { toPageUrl, toPicturePath, toPreview } from '../request/urls.ts'
import { Page } from './page.tsx'
import { Copyable } from './share.tsx'

type Props = { views: readonly View[]; chosen: View; fault: string | undefined; release: string }

/** The front page: choose a card and how it looks, take what to paste, see how it will be shared; below, every indicator. */
export const Gallery = ({ views, chosen, fault, release }: Props) => (
  <Page
    lang="en"
    title="Caravan: data cards to embed"
    description="Figures on China, Kazakhstan and the Middle Corridor as cards to embed, each with its authority, source and date"
    scripts={['/builder.js']}
    head={<Feeds />}
  >
    <div class="rule" />
    <h1>Caravan</h1>
    <p class="lead">
      Figures as cards: paste one into an article, a README or a newsletter. Each has an authority, a source and a date.{' '}
      <a href="/docs">Addresses and formats</a>
    </p>
    <h2 id="build">Choose a card</h2>
    <form id="builder" action="/" method="get" class="builder">
      <p class="field">
        <label for="id">Indicator</label>
        <select id="id" name="id">
          {views.map(({ card }) => (
            <option value={card.id} selected={card.id === chosen.card.id}>
              {card.title}
            </option>
          ))}
        </select>
      </p>
      <Choices view={chosen} />
      <p class="field">
        <button type="submit">Show</button>
      </p>
    </form>
    <Result view={chosen} fault={fault} release={release} />
    <h2>Every card</h2>
    <ul class="cards">
      {views.map(view => (
        <li class="card">
          <a href={view.links.html}>
            <img
              src={toPicturePath(view, { encoding: 'svg', size: 'wide', theme: 'auto' })}
              alt={view.card.alt}
              width="800"
              height="450"
              loading="lazy"
            />
          </a>
          <p>
            <a href={`/?id=${view.card.id}#build`} aria-label={`Embed: ${view.card.title}`}>
              Embed
            </a>
            <a href={view.links.png} aria-label={`PNG: ${view.card.title}`}>
              PNG
            </a>
            <a href={view.links.json} aria-label={`JSON: ${view.card.title}`}>
              JSON
            </a>
            <a href={view.links.csv} aria-label={`CSV: ${view.card.title}`}>
              CSV
            </a>
          </p>
        </li>
      ))}
    </ul>
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
const Choices = ({ view }: { view: View }) => (
  <div id="choices" class="choices" data-indicator={view.card.id}>
    {Object.values(parameters)
      .filter(({ name, encodings }: Parameter) => name !== 'v' && encodings.includes('svg'))
      .map((parameter: Parameter) => (
        <Control parameter={parameter} view={view} />
      ))}
  </div>
)

const Control = ({ parameter, view }: { parameter: Parameter; view: View }) => {
  const { name, label } = parameter
  const value = new URLSearchParams(view.canonical).get(name) ?? ''
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
          {view.indicator.series.map(({ id, label: line, authority }) => (
            <label class="check">
              <input type="checkbox" name="series" value={id} checked={view.params.series.includes(id)} /> {line.en}{' '}
              <small>{authority.short.en}</small>
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
const Result = ({ view, fault, release }: { view: View; fault: string | undefined; release: string }) => {
  const { params, card } = view
  const measure = params.size === 'badge' ? { height: 20 } : sizes[params.size]
  const picture = toPicturePath(view, { encoding: 'svg' })
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
        <a href={toPageUrl(view)}>The page of this card</a> ·{' '}
        <a href={`/inspect?url=${encodeURIComponent(toPageUrl(view))}`}>what a crawler sees</a>
      </p>
      <h3>What to paste</h3>
      {toSnippets(view).map(({ id, name, code }) => (
        <details open={id === 'img'}>
          <summary>{name}</summary>
          <Copyable id={`snippet-${id}`} text={code} lang="en" />
        </details>
      ))}
      <h3>How the link will be shown</h3>
      <Previews view={view} release={release} />
    </section>
  )
}

const places = ['X', 'Slack', 'WhatsApp'] as const

const Previews = ({ view, release }: { view: View; release: string }) => {
  const { url, width, height } = toPreview(view, release)
  return (
    <ul class="previews">
      {places.map(place => (
        <li class={`preview ${place.toLowerCase()}`}>
          <strong>{place}</strong>
          <img src={url.slice(view.url.origin.length)} alt="" width={width} height={height} loading="lazy" />
          <span class="title">{view.card.finding}</span>
          <span class="site">{view.url.host}</span>
        </li>
      ))}
    </ul>
  )
}
