import type { Entity, Observation, Series } from '../model/indicator.ts'
import { comparePeriods, toX } from '../model/period.ts'
import type { Facts } from './facts.ts'

export type ChainPoint = { series: Series; row: Observation }

/** A line as a picture shows it: a series and those it continues. */
export type Chain = {
  series: Series
  entity: Entity
  points: ChainPoint[]
  /** The places in time where another authority takes over. */
  breaks: number[]
}

/** The facts of a card and the series that its picture shows. */
export type ShownFacts = Facts & { shown: readonly Series[] }

/** The same with the lines of these series. */
export type ChartFacts = ShownFacts & { chains: readonly Chain[] }

export const isPlan = ({ row }: ChainPoint): boolean => row.status === 'plan'

/** The lines of some series; a series that another names in `upTo` is the upper end of a range, and no line. */
export function toChains(shown: readonly Series[]): Chain[] {
  const continued = new Set(shown.map(series => series.continues))
  const uppers = new Set(shown.map(series => series.upTo))
  return shown
    .filter(({ id }) => !continued.has(id) && !uppers.has(id))
    .map(series => {
      const { points, breaks } = joinSegments(listContinued(series, shown))
      return { series, entity: series.colour, points: points.filter(point => !isCovered(point, points)), breaks }
    })
}

/** A series and those it continues, the oldest first. */
function listContinued(series: Series, shown: readonly Series[]): Series[] {
  const before = shown.find(({ id }) => id === series.continues)
  return [...(before ? listContinued(before, shown) : []), series]
}

/** The figures of some series one after the other; of a later series only those after the last of the former. */
function joinSegments(segments: readonly Series[]): Pick<Chain, 'points' | 'breaks'> {
  const points: ChainPoint[] = []
  const breaks: number[] = []
  for (const series of segments) {
    const last = points.at(-1)?.row
    const rows = series.observations.filter(row => !last || comparePeriods(row.period, last.period) > 0)
    const [first] = rows
    if (last && first) breaks.push((toX(last.period) + toX(first.period)) / 2)
    points.push(...rows.map(row => ({ series, row })))
  }
  return { points, breaks }
}

/** Whether another figure covers all of the period of this one. */
const isCovered = ({ row: { period } }: ChainPoint, points: readonly ChainPoint[]): boolean =>
  points.some(
    ({ row: other }) => other.period !== period && other.period.start <= period.start && other.period.end >= period.end,
  )
