import type { Fault, Sound } from './fault.ts'

/** Nothing that has happened may be dated ahead of today, and no row be older in the catalogue than in its source. */
export function checkDays({ head, rows, days: { today, baseline } }: Sound): Fault[] {
  const isAhead = (date: string): boolean => date > today.slice(0, date.length)
  const expected = `expected no day after today, ${today}`
  return [
    ...head.sources.flatMap(({ published }, i): Fault[] =>
      isAhead(published) ? [[['sources', i, 'published'], `is ${published}; ${expected}`]] : [],
    ),
    ...head.card.events.flatMap(({ date }, i): Fault[] =>
      isAhead(date) ? [[['card', 'events', i, 'date'], `is ${date}; ${expected}`]] : [],
    ),
    ...head.card.notes.flatMap(({ known }, i): Fault[] =>
      known && isAhead(known) ? [[['card', 'notes', i, 'known'], `is ${known}; ${expected}`]] : [],
    ),
    ...rows.flatMap(({ series, period, shown, added, line }): Fault[] => {
      const figure = `${series} ${period.text}`
      if (isAhead(shown)) return [[line, `${figure} is published on ${shown}; ${expected}`]]
      if (isAhead(added)) return [[line, `${figure} is added on ${added}; ${expected}`]]
      if (added.slice(0, shown.length) < shown)
        return [
          [
            line,
            `${figure} is added on ${added}, before it was published on ${shown}; expected that day or a later one`,
          ],
        ]
      if (baseline && added < baseline)
        return [
          [
            line,
            `${figure} is added on ${added}, before the catalogue began; expected ${baseline} (data/baseline.json) or a later day`,
          ],
        ]
      return []
    }),
  ]
}
