import { escapeXml } from '../draw/xml.ts'
import type { Indicator } from '../model/indicator.ts'

/** What became public on one day in one indicator. */
export type Entry = { id: string; url: string; title: string; summary: string; date: string }

/** How many entries a feed holds: the newest. */
const most = 50

/**
 * What changed in the data, newest first: one entry for each indicator and day of publication. The id never changes (RFC
 * 4151, which knows no port), not even when the indicator is renamed: it names the first id there was. The link shows the
 * indicator as it was known that day.
 */
export function toEntries(catalog: readonly Indicator[], origin: string): Entry[] {
  const { hostname } = new URL(origin)
  const entries = catalog.flatMap(indicator => {
    const rows = indicator.series.flatMap(series => series.observations.map(observation => ({ series, observation })))
    const days = [...new Set(rows.map(({ observation }) => observation.published))]
    return days.map(date => {
      const news = rows.filter(({ observation }) => observation.published === date)
      const told = news.map(
        ({ series, observation }) =>
          `${series.label.en}, ${observation.period.text}: ${observation.value} ${indicator.unit.code} (${observation.status})`,
      )
      const more = told.length > 8 ? [`and ${told.length - 8} more`] : []
      return {
        id: `tag:${hostname},${date}:${indicator.aliases[0] ?? indicator.id}`,
        url: `${origin}/indicators/${indicator.id}?asof=${date}`,
        title: `${indicator.title.en}: ${news.length} ${news.length === 1 ? 'figure' : 'figures'}`,
        summary: [...told.slice(0, 8), ...more].join('; '),
        date,
      }
    })
  })
  return entries.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1)).slice(0, most)
}

const title = 'Caravan: what changed in the figures'

/** Atom (RFC 4287). */
export function toAtom(entries: readonly Entry[], origin: string): string {
  const updated = entries[0]?.date ?? '1970-01-01'
  const items = entries.map(
    ({ id, url, title: name, summary, date }) =>
      `<entry><id>${escapeXml(id)}</id><title>${escapeXml(name)}</title><link rel="alternate" type="text/html" href="${escapeXml(url)}"/><updated>${date}T00:00:00Z</updated><summary>${escapeXml(summary)}</summary></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>${escapeXml(origin)}/feed.atom</id><title>${title}</title><updated>${updated}T00:00:00Z</updated><author><name>Caravan</name></author><link rel="self" type="application/atom+xml" href="${escapeXml(origin)}/feed.atom"/><link rel="alternate" type="text/html" href="${escapeXml(origin)}/"/>${items.join('')}</feed>`
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const toJsonFeed = (entries: readonly Entry[], origin: string) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: `${origin}/`,
  feed_url: `${origin}/feed.json`,
  language: 'en',
  items: entries.map(({ id, url, title: name, summary, date }) => ({
    id,
    url,
    title: name,
    content_text: summary,
    date_published: `${date}T00:00:00Z`,
  })),
})
