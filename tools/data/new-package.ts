import type { Layout } from '../../src/model/indicator.ts'
import { type Lang, languages } from '../../src/model/locales.ts'

type InAll<T = string> = Record<Lang, T>

/** The texts of a new indicator, in every language. */
export type NewPackage = {
  id: string
  title: InAll
  description: InAll
  source: { name: string; title: string; publisher: InAll; path: string; published: string }
  short: string
  badge: InAll
  measure: InAll
  unit: { code: string; label: InAll; display: InAll<object> }
  layout: Layout
  authority: { id: string; name: InAll; short: InAll }
  /** The first series is the headline. */
  series: readonly { id: string; label: InAll }[]
  finding: Record<'rose' | 'fell' | 'unchanged' | 'first', InAll>
}

/** The text of its `datapackage.json` in the languages that a site offers, of which English is always one. */
export function toPackageText(parts: NewPackage, offered: readonly Lang[]): string {
  const { id, source, short, badge, measure, unit, layout, authority, series, finding } = parts
  const { en: title, ...titles } = parts.title
  const { en: description, ...descriptions } = parts.description
  const head = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: id,
    title,
    description,
    // The licence of the texts in the folder; we cannot license the figures.
    licenses: [
      {
        name: 'CC-BY-4.0',
        title: 'Creative Commons Attribution 4.0 International',
        path: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ],
    sources: [source],
    resources: [{ name: 'observations', path: 'observations.csv' }],
    card: {
      title: titles,
      description: descriptions,
      short,
      badge,
      measure,
      unit,
      layout,
      headline: series[0]?.id,
      authorities: { [authority.id]: { name: authority.name, short: authority.short } },
      series: series.map(entry => ({ ...entry, sentence: finding.first, authority: authority.id })),
      events: [],
      finding: { kind: 'change', ...finding },
      notes: [],
    },
  }
  const left = new Set<string>(languages.filter(lang => !offered.includes(lang)))
  return `${JSON.stringify(head, (key, value) => (left.has(key) ? undefined : value), 2)}\n`
}
