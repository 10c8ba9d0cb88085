import { formatCaption, formatMonths } from '../model/dates.ts'
import type { Observation } from '../model/indicator.ts'
import { fill, type Lang, say } from '../model/locales.ts'
import { remarkWords, words } from '../model/messages.ts'
import { comparePeriods, findPeriod, type Period, toX } from '../model/period.ts'
import { offered } from '../site.ts'
import { type ChartEvent, type SeriesBreak, toChartEvents, toPlanWords, toSeriesBreak } from './annotations.ts'
import { type Chain, type ChainPoint, type ChartFacts, isPlan } from './chains.ts'
import { isSurelyAbove } from './compare.ts'
import type { Facts } from './facts.ts'
import { formatPlotted, toPlotChange, toPlotted, toShortName } from './plotted.ts'
import { type Look, type Tone, toLook, toTones } from './tones.ts'

export type Column = {
  value: number
  text: string
  tone: Tone
  look: Look
  /** The part of its period that it covers, from 0 to 1; less than all only of a part of a year. */
  span: [from: number, to: number]
  isNewest: boolean
  change?: string | undefined
  /** How many months it covers, where that is not its whole year. */
  months?: string
}
export type Slot = {
  /** Its place in years, as `LinePoint` has it. */
  time: number
  year: string
  months: string
  caption: string
  isNewest: boolean
  columns: (Column | undefined)[]
  target?: { value: number; text: string }
  isAfterEdge: boolean
}
export type ColumnsChart = {
  kind: 'columns'
  lang: Lang
  /** `x` counts slots from the left. */
  events: ChartEvent[]
  lanes: { id: string; name: string; tone: Tone }[]
  slots: Slot[]
  /** The slots between which the title compares. */
  compare?: { from: number; to: number } | undefined
  edge?: SeriesBreak | undefined
  planWord: string
  noFigure: string
  words: string[]
  everyNumbers: string[][]
}

/** The figures of a chart of columns, and where each of its plans is shown. */
type ColumnFigures = {
  /** The lines with columns, and the figures of each. */
  lanes: readonly Chain[]
  bars: Observation[][]
  newest: Observation | undefined
  /** Whether no line has anything but plans. */
  isPlanned: boolean
  /** Plans for a year without a figure: hollow columns. */
  planned: Observation[]
  /** Plans for a year with a figure: ticks. */
  targets: Observation[]
  /** Plans too far above the figures: words. */
  far: ChainPoint[]
}

/** The facts that the columns of one chart share. */
type ColumnContext = {
  facts: Facts
  figures: ColumnFigures
  tones: ReadonlyMap<Chain, Tone>
  isMonthly: boolean
  edge: SeriesBreak | undefined
}

export function toColumnsChart(facts: ChartFacts): ColumnsChart {
  const { indicator, lang } = facts
  const figures = toColumnFigures(facts.chains)
  const { lanes, bars, planned, far } = figures
  const tones = toTones(lanes)
  const rows = [...bars.flat(), ...planned]
  const periods = [...new Map(rows.map(({ period }) => [period.text, period])).values()]
  const isMonthly = new Set(periods.map(({ year }) => year)).size < periods.length
  const edge = toSeriesBreak(facts, facts.chains)
  const context = { facts, figures, tones, isMonthly, edge }
  const slots = [...periods, ...listMissing(periods, isMonthly)]
    .sort((a, b) => toX(a) - toX(b))
    .map(period => toSlot(period, context))
  return {
    kind: 'columns',
    lang,
    events: toChartEvents(facts).flatMap(({ x, text }) => {
      const slot = slots.findIndex(({ year }) => year === String(Math.floor(x)))
      return slot < 0 ? [] : [{ x: slot + (x % 1), text }]
    }),
    lanes: lanes.map(chain => ({
      id: chain.series.id,
      name: toShortName(chain.series, lang),
      tone: tones.get(chain) ?? 'slate',
    })),
    slots,
    compare: toCompare(facts, periods, slots),
    edge,
    planWord: say(remarkWords.plan, lang),
    noFigure: say(words.noFigure, lang),
    words: toPlanWords(facts, far),
    everyNumbers: offered.map(other => rows.map(row => formatPlotted(row, { indicator, lang: other }))),
  }
}

/** A plan over 1.5 times the greatest figure would make the other columns too small. */
const mostAbove = 1.5

