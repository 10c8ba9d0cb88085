import { formatPeriod } from '../model/dates.ts'
import { formatFigure, formatNumeral } from '../model/figures.ts'
import type { Observation, Status } from '../model/indicator.ts'
import { say } from '../model/locales.ts'
import { type Change, type Facts, findUpper } from './facts.ts'

/** One figure of the headline series, as a number and in words. */
export type HeadlineFigure = {
  series: string
  label: string
  period: string
  /** The period in words: `2024`, `January–September 2025`. */
  periodText: string
  value: number
  /** The upper end, where the figure is a range. */
  valueTo?: number
  formatted: string
  number: string
  status: Status
}

export type Headline = HeadlineFigure & { change: Change | null }

export function toHeadlineFigure(
  { indicator, subject, chosen, lang }: Facts,
  observation: Observation,
): HeadlineFigure {
  const { period, value, status } = observation
  const to = findUpper({ series: subject, row: observation }, chosen)
  return {
    series: subject.id,
    label: say(subject.label, lang),
    period: period.text,
    periodText: formatPeriod(period, lang),
    value,
    ...(to && { valueTo: to.value }),
    formatted: formatFigure({ figure: { ...observation, to }, unit: indicator.unit }, lang),
    number: formatNumeral({ figure: { ...observation, to }, unit: indicator.unit }, lang),
    status,
  }
}
