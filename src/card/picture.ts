import { formatCaption, formatPeriod } from '../model/dates.ts'
import type { Entity, Indicator, Layout, Series } from '../model/indicator.ts'
import { fill, joinBy, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import { formatChange } from '../model/phrases.ts'
import type { CardParams } from '../request/parameters.ts'
import * as site from '../site.ts'
import type { ShownFacts } from './chains.ts'
import { type Chart, toChart } from './chart.ts'
import type { Column } from './columns-chart.ts'
import { isMeasured } from './compare.ts'
import type { Facts, Localised } from './facts.ts'
import { toFinding } from './finding.ts'
import {
  formatAmount,
  formatPlotted,
  splitUnit,
  toPlotChange,
  toPlotted,
  toPlotUnit,
  toShortName,
  withCurrency,
} from './plotted.ts'
import type { Row } from './rows-chart.ts'
import { toSourceForms } from './sources.ts'
import type { Part } from './tones.ts'

/** The foot of a card: its publisher, address and licence, and the sources of its figures. */
export type Foot = {
  /** The name of the publisher, or '' if the host contains it. */
  name: string
  address: string
  licence: string
  /** The line of sources in the forms it is tried in, the fullest first. */
  sources: string[]
}

/** One figure as large as the card allows, with its unit and the figures beside it. */
export type Hero = { number: string; unit: string; tone: Entity; comparisons: Part[][] }

export type Badge = { name: string; figure: string; change: string; tone: Entity }

/** The content of a picture in finished words and numbers: drawing only places them. */
export type Picture = {
  /** The layout that is drawn: the one asked for, or the indicator's own where that would fit badly. */
  layout: Layout
  title: string
  subtitle: string
  /** The party whose colour an accent replaces. */
  subject: Entity
  chart?: Chart
  hero: Hero
  badge: Badge
  foot: Foot
}

/** Settles the picture of a card. */
export function toPicture(facts: Facts, params: CardParams): Picture {
  const { indicator, lang, subject, head } = facts
  const isWhole = params.series.length === indicator.series.length
  const asked = params.layout
  const wanted = asked === 'stat' || asked === 'badge' ? (indicator.layout === 'bars' ? 'bars' : 'trend') : asked
  const shown = selectShown(facts, isWhole)
  const charted = asked === 'stat' ? selectShown(toSubjectOnly(facts), isWhole) : shown
  const whole = toChart(charted, wanted)
  const chart = whole && asked === 'stat' ? withoutHero(whole, facts) : whole
  const layout = asked === 'badge' || asked === 'stat' ? asked : toLayout(chart)
  const name = joinBy('comma', [toSubjectName(facts), formatPeriod(head.period, lang)], lang)
  const measure = toShownMeasure(shown)
  return {
    layout,
    title: layout === 'stat' ? name : toFinding(facts),
    subtitle: layout === 'stat' ? measure : addUnit(measure, facts),
    subject: subject.colour,
    ...(chart && { chart }),
    hero: toHero(shown),
    badge: toBadge(facts),
    foot: toFoot(shown, params),
  }
}

/** The series a picture shows: those asked for, or where all are in view those that the indicator shows by itself. */
function selectShown(facts: Facts, isWhole: boolean): ShownFacts {
  const { indicator, chosen } = facts
  const shown = chosen.filter(({ id }) => !isWhole || indicator.shown.includes(id))
  return { ...facts, shown: shown.length > 0 ? shown : chosen }
}

/**
 * The short title, which is that of the headline. A figure of another line has the name of that line, after `measure` where no
 * subtitle says it.
 */
function toSubjectName({ indicator, subject, lang }: Facts, measure?: string): string {
  const own = indicator.series.find(({ id }) => id === indicator.headline)
  if (subject.id === own?.id || subject.id === own?.continues) return say(indicator.badge, lang)
  const label = say(subject.label, lang)
  return measure === undefined ? label : joinBy('colon', [measure, label], lang)
}

/** The subtitle of the lines that the indicator shows by itself; a choice of others has the whole measure. */
function toShownMeasure({ indicator, shown, lang }: ShownFacts): string {
  const isOwn = shown.every(({ id }) => indicator.shown.includes(id))
  return say((isOwn ? indicator.subtitle : undefined) ?? indicator.measure, lang)
}

/** The measure with its unit, if the unit has a label. */
function addUnit(measure: string, localised: Localised): string {
  const { label: unit } = toPlotUnit(localised)
  return unit === '' ? measure : fill(say(words.measureIn, localised.lang), { measure, unit })
}

/** A row without the figure and change that the hero shows. */
function withoutNumber(row: Row): Row {
  const { stage: _stage, ...rest } = row
  return row.isSubject ? { ...rest, text: '' } : row
}

/** The chart under a hero, without a second copy of the hero's figure at the end of its line, or over its column or bar. */
function withoutHero(chart: Chart, facts: Facts): Chart {
  switch (chart.kind) {
    case 'lines': {
      const lines = chart.lines.map(line => ({ ...line, name: '', end: '' }))
      return { ...chart, since: undefined, when: '', lines, everyEnds: [] }
    }
    case 'rows':
      // In a ranking its number is one of a column that is read downwards.
      return facts.indicator.arrangement === 'ranking' && chart.rows.length > 1
        ? chart
        : { ...chart, rows: chart.rows.map(withoutNumber) }
    case 'columns': {
      // Only the newest column has the colour of the hero; without it, a reader could not match the two.
      const hero = toPlotted(facts.head.value, facts)
      const withoutText = (column: Column | undefined): Column | undefined =>
        column?.isNewest && column.value === hero ? { ...column, text: '', change: '' } : column
      const slots = chart.slots.map(slot => ({ ...slot, columns: slot.columns.map(withoutText) }))
      return { ...chart, slots }
    }
  }
}

function toLayout(chart: Chart | undefined): Layout {
  switch (chart?.kind) {
    case 'lines':
      return 'trend'
    case 'columns':
    case 'rows':
      return 'bars'
    case undefined:
      return 'stat'
  }
}

/** The facts with the line of the headline alone, so that a stat draws the trend of its own figure; a ranking keeps its rows. */
function toSubjectOnly(facts: Facts): Facts {
  const { indicator, chosen, subject } = facts
  if (indicator.arrangement === 'ranking') return facts
  const line = new Set<string>()
  for (let at: Series | undefined = subject; at; at = chosen.find(({ id }) => id === at?.continues)) line.add(at.id)
  const { gap: _gap, ...rest } = indicator
  const plain: Indicator = { ...rest, shown: [...line], callouts: [] }
  const own = chosen.filter(({ id }) => line.has(id))
  return { ...facts, leadership: undefined, indicator: plain, chosen: own }
}

function formatHead(facts: Facts): string {
  const { head, headTo, lang } = facts
  const number = formatPlotted(head, facts)
  return headTo ? joinBy('range', [number, formatPlotted(headTo, facts)], lang) : number
}

function toHero(facts: ShownFacts): Hero {
  const { indicator, subject, changed, shown, lang } = facts
  const { before, unit } = splitUnit(toPlotUnit(facts).label)
  // A ranking shows the others in its rows.
  const others = indicator.arrangement === 'ranking' ? [] : shown.flatMap(series => toComparison(series, facts))
  // In whole per cent, and only where the figures as they are printed give it.
  const ofChange: Part[][] =
    changed && toPlotChange(facts) ? [[{ text: formatChange({ ...changed, decimals: 0 }, lang), tone: 'ink' }]] : []
  return {
    number: withCurrency(formatHead(facts), before),
    unit,
    tone: subject.colour,
    comparisons: [...ofChange, ...others].slice(0, 2),
  }
}

/** The figure of another line for the period of the headline. */
function toComparison(series: Series, facts: Facts): Part[][] {
  const { subject, head, lang } = facts
  const isOwn = [subject.id, subject.upTo, subject.continues].includes(series.id) || series.continues === subject.id
  const row = series.observations.find(other => other.period.text === head.period.text && isMeasured(other))
  if (isOwn || !row) return []
  return [
    [
      { text: `${toShortName(series, lang)} `, tone: 'muted' },
      { text: formatPlotted(row, facts), tone: 'ink' },
    ],
  ]
}

function toBadge(facts: Facts): Badge {
  const { indicator, subject, head, lang } = facts
  return {
    name: joinBy('comma', [toSubjectName(facts, say(indicator.measure, lang)), formatCaption(head.period, lang)], lang),
    figure: formatAmount(formatHead(facts), facts),
    change: toPlotChange(facts) ?? '',
    tone: subject.colour,
  }
}

function toFoot({ indicator, shown, lang }: ShownFacts, { asof }: CardParams): Foot {
  const path = lang === site.offered[0] ? indicator.short : `${lang}/${indicator.short}`
  return {
    ...toBrand(),
    address: `${site.host}/${path}`,
    licence: fill(say(words.cardLicence, lang), { licence: site.cardLicence }),
    sources: toSourceForms({ shown, lang }, asof),
  }
}

/** The name of the publisher, unless the host begins with it. */
export const toBrand = (): Pick<Foot, 'name'> => ({
  name: site.host.toLowerCase().startsWith(`${site.name.toLowerCase()}.`) ? '' : site.name,
})
