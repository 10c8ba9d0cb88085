import type { Card, CardSeries } from '../card/card.ts'
import { enclose, joinBy } from '../model/locales.ts'

/**
 * What each series is called where nothing but its name tells it from the others: where two share a label, with the
 * authority, and where they share that as well, with the id.
 */
export function toLabels({ series, lang }: Card): Map<string, string> {
  const short = new Map(series.map(entry => [entry.id, entry.label]))
  const long = setApart(short, series, entry => joinBy('comma', [entry.label, entry.authorityShort], lang))
  return setApart(long, series, entry => enclose(long.get(entry.id) ?? entry.label, entry.id, lang))
}

/** The names by id; of those that several share, the longer form. */
function setApart(
  names: ReadonlyMap<string, string>,
  series: readonly CardSeries[],
  toLonger: (entry: CardSeries) => string,
): Map<string, string> {
  const all = [...names.values()]
  const isShared = (name: string): boolean => all.indexOf(name) !== all.lastIndexOf(name)
  return new Map(
    series.map(entry => [
      entry.id,
      isShared(names.get(entry.id) ?? '') ? toLonger(entry) : (names.get(entry.id) ?? entry.label),
    ]),
  )
}
