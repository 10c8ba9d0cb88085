import type { InEach, Words } from './locales.ts'
import type { Period } from './period.ts'
import type { PluralCategory } from './plural-categories.ts'

export const layouts = ['trend', 'bars', 'stat', 'badge'] as const
export type Layout = (typeof layouts)[number]

/** A layout with a chart or a large figure: a badge is a line of text. */
export type ChartLayout = Exclude<Layout, 'badge'>
export const chartLayouts: readonly ChartLayout[] = layouts.filter(name => name !== 'badge')

export const statuses = ['final', 'provisional', 'estimated', 'plan'] as const
export type Status = (typeof statuses)[number]

/** How a change is stated: in percent, in percentage points, or in the unit itself. */
export const changeKinds = ['percent', 'points', 'absolute'] as const
export type ChangeKind = (typeof changeKinds)[number]

/**
 * The quality of a figure besides its status. `artefact`: a recording error, drawn hollow, and left out of
 * every comparison. `at-least`, `approximate`: the source says "more than", "about". `rounded`: to a whole unit, by the source.
 */
export const flagKinds = ['artefact', 'at-least', 'approximate', 'rounded'] as const
export type FlagKind = (typeof flagKinds)[number]

/** How the figures are arranged: along time, or ranked against each other at one time. */
export const arrangements = ['time', 'ranking'] as const
export type Arrangement = (typeof arrangements)[number]

/** The subjects of cards: the sections of the front page, in order. */
export const topics = ['trade', 'corridor', 'people', 'money', 'other'] as const
export type Topic = (typeof topics)[number]

/** The party of a mark, which has the same colour on every card; the last two are for a fourth and a fifth party. */
export const entities = ['china', 'russia', 'kazakhstan', 'ochre', 'plum'] as const
export type Entity = (typeof entities)[number]

/** The kind of a figure: a total over its period, which adds up from months, or a rate or level at that time. */
export const timings = ['total', 'moment'] as const

/**
 * Where a figure or a statement can be read. `title` is in the language `lang`, and ours where the headline was not visible
 * in the copy read (`supplied`); `via` is a third party that carried what the publisher published. `published` is as exact
 * as the page shows it: `2025`, `2025-08`, `2025-08-31`.
 */
export type Source = {
  id: string
  title: string
  lang: string
  supplied: boolean
  publisher: Words
  via?: Words
  url: string
  published: string
}

/** The authority of a series: its name in full, and as a card shortens it. */
export type Authority = { id: string; name: Words; short: Words }

/** How exactly the day of publication is known. */
export const precisions = ['day', 'month', 'year'] as const
export type Precision = (typeof precisions)[number]

/**
 * One figure: its value, period, status, dates and source. `published` is the day by which it was public
 * in its source: the day itself, or with a `precision` of month or year the last day of what the source shows, and at the
 * latest the day it was `added` to the catalogue.
 */
export type Observation = {
  period: Period
  value: number
  status: Status
  published: string
  precision: Precision
  added: string
  source: string
  flag?: FlagKind
  note?: Words
}

/** One line of an indicator, from one authority. `continues` names the series of another authority that it takes up. */
export type Series = {
  id: string
  label: Words
  sentence: Words
  authority: Authority
  area?: string
  continues?: string
  /** The party whose colour it has; a line that continues another has the same. */
  colour: Entity
  /** Its name in a picture, where its label is long for one. */
  short?: Words
  /** How far an announced project has come, as a card writes it in its bar. */
  stage?: Words
  /** The series that holds the upper end of the range whose lower end this one holds: 13 to 17 days. */
  upTo?: string
  observations: Observation[]
}

/**
 * The unit of every stored value by its `code` and `label`, and how each language shows it: `factor` turns a stored value
 * into the one shown (million tonnes into 万吨).
 */
export type Unit = {
  code: string
  label: Words
  display: InEach<UnitWords>
}

/** The form of a counted noun: by CLDR for its number, or a case that a language asks for. */
export type Form = PluralCategory | 'dative' | 'accusative' | 'ablative'

/**
 * A unit in one language. `short` is written beside a number. `forms` are patterns with `{n}`, where a sentence says it
 * otherwise: by the plural categories of CLDR, and in Kazakh by case (`44 рейс`, `44 рейстен`); `$34.2bn`, `每周44班`.
 */
export type UnitWords = {
  label: string
  short: string
  factor: number
  decimals: number
  forms?: { [F in Form]?: string | undefined } | undefined
}

/** How a picture counts where that differs from the table: the unit in its shortest form, its factor and its decimals. */
export type PlotUnit = { label: string; factor: number; decimals: number }

/** The names either side of the edge where another authority takes up a line: short words, not codes. */
export type Edge = { before: Words; after: Words }

/** A few words beside one point of a line: "level in 2012". */
export type Callout = { series: string; period: string; words: Words }

export type Event = { date: string; label: Words }

/**
 * A figure that must be in view for a sentence: with this `value`, if the sentence states it, and `above` the figure of another
 * series for the same period, if the sentence claims that.
 */
export type Need = { series: string; period?: string; value?: number; above?: string }

/** The sentence a card opens with, chosen by the figures. See `finding.ts`. */
export type Finding =
  | {
      kind: 'lead'
      between: [string, string]
      /** The lead in percent of the smaller figure below which the two are level. */
      margin: number
      /** Whether the two come from two authorities on purpose, which the words then name. */
      across: boolean
      sentences: Record<string, { passed: Words; ahead: Words }>
      level: Words
    }
  | { kind: 'change'; rose: Words; fell: Words; unchanged: Words; first: Words; exceeded?: Words }
  | { kind: 'fixed'; sentence: Words; needs: Need[] }

/**
 * A note beside the figures, with its sources. `known` is the day from which it holds: the date of the newest source it cites,
 * or '' if it always holds; `claim` is the statement of others that the note answers.
 */
export type Note = { words: Words; sources: string[]; known: string; claim?: Words }

export type Indicator = {
  id: string
  /** The word of its short address, which a card prints: `/trade`. */
  short: string
  title: Words
  /** The name on its badge: at most 32 characters in each language. */
  badge: Words
  description: Words
  measure: Words
  unit: Unit
  /** How its pictures count, where that differs from `unit`. */
  plot?: InEach<PlotUnit>
  /** The measure in a picture, if it differs from `measure`. */
  subtitle?: Words
  /** The series a picture shows unless others are asked for: at most three lines, counted in one way. */
  shown: string[]
  /** Two lines between which the difference is the news, the greater first. */
  gap?: [string, string]
  /** Whether the newest part of a year is written beside a line, as a change on the same months. */
  since: boolean
  edge?: Edge
  callouts: Callout[]
  change: ChangeKind
  layout: Layout
  arrangement: Arrangement
  /** The place in the catalogue: lower ranks come first, equal ones in the order of their ids. */
  rank: number
  topic: Topic
  headline: string
  series: Series[]
  events: Event[]
  finding: Finding
  notes: Note[]
  sources: Source[]
  licence: { name: string; url: string }
  aliases: string[]
  /** The first day of the catalogue: since then a row counts from the day it was added. */
  baseline: string
  deprecated?: Words
}
