import { formatCaption, formatMonths } from '../model/dates.ts'
import { type Entity, entities, type Indicator, type Observation, type Series } from '../model/indicator.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { remarkWords, statusWords, words } from '../model/messages.ts'
import { formatNumber } from '../model/numbers.ts'
import { comparePeriods, findPeriod, isNext, type Period, toX } from '../model/period.ts'
import { offered } from '../site.ts'
import { isMeasured, isSurelyAbove } from './compare.ts'
import type { Facts } from './facts.ts'
import { formatAmount, formatPlotChange, formatPlotted, toPlotted, toPlotUnit } from './plotted.ts'

/** What a chart paints a mark or a word with: a party, what is past, who is not the subject, or plain words. */
export type Tone = Entity | 'past' | 'slate' | 'ink' | 'muted'
export type Part = { text: string; tone: Tone }

/** How sure a figure is, and so how its mark looks. */
export type Look = 'solid' | 'estimate' | 'plan' | 'artefact'

/** Where another authority takes up a line: the places in time, and the names either side. */
export type Edge = { xs: number[]; before: string; after: string }

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

export type LinesChart = {
  kind: 'lines'
  lang: Lang
  /** What happened, and when: drawn only where its words find a place. */
  events: { x: number; text: string }[]
  lines: Line[]
  /** What may be written under the axis, in order of time. */
  years: { x: number; text: string }[]
  /** The period of the figures at the ends. */
  when: string
  edge?: Edge
  gap?: { upper: string; lower: string; x: number; from: number; to: number; text: string }
  crossing?: { x: number; value: number; tone: Tone; parts: Part[] }
  callouts: { x: number; value: number; text: string }[]
  /** The newest part of a year, as changes on the same months of the year before. */
  since?: { title: string; rows: Part[]; tail: string }
  doubtful: string
  more?: string
  words: string[]
  /** The ends in every language on offer, so that a chart has one form in all of them. */
  everyEnds: End[][]
}

export type Column = {
  value: number
  text: string
  tone: Tone
  look: Look
  /** The part of its period that it covers, from 0 to 1; less than all only of a part of a year. */
  span: [from: number, to: number]
  isNewest: boolean
  change?: string
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
  /** What happened: `x` counts slots from the left. */
  events: { x: number; text: string }[]
  lanes: { id: string; name: string; tone: Tone }[]
  slots: Slot[]
  /** The slots between which the title compares. */
  compare?: { from: number; to: number }
  edge?: Edge
  planWord: string
  noFigure: string
  words: string[]
  everyNumbers: string[][]
}

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
  /** What heads the columns of numbers, where there is more than one period. */
  headers: string[]
  isRange: boolean
  unit: string
  /** Says how many rows have no room. */
  more: string
  /** The names in every language on offer, so that a chart has one form in all of them. */
  everyNames: string[]
}

export type Chart = LinesChart | ColumnsChart | RowsChart

/** A line as a picture shows it: a series and those it continues. */
type Chain = { series: Series; entity: Entity; points: { series: Series; row: Observation }[]; breaks: number[] }

/** The series a picture shows: those asked for, or where all are in view those that the indicator shows by itself. */
export function selectShown({ indicator, chosen }: Pick<Facts, 'indicator' | 'chosen'>, isWhole: boolean): Series[] {
  const shown = chosen.filter(({ id }) => !isWhole || indicator.shown.includes(id))
  return shown.length > 0 ? shown : [...chosen]
}

