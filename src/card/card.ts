import { formatAsOf, formatCaption, formatMonths, formatPeriod } from '../model/dates.ts'
import { formatFigure, formatNumeral, toShown } from '../model/figures.ts'
import type {
  Arrangement,
  Entity,
  FlagKind,
  Indicator,
  Note,
  Observation,
  Precision,
  Series,
  Status,
} from '../model/indicator.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { flagWords, remarkWords, words } from '../model/messages.ts'
import { comparePeriods, toX } from '../model/period.ts'
import type { CardParams } from '../request/parameters.ts'
import { toAlt, toSourceLine } from './alt.ts'
import { isMeasured } from './compare.ts'
import { type Change, type Facts, findUpper, toFacts } from './facts.ts'
import { toFinding } from './finding.ts'
import { formatPublished, type Picture, toPicture } from './picture.ts'
import { selectEvents, selectNotes } from './select.ts'

/** One figure as the card shows it: the stored `value`, and `shown`, the same as the language counts it. */
export type Point = {
  /** As ISO 8601 writes it, and its first and last day. */
  period: string
  start: string
  end: string
  year: number
  /** Where it lies in time, in years: the middle of its period. */
  x: number
  part: boolean
  value: number
  shown: number
  /** The number as drawn: `4.12`, `>675`. */
  text: string
  /** The period as drawn below it: `2025`, `Jan–Sep 2025`. */
  caption: string
  /** The months of the period without their year, or ''. */
  months: string
  /** What a reader must know of it in a word or two (`plan`, `part of the year`), or ''. */
  remark: string
  status: Status
  /** The day by which it was public, how exactly that is known, and the same in words: `31 July 2024`, `July 2024`. */
  published: string
  precision: Precision
  publishedText: string
  added: string
  source: string
  flag?: FlagKind
  note?: string
}

export type CardSeries = {
  id: string
  label: string
  /** The name where there is little room: on the picture, and where a year is read off it. */
  short: string
  /** Whose figures these are, in full and as the card names it. */
  authority: string
  authorityShort: string
  area?: string
  /** Whose colour it wears. */
  colour: Entity
  continues?: string
  upTo?: string
  points: Point[]
}

export type Headline = {
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
  change: Change | null
}

/** A source in the reader's language; `via` is who carried it, `supplied` whether its title is ours. */
export type CardSource = {
  id: string
  title: string
  lang: string
  supplied: boolean
  publisher: string
  via?: string
  url: string
  published: string
}

/** The unit of every stored value, and how the figures are shown: `factor` × value = what is `formatted`. */
export type CardUnit = {
  code: string
  label: string
  display: { factor: number; label: string; short: string; decimals: number }
}

