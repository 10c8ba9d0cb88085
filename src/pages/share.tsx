/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { CardSource, Point } from '../card/card.ts'
import type { RequestedCard } from '../card/requested-card.ts'
import { toCitation } from '../formats/citation.ts'
import { toFeedTitle } from '../formats/feed.ts'
import { toDataset } from '../formats/json-ld.ts'
import { formatDate } from '../model/dates.ts'
import { bind } from '../model/line-breaks.ts'
import { fill, joinBy, joinSentences, type Lang, say, stopAfter, tongues } from '../model/locales.ts'
import { flagWords, statusWords } from '../model/messages.ts'
import { formats } from '../request/formats.ts'
import { sizes } from '../request/sizes.ts'
import { toBuilderUrl, toOembedUrl, toPageUrl, toPicturePath, toPreview } from '../request/urls.ts'
import * as site from '../site.ts'
import { Page } from './page.tsx'
import { words } from './words.ts'

type Props = { requested: RequestedCard; release: string; day: string }

/** The page of an indicator: the card, the finding, a table of the figures, sources, citation and downloads. */
export const Share = ({ requested, release, day }: Props) => {
  const { card, links, params } = requested
  const { lang } = params
  const citation = toCitation(requested, day)
  const size = params.size === 'badge' ? 'wide' : params.size
  const layout = params.layout === 'badge' ? requested.indicator.layout : params.layout
  const picture = toPicturePath(requested, { encoding: 'svg', size, layout, scale: 1 })
  // On a phone the same card is set square, so that its words can be read; a size that was asked for stays.
  const narrow = requested.query.has('size')
    ? picture
    : toPicturePath(requested, { encoding: 'svg', size: 'square', layout, scale: 1 })
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [card.finding, site.name], lang)}
      description={card.alt}
      head={<Meta requested={requested} release={release} />}
      scripts={['/copy.js']}
    >
      <nav class="bar" aria-label={say(words.language, lang)}>
        <a href="/">{say(words.all, lang)}</a>
        <ul class="switch">
          {site.offered.map(other => (
            <li>
              <a
                href={toPageUrl(requested, { lang: other })}
                hreflang={other}
                lang={other}
                aria-current={other === lang ? 'page' : undefined}
              >
                {tongues[other].name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="rule" />
      <h1>{card.finding}</h1>
      <p class="lead">{bind(card.description, lang)}</p>
      {card.deprecated && <p class="note">{card.deprecated}</p>}
      <p class="figure">
        <picture>
          <source media="(max-width: 40rem)" srcset={narrow} width={sizes.square.width} height={sizes.square.height} />
          <img src={picture} alt={card.alt} width={sizes[size].width} height={sizes[size].height} />
        </picture>
      </p>
      <h2 id="figures">{say(words.figures, lang)}</h2>
      <FigureTable requested={requested} />
      {card.notes.length > 0 && (
        <>
          <h2>{say(words.notes, lang)}</h2>
          <ul class="notes">
            {card.notes.map((note, i) => (
              <li>
                {bind(note, lang)}{' '}
                {card.noteSources[i]?.map(id => (
                  <>
                    <a href={`#source-${id}`} class="ref">
                      {card.sources.find(source => source.id === id)?.publisher}
                    </a>{' '}
                  </>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{say(words.sources, lang)}</h2>
      <ul class="notes">
        {card.sources.map(source => (
          <li id={`source-${source.id}`}>
            <a href={source.url} lang={source.lang} hreflang={source.lang}>
              {source.title}
            </a>
            {source.supplied && '*'}
            {stopAfter(source.title, lang)}
            {toOrigin(source, lang)}
          </li>
        ))}
      </ul>
      {card.sources.some(({ supplied }) => supplied) && <p>{say(words.ours, lang)}</p>}
      <p>
        {say(words.licence, lang)}
        {tongues[lang].marks.colon}
        <a href={card.licence.url}>{card.licence.name}</a>
        {stopAfter(card.licence.name, lang)}
        {joinSentences([card.licence.covers], lang)}
      </p>
      <h2>{say(words.cite, lang)}</h2>
      <Copyable id="citation" text={citation.text} lang={lang} />
      <Copyable id="bibtex" text={citation.bibtex} lang={lang} />
      <p>
        <a href={citation.permalink}>{say(words.permalink, lang)}</a>
      </p>
      <h2>{say(words.downloads, lang)}</h2>
      <p class="downloads">
        {formats.map(({ suffix, name }) => (
          <a href={links[suffix]}>{name}</a>
        ))}
        <a href={toBuilderUrl(card.id, lang)}>{say(words.embed, lang)}</a>
      </p>
    </Page>
  )
}

/** The publisher of a source, the third party that carried it, if any, and the date. */
const toOrigin = ({ publisher, via, published }: CardSource, lang: Lang): string =>
  joinBy(
    'comma',
    [publisher, ...(via ? [fill(say(words.via, lang), { name: via })] : []), formatDate(published, lang)],
    lang,
  )

/** Text with a button that copies it; the button is hidden until its script has loaded. */
export const Copyable = ({ id, text, lang }: { id: string; text: string; lang: Lang }) => (
  <div class="copyable">
    <pre id={id} tabindex={0}>
      {text}
    </pre>
    <button type="button" data-copy={id} data-copied={say(words.copied, lang)} hidden>
      {say(words.copy, lang)}
    </button>
  </div>
)

const Meta = ({ requested, release }: { requested: RequestedCard; release: string }) => {
  const { card, links, params, url } = requested
  const preview = toPreview(requested, release)
  const toOembed = (format: 'json' | 'xml'): string => toOembedUrl(url.origin, links.html, format)
  const data = JSON.stringify(toDataset(card, links, release)).replaceAll('<', '\\u003c')
  return (
    <>
      <link rel="canonical" href={links.html} />
      {site.offered.map(lang => (
        <link rel="alternate" hreflang={lang} href={toPageUrl(requested, { lang })} />
      ))}
      <link rel="alternate" hreflang="x-default" href={toPageUrl(requested, { lang: site.offered[0] })} />
      <link rel="alternate" type="application/json+oembed" href={toOembed('json')} title={card.finding} />
      <link rel="alternate" type="text/xml+oembed" href={toOembed('xml')} title={card.finding} />
      <link rel="alternate" type="application/json" href={links.json} />
      <link rel="alternate" type="text/csv" href={links.csv} />
      <link
        rel="alternate"
        type="application/atom+xml"
        href={links.feed}
        title={toFeedTitle(params.lang, card.title)}
      />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:title" content={card.finding} />
      <meta property="og:description" content={card.description} />
      <meta property="og:url" content={links.html} />
      <meta property="og:image" content={preview.url} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(preview.width)} />
      <meta property="og:image:height" content={String(preview.height)} />
      <meta property="og:image:alt" content={card.alt} />
      <meta property="og:locale" content={tongues[params.lang].openGraph} />
      {site.offered
        .filter(lang => lang !== params.lang)
        .map(lang => (
          <meta property="og:locale:alternate" content={tongues[lang].openGraph} />
        ))}
      <meta property="article:modified_time" content={card.updated} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:title" content={card.finding} />
      <meta name="twitter:description" content={card.description} />
      <meta name="twitter:image" content={preview.url} />
      <meta name="twitter:image:alt" content={cut(card.alt, 420)} />
      <script type="application/ld+json">{raw(data)}</script>
    </>
  )
}

/** X shows no more of an alt text than this. */
const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

const FigureTable = ({ requested: { card } }: { requested: RequestedCard }) => {
  const { lang } = card
  return (
    <section class="scroll" tabindex={0} aria-labelledby="figures">
      <table>
        <caption>{card.subtitle}</caption>
        <thead>
          <tr>
            {[words.period, words.value, words.status, words.published, words.source].map(name => (
              <th scope="col">{say(name, lang)}</th>
            ))}
          </tr>
        </thead>
        {card.series.map(series => (
          <tbody>
            <tr>
              <th scope="rowgroup" colspan={5}>
                {series.label} <small>{series.authority}</small>
              </th>
            </tr>
            {series.points.toReversed().map(point => (
              <Row point={point} requested={{ card }} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** A date as exactly as it is known: `2024`, `2024-07`, `2024-07-31`. */
const toDate = ({ published, precision }: Point): string =>
  published.slice(0, { year: 4, month: 7, day: 10 }[precision])

const Row = ({ point, requested: { card } }: { point: Point; requested: Pick<RequestedCard, 'card'> }) => {
  const { lang } = card
  const source = card.sources.find(entry => entry.id === point.source)
  const remarks = [statusWords[point.status], ...(point.flag ? [flagWords[point.flag]] : [])]
  return (
    <tr>
      <th scope="row">{point.caption}</th>
      <td class="number">{point.text}</td>
      <td>
        {joinBy(
          'comma',
          remarks.map(remark => say(remark, lang)),
          lang,
        )}
        {point.note && <small> {bind(point.note, lang)}</small>}
      </td>
      <td>
        <time datetime={toDate(point)}>{point.publishedText}</time>
      </td>
      <td>{source && <a href={source.url}>{source.publisher}</a>}</td>
    </tr>
  )
}
