import { isMeasured } from '../../../src/card/compare.ts'
import { languages } from '../../../src/model/locales.ts'
import { roundTo } from '../../../src/model/rounding.ts'
import type { Fault, Sound } from './fault.ts'

/** The most decimals that a unit may have. */
const mostDecimals = 6

/**
 * If a change is the difference of the shown figures, two figures that differ must be shown as different. Of a change in
 * percent this is not asked: it is counted from the stored values.
 */
export function* checkShownAlike({ head, rows }: Sound): Iterable<Fault> {
  const { change, unit } = head.card
  if (change === 'percent') return
  const newest = [...new Map(rows.map(row => [`${row.series} ${row.period.text}`, row])).values()].filter(
    row => isMeasured(row) && row.flag === undefined,
  )
  const pairs = newest.flatMap((row, i) =>
    newest
      .slice(0, i)
      .filter(other => other.series === row.series && other.value !== row.value)
      .map(other => [other, row] as const),
  )
  for (const lang of languages) {
    const shown = unit.display[lang]
    if (!shown) continue
    const findAlike = (decimals: number) =>
      pairs.find(([a, b]) => roundTo(a.value * shown.factor, decimals) === roundTo(b.value * shown.factor, decimals))
    const [a, b] = findAlike(shown.decimals) ?? []
    if (!a || !b) continue
    const enough = Array.from({ length: mostDecimals + 1 }, (_, i) => i).find(decimals => !findAlike(decimals))
    yield [
      ['card', 'unit', 'display', lang, 'decimals'],
      `is ${shown.decimals}, which shows ${a.digits} of ${a.series} ${a.period.text} and ${b.digits} of ${b.period.text} alike; expected ${enough ?? `no more than ${mostDecimals}, and figures that differ by them`}`,
    ]
  }
}
