import { isMeasured } from '../card/compare.ts'
import { findUpper } from '../card/facts.ts'
import { toSentence } from '../card/finding.ts'
import { toRights } from '../card/rights.ts'
import { selectSeries } from '../card/select.ts'
import { escapeXml } from '../draw/xml.ts'
import type { Observation, Series } from '../model/indicator.ts'
import { type News, toFirstId, toNews } from '../model/listing.ts'
import { enclose, fill, joinBy, joinSentences, type Lang, say } from '../model/locales.ts'
import { flagWords, statusWords, words } from '../model/messages.ts'
import { comparePeriods } from '../model/period.ts'
import type { CardRequest } from '../request/card-request.ts'
import { toPageUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import * as s from './json-schema.ts'

/** The figures that were added to one indicator on one day; `updated` is an RFC 3339 timestamp. */
export type FeedEntry = ReturnType<typeof toEntry>

/** A feed: its permanent id, its own URL, the page it belongs to, and the title of its indicator; undefined for the whole catalogue. */
export type Feed = { id: string; url: string; home: string; lang: Lang; about?: string; entries: readonly FeedEntry[] }

/** How many figures an entry lists: the newest. */
const mostFigures = 8

const feedWords = {
  title: {
    en: 'what changed in the figures',
    kk: 'деректердегі өзгерістер',
    ru: 'что изменилось в данных',
    zh: '数据更新',
  },
  added: {
    en: 'figures added: {count}',
    kk: 'қосылған деректер: {count}',
    ru: 'добавлено значений: {count}',
    zh: '新增数据{count}项',
  },
  /** In Russian a status is an adjective, which in a sentence has its noun. */
  ofData: { en: '{remarks}', kk: '{remarks}', ru: 'данные {remarks}', zh: '{remarks}' },
  more: { en: 'And {count} more', kk: 'Және тағы {count}', ru: 'И ещё {count}', zh: '另有{count}项' },
  earlier: {
    en: 'Earlier publications of figures already here: {count}',
    kk: 'Бұрыннан бар деректердің ертерек жарияланымдары: {count}',
    ru: 'Более ранние публикации уже имеющихся данных: {count}',
    zh: '已有数据的更早发布版本：{count}项',
  },
} as const satisfies Record<string, Record<Lang, string>>

type AddedFigure = { series: Series; observation: Observation }

/**
 * The changes of the catalogue, newest first: one entry for each indicator and day on which figures were added, whenever
 * their sources wrote. The link shows the indicator as it was known that day.
 */
export const toEntries = (requests: readonly FeedRequest[]): FeedEntry[] => {
  const byIndicator = new Map(requests.map(requested => [requested.indicator, requested]))
  return toNews([...byIndicator.keys()]).flatMap(news => {
    const requested = byIndicator.get(news.indicator)
    return requested ? [toEntry(requested, news)] : []
  })
}

type FeedRequest = Pick<CardRequest, 'url' | 'indicator' | 'params'>

function toEntry(requested: FeedRequest, { indicator, day, count, updated }: News) {
  const { lang } = requested.params
  const added = fill(say(feedWords.added, lang), { count: String(count) })
  return {
    id: toEntryId(requested, day),
    url: toPageUrl(requested, { asof: day }),
    title: joinBy('dot', [say(indicator.title, lang), added], lang),
    summary: toEntrySummary(requested, day, count),
    day,
    updated,
    licence: { ...indicator.licence, covers: say(words.licenceCovers, lang) },
  }
}

/**
 * A tag URI (RFC 4151), which has no port. It never changes, not even when the indicator is renamed, because it holds the first
 * id. Another language is another entry.
 */
function toEntryId({ indicator, params: { lang }, url }: FeedRequest, day: string): string {
  const first = toFirstId(indicator)
  return `tag:${url.hostname},${day}:${lang === site.offered[0] ? first : `${first}/${lang}`}`
}

/** The newest figures in the sentences of their series; the rest of the `count` rows is counted. */
function toEntrySummary({ indicator, params: { lang } }: FeedRequest, day: string, count: number): string {
  const chosen = selectSeries(indicator, { series: indicator.series.map(({ id }) => id), asof: day })
  const figures = chosen
    .flatMap(series => series.observations.map(observation => ({ series, observation })))
    .filter(({ observation }) => observation.added === day)
  // The upper end of a range is listed with the lower, where both are new.
  const findTop = ({ series, observation }: AddedFigure): Observation | undefined => {
    const top = series.upTo === undefined ? undefined : findUpper({ series, row: observation }, chosen)
    return top?.added === day ? top : undefined
  }
  const tops = new Set(figures.map(findTop))
  const listed = figures
    .filter(({ observation }) => !tops.has(observation))
    .toSorted(compareNews)
    .slice(0, mostFigures)
  const rest = count - listed.length - listed.filter(findTop).length
  const further = fill(say(listed.length > 0 ? feedWords.more : feedWords.earlier, lang), { count: String(rest) })
  return joinSentences(
    [
      ...listed.flatMap(({ series, observation }) => [
        toRemarked(toSentence({ indicator, lang, chosen }, { series, row: observation }), observation, lang),
        ...(observation.note ? [say(observation.note, lang)] : []),
      ]),
      ...(rest > 0 ? [further] : []),
    ],
    lang,
  )
}

/** Measured figures before planned ones, and each group newest first. */
const compareNews = (a: AddedFigure, b: AddedFigure): number =>
  Number(isMeasured(b.observation)) - Number(isMeasured(a.observation)) ||
  comparePeriods(b.observation.period, a.observation.period)

/** A sentence with the remarks that it lacks; "more than" and "about" are in its words. */
function toRemarked(sentence: string, { status, flag }: Observation, lang: Lang): string {
  // The sentence itself says that a figure is a plan.
  const ofData = [
    ...(status === 'final' || status === 'plan' ? [] : [say(statusWords[status], lang)]),
    ...(flag === 'rounded' ? [say(flagWords.rounded, lang)] : []),
  ]
  const remarks = [
    ...(ofData.length > 0 ? [fill(say(feedWords.ofData, lang), { remarks: joinBy('comma', ofData, lang) })] : []),
    ...(flag === 'artefact' ? [say(flagWords.artefact, lang)] : []),
  ]
  return remarks.length > 0 ? enclose(sentence, joinBy('comma', remarks, lang), lang) : sentence
}

/** The title of a feed: of one indicator, or of the whole catalogue. */
export function toFeedTitle(lang: Lang, about?: string): string {
  const title = say(feedWords.title, lang)
  return about
    ? joinBy('dot', [joinBy('colon', [about, title], lang), site.name], lang)
    : joinBy('colon', [site.name, title], lang)
}

/** Atom (RFC 4287); the licence as RFC 4946 links it. */
export function toAtom(feed: Feed, hub = site.hub): string {
  const { id, url, home, lang, entries } = feed
  const items = entries.map(entry =>
    [
      '<entry>',
      `<id>${escapeXml(entry.id)}</id>`,
      `<title>${escapeXml(entry.title)}</title>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
      `<link rel="license" href="${escapeXml(entry.licence.url)}"/>`,
      `<published>${entry.day}T00:00:00Z</published>`,
      `<updated>${entry.updated}</updated>`,
      `<rights>${escapeXml(toRights(entry.licence, lang))}</rights>`,
      `<summary>${escapeXml(entry.summary)}</summary>`,
      '</entry>',
    ].join(''),
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(toFeedTitle(lang, feed.about))}</title>`,
    `<updated>${toLastUpdate(entries)}</updated>`,
    `<author><name>${escapeXml(site.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(url)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(home)}"/>`,
    ...(hub ? [`<link rel="hub" href="${escapeXml(hub)}"/>`] : []),
    ...items,
    '</feed>',
  ].join('')
}

/** The `Link` of a feed to itself and its hub, by which a hub knows it (WebSub section 4); none without a hub. */
export const toHubLinks = (url: string, hub = site.hub): string[] =>
  hub ? [`<${hub}>; rel="hub"`, `<${url}>; rel="self"`] : []

/** When a feed last changed. */
const toLastUpdate = (entries: readonly FeedEntry[]): string => entries[0]?.updated ?? '1970-01-01T00:00:00Z'

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), with the licence as an extension. */
export const toJsonFeed = (feed: Feed, hub = site.hub) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: toFeedTitle(feed.lang, feed.about),
  home_page_url: feed.home,
  feed_url: feed.url,
  language: feed.lang,
  ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
  items: feed.entries.map(({ id, url, title, summary, day, updated, licence }) => ({
    id,
    url,
    title,
    content_text: summary,
    date_published: `${day}T00:00:00Z`,
    date_modified: updated,
    _licence: licence,
  })),
})

export const jsonFeedSchema = s.object({
  version: { const: 'https://jsonfeed.org/version/1.1' },
  title: s.string,
  home_page_url: s.uri,
  feed_url: s.uri,
  language: s.language,
  hubs: s.optional(s.arrayOf(s.object({ type: s.string, url: s.uri }))),
  items: s.arrayOf(
    s.object({
      id: s.string,
      url: s.uri,
      ...s.strings('title', 'content_text'),
      date_published: s.instant,
      date_modified: s.instant,
      _licence: s.ref('Licence'),
    }),
  ),
})
