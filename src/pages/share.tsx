/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Card } from '../card/card.ts'
import type { RequestedCard } from '../card/requested-card.ts'
import type { CardSource } from '../card/sources.ts'
import { toCitation } from '../formats/citation.ts'
import { toFeedTitle } from '../formats/feed.ts'
import { toDataset } from '../formats/json-ld.ts'
import { formatAsOf, formatDate, formatYears } from '../model/dates.ts'
import { formatFigure } from '../model/figures.ts'
import type { Unit } from '../model/indicator.ts'
import { fill, joinBy, joinSentences, type Lang, say, stopAfter, tongues } from '../model/locales.ts'
import { toBuilderUrl, toOembedUrl, toPageUrl, toPictureUrl, toPreview } from '../request/urls.ts'
import * as site from '../site.ts'
import { Downloads } from './downloads.tsx'
import { type LayOut, layOutForReading } from './embed.tsx'
import { Figures, SourceLinks } from './figures.tsx'
import { toLanguages } from './front.tsx'
import { Icon } from './icons.tsx'
import { type Head, Page, type PreviewImage } from './page.tsx'
import { Code, CopyButton, CopyPictureButton, Phrases, ShareButton, Tile, toPath } from './parts.tsx'
import { CardFigure, Scrub, toReading } from './reading.tsx'
import { Vintages } from './vintages.tsx'
import { topicWords, words } from './words.ts'

/** The cards of the same topic: three to go on with, and those before and after. */
export type Neighbours = {
  related: readonly RequestedCard[]
  previous: RequestedCard | undefined
  next: RequestedCard | undefined
}

type Props = { requested: RequestedCard; neighbours: Neighbours; release: string; day: string; layOut: LayOut }

/** The view as its page shows it: a badge is too small, and the size of a preview is set for a column. */
function toShown(requested: RequestedCard): RequestedCard {
  const { params, indicator } = requested
  const isBadge = params.layout === 'badge'
  const size = params.size === 'badge' || params.size === 'og' ? 'wide' : params.size
  return { ...requested, params: { ...params, size, layout: isBadge ? indicator.layout : params.layout } }
}

