import type { InEach, Words } from './lang.ts'
import type { Period } from './period.ts'
import type { Query } from './query.ts'

export const layouts = ['trend', 'bars', 'stat', 'badge'] as const
export type Layout = (typeof layouts)[number]

export const statuses = ['final', 'provisional', 'estimated', 'plan'] as const
export type Status = (typeof statuses)[number]

/** How a change is told: in percent, in percentage points, or in the unit itself. */
export const changeKinds = ['percent', 'points', 'absolute'] as const
export type ChangeKind = (typeof changeKinds)[number]

/**
 * What must be known of a figure besides its status. `artefact`: an error of recording, drawn hollow, and left out of
 * every comparison. `at-least`, `approximate`: the source says "more than", "about". `rounded`: to a whole unit, by the source.
 */
export const flagKinds = ['artefact', 'at-least', 'approximate', 'rounded'] as const
export type FlagKind = (typeof flagKinds)[number]

/** How the figures are arranged: along time, or ranked against each other at one time. */
export const arrangements = ['time', 'ranking'] as const
export type Arrangement = (typeof arrangements)[number]

/** What a figure counts: a total over its period, of which months are a part; or a rate or level at that time. */
export const timings = ['total', 'moment'] as const

export type Source = { id: string; title: string; publisher: string; url: string; published: string }

/** One figure: what, when, how sure, since when it is known, and who says so. */
export type Observation = {
  period: Period
  value: number
  status: Status
  published: string
  source: string
  flag?: FlagKind
  note?: Words
}

/** One line of an indicator, from one authority. `continues` names the series of another authority that it takes up. */
export type Series = {
  id: string
  label: Words
  sentence: Words
  authority: Words
  area?: string
  continues?: string
  /** The series that holds the upper end of the range whose lower end this one holds: 13 to 17 days. */
  upTo?: string
  observations: Observation[]
}

/** The unit as each language counts: `factor` turns a stored value into the one shown (Mt into 万吨). */
export type Unit = {
  code: string
  words: InEach<{ label: string; short: string; factor: number; decimals: number }>
}

export type Event = { date: string; label: Words }

/** The sentence a card opens with, chosen by the figures. See `finding.ts`. */
export type Finding =
  | { kind: 'lead'; between: [string, string]; sentences: Record<string, { passed: Words; ahead: Words }> }
  | { kind: 'change'; rose: Words; fell: Words; unchanged: Words; first: Words; exceeded?: Words }
  | { kind: 'fixed'; sentence: Words }

/** What a reader must know beside the figures, with the sources that say so. */
export type Note = { words: Words; sources: string[] }

export type Indicator = {
  id: string
  title: Words
  description: Words
  measure: Words
  unit: Unit
  change: ChangeKind
  layout: Layout
  arrangement: Arrangement
  /** The place in the catalogue: the lower, the earlier; equals stand by id. */
  rank: number
  headline: string
  series: Series[]
  events: Event[]
  finding: Finding
  notes: Note[]
  sources: Source[]
  licence: { name: string; url: string }
  aliases: string[]
  /** Where newer figures can be asked for, by `npm run refresh`. */
  refresh: Query[]
  deprecated?: Words
}