/** The lines that follow from some series; `upTo` series belong to the range of another. */
function toChains(shown: readonly Series[]): Chain[] {
  const continued = new Set(shown.map(series => series.continues))
  const uppers = new Set(shown.map(series => series.upTo))
  return shown
    .filter(({ id }) => !continued.has(id) && !uppers.has(id))
    .map(series => {
      const segments: Series[] = [series]
      for (let at: Series | undefined = series; at; ) {
        const before: Series | undefined = shown.find(({ id }) => id === at?.continues)
        if (before) segments.unshift(before)
        at = before
      }
      const points: Chain['points'] = []
      const breaks: number[] = []
      for (const segment of segments) {
        const last = points.at(-1)?.row
        const rows = segment.observations.filter(row => !last || comparePeriods(row.period, last.period) > 0)
        const [first] = rows
        if (last && first) breaks.push((toX(last.period) + toX(first.period)) / 2)
        points.push(...rows.map(row => ({ series: segment, row })))
      }
      const isCovered = ({ period }: Observation): boolean =>
        points.some(
          ({ row: other }) =>
            other.period !== period && other.period.start <= period.start && other.period.end >= period.end,
        )
      return { series, entity: series.colour, points: points.filter(({ row }) => !isCovered(row)), breaks }
    })
}

/** Gives each line its party's colour; where two lines are of one party the second takes one that no party has. */
function toTones(chains: readonly Chain[]): Tone[] {
  const taken = new Set<Tone>()
  return chains.map(({ entity }) => {
    const tone = [entity, 'ochre' as const, 'plum' as const, ...entities].find(name => !taken.has(name)) ?? 'slate'
    taken.add(tone)
    return tone
  })
}

const toLook = ({ status, flag }: Observation): Look =>
  flag === 'artefact' ? 'artefact' : status === 'plan' ? 'plan' : status === 'estimated' ? 'estimate' : 'solid'

const isPlan = ({ row }: Chain['points'][number]): boolean => row.status === 'plan'

/** The chart of a card, or none where a single figure leaves nothing to plot; every word and number is settled here. */
export function toChart(facts: Facts, layout: 'trend' | 'bars', isWhole: boolean): Chart | undefined {
  const shown = selectShown(facts, isWhole)
  const chains = toChains(shown)
  if (facts.indicator.arrangement === 'ranking') return toRanking(facts, shown, chains)
  const measured = chains.map(({ points }) => points.filter(point => !isPlan(point)))
  const wholeYears = measured.map(points => points.filter(({ row }) => !row.period.part))
  const isLong = wholeYears.some(points => points.length >= 3 && isConnected(points))
  const columns = new Set(chains.flatMap(({ points }) => points.map(({ row }) => row.period.text))).size
  const most = chains.length > 1 ? mostGroups : mostColumns
  if (isLong && (layout === 'trend' || columns * chains.length > most)) return toLines(facts, shown, chains)
  const lanes = measured.filter(points => points.length > 0)
  if (lanes.length <= 1 && columns <= 2) return columns > 1 ? toTimeRows(facts, chains) : undefined
  return toColumns(facts, shown, chains)
}

/** More columns than this are hairlines: a line is drawn instead. */
const mostColumns = 60
const mostGroups = 30

/** Whether a line of one authority runs through most of some points; otherwise it would be a few dots. */
const isConnected = (points: Chain['points']): boolean =>
  points.filter(({ row, series }, i) => {
    const before = points[i - 1]
    return before?.series === series && isNext(before.row.period, row.period)
  }).length >
  (points.length - 1) / 2

