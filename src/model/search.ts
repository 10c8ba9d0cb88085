import type { Indicator } from './indicator.ts'
import { languages, type Words } from './locales.ts'

/** An indicator in the search index: its title, and its folded texts in order of weight. */
export type SearchEntry = { id: string; title: Words; texts: readonly string[] }

/** The weight of a term in each text: id, title, measure and authorities, description and notes. */
const textWeights = [5, 4, 2, 1]

/** The entries of a catalogue, which the build writes to one file. */
export const toSearchEntries = (indicators: readonly Indicator[]): SearchEntry[] =>
  indicators.map(({ id, aliases, title, measure, series, description, notes }) => ({
    id,
    title,
    texts: [
      [id, ...aliases],
      [speak(title)],
      [
        speak(measure),
        ...series.flatMap(line => [line.id, speak(line.label), speak(line.authority.name), line.area ?? '']),
      ],
      [speak(description), ...notes.map(note => speak(note.words))],
    ].map(texts => fold(texts.join(' '))),
  }))

/** The path of that file among the static assets. */
export const toSearchPath = (release: string): string => `/${release}/search.json`

/** The indicators that match a query in any language, the best match first. */
export function search(query: string, entries: readonly SearchEntry[]): SearchEntry[] {
  const terms = toTerms(query)
  return entries
    .map(entry => ({ entry, score: toScore(terms, entry) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}

const toScore = (terms: readonly string[], { texts }: SearchEntry): number =>
  terms.reduce(
    (sum, term) =>
      sum + Math.max(...texts.map((text, i) => (text.includes(term) ? (textWeights[i] ?? 0) * term.length : 0))),
    0,
  )

const speak = (words: Words): string => languages.map(lang => words[lang] ?? '').join(' ')

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The terms of a query. A long word loses its last letters, which are the endings in Russian and Kazakh; Chinese, which has no
 * spaces, is split into pairs of characters.
 */
const toTerms = (query: string): string[] =>
  fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap(word =>
      /\p{Script=Han}/u.test(word)
        ? Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2))
        : word.length < 3
          ? []
          : [word.length > 6 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word],
    )
