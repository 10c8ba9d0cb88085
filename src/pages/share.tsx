/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Card } from '../card/card.ts'
import type { RequestedCard } from '../card/requested-card.ts'
import { formatAsOf, formatDate, formatYears } from '../model/dates.ts'
import { fill, joinBy, joinSentences, say, type Words } from '../model/locales.ts'
import { toBuilderUrl, toCardLayout, toPageUrl, toPictureUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import { builderWords } from './builder-words.ts'
import { CardFigure } from './card-figure.tsx'
import { Citations } from './citations.tsx'
import { Downloads } from './downloads.tsx'
import { Figures } from './figures.tsx'
import { Icon } from './icons.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Notes, toNotesTitle } from './notes.tsx'
import { Page } from './page.tsx'
import { topicWords } from './page-words.ts'
import { Breadcrumb, CopyButton, CopyPictureButton, Phrases, ShareButton, Tile, toPath } from './parts.tsx'
import { type LayOut, layOutForReading, toReading } from './reading.ts'
import { toShareHead } from './share-head.tsx'
import { shareWords } from './share-words.ts'
import { toLanguages } from './site-head.ts'
import { Sources } from './sources.tsx'
import { Vintages } from './vintages.tsx'
import type { YearReading } from './year-reading.ts'

/** The cards of the same topic: three to go on with, and those before and after. */
export type Neighbours = {
  related: readonly RequestedCard[]
  previous: RequestedCard | undefined
  next: RequestedCard | undefined
}

type SharePageProps = {
  requested: RequestedCard
  neighbours: Neighbours
  day: string
  layOut: LayOut
}

/** The page of an indicator: the card, its figures by year, notes, downloads, editions, citation and sources. */
export async function toSharePage({ requested, neighbours, day, layOut }: SharePageProps) {
  const { card, params, indicator } = requested
  const { lang } = params
  const shown = toColumnSize(requested)
  const reading = toReading(card, await layOutForReading(shown, layOut))
  const topic = say(topicWords[indicator.topic], lang)
  const sections = toSections({ requested, day })
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [card.finding, site.name], lang)}
      switches={toLanguages(other => toPath(toPageUrl(requested, { lang: other }), other))}
      head={toShareHead(requested)}
    >
      <Breadcrumb lang={lang} url={`/?lang=${lang}#${indicator.topic}`} name={topic} />
      <h1>
        <Phrases text={card.title} lang={lang} />
      </h1>
      <p class="muted small">{toDataSummary(card)}</p>
      <Banners requested={requested} />
      <div class="share">
        <div>
          <ReadableCard requested={shown} reading={reading} />
          <Actions requested={requested} />
        </div>
        <div class="side">
          <div>
            <KeyFigures requested={requested} />
            <nav class="toc" aria-label={say(shareWords.onThisPage, lang)}>
              {sections.map(({ id, title }) => (
                <a href={`#${id}`}>{title}</a>
              ))}
            </nav>
          </div>
        </div>
        <div>
          {sections.map(section => (
            <Section {...section} />
          ))}
          {neighbours.related.length > 0 && (
            <Section
              id="related"
              title={say(shareWords.related, lang)}
              content={<Related cards={neighbours.related} />}
            />
          )}
        </div>
      </div>
      <nav class="next" aria-label={topic}>
        <Neighbour requested={neighbours.previous} word={shareWords.previous} />
        <Neighbour requested={neighbours.next} word={shareWords.next} />
      </nav>
    </Page>
  )
}

type ReadableCardProps = { requested: RequestedCard; reading: YearReading | undefined }

/** The card, which can be read by the year where time runs along its chart. */
const ReadableCard = ({ requested, reading }: ReadableCardProps) => {
  const { lang } = requested.card
  const inTable = say(shareWords.inTable, lang)
  return (
    <CardFigure requested={requested} reading={reading} without={inTable} otherwise={inTable}>
      {reading && (
        <span data-js class="hint" aria-hidden="true">
          {say(shareWords.readHint, lang)}
        </span>
      )}
    </CardFigure>
  )
}

/** The card as its page shows it: a badge is too small, and the size of a preview is set for a column. */
function toColumnSize(requested: RequestedCard): RequestedCard {
  const { params } = requested
  const layout = toCardLayout(requested)
  const size = params.size === 'badge' || params.size === 'og' ? 'wide' : params.size
  return { ...requested, params: { ...params, size, layout } }
}

