import { formatCaption } from '../model/dates.ts'
import type { Observation } from '../model/indicator.ts'
import { joinBy, type Lang, say } from '../model/locales.ts'
import { remarkWords, statusWords, words } from '../model/messages.ts'
import { offered } from '../site.ts'
import { type Chain, type ChartFacts, isPlan } from './chains.ts'
import type { Localised } from './facts.ts'
import { formatPlotted, toPlotChange, toPlotted, toPlotUnit, toShortName } from './plotted.ts'
import { type Look, type Tone, toLook } from './tones.ts'

export type Row = {
  name: string
  tone: Tone
  from: number
  value: number
  text: string
  look: Look
  isSubject: boolean
  stage?: string
  previous?: { value: number; text: string }
}
export type RowsChart = {
  kind: 'rows'
  lang: Lang
  rows: Row[]
  /** The heads of the columns of numbers, where there is more than one period. */
  headers: string[]
  isRange: boolean
  unit: string
  /** Says how many rows have no room. */
  more: string
  /** The names in every language on offer, so that a chart has one form in all of them. */
  everyNames: string[]
}

/** A line with its newest figure, which a ranking compares, and the one before it. */
type Ranked = Pick<Chain, 'series' | 'entity'> & { newest: Observation; before: Observation | undefined }

/** The facts that the rows of one ranking share. */
type RankingContext = {
  facts: ChartFacts
  /** Whether the colours of the parties tell its few rows apart. */
  isColoured: boolean
  /** Whether it has plans; then each row names its stage. */
  hasStages: boolean
  hasPrevious: boolean
}

export function toRankingChart(facts: ChartFacts): RowsChart {
  const { chains, shown, lang } = facts
  const ranked = chains.flatMap(({ series, entity, points }): Ranked[] => {
    const [newest, before] = points.slice(-2).toReversed()
    return newest ? [{ series, entity, newest: newest.row, before: before?.row }] : []
  })
  const isRange = chains.some(({ series }) => series.upTo !== undefined && shown.some(({ id }) => id === series.upTo))
  const hasStages = chains.some(({ points }) => points.some(isPlan))
  const isOfOnePeriod = areOfOnePeriod(ranked.map(({ newest }) => newest))
  const hasPrevious = !isRange && !hasStages && isOfOnePeriod && areOfOnePeriod(ranked.map(({ before }) => before))
  const context = { facts, isColoured: chains.length <= 2, hasStages, hasPrevious }
  const toName = ({ series, newest }: Ranked, other: Lang): string => {
    const name = toShortName(series, other)
    return isOfOnePeriod || hasStages ? name : joinBy('comma', [name, formatCaption(newest.period, other)], other)
  }
  const [first] = ranked
  const headed = hasPrevious && first?.before ? [first.newest, first.before] : []
  return {
    ...toRowsFrame(facts),
    rows: ranked
      .map(entry => ({ name: toName(entry, lang), ...toRankedRow(entry, context) }))
      .sort((a, b) => b.value - a.value),
    headers: headed.map(({ period }) => formatCaption(period, lang)),
    isRange,
    everyNames: offered.flatMap(other => ranked.map(entry => toName(entry, other))),
  }
}

const areOfOnePeriod = (rows: readonly (Observation | undefined)[]): boolean =>
  rows.every(row => row !== undefined && row.period.text === rows[0]?.period.text)

function toRankedRow({ series, entity, newest: row, before }: Ranked, context: RankingContext): Omit<Row, 'name'> {
  const { facts, isColoured, hasStages, hasPrevious } = context
  const upper = facts.shown
    .find(({ id }) => id === series.upTo)
    ?.observations.find(other => other.period.text === row.period.text)
  const isSubject = series.id === facts.subject.id || hasStages
  // Figures of several sources keep the decimals of each: 1.2 beside 0.35.
  const number = formatPlotted(hasStages && !row.flag && !upper ? { ...row, status: 'plan' } : row, facts)
  return {
    tone: isSubject || isColoured ? entity : 'slate',
    from: upper ? toPlotted(row.value, facts) : 0,
    value: toPlotted((upper ?? row).value, facts),
    text: upper ? joinBy('range', [number, formatPlotted(upper, facts)], facts.lang) : number,
    look: toLook(row),
    isSubject,
    ...(hasStages && { stage: say(series.stage ?? statusWords[row.status], facts.lang) }),
    ...(hasPrevious &&
      before && { previous: { value: toPlotted(before.value, facts), text: formatPlotted(before, facts) } }),
  }
}

/** Two figures of one line: too few for columns, they are a row each. */
export function toTimeRowsChart(facts: ChartFacts): RowsChart {
  const { lang } = facts
  const points = facts.chains.flatMap(({ points, entity }) => points.map(point => ({ ...point, entity })))
  const last = points.findLast(point => !isPlan(point))
  const isDated = points.every(({ row }) => row.period.text.length === 4)
  return {
    ...toRowsFrame(facts),
    rows: points.map(({ row, series, entity }): Row => {
      const isNewest = row === last?.row
      const change = isNewest && isDated ? toPlotChange(facts) : undefined
      return {
        name: formatCaption(row.period, lang),
        tone: isNewest || isPlan({ row, series }) ? entity : 'past',
        from: 0,
        value: toPlotted(row.value, facts),
        text: formatPlotted(row, facts),
        look: toLook(row),
        isSubject: isNewest,
        ...(row.status === 'plan' && { stage: say(remarkWords.plan, lang) }),
        ...(change && { stage: change }),
      }
    }),
    headers: [],
    isRange: false,
    everyNames: offered.flatMap(other => points.map(({ row }) => formatCaption(row.period, other))),
  }
}

const toRowsFrame = (localised: Localised): Pick<RowsChart, 'kind' | 'lang' | 'unit' | 'more'> => ({
  kind: 'rows',
  lang: localised.lang,
  unit: toPlotUnit(localised).label,
  more: say(words.andMore, localised.lang),
})
