import { formatCaption } from '../model/dates.ts'
import { joinBy, say } from '../model/locales.ts'
import type { Chain, ChainPoint, ChartFacts } from './chains.ts'
import type { Facts, Localised } from './facts.ts'
import { formatAmount, formatPlotted, toShortName } from './plotted.ts'

/** Where another authority takes up a line: the places in time, and the names either side. */
export type SeriesBreak = { xs: number[]; before: string; after: string }

/** An event: its place in time, and its words. */
export type ChartEvent = { x: number; text: string }

/** The break in some lines, with the indicator's own names for the two sides, or the names of all authorities. */
export function toSeriesBreak(
  { indicator: { edge }, lang, shown }: ChartFacts,
  chains: readonly Chain[],
): SeriesBreak | undefined {
  const xs = [...new Set(chains.flatMap(({ breaks }) => breaks))].sort((a, b) => a - b)
  if (xs.length === 0) return undefined
  if (edge) return { xs, before: say(edge.before, lang), after: say(edge.after, lang) }
  const continued = new Set(shown.map(({ continues }) => continues))
  const toNames = (isOld: boolean): string => {
    const own = shown.filter(({ id }) => continued.has(id) === isOld)
    return joinBy('comma', [...new Set(own.map(({ authority }) => say(authority.short, lang)))], lang)
  }
  return { xs, before: toNames(true), after: toNames(false) }
}

/** The events known on the day of the card, placed by their day. */
export const toChartEvents = ({ indicator, lang, events }: Facts): ChartEvent[] =>
  indicator.events
    .filter(event => events.includes(event))
    .map(({ date, label }) => {
      const year = Number(date.slice(0, 4))
      const start = Date.UTC(year, 0, 1)
      return { x: year + (Date.parse(date) - start) / (Date.UTC(year + 1, 0, 1) - start), text: say(label, lang) }
    })

/** Plans that a chart cannot plot, in words: "Planned capacity, 2027: 10". */
export const toPlanWords = ({ indicator, lang }: Localised, plans: readonly ChainPoint[]): string[] =>
  plans.map(({ series, row }) => {
    const name = joinBy('comma', [toShortName(series, lang), formatCaption(row.period, lang)], lang)
    const number = formatPlotted(row, { indicator, lang })
    return joinBy('colon', [name, formatAmount(number, { indicator, lang })], lang)
  })
