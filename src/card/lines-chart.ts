import { formatCaption } from '../model/dates.ts'
import type { Observation } from '../model/indicator.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import { formatNumber } from '../model/numbers.ts'
import { comparePeriods, isNext, toX } from '../model/period.ts'
import { offered } from '../site.ts'
import { type ChartEvent, type SeriesBreak, toChartEvents, toPlanWords, toSeriesBreak } from './annotations.ts'
import { type Chain, type ChartFacts, isPlan } from './chains.ts'
import { isMeasured } from './compare.ts'
import type { Facts, Localised } from './facts.ts'
import { formatPlotChange, formatPlotted, toPlotted, toPlotUnit, toShortName } from './plotted.ts'
import { type Look, type Part, type Tone, toLook, toTones } from './tones.ts'

export type LinePoint = {
  x: number
  value: number
  look: Look
  /** Whether a line runs to it from the point before. */
  isJoined: boolean
}
export type Line = { id: string; name: string; tone: Tone; isThin: boolean; points: LinePoint[]; end: string }
/** A name at a line's end, with its number. */
export type End = { name: string; number: string }

/** The newest part of a year, as changes on the same months of the year before. */
type Since = { title: string; rows: Part[]; tail: string }
/** The difference between two lines at one time. */
type Gap = { upper: string; lower: string; x: number; from: number; to: number; text: string }
/** The first period of the present lead. */
type Crossing = { x: number; value: number; tone: Tone; parts: Part[] }

export type LinesChart = {
  kind: 'lines'
  lang: Lang
  /** Drawn only where its words find a place. */
  events: ChartEvent[]
  lines: Line[]
  /** The possible captions under the axis, in order of time. */
  years: { x: number; text: string }[]
  /** The period of the figures at the ends. */
  when: string
  edge?: SeriesBreak | undefined
  gap?: Gap | undefined
  crossing?: Crossing | undefined
  callouts: { x: number; value: number; text: string }[]
  since?: Since | undefined
  doubtful: string
  more?: string
  words: string[]
  /** The ends in every language on offer, so that a chart has one form in all of them. */
  everyEnds: End[][]
}

/** The most lines that can each have a colour of their own. */
const mostTones = 5

/** A chain with the points that its line has, and whether it is the line of the headline. */
type DrawnChain = Chain & { isSubject: boolean }

export function toLinesChart(facts: ChartFacts): LinesChart {
  const { indicator, lang } = facts
  const chains = facts.chains
    .filter(({ points }) => !points.every(isPlan))
    .map(chain => toDrawnChain(chain, facts.subject.id))
  const strong = selectStrong(chains)
  const tones = toTones(strong)
  const lines = chains.map(chain => toChartLine({ ...chain, tone: tones.get(chain) }, facts))
  const rows = chains
    .flatMap(({ points }) => points.map(({ row }) => row))
    .toSorted((a, b) => comparePeriods(a.period, b.period))
  const last = rows.at(-1)
  return {
    kind: 'lines',
    lang,
    events: toChartEvents(facts),
    lines,
    years: toTimeLabels(rows, lang),
    when: last ? formatCaption(last.period, lang) : '',
    edge: toSeriesBreak(facts, chains),
    gap: toGap(facts, lines),
    crossing: toCrossing(facts, lines),
    callouts: toCallouts(facts),
    since: toSince(facts, lines),
    doubtful: say(words.doubtful, lang),
    ...(strong.length < chains.length && { more: fill(say(words.andMore, lang), { count: '{count}' }) }),
    words: toPlanWords(
      facts,
      facts.chains.flatMap(({ points }) => points.filter(isPlan)),
    ),
    everyEnds: offered.map(other => chains.map(chain => toLineEnd(chain, { indicator, lang: other }))),
  }
}

/** A line has no plans, and no parts of years where there are whole ones. */
function toDrawnChain(chain: Chain, subject: string): DrawnChain {
  const real = chain.points.filter(point => !isPlan(point))
  const whole = real.filter(({ row }) => !row.period.part)
  const isSubject = chain.points.some(({ series }) => series.id === subject)
  return { ...chain, points: whole.length > 1 ? whole : real, isSubject }
}

/** The lines that keep their colours: of many the subject and its two greatest rivals. */
function selectStrong(chains: readonly DrawnChain[]): readonly DrawnChain[] {
  if (chains.length <= mostTones) return chains
  const newest = ({ points }: Chain): number => points.at(-1)?.row.value ?? 0
  const rivals = chains.filter(({ isSubject }) => !isSubject).sort((a, b) => newest(b) - newest(a))
  return chains.filter(chain => chain.isSubject || rivals.slice(0, 2).includes(chain))
}

function toChartLine(chain: Chain & { tone: Tone | undefined }, localised: Localised): Line {
  const { tone } = chain
  const { name, number } = toLineEnd(chain, localised)
  return {
    id: chain.series.id,
    name,
    tone: tone ?? 'past',
    isThin: tone === undefined,
    points: chain.points.map(({ row }, i) => ({
      x: toX(row.period),
      value: toPlotted(row.value, localised),
      look: toLook(row),
      isJoined: isJoined(chain, i),
    })),
    end: number,
  }
}

/** Whether a line runs to its figure from the one before: of one authority, without a gap in time, and neither an artefact. */
function isJoined({ points, breaks }: Chain, index: number): boolean {
  const [before, row] = [points[index - 1]?.row, points[index]?.row]
  if (!before || !row || before.flag === 'artefact' || row.flag === 'artefact') return false
  return !breaks.some(x => x > toX(before.period) && x < toX(row.period)) && isNext(before.period, row.period)
}

