import type { Fault, Sound } from './fault.ts'

/** Nothing that has happened may be dated ahead of today, and no row be older in the catalogue than in its source. */
export function* checkDays({ head, rows, days: { today, baseline } }: Sound): Iterable<Fault> {
  const isAhead = (date: string): boolean => date > today.slice(0, date.length)
  const expected = `expected no day after today, ${today}`
  for (const [i, { published }] of head.sources.entries())
    if (isAhead(published)) yield [['sources', i, 'published'], `is ${published}; ${expected}`]
  for (const [i, { date }] of head.card.events.entries())
    if (isAhead(date)) yield [['card', 'events', i, 'date'], `is ${date}; ${expected}`]
  for (const [i, { known }] of head.card.notes.entries())
    if (known && isAhead(known)) yield [['card', 'notes', i, 'known'], `is ${known}; ${expected}`]
  for (const { series, period, shown, added, line } of rows) {
    const figure = `${series} ${period.text}`
    if (isAhead(shown)) yield [line, `${figure} is published on ${shown}; ${expected}`]
    else if (isAhead(added)) yield [line, `${figure} is added on ${added}; ${expected}`]
    else if (added.slice(0, shown.length) < shown)
      yield [
        line,
        `${figure} is added on ${added}, before it was published on ${shown}; expected that day or a later one`,
      ]
    else if (baseline && added < baseline)
      yield [
        line,
        `${figure} is added on ${added}, before the catalogue began; expected ${baseline} (data/baseline.json) or a later day`,
      ]
  }
}
