import type { Indicator, Topic } from './indicator.ts'
import { toSearchEntries, toSearchPath } from './search.ts'

/** The index entry of an indicator, which the Worker has without reading its file: names, number of rows, newest day. */
export type Listed = {
  id: string
  aliases?: readonly string[]
  /** The last part of its short address. */
  short: string
  /** Its subject: the section of the front page that shows it. */
  topic: Topic
  /** How many observations it holds. */
  rows: number
  /** The newest day on which one of its figures was published. */
  updated: string
}

/** How many indicators a page of a listing holds, how many it may be asked to, and after how many observations it ends. */
export const pageLength = 50
export const mostListed = 100
const mostRows = 20_000

/** The first page of some entries: at least one, at most `limit`, and none more once the rows are many. */
export function takePage(entries: readonly Listed[], limit = pageLength): readonly Listed[] {
  let rows = 0
  const end = entries.findIndex((entry, i) => {
    rows += entry.rows
    return i >= limit || (i > 0 && rows > mostRows)
  })
  return end === -1 ? entries : entries.slice(0, end)
}

/** The pages of a whole listing, in its order. */
export function listPages(entries: readonly Listed[]): (readonly Listed[])[] {
  const pages: (readonly Listed[])[] = []
  for (let rest = entries; rest.length > 0; rest = rest.slice(pages.at(-1)?.length)) pages.push(takePage(rest))
  return pages
}

/** The index that is bundled: every indicator in the order of the catalogue, and facts about all of them together. */
export type Index = {
  indicators: readonly Listed[]
  updated: string
  licences: readonly string[]
  /** The indicators of the newest entries of the feed. */
  news: readonly string[]
}

/** How many entries a feed holds: the newest. */
export const mostNews = 50

/** The rows that entered an indicator on one day, and the instant of this in a feed. */
export type News = { indicator: Indicator; day: string; count: number; updated: string }

/** The most recent changes: one for each indicator and day on which rows were added, newest first, at most `mostNews`. */
export const toNews = (indicators: readonly Indicator[]): News[] =>
  indicators
    .flatMap(indicator => {
      const counts = new Map<string, number>()
      for (const { observations } of indicator.series)
        for (const { added } of observations) counts.set(added, (counts.get(added) ?? 0) + 1)
      return [...counts].map(([day, count]) => ({ indicator, day, count, updated: toInstant(day, count) }))
    })
    .sort((a, b) => compareText(b.updated, a.updated) || compareText(toFirstId(a.indicator), toFirstId(b.indicator)))
    .slice(0, mostNews)

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** The id that an indicator had first. It never changes. */
export const toFirstId = ({ id, aliases }: Pick<Indicator, 'id' | 'aliases'>): string => aliases[0] ?? id

/**
 * An instant of that day, a second later for each row. Of a row the day alone is kept, but a reader takes an entry as
 * changed only when its instant is (RFC 4287 section 4.2.15). Rows are never edited or removed, so that every change of an
 * entry is a further row.
 */
const toInstant = (day: string, rows: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + rows * 1000).toISOString().replace('.000', '')

/** The index of a catalogue. */
export const toIndex = (indicators: readonly Indicator[]): Index => {
  const listed = indicators.map(({ id, aliases, short, topic, series }): Listed => {
    const days = series.flatMap(({ observations }) => observations.map(({ published }) => published))
    return {
      id,
      ...(aliases.length > 0 && { aliases }),
      short,
      topic,
      rows: days.length,
      updated: toNewestDay(days),
    }
  })
  return {
    indicators: listed,
    updated: toNewestDay(listed.map(({ updated }) => updated)),
    licences: [...new Set(indicators.map(({ licence }) => licence.url))],
    news: [...new Set(toNews(indicators).map(({ indicator }) => indicator.id))],
  }
}

/** The last of some days; '' when there are none. */
export const toNewestDay = (days: readonly string[]): string => days.toSorted().at(-1) ?? ''

/** The files of a catalogue under a release, by their path among the static assets. */
export function toDataFiles(indicators: readonly Indicator[], release: string): Map<string, string> {
  const texts = new Map(indicators.map(indicator => [indicator.id, JSON.stringify(indicator)]))
  const pages = listPages(toIndex(indicators).indicators)
  return new Map([
    ...[...texts].map(([id, text]) => [toDataPath(release, id), text] as const),
    [toSearchPath(release), JSON.stringify(toSearchEntries(indicators))] as const,
    ...pages.map((page, i) => [toPagePath(release, i), page.map(({ id }) => texts.get(id)).join('\n')] as const),
  ])
}

/** The path of one indicator among the static assets. It holds the release, so that no Worker reads the figures of another. */
export const toDataPath = (release: string, id: string): string => `/${release}/data/${id}.json`

/** The path of the indicators of one page of the catalogue, one in each line. */
export const toPagePath = (release: string, page: number): string => `/${release}/pages/${page}.jsonl`