// ── Lines ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function toLines(facts: Facts, shown: readonly Series[], all: readonly Chain[]): LinesChart {
  const { indicator, lang } = facts
  const chains = all.filter(({ points }) => points.some(point => !isPlan(point)))
  const tones = toTones(chains)
  const drawn = chains.map(({ points }) => {
    const real = points.filter(point => !isPlan(point))
    const whole = real.filter(({ row }) => !row.period.part)
    return whole.length > 1 ? whole : real
  })
  const newest = drawn.map(points => points.at(-1)?.row.value ?? 0)
  // Of many lines the subject and its two greatest rivals keep their colours.
  const subject = chains.findIndex(({ points }) => points.some(({ series }) => series.id === facts.subject.id))
  const rivals = chains
    .map((_, i) => i)
    .filter(i => i !== subject)
    .sort((a, b) => (newest[b] ?? 0) - (newest[a] ?? 0))
  const strong = chains.length > mostTones ? new Set([subject, ...rivals.slice(0, 2)]) : undefined
  const lines = chains.map(({ series, breaks }, i): Line => {
    const points = drawn[i] ?? []
    return {
      id: series.id,
      name: say(series.short ?? series.label, lang),
      tone:
        strong && !strong.has(i)
          ? 'past'
          : strong
            ? (toTones(chains.filter((_, k) => strong.has(k)))[[...strong].sort((a, b) => a - b).indexOf(i)] ?? 'past')
            : (tones[i] ?? 'slate'),
      isThin: strong !== undefined && !strong.has(i),
      points: points.map(({ row }, k): LinePoint => {
        const before = points[k - 1]?.row
        const x = toX(row.period)
        const isBroken = before && breaks.some(at => at > toX(before.period) && at < x)
        return {
          x,
          value: toPlotted(row.value, indicator, lang),
          look: toLook(row),
          isJoined:
            before !== undefined &&
            !isBroken &&
            isNext(before.period, row.period) &&
            row.flag !== 'artefact' &&
            before.flag !== 'artefact',
        }
      }),
      end: formatEnd(points.at(-1)?.row, indicator, lang),
    }
  })
  const rows = drawn.flat().map(({ row }) => row)
  const last = rows.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1)
  const since = indicator.since ? toSince(facts, chains, lines) : undefined
  const edge = toEdge(facts, shown, chains)
  const gap = toGap(facts, lines)
  const crossing = toCrossing(facts, lines)
  const plans = toPlanWords(
    facts,
    all.flatMap(({ points }) => points.filter(isPlan)),
  )
  return {
    kind: 'lines',
    lang,
    events: toEvents(facts),
    lines,
    years: toYears(rows, lang),
    when: last ? formatCaption(last.period, lang) : '',
    ...(edge && { edge }),
    ...(gap && { gap }),
    ...(crossing && { crossing }),
    callouts: toCallouts(facts, shown),
    ...(since && { since }),
    doubtful: say(words.doubtful, lang),
    ...(strong && { more: fill(say(words.andMore, lang), { count: '{count}' }) }),
    words: plans,
    everyEnds: offered.map(other =>
      chains.map(({ series }, i) => ({
        name: say(series.short ?? series.label, other),
        number: formatEnd(drawn[i]?.at(-1)?.row, indicator, other),
      })),
    ),
  }
}

/** The most lines that can each have a colour of their own. */
const mostTones = 5

const formatEnd = (row: Observation | undefined, indicator: Indicator, lang: Lang): string =>
  row ? formatPlotted(row, indicator, lang) : ''

/** What may be written under an axis of time: each year once, or each month where there are fewer than two years. */
function toYears(rows: readonly Observation[], lang: Lang): LinesChart['years'] {
  const sorted = rows.toSorted((a, b) => comparePeriods(a.period, b.period))
  const years = new Map<number, LinesChart['years'][number]>()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return []
  if (last.period.year - first.period.startYear < 2 && sorted.length > 2) {
    const captions = new Map(
      sorted.map(({ period }) => [period.text, { x: toX(period), text: formatCaption(period, lang) }]),
    )
    return [...captions.values()]
  }
  for (const { period } of sorted)
    if (!years.has(period.year)) years.set(period.year, { x: toX(period), text: String(period.year) })
  const whole = sorted.every(({ period }) => period.months >= 12)
  for (let year = first.period.year; whole && year < last.period.year; year++)
    if (!years.has(year))
      years.set(year, { x: first.period.startYear === first.period.year ? year + 0.5 : year, text: String(year) })
  return [...years.values()].sort((a, b) => a.x - b.x)
}