/** The page of an indicator: the card, its figures by year, what they do not show, downloads, editions, citation and sources. */
export async function toSharePage({ requested, neighbours, release, day, layOut }: Props) {
  const { card, params } = requested
  const { lang } = params
  const shown = toShown(requested)
  const isSwapped = shown.params.size === 'wide'
  const reading = toReading(card, await layOutForReading(shown, isSwapped, layOut))
  const { topic } = requested.indicator
  const hasNotes = card.notes.length > 0
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [card.finding, site.name], lang)}
      switches={toLanguages(other => toPath(toPageUrl(requested, { lang: other }), other))}
      head={toShareHead(requested, release)}
    >
      <nav class="crumbs" aria-label={say(words.breadcrumb, lang)}>
        <a href={`/?lang=${lang}`}>{say(words.cards, lang)}</a>
        <span aria-hidden="true">›</span>
        <a href={`/?lang=${lang}#${topic}`}>{say(topicWords[topic], lang)}</a>
      </nav>
      <h1>
        <Phrases text={card.title} lang={lang} />
      </h1>
      <p class="muted small">{toSummary(card)}</p>
      {params.asof && (
        <p class="banner">
          <span>{joinSentences([formatAsOf(params.asof, lang)], lang)}</span>
          <a href={toPath(toPageUrl(toNewest(requested)), lang)}>{say(words.seeNewest, lang)}</a>
        </p>
      )}
      {card.deprecated && <p class="banner">{card.deprecated}</p>}
      <div class="share">
        <div>
          <CardFigure
            requested={shown}
            size={shown.params.size === 'badge' ? 'wide' : shown.params.size}
            isSwapped={isSwapped}
            reading={reading}
            bar={
              reading ? (
                <Scrub requested={requested} without={say(words.inTable, lang)}>
                  <span data-js class="hint" aria-hidden="true">
                    {say(words.readHint, lang)}
                  </span>
                </Scrub>
              ) : (
                <p>{say(words.inTable, lang)}</p>
              )
            }
          />
          <Actions requested={requested} />
        </div>
        <div class="side">
          <div>
            <KeyFigures requested={requested} />
            <nav class="toc" aria-label={say(words.onThisPage, lang)}>
              <a href="#figures">{say(words.figures, lang)}</a>
              {hasNotes && <a href="#notes">{say(toNotesTitle(card), lang)}</a>}
              <a href="#download">{say(words.download, lang)}</a>
              <a href="#method">{say(words.method, lang)}</a>
              <a href="#cite">{say(words.cite, lang)}</a>
              <a href="#sources">{say(words.sources, lang)}</a>
            </nav>
          </div>
        </div>
        <div>
          <Section id="figures" title={say(words.figures, lang)}>
            <Figures card={card} />
          </Section>
          {hasNotes && (
            <Section id="notes" title={say(toNotesTitle(card), lang)}>
              <Notes card={card} />
            </Section>
          )}
          <Section id="download" title={say(words.download, lang)}>
            <Downloads requested={requested} release={release} />
          </Section>
          <Section id="method" title={say(words.method, lang)}>
            <p>{card.description}</p>
            <Vintages requested={requested} day={day} />
          </Section>
          <Section id="cite" title={say(words.cite, lang)}>
            <Citation requested={requested} day={day} />
          </Section>
          <Section id="sources" title={say(words.sources, lang)}>
            <Sources card={card} />
          </Section>
          {neighbours.related.length > 0 && (
            <Section id="related" title={say(words.related, lang)}>
              <ul class="tiles three">
                {neighbours.related.map(other => (
                  <Tile requested={other} />
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
      <nav class="next" aria-label={say(topicWords[topic], lang)}>
        <Neighbour requested={neighbours.previous} word={words.previous} topic={say(topicWords[topic], lang)} />
        <Neighbour requested={neighbours.next} word={words.next} topic={say(topicWords[topic], lang)} />
      </nav>
    </Page>
  )
}

const Section = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <section class={`sect ${id}`} id={id} aria-labelledby={`h-${id}`}>
    <h2 id={`h-${id}`}>{title}</h2>
    {children}
  </section>
)

/** The same choice without its day. */
function toNewest(requested: RequestedCard): RequestedCard {
  const { asof: _, ...params } = requested.params
  return { ...requested, params }
}

/** When it was updated, which years it covers, and whose figures they are. */
function toSummary(card: Card): string {
  const { lang } = card
  const years = card.series.flatMap(({ points }) => points.filter(({ status }) => status !== 'plan'))
  const [first, last] = [Math.min(...years.map(({ year }) => year)), Math.max(...years.map(({ year }) => year))]
  return joinBy(
    'dot',
    [
      fill(say(words.updated, lang), { date: formatDate(card.updated, lang) }),
      ...(Number.isFinite(first) ? [formatYears(first, last, lang)] : []),
      joinBy('semicolon', [...new Set(card.series.map(({ authority }) => authority))], lang),
    ],
    lang,
  )
}

/** What crawlers read of the page of an indicator. */
export function toShareHead(requested: RequestedCard, release: string): Head {
  const { card, links, url, params } = requested
  const { lang } = params
  const preview: PreviewImage = { ...toPreview(requested, release), alt: card.alt }
  const layout = params.layout === 'badge' ? requested.indicator.layout : params.layout
  const square = toPictureUrl(requested, { encoding: 'png', size: 'square', layout, scale: 1 })
  return {
    canonical: links.html,
    alternates: toLanguages(other => toPageUrl(requested, { lang: other })),
    title: card.title,
    shortTitle: toShortTitle(requested),
    description: card.description,
    type: 'article',
    images: [preview, { url: square, width: 1080, height: 1080, alt: card.alt }],
    isIndexed: true,
    feeds: [{ type: 'application/atom+xml', url: links.feed, title: toFeedTitle(lang, card.title) }],
    more: (
      <>
        <link
          rel="alternate"
          type="application/json+oembed"
          href={toOembedUrl(url.origin, links.html, 'json')}
          title={card.title}
        />
        <link
          rel="alternate"
          type="text/xml+oembed"
          href={toOembedUrl(url.origin, links.html, 'xml')}
          title={card.title}
        />
        <link rel="alternate" type="application/json" href={links.json} />
        <link rel="alternate" type="text/csv" href={links.csv} />
        <meta property="article:modified_time" content={card.updated} />
        <script type="application/ld+json">
          {raw(JSON.stringify(toPageDataset(requested, release)).replaceAll('<', '\\u003c'))}
        </script>
      </>
    ),
  }
}

/** What search engines read of the figures. The sources are named by their addresses: the page lists them, and `.jsonld` has all. */
const toPageDataset = ({ card, links }: RequestedCard, release: string) => ({
  ...toDataset(card, links, release),
  isBasedOn: [...new Set(card.sources.map(({ url }) => url))],
})

/** The few words that X lays over the lower left of the picture. */
const toShortTitle = ({ indicator, card }: RequestedCard): string => say(indicator.badge, card.lang)

/** What most readers come for: pass it on, put it on a page, take it along. On a touch screen sharing comes first. */
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
        {say(words.buildTitle, lang)}
      </a>
      <a class="btn" href="#download">
        <Icon name="down" />
        {say(words.download, lang)}
      </a>
      <CopyButton lang={lang} source="page-address" label={say(words.copyLink, lang)} icon="copy" />
      <CopyPictureButton lang={lang} url={png} />
      <a class="btn aside" href="#cite">
        {say(words.cite, lang)}
      </a>
      <span hidden id="page-address">
        {page}
      </span>
    </div>
  )
}

