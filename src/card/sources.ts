import { formatAsOf, formatDate } from '../model/dates.ts'
import type { Note, Observation, Source } from '../model/indicator.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import { comparePeriods } from '../model/period.ts'
import type { ShownFacts } from './chains.ts'
import { selectMeasured } from './compare.ts'
import type { Facts } from './facts.ts'

/** A source with its publishers in the reader's language; `lang` is the language of its title. */
export type CardSource = Omit<Source, 'publisher' | 'via'> & { publisher: string; via?: string }

/** The sources of the figures in view and of the notes, in the order of the folder. */
export function toCardSources({ indicator, chosen, lang }: Facts, notes: readonly Note[]): CardSource[] {
  const cited = new Set([
    ...chosen.flatMap(series => series.observations.map(({ source }) => source)),
    ...notes.flatMap(note => note.sources),
  ])
  return indicator.sources
    .filter(source => cited.has(source.id))
    .map(({ publisher, via, ...source }) => ({
      ...source,
      publisher: say(publisher, lang),
      ...(via && { via: say(via, lang) }),
    }))
}

/** "Source: …" or "Sources: …", each authority once. */
export function toSourceLine(authorities: readonly string[], lang: Lang): string {
  const label = new Set(authorities).size > 1 ? words.sources : words.source
  return fill(say(label, lang), { authorities: joinNames(authorities, lang) })
}

/** Names one after the other, each once. */
export const joinNames = (names: readonly string[], lang: Lang): string =>
  joinBy('semicolon', [...new Set(names)], lang)

/**
 * The sources of a picture and the publication date of the newest figure, in the forms that its foot tries: full names, short
 * names, without the date, and the first of many names.
 */
export function toSourceForms({ shown, lang }: Pick<ShownFacts, 'shown' | 'lang'>, asof: string | undefined): string[] {
  const short = [...new Set(shown.map(({ authority }) => say(authority.short, lang)))]
  const [first = '', ...others] = short
  const many = fill(say(words.andOthers, lang), { first, count: String(others.length), all: String(short.length) })
  const full = shown.map(({ authority }) => say(authority.name, lang))
  const named = toSourceLine(short, lang)
  const counted = others.length > 0 ? [fill(say(words.sources, lang), { authorities: many })] : []
  const forms = [toSourceLine(full, lang), named, ...counted]
  const newest = findNewest(selectMeasured(shown.flatMap(series => series.observations)))
  const date = asof ? formatAsOf(asof, lang) : fill(say(words.published, lang), { date: formatPublished(newest, lang) })
  const dated = forms.map(text => joinBy('dot', [text, date], lang))
  // A card with `asof` always shows its day.
  return asof ? dated : [...dated.slice(0, 2), ...forms.slice(1), ...(others.length > 0 ? [] : [named])]
}

/** The row of the newest period, of two the one published later. */
const findNewest = (rows: readonly Observation[]): Observation =>
  rows.reduce((a, b) => ((comparePeriods(a.period, b.period) || (a.published < b.published ? -1 : 1)) < 0 ? b : a))

/** The day of publication as exactly as its source shows it. */
const formatPublished = ({ published, precision }: Observation, lang: Lang): string =>
  formatDate(published.slice(0, { day: 10, month: 7, year: 4 }[precision]), lang)