/** The changes of the newest part of a year on the same months a year before, where every line has them. */
function toSince(
  { indicator, lang, chosen }: Facts,
  chains: readonly Chain[],
  lines: readonly Line[],
): LinesChart['since'] {
  const rows = chains.slice(0, 3).flatMap(({ series }, i) => {
    const own = chosen.find(({ id }) => id === series.id)?.observations ?? []
    const newest = own.findLast(row => row.period.part && isMeasured(row))
    const whole = own.findLast(row => !row.period.part && isMeasured(row))
    if (!newest || (whole && newest.period.year <= whole.period.year)) return []
    const base = own.find(
      row =>
        row.period.year === newest.period.year - 1 &&
        row.period.from === newest.period.from &&
        row.period.to === newest.period.to &&
        row.period.part,
    )
    const change = base && formatPlotChange(base, newest, indicator, lang)
    const line = lines[i]
    return change && line
      ? [{ period: newest.period, part: { text: joinBy('space', [line.name, ''], 'en') + change, tone: line.tone } }]
      : []
  })
  const [first] = rows
  if (
    !first ||
    rows.length < Math.min(3, chains.length) ||
    rows.some(({ period }) => period.text !== first.period.text)
  )
    return undefined
  return {
    title: formatCaption(first.period, lang),
    rows: rows.map(({ part }) => part),
    tail: say(words.yearOnYear, lang),
  }
}

/** Where another authority takes up the lines in view, with the names either side. */
function toEdge({ indicator, lang }: Facts, shown: readonly Series[], chains: readonly Chain[]): Edge | undefined {
  const xs = [...new Set(chains.flatMap(({ breaks }) => breaks))].sort((a, b) => a - b)
  if (xs.length === 0) return undefined
  const continued = new Set(shown.map(({ continues }) => continues))
  const name = (isOld: boolean): string =>
    joinBy(
      'comma',
      [
        ...new Set(
          shown.filter(({ id }) => continued.has(id) === isOld).map(({ authority }) => say(authority.short, lang)),
        ),
      ],
      lang,
    )
  return indicator.edge
    ? { xs, before: say(indicator.edge.before, lang), after: say(indicator.edge.after, lang) }
    : { xs, before: name(true), after: name(false) }
}

