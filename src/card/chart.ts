import { isNext } from '../model/period.ts'
import { type ChainPoint, isPlan, type ShownFacts, toChains } from './chains.ts'
import { type ColumnsChart, toColumnsChart } from './columns-chart.ts'
import { type LinesChart, toLinesChart } from './lines-chart.ts'
import { type RowsChart, toRankingChart, toTimeRowsChart } from './rows-chart.ts'

export type Chart = LinesChart | ColumnsChart | RowsChart

/** More columns than this would be too thin, so a line is drawn instead. */
const readableColumns = { ofOneLine: 60, ofSeveral: 30 }

/** The chart of a card, or none where a single figure leaves nothing to plot; every word and number is settled here. */
export function toChart(facts: ShownFacts, layout: 'trend' | 'bars'): Chart | undefined {
  const chains = toChains(facts.shown)
  const charted = { ...facts, chains }
  if (facts.indicator.arrangement === 'ranking') return toRankingChart(charted)
  const measured = chains.map(({ points }) => points.filter(point => !isPlan(point)))
  const wholeYears = measured.map(points => points.filter(({ row }) => !row.period.part))
  const isLong = wholeYears.some(points => points.length >= 3 && isConnected(points))
  const columns = new Set(chains.flatMap(({ points }) => points.map(({ row }) => row.period.text))).size
  const most = chains.length > 1 ? readableColumns.ofSeveral : readableColumns.ofOneLine
  if (isLong && (layout === 'trend' || columns * chains.length > most)) return toLinesChart(charted)
  const lanes = measured.filter(points => points.length > 0)
  if (lanes.length > 1 || columns > 2) return toColumnsChart(charted)
  return columns > 1 ? toTimeRowsChart(charted) : undefined
}

/** Whether a line of one authority runs through most of some points; otherwise it would be a few dots. */
const isConnected = (points: readonly ChainPoint[]): boolean =>
  points.filter(({ row, series }, i) => {
    const before = points[i - 1]
    return before?.series === series && isNext(before.row.period, row.period)
  }).length >
  (points.length - 1) / 2