/** How many figures stand beside the card. */
const mostKeyFigures = 3

type KeyFigure = { label: string; period: string; amount: string; note: string; ink: string }

/** The headline with its change, the newest figures of the other lines, and the newest of a part of a year. */
function toKeyFigures({ card, indicator: { unit } }: RequestedCard): KeyFigure[] {
  const { headline, latest, series, lang } = card
  const continued = new Set(series.flatMap(({ continues, upTo }) => [continues, upTo]))
  const inkOf = (id: string): string => {
    const found = series.find(entry => entry.id === id)
    return found ? found.colour : 'none'
  }
  const first: KeyFigure = {
    label: headline.label,
    period: headline.periodText,
    amount: headline.formatted,
    note: headline.change?.phrase ?? '',
    ink: inkOf(headline.series),
  }
  const rest = series
    .filter(({ id }) => id !== headline.series && !continued.has(id))
    .flatMap(({ id, label, points }): KeyFigure[] => {
      const measured = points.filter(({ status, flag }) => status !== 'plan' && flag !== 'artefact')
      const point = measured.findLast(({ part }) => !part) ?? measured.at(-1) ?? points.at(-1)
      return point
        ? [
            {
              label,
              period: point.caption,
              amount: formatFigure(point, unit, lang),
              note: point.remark,
              ink: inkOf(id),
            },
          ]
        : []
    })
  const isLatest = latest.period !== headline.period || latest.series !== headline.series
  const newest: KeyFigure[] = isLatest
    ? [
        {
          label: latest.label,
          period: latest.periodText,
          amount: latest.formatted,
          note: '',
          ink: inkOf(latest.series),
        },
      ]
    : []
  const found = card.arrangement === 'ranking' ? toRanked(card, unit) : [first, ...newest, ...rest]
  return found.slice(0, mostKeyFigures).map(figure => ({ ...figure, label: figure.label || card.title, lang }))
}

/** The greatest of a ranking. */
const toRanked = ({ series, lang }: Card, unit: Unit): KeyFigure[] =>
  series
    .flatMap(entry => {
      const point = entry.points.toSorted((a, b) => (a.end < b.end ? 1 : -1))[0]
      return point ? [{ entry, point }] : []
    })
    .sort((a, b) => b.point.value - a.point.value)
    .map(({ entry, point }) => ({
      label: entry.label,
      period: point.caption,
      amount: formatFigure(point, unit, lang),
      note: point.remark,
      ink: entry.colour,
    }))