function toLineEnd({ series, points }: Chain, localised: Localised): End {
  const row = points.at(-1)?.row
  return { name: toShortName(series, localised.lang), number: row ? formatPlotted(row, localised) : '' }
}

/** The possible captions under an axis of time: each year once, or each period where there are fewer than two years. */
function toTimeLabels(sorted: readonly Observation[], lang: Lang): LinesChart['years'] {
  const periods = sorted.map(({ period }) => period)
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return []
  if (last.year - first.startYear < 2 && periods.length > 2) {
    const labels = periods.map(period => [period.text, { x: toX(period), text: formatCaption(period, lang) }] as const)
    return [...new Map(labels).values()]
  }
  const years = new Map<number, number>()
  for (const period of periods) if (!years.has(period.year)) years.set(period.year, toX(period))
  const isWhole = periods.every(({ months }) => months >= 12)
  for (let year = first.year; isWhole && year < last.year; year++)
    if (!years.has(year)) years.set(year, first.startYear === first.year ? year + 0.5 : year)
  return [...years].map(([year, x]) => ({ x, text: String(year) })).sort((a, b) => a.x - b.x)
}

/** The changes of the newest part of a year, where each of the first three lines has one of the same months. */
function toSince(facts: Facts, lines: readonly Line[]): Since | undefined {
  if (!facts.indicator.since) return undefined
  const { lang } = facts
  const first = lines.slice(0, 3)
  const changes = first.flatMap(line => findPartChange(line, facts) ?? [])
  const [newest] = changes
  if (!newest || changes.length < first.length) return undefined
  if (changes.some(({ period }) => period.text !== newest.period.text)) return undefined
  return {
    title: formatCaption(newest.period, lang),
    rows: changes.map(({ part }) => part),
    tail: say(words.yearOnYear, lang),
  }
}

/** The change of the newest part of a year on the same months of the year before, where it is newer than any whole year. */
function findPartChange({ id, name, tone }: Line, facts: Facts) {
  const rows = facts.chosen.find(series => series.id === id)?.observations ?? []
  const newest = rows.findLast(row => row.period.part && isMeasured(row))
  const whole = rows.findLast(row => !row.period.part && isMeasured(row))
  if (!newest || (whole && newest.period.year <= whole.period.year)) return undefined
  const { period } = newest
  const base = rows.find(
    ({ period: other }) =>
      other.part && other.year === period.year - 1 && other.from === period.from && other.to === period.to,
  )
  const change = base && formatPlotChange({ base, figure: newest }, facts)
  return change === undefined ? undefined : { period, part: { text: `${name} ${change}`, tone } }
}

/** The difference between two lines in the newest period that both have. */
function toGap(facts: Facts, lines: readonly Line[]): Gap | undefined {
  const { indicator, lang } = facts
  const [upper, lower] = indicator.gap?.map(id => lines.find(line => line.id === id)) ?? []
  const top = upper?.points.findLast(point => lower?.points.some(other => other.x === point.x))
  const bottom = lower?.points.find(point => point.x === top?.x)
  if (!upper || !lower || !top || !bottom) return undefined
  const { decimals } = toPlotUnit(facts)
  const round = (value: number): number => Number(value.toFixed(decimals))
  const difference = formatNumber(
    Math.abs(round(top.value) - round(bottom.value)),
    { least: decimals, most: decimals },
    lang,
  )
  return {
    upper: upper.id,
    lower: lower.id,
    x: top.x,
    from: bottom.value,
    to: top.value,
    text: fill(say(words.gap, lang), { value: difference }),
  }
}

/** The first period of the present lead, with both figures, each in the colour of its line. */
function toCrossing(facts: Facts, lines: readonly Line[]): Crossing | undefined {
  const { indicator, lang, leadership, chosen } = facts
  if (!leadership?.passed || !leadership.leader || indicator.finding.kind !== 'lead') return undefined
  const [first, second] = indicator.finding.between
  const [leader, other] = leadership.leader === first ? [first, second] : [second, first]
  const findRow = (id: string): Observation | undefined =>
    chosen.find(series => series.id === id)?.observations.find(row => row.period.text === leadership.passed)
  const [own, behind] = [findRow(leader), findRow(other)]
  const line = lines.find(({ id }) => id === leader)
  const rival = lines.find(({ id }) => id === other)
  if (!own || !behind || !line || !rival || indicator.gap) return undefined
  const x = toX(own.period)
  // A crossing at the end of the line needs no words: the ends show both figures.
  if (line.points.at(-1)?.x === x) return undefined
  return {
    x,
    value: toPlotted(own.value, facts),
    tone: line.tone,
    parts: [
      { text: joinBy('colon', [formatCaption(own.period, lang), ''], lang), tone: 'muted' },
      { text: formatPlotted(own, facts), tone: line.tone },
      { text: say(words.against, lang), tone: 'muted' },
      { text: formatPlotted(behind, facts), tone: rival.tone },
    ],
  }
}

const toCallouts = (facts: ChartFacts): LinesChart['callouts'] =>
  facts.indicator.callouts.flatMap(({ series, period, words: text }) => {
    const row = facts.shown.find(({ id }) => id === series)?.observations.find(other => other.period.text === period)
    return row ? [{ x: toX(row.period), value: toPlotted(row.value, facts), text: say(text, facts.lang) }] : []
  })