/** The difference between two lines in the newest period that both have. */
function toGap({ indicator, lang }: Facts, lines: readonly Line[]): LinesChart['gap'] {
  const [upper, lower] = indicator.gap?.map(id => lines.find(line => line.id === id)) ?? []
  const top = upper?.points.findLast(point => lower?.points.some(other => other.x === point.x))
  const bottom = lower?.points.find(point => point.x === top?.x)
  if (!upper || !lower || !top || !bottom) return undefined
  const { decimals } = toPlotUnit(indicator, lang)
  const round = (value: number): number => Number(value.toFixed(decimals))
  const difference = formatNumber(Math.abs(round(top.value) - round(bottom.value)), decimals, decimals, lang)
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
function toCrossing({ indicator, lang, leadership, chosen }: Facts, lines: readonly Line[]): LinesChart['crossing'] {
  if (!leadership?.passed || !leadership.leader || indicator.finding.kind !== 'lead') return undefined
  const [first, second] = indicator.finding.between
  const [leader, other] = leadership.leader === first ? [first, second] : [second, first]
  const rowOf = (id: string): Observation | undefined =>
    chosen.find(series => series.id === id)?.observations.find(row => row.period.text === leadership.passed)
  const [own, behind] = [rowOf(leader), rowOf(other)]
  const line = lines.find(({ id }) => id === leader)
  const rival = lines.find(({ id }) => id === other)
  if (!own || !behind || !line || !rival || indicator.gap) return undefined
  // At the end of the line its end says both figures.
  if (line.points.at(-1)?.x === toX(own.period)) return undefined
  const period = formatCaption(own.period, lang)
  return {
    x: toX(own.period),
    value: toPlotted(own.value, indicator, lang),
    tone: line.tone,
    parts: [
      { text: joinBy('colon', [period, ''], lang), tone: 'muted' },
      { text: formatPlotted(own, indicator, lang), tone: line.tone },
      { text: say(words.against, lang), tone: 'muted' },
      { text: formatPlotted(behind, indicator, lang), tone: rival.tone },
    ],
  }
}

const toCallouts = ({ indicator, lang }: Facts, shown: readonly Series[]): LinesChart['callouts'] =>
  indicator.callouts.flatMap(({ series, period, words: text }) => {
    const row = shown.find(({ id }) => id === series)?.observations.find(other => other.period.text === period)
    return row ? [{ x: toX(row.period), value: toPlotted(row.value, indicator, lang), text: say(text, lang) }] : []
  })

/** The events known on the day of the card, placed by their day. */
const toEvents = ({ indicator, lang, events }: Facts): LinesChart['events'] =>
  indicator.events
    .filter(event => events.includes(event))
    .map(({ date, label }) => {
      const year = Number(date.slice(0, 4))
      const start = Date.UTC(year, 0, 1)
      return { x: year + (Date.parse(date) - start) / (Date.UTC(year + 1, 0, 1) - start), text: say(label, lang) }
    })

/** Plans that a chart has no place for, in words: "Planned capacity, 2027: 10". */
const toPlanWords = ({ indicator, lang }: Facts, points: Chain['points']): string[] =>
  points.map(({ series, row }) =>
    joinBy(
      'colon',
      [
        joinBy('comma', [say(series.short ?? series.label, lang), formatCaption(row.period, lang)], lang),
        formatAmount(formatPlotted(row, indicator, lang), toPlotUnit(indicator, lang).label, lang),
      ],
      lang,
    ),
  )

// ── Columns ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function toColumns(facts: Facts, shown: readonly Series[], chains: readonly Chain[]): ColumnsChart {
  const { indicator, lang } = facts
  const lanes = chains.filter(({ points }) => points.some(point => !isPlan(point)))
  const own = lanes.length > 0 ? lanes : chains
  const tones = own.length > 1 ? toTones(own) : [own[0]?.entity ?? ('kazakhstan' as const)]
  const plans = lanes.length > 0 ? chains.flatMap(({ points }) => points.filter(isPlan)) : []
  const bars = own.map(({ points }) => points.filter(point => lanes.length === 0 || !isPlan(point)))
  const greatest = Math.max(...bars.flat().map(({ row }) => Math.abs(row.value)))
  // What is more than half as much again as anything counted would squash the rest: it is said in words.
  const near = plans.filter(({ row }) => row.value <= 1.5 * greatest)
  const years = new Set(bars.flat().map(({ row }) => row.period.year))
  const targets = near.filter(({ row }) => years.has(row.period.year))
  const planned = near.filter(({ row }) => !years.has(row.period.year))
  const rows = [...bars.flat(), ...planned].map(({ row }) => row)
  const newest = bars
    .flat()
    .map(({ row }) => row)
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .at(-1)
  const periods = new Map(rows.map(({ period }) => [period.text, period]))
  const spans = [...periods.values()]
  const step = toStep(spans)
  const edge = toEdge(facts, shown, chains)
  const slots = [...spans, ...toMissing(spans, step)].sort((a, b) => toX(a) - toX(b)).map(toSlot)

  function toSlot(period: Period): Slot {
    const target = targets.find(({ row }) => row.period.year === period.year)?.row
    return {
      time: toX(period),
      year: String(period.year),
      months: formatMonths(period, 'short', lang),
      caption: formatCaption(period, lang),
      isNewest: period.text === newest?.period.text,
      isAfterEdge: edge?.xs.some(at => toX(period) > at) ?? false,
      columns: bars.map((points, lane) => {
        const plan = lane === 0 ? planned.find(({ row }) => row.period.text === period.text)?.row : undefined
        const row = points.find(point => point.row.period.text === period.text)?.row ?? plan
        return row && toColumn(row, lane)
      }),
      ...(target &&
        period.year === newest?.period.year && {
          target: {
            value: toPlotted(target.value, indicator, lang),
            text: joinBy('space', [say(remarkWords.plan, lang), ''], 'en') + formatPlotted(target, indicator, lang),
          },
        }),
    }
  }

  function toColumn(row: Observation, lane: number): Column {
    const isNewest = row.period.text === newest?.period.text && row.status !== 'plan'
    const part = row.period.part && step >= 1
    const tone =
      own.length > 1 ? (tones[lane] ?? 'slate') : isNewest || lanes.length === 0 ? (tones[0] ?? 'slate') : 'past'
    const change =
      isNewest && own.length === 1 && facts.change && facts.head.period.text === row.period.text
        ? toPlotChange(facts)
        : undefined
    return {
      value: toPlotted(row.value, indicator, lang),
      text: formatPlotted(row, indicator, lang),
      tone,
      look: toLook(row),
      span: part ? [(row.period.from - 1) / 12, row.period.to / 12] : [0, 1],
      isNewest,
      ...(change && { change }),
      ...(part && { months: fill(say(words.months, lang), { count: String(row.period.months) }) }),
    }
  }

  const events = toEvents(facts).flatMap(({ x, text }) => {
    const slot = slots.findIndex(({ year }) => year === String(Math.floor(x)))
    return slot < 0 ? [] : [{ x: slot + (x % 1), text }]
  })
  const compare = toCompare(facts, spans, slots)
  const far = plans.filter(({ row }) => row.value > 1.5 * greatest)
  return {
    kind: 'columns',
    lang,
    events,
    lanes: own.map(({ series }, i) => ({
      id: series.id,
      name: say(series.short ?? series.label, lang),
      tone: tones[i] ?? 'slate',
    })),
    slots,
    ...(compare && { compare }),
    ...(edge && { edge }),
    planWord: say(remarkWords.plan, lang),
    noFigure: say(words.noFigure, lang),
    words: toPlanWords(facts, far),
    everyNumbers: offered.map(other => rows.map(row => formatPlotted(row, indicator, other))),
  }
}