/** An indicator as a picture: finished words and the numbers to plot. Every representation is made of this and nothing else. */
export type Card = {
  id: string
  lang: Lang
  title: string
  finding: string
  description: string
  measure: string
  /** What is measured, and in what: the line under the finding. */
  subtitle: string
  unit: CardUnit
  arrangement: Arrangement
  headline: Headline
  /** The newest figure that is not a plan, also of a part of a year; the headline is the newest that can be compared. */
  latest: Omit<Headline, 'change'>
  series: CardSeries[]
  /** When a line is taken up by another authority, and the period from which on. */
  breaks: { x: number; label: string; after: string }[]
  /** Where the leader of two series last changed, when that is the finding. */
  crossing: { series: string; period: string } | undefined
  events: { date: string; x: number; label: string }[]
  notes: string[]
  /** The ids of the sources of each note. */
  noteSources: string[][]
  /** What may be read elsewhere and each note answers; undefined for a note that answers no claim. */
  noteClaims: (string | undefined)[]
  sources: CardSource[]
  /** What may be done with our cards and words; `covers` says what of an answer it is about. */
  licence: { name: string; url: string; covers: string }
  /** The newest publication date among the figures shown. */
  updated: string
  sourceLine: string
  dateLine: string
  alt: string
  /** What its picture shows, in the layout asked for. */
  picture: Picture
  /** Why it is no longer kept up, and what to use instead. */
  deprecated?: string
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Settles every word and number of a card in the reader's language. Throws `CardError` 404 when no figure is left to show. The
 * lines, the alternative text and the picture, which take most of the time, are made when they are asked for: a listing of
 * fifty cards reads none of them.
 */
export function toCard(indicator: Indicator, params: CardParams): Card {
  const { lang } = params
  const facts = toFacts(indicator, params)
  const { chosen, subject, head, latest, leadership } = facts
  const updated = newestDate(chosen)
  const display = say(indicator.unit.display, lang)
  const notes = selectNotes(indicator, params.asof)
  const series = once(() => toSeries(indicator, chosen, lang))
  const alt = once(() => toAlt(facts))
  const picture = once(() => toPicture(facts, params))
  return {
    id: indicator.id,
    lang,
    title: say(indicator.title, lang),
    finding: toFinding(facts),
    description: say(indicator.description, lang),
    measure: say(indicator.measure, lang),
    subtitle: toSubtitle(say(indicator.measure, lang), display.label, lang),
    unit: { code: indicator.unit.code, label: say(indicator.unit.label, lang), display },
    arrangement: indicator.arrangement,
    headline: { ...describe(indicator, subject, head, facts), change: facts.change },
    latest: describe(indicator, subject, latest, facts),
    get series() {
      return series()
    },
    breaks: toBreaks(chosen, lang),
    crossing:
      leadership?.passed && leadership.leader ? { series: leadership.leader, period: leadership.passed } : undefined,
    events: toEvents(indicator, chosen, params),
    notes: notes.map(note => say(note.words, lang)),
    noteSources: notes.map(note => note.sources),
    noteClaims: notes.map(({ claim }) => claim && say(claim, lang)),
    sources: citedSources(indicator, chosen, notes, lang),
    licence: { ...indicator.licence, covers: say(words.licenceCovers, lang) },
    updated,
    sourceLine: toSourceLine(
      chosen.map(series => say(series.authority.short, lang)),
      lang,
    ),
    dateLine: toDateLine(chosen, params),
    get alt() {
      return alt()
    },
    get picture() {
      return picture()
    },
    ...(indicator.deprecated && { deprecated: say(indicator.deprecated, lang) }),
  }
}

/** The measure with its unit, unless it names the unit itself: "Guests from China", not "Guests from China, guests". */
const toSubtitle = (measure: string, unit: string, lang: Lang): string =>
  lang !== 'zh' && measure.toLowerCase().includes(unit.toLowerCase())
    ? measure
    : fill(say(words.measureIn, lang), { measure, unit })

/** The sources of the figures in view and of the notes, in the order of the folder. */
function citedSources(
  indicator: Indicator,
  chosen: readonly Series[],
  notes: readonly Note[],
  lang: Lang,
): CardSource[] {
  const cited = new Set([
    ...chosen.flatMap(series => series.observations.map(observation => observation.source)),
    ...notes.flatMap(note => note.sources),
  ])
  return indicator.sources
    .filter(source => cited.has(source.id))
    .map(({ publisher, via, ...source }) => ({
      ...source,
      publisher: say(publisher, lang),
      ...(via && { via: say(via, lang) }),
    }))
}

function describe(
  indicator: Indicator,
  series: Series,
  observation: Observation,
  { chosen, lang }: Facts,
): Omit<Headline, 'change'> {
  const to = findUpper(series, observation, chosen)
  return {
    series: series.id,
    label: say(series.label, lang),
    period: observation.period.text,
    periodText: formatPeriod(observation.period, lang),
    value: observation.value,
    ...(to && { valueTo: to.value }),
    formatted: formatFigure({ ...observation, to }, indicator.unit, lang),
    number: formatNumeral({ ...observation, to }, indicator.unit, lang),
    status: observation.status,
  }
}

function toSeries(indicator: Indicator, chosen: readonly Series[], lang: Lang): CardSeries[] {
  return chosen.map(series => ({
    id: series.id,
    label: say(series.label, lang),
    short: say(series.short ?? series.label, lang),
    authority: say(series.authority.name, lang),
    authorityShort: say(series.authority.short, lang),
    ...(series.area && { area: series.area }),
    colour: series.colour,
    ...(series.continues && { continues: series.continues }),
    ...(series.upTo && { upTo: series.upTo }),
    points: series.observations.map(observation => toPoint(indicator, observation, lang)),
  }))
}

function toPoint({ unit }: Indicator, observation: Observation, lang: Lang): Point {
  const { period, value, status, published, precision, added, source, flag, note } = observation
  return {
    period: period.text,
    start: period.start,
    end: period.end,
    year: period.year,
    x: toX(period),
    part: period.part,
    value,
    shown: toShown(value, unit, lang),
    text: formatNumeral(observation, unit, lang),
    caption: formatCaption(period, lang),
    months: formatMonths(period, 'short', lang),
    remark: toRemark(observation, lang),
    status,
    published,
    precision,
    publishedText: formatPublished(observation, lang),
    added,
    source,
    ...(flag && { flag }),
    ...(note && { note: say(note, lang) }),
  }
}

function toRemark({ status, period, flag }: Observation, lang: Lang): string {
  const remarks = [
    status === 'plan' || status === 'estimated' ? say(remarkWords[status], lang) : '',
    period.part ? say(words.part, lang) : '',
    flag === 'artefact' ? say(flagWords.artefact, lang) : '',
  ]
  return joinBy('comma', remarks.filter(Boolean), lang)
}

function toBreaks(chosen: readonly Series[], lang: Lang): Card['breaks'] {
  const breaks = chosen.flatMap(series => {
    const before = chosen.find(other => other.id === series.continues)?.observations.at(-1)
    const after = series.observations[0]
    if (!before || !after) return []
    return [
      {
        x: (toX(before.period) + toX(after.period)) / 2,
        label: say(words.breakInSeries, lang),
        after: after.period.text,
      },
    ]
  })
  return breaks.filter(({ x }, i) => breaks.findIndex(other => other.x === x) === i)
}

/** The events that fall within the years shown and had happened by the day looked back from. */
function toEvents(indicator: Indicator, chosen: readonly Series[], { asof, lang }: CardParams): Card['events'] {
  const years = chosen.flatMap(series => series.observations.map(observation => observation.period.year))
  return selectEvents(indicator, asof).flatMap(({ date, label }) => {
    const year = Number(date.slice(0, 4))
    if (year < Math.min(...years) || year > Math.max(...years)) return []
    const start = Date.UTC(year, 0, 1)
    return [
      { date, x: year + (Date.parse(date) - start) / (Date.UTC(year + 1, 0, 1) - start), label: say(label, lang) },
    ]
  })
}

const newestDate = (chosen: readonly Series[]): string =>
  chosen
    .flatMap(series => series.observations.map(observation => observation.published))
    .toSorted()
    .at(-1) ?? ''

/** When the figure of the newest period became public, a plan only where there is nothing else. */
function toDateLine(chosen: readonly Series[], { asof, lang }: CardParams): string {
  const figures = chosen.flatMap(series => series.observations)
  const measured = figures.filter(isMeasured)
  const newest = (measured.length > 0 ? measured : figures).reduce((a, b) =>
    (comparePeriods(a.period, b.period) || (a.published < b.published ? -1 : 1)) < 0 ? b : a,
  )
  const line = fill(say(words.newest, lang), {
    period: standAlone(formatPeriod(newest.period, lang), lang),
    date: standAlone(formatPublished(newest, lang), lang),
  })
  return asof ? joinBy('dot', [line, formatAsOf(asof, lang)], lang) : line
}

/** A year that stands by itself says that it is one: `2025 год`, `2025 жыл`. */
const standAlone = (text: string, lang: Lang): string =>
  /^\d{4}$/.test(text) ? fill(say(words.yearAlone, lang), { year: text }) : text