function toColumnFigures(chains: readonly Chain[]): ColumnFigures {
  const measured = chains.filter(({ points }) => !points.every(isPlan))
  const isPlanned = measured.length === 0
  const lanes = isPlanned ? chains : measured
  const bars = lanes.map(({ points }) => points.filter(point => isPlanned || !isPlan(point)).map(({ row }) => row))
  const plans = isPlanned ? [] : chains.flatMap(({ points }) => points.filter(isPlan))
  const all = bars.flat()
  const highest = mostAbove * Math.max(...all.map(({ value }) => Math.abs(value)))
  const near = plans.map(({ row }) => row).filter(({ value }) => value <= highest)
  const years = new Set(all.map(({ period }) => period.year))
  return {
    lanes,
    bars,
    newest: all.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1),
    isPlanned,
    planned: near.filter(({ period }) => !years.has(period.year)),
    targets: near.filter(({ period }) => years.has(period.year)),
    far: plans.filter(({ row }) => row.value > highest),
  }
}

function toSlot(period: Period, context: ColumnContext): Slot {
  const { facts, figures, edge } = context
  const { lang } = facts
  const { newest, targets } = figures
  const target = period.year === newest?.period.year && targets.find(row => row.period.year === period.year)
  return {
    time: toX(period),
    year: String(period.year),
    months: formatMonths(period, 'short', lang),
    caption: formatCaption(period, lang),
    isNewest: period.text === newest?.period.text,
    isAfterEdge: edge?.xs.some(x => toX(period) > x) ?? false,
    columns: figures.lanes.map((chain, lane) => {
      const rows = [...(figures.bars[lane] ?? []), ...(lane === 0 ? figures.planned : [])]
      const row = rows.find(other => other.period.text === period.text)
      return row && toColumn(row, chain, context)
    }),
    ...(target && {
      target: {
        value: toPlotted(target.value, facts),
        text: `${say(remarkWords.plan, lang)} ${formatPlotted(target, facts)}`,
      },
    }),
  }
}

function toColumn(row: Observation, chain: Chain, { facts, figures, tones, isMonthly }: ColumnContext): Column {
  const { lanes, newest, isPlanned } = figures
  const { period } = row
  const isNewest = period.text === newest?.period.text && row.status !== 'plan'
  const isPart = period.part && !isMonthly
  const isHead = lanes.length === 1 && facts.head.period.text === period.text
  return {
    value: toPlotted(row.value, facts),
    text: formatPlotted(row, facts),
    tone: lanes.length > 1 || isNewest || isPlanned ? (tones.get(chain) ?? 'slate') : 'past',
    look: toLook(row),
    span: isPart ? [(period.from - 1) / 12, period.to / 12] : [0, 1],
    isNewest,
    change: isNewest && isHead ? toPlotChange(facts) : undefined,
    ...(isPart && { months: fill(say(words.months, facts.lang), { count: String(period.months) }) }),
  }
}

/** The years, or the months, between the first and the last that have no figure, so that the axis of time is even. */
function listMissing(periods: readonly Period[], isMonthly: boolean): Period[] {
  if (periods.some(({ text, startYear, year }) => (isMonthly ? text.length !== 7 : startYear !== year))) return []
  const places = periods.map(({ year, to }) => (isMonthly ? year * 12 + to - 1 : year))
  const first = Math.min(...places)
  return Array.from({ length: Math.max(...places) - first }, (_, i) => first + i)
    .filter(place => !places.includes(place))
    .flatMap(place => {
      const month = String((place % 12) + 1).padStart(2, '0')
      return findPeriod(isMonthly ? `${Math.floor(place / 12)}-${month}` : String(place)) ?? []
    })
}

/** The two columns that a title compares: all of a year, and the part of the next that is above it. */
function toCompare(
  { indicator: { finding }, head, latest }: Facts,
  periods: readonly Period[],
  slots: readonly Slot[],
): ColumnsChart['compare'] {
  if (finding.kind !== 'change' || !finding.exceeded) return undefined
  if (latest.period.year <= head.period.year || !isSurelyAbove(latest, head)) return undefined
  const hasColumn = ({ period }: Observation): boolean => periods.some(({ text }) => text === period.text)
  if (!hasColumn(head) || !hasColumn(latest)) return undefined
  const findSlot = ({ period }: Observation): number => slots.findIndex(({ year }) => year === String(period.year))
  return { from: findSlot(head), to: findSlot(latest) }
}