/** The years, or the months, between the first and the last that have no figure: time runs evenly. */
function toMissing(periods: readonly Period[], step: number): Period[] {
  const isMonthly = step < 1
  if (periods.some(({ text, startYear, year }) => (isMonthly ? text.length !== 7 : startYear !== year))) return []
  const toPlace = ({ year, to }: Period): number => (isMonthly ? year * 12 + to - 1 : year)
  const places = periods.map(toPlace)
  const first = Math.min(...places)
  return Array.from({ length: Math.max(...places) - first }, (_, i) => first + i)
    .filter(place => !places.includes(place))
    .flatMap(place => {
      const month = String((place % 12) + 1).padStart(2, '0')
      return findPeriod(isMonthly ? `${Math.floor(place / 12)}-${month}` : String(place)) ?? []
    })
}

/** How far apart the periods lie at least, in years. */
function toStep(periods: readonly Period[]): number {
  const byYear = new Map<number, number>()
  for (const { year } of periods) byYear.set(year, (byYear.get(year) ?? 0) + 1)
  return [...byYear.values()].some(count => count > 1) ? 1 / 12 : 1
}

/** The two columns that a title compares: all of a year, and the part of the next that is above it. */
function toCompare(
  { indicator: { finding }, head, latest }: Facts,
  periods: readonly Period[],
  slots: readonly Slot[],
): ColumnsChart['compare'] {
  if (finding.kind !== 'change' || !finding.exceeded) return undefined
  if (latest.period.year <= head.period.year || !isSurelyAbove(latest, head)) return undefined
  if (
    !periods.some(({ text }) => text === head.period.text) ||
    !periods.some(({ text }) => text === latest.period.text)
  )
    return undefined
  const at = (period: Period): number => slots.findIndex(slot => slot.year === String(period.year))
  return { from: at(head.period), to: at(latest.period) }
}

/** The change of the headline as a picture says it: in whole per cent of the figures as they are printed. */
export function toPlotChange({ indicator, subject, head, change, lang }: Facts): string | undefined {
  const base = change && subject.observations.find(row => row.period.text === change.since)
  return base ? formatPlotChange(base, head, indicator, lang) : undefined
}

// ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