/** A figure with its number set large, and the words of its unit behind it, if there are any. */
const Amount = ({ text }: { text: string }) => {
  const at = text.search(/(?<=\d)(?:\s(?=\p{L})|(?=\p{Script=Han}))(?!.*\d)/u)
  return (
    <>
      <b>{at < 0 ? text : text.slice(0, at)}</b>
      {at >= 0 && <span>{text.slice(at)}</span>}
    </>
  )
}

const KeyFigures = ({ requested }: { requested: RequestedCard }) => {
  const { lang } = requested.card
  return (
    <>
      <h2 class="quiet">{say(words.keyFigures, lang)}</h2>
      <dl class="keys">
        {toKeyFigures(requested).map(({ label, period, amount, note, ink }) => (
          <div class={`k-${ink}`}>
            <dt>{joinBy('comma', [label, period], lang)}</dt>
            <dd>
              <Amount text={amount} />
              {note && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const toNotesTitle = (card: Card) => (card.noteClaims.some(Boolean) ? words.pressTitle : words.notes)

/** What may be read elsewhere, against what the figures show; a note that answers no claim is a paragraph. */
const Notes = ({ card }: { card: Card }) => {
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
                <h3>{say(words.youMayRead, lang)}</h3>
                <p>
                  <q>{claim}</q>
                </p>
              </div>
              <div>
                <h3>{say(words.figuresShow, lang)}</h3>
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

/** How to cite the edition in view: in words, and for the programs that keep references. */
const Citation = ({ requested, day }: { requested: RequestedCard; day: string }) => {
  const { lang } = requested.card
  const { text, bibtex, ris, csl, permalink } = toCitation(requested, day)
  const forms = [
    { id: 'bibtex', name: 'BibTeX', text: bibtex },
    { id: 'ris', name: 'RIS', text: ris },
    { id: 'csl', name: 'CSL-JSON', text: csl },
  ]
  return (
    <>
      <Code id="citation" lang={lang} text={text} name={say(words.citation, lang)} />
      {forms.map(({ id, name, text: form }) => (
        <details class="more">
          <summary>{name}</summary>
          <Code id={id} lang={lang} text={form} name={name} />
        </details>
      ))}
      <p class="small">
        <a href={toPath(permalink)}>{say(words.permalink, lang)}</a>
      </p>
    </>
  )
}

const Sources = ({ card }: { card: Card }) => {
  const { lang } = card
  return (
    <>
      <ol class="src">
        {card.sources.map((source, i) => (
          <li id={`s${i + 1}`}>
            <a href={source.url} lang={source.lang} hreflang={source.lang}>
              {source.title}
            </a>
            {source.supplied && '*'}
            {stopAfter(source.title, lang)}
            {toOrigin(source, lang)}
          </li>
        ))}
      </ol>
      {card.sources.some(({ supplied }) => supplied) && <p class="legend">{say(words.ours, lang)}</p>}
      <p class="legend">
        {say(words.licence, lang)}
        {tongues[lang].marks.colon}
        <a href={card.licence.url}>{card.licence.name}</a>
        {stopAfter(card.licence.name, lang)}
        {joinSentences([card.licence.covers], lang)}
      </p>
    </>
  )
}

/** Who published a source, who carried it where that is another, and when. */
const toOrigin = ({ publisher: house, via, published }: CardSource, lang: Lang): string =>
  joinBy(
    'comma',
    [house, ...(via ? [fill(say(words.via, lang), { name: via })] : []), formatDate(published, lang)],
    lang,
  )

type NeighbourProps = { requested: RequestedCard | undefined; word: Record<Lang, string>; topic: string }

const Neighbour = ({ requested, word, topic }: NeighbourProps) =>
  requested ? (
    <a href={toPath(toPageUrl(requested), requested.card.lang)}>
      <small>{fill(say(word, requested.card.lang), { topic })}</small>
      {requested.card.title}
    </a>
  ) : (
    <span />
  )
