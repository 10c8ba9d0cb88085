/** @jsxImportSource hono/jsx */
import type { Card } from '../card.ts'
import type { Links } from '../links.ts'
import { Page } from './page.tsx'

type Entry = { card: Card; links: Links }

/** The front page: every indicator as its card, with where else to have it. */
export const Gallery = ({ entries }: { entries: readonly Entry[] }) => (
  <Page
    lang="en"
    title="Caravan: data cards"
    description="Figures on China, Kazakhstan and the Middle Corridor as cards to embed, each with its source"
  >
    <div class="rule" />
    <h1>Caravan</h1>
    <p class="lead">
      Figures as cards: paste one into an article, a README or a newsletter. Each has an authority, a source and a date.
    </p>
    <ul class="cards">
      {entries.map(({ card, links }) => (
        <li class="card">
          <img src={`/indicators/${card.id}.svg`} alt={card.alt} width="800" height="450" />
          <p>
            <a href={links.svg}>SVG</a>
            <a href={links.png}>PNG</a>
            <a href={links.json}>JSON</a>
            <a href={links.csv}>CSV</a>
          </p>
        </li>
      ))}
    </ul>
  </Page>
)
