import { formatCaption } from '../model/dates.ts'
import { formatNumeral, toShown } from '../model/figures.ts'
import type { Arrangement, Indicator, Observation, Series, UnitWords } from '../model/indicator.ts'
import { toNewestDay } from '../model/listing.ts'
import { joinBy, type Lang, say } from '../model/locales.ts'
import { flagWords, remarkWords, words } from '../model/messages.ts'
import { type Period, toX } from '../model/period.ts'
import type { CardParams } from '../request/parameters.ts'
import { toAlt } from './alt.ts'
import { type Facts, type Localised, toFacts } from './facts.ts'
import { toFinding } from './finding.ts'
import { type Headline, type HeadlineFigure, toHeadlineFigure } from './headline.ts'
import { type Picture, toPicture } from './picture.ts'
import { toShortName } from './plotted.ts'
import type { Licence } from './rights.ts'
import { selectNotes } from './select.ts'
import { type CardSource, toCardSources, toSourceLine } from './sources.ts'

/** One figure as the card shows it: the stored `value`, and `shown`, the same as the language counts it. */
export type Point = Omit<Observation, 'period' | 'note'> &
  Pick<Period, 'start' | 'end' | 'year' | 'part'> & {
    /** As ISO 8601 writes it. */
    period: string
    /** Where it lies in time, in years: the middle of its period. */
    x: number
    shown: number
    /** The number as drawn: `4.12`, `>675`. */
    text: string
    /** The period as drawn below it: `2025`, `Jan–Sep 2025`. */
    caption: string
    /** A remark in a word or two (`plan`, `part of the year`), or ''. */
    remark: string
    note?: string
  }

export type CardSeries = Pick<Series, 'id' | 'area' | 'colour' | 'continues' | 'upTo'> & {
  label: string
  /** The short name, for the picture and its tooltip. */
  short: string
  /** The name of the authority, in full and as the card shortens it. */
  authority: string
  authorityShort: string
  points: Point[]
}

/** An indicator as a picture: finished words and the numbers to plot. Every format is made from it alone. */
export type Card = {
  id: string
  lang: Lang
  title: string
  finding: string
  description: string
  measure: string
  /** The unit of every stored value, and how the figures are shown: `factor` × value = what is `formatted`. */
  unit: { code: string; label: string; display: UnitWords }
  arrangement: Arrangement
  headline: Headline
  /** The newest figure that is not a plan, also of a part of a year; the headline is the newest that can be compared. */
  latest: HeadlineFigure
  series: CardSeries[]
  /** When a line is taken up by another authority, and the period from which on. */
  breaks: { label: string; after: string }[]
  /** Where the leader of two series last changed, when that is the finding. */
  crossing: { series: string; period: string } | undefined
  events: { date: string; label: string }[]
  notes: string[]
  /** The ids of the sources of each note. */
  noteSources: string[][]
  /** The claim that each note answers, as other sources make it; undefined for a note that answers none. */
  noteClaims: (string | undefined)[]
  sources: CardSource[]
  licence: Licence
  /** The newest publication date among the figures shown. */
  updated: string
  sourceLine: string
  alt: string
  /** The content of its picture, in the requested layout. */
  picture: Picture
  /** Why it is no longer updated, and its replacement. */
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
  const { chosen, head, latest, leadership } = facts
  const display = say(indicator.unit.display, lang)
  const notes = selectNotes(indicator, params.asof)
  const series = once(() => toCardSeries(facts))
  const alt = once(() => toAlt(facts))
  const picture = once(() => toPicture(facts, params))
  return {
    id: indicator.id,
    lang,
    title: say(indicator.title, lang),
    finding: toFinding(facts),
    description: say(indicator.description, lang),
    measure: say(indicator.measure, lang),
    unit: { code: indicator.unit.code, label: say(indicator.unit.label, lang), display },
    arrangement: indicator.arrangement,
    headline: { ...toHeadlineFigure(facts, head), change: facts.change },
    latest: toHeadlineFigure(facts, latest),
    get series() {
      return series()
    },
    breaks: toBreaks(facts),
    crossing:
      leadership?.passed && leadership.leader ? { series: leadership.leader, period: leadership.passed } : undefined,
    events: toCardEvents(facts),
    notes: notes.map(note => say(note.words, lang)),
    noteSources: notes.map(note => note.sources),
    noteClaims: notes.map(({ claim }) => claim && say(claim, lang)),
    sources: toCardSources(facts, notes),
    licence: { ...indicator.licence, covers: say(words.licenceCovers, lang) },
    updated: toNewestDay(chosen.flatMap(series => series.observations.map(({ published }) => published))),
    sourceLine: toSourceLine(
      chosen.map(series => say(series.authority.short, lang)),
      lang,
    ),
    get alt() {
      return alt()
    },
    get picture() {
      return picture()
    },
    ...(indicator.deprecated && { deprecated: say(indicator.deprecated, lang) }),
  }
}

function toCardSeries(facts: Facts): CardSeries[] {
  const { chosen, lang } = facts
  return chosen.map(series => ({
    id: series.id,
    label: say(series.label, lang),
    short: toShortName(series, lang),
    authority: say(series.authority.name, lang),
    authorityShort: say(series.authority.short, lang),
    ...(series.area && { area: series.area }),
    colour: series.colour,
    ...(series.continues && { continues: series.continues }),
    ...(series.upTo && { upTo: series.upTo }),
    points: series.observations.map(observation => toCardPoint(observation, facts)),
  }))
}

function toCardPoint(observation: Observation, { indicator: { unit }, lang }: Localised): Point {
  const { period, note, ...row } = observation
  const { start, end, year, part } = period
  return {
    ...row,
    period: period.text,
    start,
    end,
    year,
    part,
    x: toX(period),
    shown: toShown(row.value, unit, lang),
    text: formatNumeral({ figure: observation, unit }, lang),
    caption: formatCaption(period, lang),
    remark: toRemark(observation, lang),
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

/** The periods from which on another authority takes up a line, each once. */
function toBreaks({ chosen, lang }: Facts): Card['breaks'] {
  const periods = new Map<number, string>()
  for (const { continues, observations } of chosen) {
    const before = chosen.find(({ id }) => id === continues)?.observations.at(-1)
    const [after] = observations
    if (!before || !after) continue
    const x = (toX(before.period) + toX(after.period)) / 2
    if (!periods.has(x)) periods.set(x, after.period.text)
  }
  return [...periods.values()].map(after => ({ label: say(words.breakInSeries, lang), after }))
}

/** The events within the years shown, up to the day of `asof`. */
function toCardEvents({ events, chosen, lang }: Facts): Card['events'] {
  const years = chosen.flatMap(series => series.observations.map(observation => observation.period.year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return events
    .filter(({ date }) => Number(date.slice(0, 4)) >= first && Number(date.slice(0, 4)) <= last)
    .map(({ date, label }) => ({ date, label: say(label, lang) }))
}