function toRanking(facts: Facts, shown: readonly Series[], chains: readonly Chain[]): RowsChart {
  const { indicator, lang } = facts
  const isRange = chains.some(({ series }) => series.upTo !== undefined && shown.some(({ id }) => id === series.upTo))
  const hasStages = chains.some(({ points }) => points.some(isPlan))
  const newest = chains.map(({ points }) => points.at(-1)?.row)
  const before = chains.map(({ points }) => points.at(-2)?.row)
  const isOnePeriod = (rows: readonly (Observation | undefined)[]): boolean =>
    rows.every(row => row !== undefined && row.period.text === rows[0]?.period.text)
  const hasPrevious = !isRange && !hasStages && isOnePeriod(newest) && isOnePeriod(before)
  const isUndated = isOnePeriod(newest) || hasStages
  const toName = (series: Series, { period }: Observation, other: Lang): string => {
    const name = say(series.short ?? series.label, other)
    return isUndated ? name : joinBy('comma', [name, formatCaption(period, other)], other)
  }
  const rows = chains
    .flatMap(({ series, entity }, i): Row[] => {
      const row = newest[i]
      if (!row) return []
      const upper = shown
        .find(({ id }) => id === series.upTo)
        ?.observations.find(other => other.period.text === row.period.text)
      const isSubject = series.id === facts.subject.id
      const previous = before[i]
      return [
        {
          name: toName(series, row, lang),
          tone: isSubject || hasStages || chains.length <= 2 ? entity : 'slate',
          from: upper ? toPlotted(row.value, indicator, lang) : 0,
          value: toPlotted((upper ?? row).value, indicator, lang),
          text: upper
            ? joinBy('range', [formatPlotted(row, indicator, lang), formatPlotted(upper, indicator, lang)], lang)
            : // Sums of several sources are each as exact as theirs: 1.2 beside 0.35.
              formatPlotted(hasStages && !row.flag ? { ...row, status: 'plan' } : row, indicator, lang),
          look: toLook(row),
          isSubject: isSubject || hasStages,
          ...(hasStages && { stage: say(series.stage ?? statusWords[row.status], lang) }),
          ...(hasPrevious &&
            previous && {
              previous: {
                value: toPlotted(previous.value, indicator, lang),
                text: formatPlotted(previous, indicator, lang),
              },
            }),
        },
      ]
    })
    .sort((a, b) => b.value - a.value)
  return {
    kind: 'rows',
    lang,
    rows,
    headers: hasPrevious ? [newest[0], before[0]].flatMap(row => (row ? [formatCaption(row.period, lang)] : [])) : [],
    isRange,
    unit: toPlotUnit(indicator, lang).label,
    more: say(words.andMore, lang),
    everyNames: offered.flatMap(other =>
      chains.flatMap(({ series }, i) => {
        const row = newest[i]
        return row ? [toName(series, row, other)] : []
      }),
    ),
  }
}

/** Two figures of one line: too few for columns, they are a row each. */
function toTimeRows(facts: Facts, chains: readonly Chain[]): RowsChart {
  const { indicator, lang } = facts
  const points = chains.flatMap(({ points, entity }) => points.map(point => ({ ...point, entity })))
  const last = points.findLast(point => !isPlan(point))
  const isDated = points.every(({ row }) => row.period.text.length === 4)
  return {
    kind: 'rows',
    lang,
    rows: points.map(({ row, entity }): Row => {
      const isNewest = row === last?.row
      const change = isNewest ? toPlotChange(facts) : undefined
      return {
        name: formatCaption(row.period, lang),
        tone: isNewest || isPlan({ row, series: facts.subject }) ? entity : 'past',
        from: 0,
        value: toPlotted(row.value, indicator, lang),
        text: formatPlotted(row, indicator, lang),
        look: toLook(row),
        isSubject: isNewest,
        ...(row.status === 'plan' && { stage: say(remarkWords.plan, lang) }),
        ...(change && isDated && { stage: change }),
      }
    }),
    headers: [],
    isRange: false,
    unit: toPlotUnit(indicator, lang).label,
    more: say(words.andMore, lang),
    everyNames: offered.flatMap(other => points.map(({ row }) => formatCaption(row.period, other))),
  }
}
