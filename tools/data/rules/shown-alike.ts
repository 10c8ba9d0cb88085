import { isMeasured } from '../../../src/card/compare.ts'
import { languages } from '../../../src/model/locales.ts'
import { roundTo } from '../../../src/model/rounding.ts'
import type { Row } from '../observation-table.ts'
import type { Fault, Sound } from './fault.ts'

/** The most decimals that a unit may have. */
const mostDecimals = 6

/**
 * Where a change is told as a difference of what is shown, two figures that differ must be shown as two. Of a change in
 * percent this is not asked: it is counted from the stored values.
 */
export function checkShownAlike({ head, rows }: Sound): Fault[] {
  const { change, unit } = head.card
  if (change === 'percent') return []
  const newest = [...new Map(rows.map(row => [`${row.series} ${row.period.text}`, row])).values()].filter(
    row => isMeasured(row) && row.flag === undefined,
  )
  const pairs = newest.flatMap((row, i) =>
    newest
      .slice(0, i)
      .filter(other => other.series === row.series && other.value !== row.value)
      .map(other => [other, row] as const),
  )
  return languages.flatMap((lang): Fault[] => {
    const shown = unit.display[lang]
    if (!shown) return []
    const isAlike = ([a, b]: readonly [Row, Row], decimals: number): boolean =>
      roundTo(a.value * shown.factor, decimals) === roundTo(b.value * shown.factor, decimals)
    const pair = pairs.find(pair => isAlike(pair, shown.decimals))
    if (!pair) return []
    const [a, b] = pair
    const most = Array.from({ length: mostDecimals + 1 }, (_, i) => i)
    const enough = most.find(decimals => !pairs.some(pair => isAlike(pair, decimals)))
    return [
      [
        ['card', 'unit', 'display', lang, 'decimals'],
        `is ${shown.decimals}, which shows ${a.digits} of ${a.series} ${a.period.text} and ${b.digits} of ${b.period.text} alike; expected ${enough ?? `no more than ${mostDecimals}, and figures that differ by them`}`,
      ],
    ]
  })
}