type SectionProps = { id: string; title: string; content: Child }

/** The sections of the page that its table of contents names. */
function toSections({ requested, day }: Pick<SharePageProps, 'requested' | 'day'>): SectionProps[] {
  const { card } = requested
  const { lang } = card
  const method = (
    <>
      <p>{card.description}</p>
      <Vintages requested={requested} day={day} />
    </>
  )
  return [
    { id: 'figures', title: say(shareWords.figures, lang), content: <Figures card={card} /> },
    ...(card.notes.length > 0 ? [{ id: 'notes', title: toNotesTitle(card), content: <Notes card={card} /> }] : []),
    {
      id: 'download',
      title: say(shareWords.download, lang),
      content: <Downloads requested={requested} />,
    },
    { id: 'method', title: say(shareWords.method, lang), content: method },
    { id: 'cite', title: say(shareWords.cite, lang), content: <Citations requested={requested} day={day} /> },
    { id: 'sources', title: say(shareWords.sources, lang), content: <Sources card={card} /> },
  ]
}

const Section = ({ id, title, content }: SectionProps) => (
  <section class={`sect ${id}`} id={id} aria-labelledby={`h-${id}`}>
    <h2 id={`h-${id}`}>{title}</h2>
    {content}
  </section>
)

const Related = ({ cards }: { cards: readonly RequestedCard[] }) => (
  <ul class="tiles three">
    {cards.map(requested => (
      <Tile requested={requested} />
    ))}
  </ul>
)

/** That the page is of an earlier day, and that the indicator is no longer kept up. */
const Banners = ({ requested }: { requested: RequestedCard }) => {
  const { asof, ...params } = requested.params
  const { card } = requested
  const { lang } = params
  return (
    <>
      {asof && (
        <p class="banner">
          <span>{joinSentences([formatAsOf(asof, lang)], lang)}</span>
          <a href={toPath(toPageUrl({ ...requested, params }), lang)}>{say(shareWords.seeNewest, lang)}</a>
        </p>
      )}
      {card.deprecated && <p class="banner">{card.deprecated}</p>}
    </>
  )
}

/** When it was updated, which years it covers, and whose figures they are. */
function toDataSummary({ lang, series, updated }: Card): string {
  const years = series.flatMap(({ points }) => points.filter(({ status }) => status !== 'plan').map(({ year }) => year))
  const authorities = [...new Set(series.map(({ authority }) => authority))]
  return joinBy(
    'dot',
    [
      fill(say(shareWords.updated, lang), { date: formatDate(updated, lang) }),
      ...(years.length > 0 ? [formatYears(years, lang)] : []),
      joinBy('semicolon', authorities, lang),
    ],
    lang,
  )
}

/** The main actions: share, embed, download. On a touch screen sharing comes first. */
const Actions = ({ requested }: { requested: RequestedCard }) => {
  const { card, params } = requested
  const { lang } = params
  const page = toPageUrl(requested)
  const png = toPictureUrl(requested, { encoding: 'png', size: 'og', scale: 1 })
  return (
    <div class="acts">
      <ShareButton lang={lang} url={page} title={card.title} isMain />
      <a class="btn main" href={toPath(toBuilderUrl(requested), lang)}>
        <Icon name="code" />
        {say(builderWords.buildTitle, lang)}
      </a>
      <a class="btn" href="#download">
        <Icon name="down" />
        {say(shareWords.download, lang)}
      </a>
      <CopyButton lang={lang} source="page-address" label={say(builderWords.copyLink, lang)} icon="copy" />
      <CopyPictureButton lang={lang} url={png} />
      <a class="btn aside" href="#cite">
        {say(shareWords.cite, lang)}
      </a>
      <span hidden id="page-address">
        {page}
      </span>
    </div>
  )
}

/** A link to the card before or after, with its topic. */
const Neighbour = ({ requested, word }: { requested: RequestedCard | undefined; word: Words }) => {
  if (!requested) return <span />
  const { card, indicator } = requested
  return (
    <a href={toPath(toPageUrl(requested), card.lang)}>
      <small>{fill(say(word, card.lang), { topic: say(topicWords[indicator.topic], card.lang) })}</small>
      {card.title}
    </a>
  )
}
