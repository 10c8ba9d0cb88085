import type { Card } from '../card/card.ts'
import { formatYears } from '../model/dates.ts'
import { enclose, fill, joinBy, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'

/**
 * A unique name for each series, by its id, where readers have only the name: where two share a label, with
 * the authority, and where they share that as well, with the id.
 */
export function toLabels({ series, lang }: Card): Map<string, string> {
  const long = series.map(({ label, authorityShort }) => joinBy('comma', [label, authorityShort], lang))
  const longest = series.map(({ id }, i) => enclose(long[i] ?? id, id, lang))
  const short = series.map(({ label }) => label)
  const names = setApart(setApart(short, long), longest)
  return new Map(series.map(({ id }, i) => [id, names[i] ?? id]))
}

/** The shorter names; the longer one where several share the shorter. */
const setApart = (shorter: readonly string[], longer: readonly string[]): string[] =>
  shorter.map((name, i) => (shorter.indexOf(name) === shorter.lastIndexOf(name) ? name : (longer[i] ?? name)))

/** The measure, and the unit of every stored value. */
export const toMeasureInUnit = ({ measure, unit, lang }: Card): string =>
  fill(say(words.measureIn, lang), { measure, unit: unit.label })

/** The years of a card: `2000–2026`. */
export function toExtent({ series, lang }: Card): string {
  const years = series.flatMap(({ points }) => points.map(({ year }) => year))
  return formatYears(years, lang)
}
