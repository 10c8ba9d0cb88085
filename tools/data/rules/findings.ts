import { isSurelyAbove } from '../../../src/card/compare.ts'
import { findPeriod, isAlike } from '../../../src/model/period.ts'
import type { Row } from '../observation-table.ts'
import { year } from './dated-words.ts'
import type { Fault, Sound } from './fault.ts'

/** What a fixed sentence rests on must be there and hold: it would never be said otherwise, and nobody would know why. */
export function checkFindings({ head, rows }: Sound): Fault[] {
  const { finding } = head.card
  if (finding.kind !== 'fixed') return []
  const newest = new Map(rows.map(row => [`${row.series} ${row.period.text}`, row]))
  const findRows = (series: string, period: string | undefined): Row[] =>
    [...newest.values()].filter(
      row => row.series === series && (period === undefined || row.period.text === findPeriod(period)?.text),
    )
  const faults = finding.needs.flatMap(({ series, period, value, above }, i): Fault[] => {
    const path = ['card', 'finding', 'needs', i]
    const figures = findRows(series, period)
    if (figures.length === 0)
      return [[path, `names ${series} ${period}, which has no row in observations.csv; expected one`]]
    if (value !== undefined && !figures.some(row => row.value === value))
      return [
        [
          [...path, 'value'],
          `is ${value}, where the newest figures of ${series} are ${figures.map(toText).join(', ')}; expected one of them`,
        ],
      ]
    if (above === undefined || !head.card.series.some(({ id }) => id === above)) return []
    const pairs = figures.flatMap(row => {
      const other = newest.get(`${above} ${row.period.text}`)
      return other ? [{ row, other }] : []
    })
    if (pairs.length === 0)
      return [[path, `names ${above}, which has no row for ${period ?? `a period of ${series}`}; expected one`]]
    return pairs
      .filter(({ row, other }) => !isSurelyAbove(row, other))
      .map(
        ({ row, other }): Fault => [
          path,
          `says that ${series} is above ${above} in ${row.period.text}, where the newest figures are ${toText(row)} and ${toText(other)}; expected one that is surely greater`,
        ],
      )
  })
  return [...faults, ...checkFigures(finding), ...(head.card.timing === 'total' ? checkParts(finding) : [])]
}

/** Totals of one series in one sentence are read as a comparison: of whole years, or of the same months of two. */
function checkParts({ needs }: Fixed): Fault[] {
  const known = needs.flatMap(({ series, period: text }, at) => {
    const period = text === undefined ? undefined : findPeriod(text)
    return period ? [{ at, series, period }] : []
  })
  return known.flatMap(({ at, series, period }, i): Fault[] => {
    const other = known.slice(0, i).find(need => need.series === series)?.period
    if (!other || !(period.part || other.part) || isAlike(period, other)) return []
    return [
      [
        ['card', 'finding', 'needs', at, 'period'],
        `is ${period.text} beside ${other.text} of ${series}; expected whole years, or the same months of each year`,
      ],
    ]
  })
}

type Fixed = Extract<Sound['head']['card']['finding'], { kind: 'fixed' }>

/** A figure in a fixed sentence would outlive its revision, and would be said of a day when it was not known. */
function checkFigures({ sentence, needs }: Fixed): Fault[] {
  const [number] = sentence.en.replace(year, '').match(/\d[\d.,]*/) ?? []
  if (number === undefined || needs.some(({ value }) => value !== undefined)) return []
  return [
    [
      ['card', 'finding', 'sentence', 'en'],
      `names the figure ${number}; expected under needs the "value" of each figure that the sentence rests on`,
    ],
  ]
}

const toText = ({ digits, flag, status }: Row): string => [digits, flag, status].filter(Boolean).join(' ')
