import { isSurelyAbove } from '../../../src/card/compare.ts'
import { findPeriod, isAlike, type Period } from '../../../src/model/period.ts'
import type { Path } from '../json-text.ts'
import { toFigureText } from '../observation-table.ts'
import { yearPattern } from './dated-words.ts'
import type { Fault, Sound } from './fault.ts'

type Fixed = Extract<Sound['head']['card']['finding'], { kind: 'fixed' }>

/** The figures that a fixed sentence needs must exist and be true; otherwise it would silently never be shown. */
export function* checkFindings(sound: Sound): Iterable<Fault> {
  const { finding, timing } = sound.head.card
  if (finding.kind !== 'fixed') return
  for (const [i, need] of finding.needs.entries()) yield* checkNeed(sound, need, ['card', 'finding', 'needs', i])
  yield* checkFigures(finding)
  if (timing === 'total') yield* checkParts(finding)
}

function* checkNeed({ head, rows }: Sound, need: Fixed['needs'][number], path: Path): Iterable<Fault> {
  const { series, period, value, above } = need
  const newest = new Map(rows.map(row => [`${row.series} ${row.period.text}`, row]))
  const text = period === undefined ? undefined : findPeriod(period)?.text
  const figures = [...newest.values()].filter(
    row => row.series === series && (period === undefined || row.period.text === text),
  )
  if (figures.length === 0)
    return yield [path, `names ${series} ${period}, which has no row in observations.csv; expected one`]
  if (value !== undefined && !figures.some(row => row.value === value))
    return yield [
      [...path, 'value'],
      `is ${value}, where the newest figures of ${series} are ${figures.map(toFigureText).join(', ')}; expected one of them`,
    ]
  if (above === undefined || !head.card.series.some(({ id }) => id === above)) return
  const pairs = figures.flatMap(row => {
    const other = newest.get(`${above} ${row.period.text}`)
    return other ? [{ row, other }] : []
  })
  if (pairs.length === 0)
    yield [path, `names ${above}, which has no row for ${period ?? `a period of ${series}`}; expected one`]
  for (const { row, other } of pairs)
    if (!isSurelyAbove(row, other))
      yield [
        path,
        `says that ${series} is above ${above} in ${row.period.text}, where the newest figures are ${toFigureText(row)} and ${toFigureText(other)}; expected one that is surely greater`,
      ]
}

/** Totals of one series in one sentence are read as a comparison: of whole years, or of the same months of two. */
function* checkParts({ needs }: Fixed): Iterable<Fault> {
  const known = new Map<string, Period>()
  for (const [i, { series, period: text }] of needs.entries()) {
    const period = text === undefined ? undefined : findPeriod(text)
    if (!period) continue
    const first = known.get(series) ?? period
    known.set(series, first)
    if ((period.part || first.part) && !isAlike(period, first))
      yield [
        ['card', 'finding', 'needs', i, 'period'],
        `is ${period.text} beside ${first.text} of ${series}; expected whole years, or the same months of each year`,
      ]
  }
}

/** A figure in a fixed sentence would outlive its revision, and would be said of a day when it was not known. */
function* checkFigures({ sentence, needs }: Fixed): Iterable<Fault> {
  const [number] = sentence.en.replace(yearPattern, '').match(/\d[\d.,]*/) ?? []
  if (number !== undefined && !needs.some(({ value }) => value !== undefined))
    yield [
      ['card', 'finding', 'sentence', 'en'],
      `names the figure ${number}; expected under needs the "value" of each figure that the sentence rests on`,
    ]
}
