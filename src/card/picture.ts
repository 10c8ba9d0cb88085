import { formatAsOf, formatCaption, formatDate, formatPeriod } from '../model/dates.ts'
import type { Entity, Indicator, Layout, Observation, Series } from '../model/indicator.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import { comparePeriods } from '../model/period.ts'
import { formatChange } from '../model/phrases.ts'
import type { CardParams } from '../request/parameters.ts'
import * as site from '../site.ts'
import { joinNames } from './alt.ts'
import { type Chart, type Column, type Part, type Row, selectShown, toChart, toPlotChange } from './chart.ts'
import { isMeasured } from './compare.ts'
import { type Facts, findUpper } from './facts.ts'
import { toFinding } from './finding.ts'
import { formatAmount, formatPlotted, splitUnit, toPlotted, toPlotUnit, withCurrency } from './plotted.ts'

/** The foot of a card: whose it is, where to find it, what may be done with it, and where the figures come from. */
export type Foot = {
  /** The name of the publisher, or '' where the host says it. */
  name: string
  address: string
  licence: string
  /** The line of sources in the forms it is tried in, the fullest first. */
  sources: string[]
}

/** One figure as large as the card allows, with its unit and what it compares with. */
export type Hero = { number: string; unit: string; tone: Entity; comparisons: Part[][] }

export type Badge = { name: string; figure: string; change: string; tone: Entity }

/** What a picture shows, in finished words: nothing of it is written or counted while it is drawn. */
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
  const shown = asked === 'stat' ? toSubjectOnly(facts) : facts
  const whole = toChart(shown, wanted, isWhole)
  const chart = whole && asked === 'stat' ? withoutHero(whole, facts) : whole
  const layout = asked === 'badge' || asked === 'stat' ? asked : toLayout(chart)
  const name = joinBy('comma', [toName(facts), formatPeriod(head.period, lang)], lang)
  const unit = toPlotUnit(indicator, lang)
  const measure = toMeasure(facts, isWhole)
  return {
    layout,
    title: layout === 'stat' ? name : toFinding(facts),
    subtitle: layout === 'stat' ? measure : joinMeasure(measure, unit.label, lang),
    subject: subject.colour,
    ...(chart && { chart }),
    hero: toHero(facts, isWhole),
    badge: toBadge(facts),
    foot: toFoot(facts, selectShown(facts, isWhole), params),
  }
}

/**
 * The short title, which is of the headline. A figure of another line has the name of that line, and `measure` before it where
 * it does not stand below.
 */
function toName({ indicator, subject, lang }: Facts, measure?: string): string {
  const own = indicator.series.find(({ id }) => id === indicator.headline)
  if (subject.id === own?.id || subject.id === own?.continues) return say(indicator.badge, lang)
  const label = say(subject.label, lang)
  return measure === undefined ? label : joinBy('colon', [measure, label], lang)
}

/** The subtitle, which is of the lines that the indicator shows by itself; a choice of others has the whole measure. */
function toMeasure(facts: Facts, isWhole: boolean): string {
  const { indicator, lang } = facts
  const isOwn = selectShown(facts, isWhole).every(({ id }) => indicator.shown.includes(id))
  return say((isOwn ? indicator.subtitle : undefined) ?? indicator.measure, lang)
}

/** What is measured and in what; where the unit is named in the measure itself it is empty. */
const joinMeasure = (measure: string, unit: string, lang: Lang): string =>
  unit === '' ? measure : fill(say(words.measureIn, lang), { measure, unit })

/** A bar whose figure and change the hero says. */
function withoutNumber(row: Row): Row {
  const { stage: _stage, ...rest } = row
  return row.isSubject ? { ...rest, text: '' } : row
}

/** Under a hero the same figure is not written a second time: not at the end of its line, nor over its column or bar. */
function withoutHero(chart: Chart, { indicator, head, lang }: Facts): Chart {
  switch (chart.kind) {
    case 'lines': {
      const { since: _since, ...rest } = chart
      return {
        ...rest,
        when: '',
        lines: chart.lines.map(line => ({ ...line, name: '', end: '' })),
        everyEnds: [],
      }
    }
    case 'rows':
      // In a ranking its number is one of a column that is read downwards.
      return indicator.arrangement === 'ranking' && chart.rows.length > 1
        ? chart
        : { ...chart, rows: chart.rows.map(withoutNumber) }
    case 'columns': {
      // One that is not the newest has no colour by which a reader would find its figure in the hero.
      const hero = toPlotted(head.value, indicator, lang)
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
  const { leadership: _leadership, ...own } = facts
  return { ...own, leadership: undefined, indicator: plain, chosen: chosen.filter(({ id }) => line.has(id)) }
}

const formatHead = ({ indicator, subject, head, chosen, lang }: Facts): string => {
  const to = findUpper(subject, head, chosen)
  const number = formatPlotted(head, indicator, lang)
  return to ? joinBy('range', [number, formatPlotted(to, indicator, lang)], lang) : number
}

function toHero(facts: Facts, isWhole: boolean): Hero {
  const { indicator, subject, head, base, lang } = facts
  const unit = toPlotUnit(indicator, lang)
  // A ranking shows the others in its rows.
  const others = (indicator.arrangement === 'ranking' ? [] : selectShown(facts, isWhole))
    .filter(series => series.id !== subject.id)
    .flatMap((series): Part[][] => {
      const row = series.observations.find(other => other.period.text === head.period.text && isMeasured(other))
      const isOther = subject.upTo !== series.id && series.continues !== subject.id && subject.continues !== series.id
      return row && isOther
        ? [
            [
              { text: joinBy('space', [say(series.short ?? series.label, lang), ''], 'en'), tone: 'muted' },
              { text: formatPlotted(row, indicator, lang), tone: 'ink' },
            ],
          ]
        : []
    })
  // In whole per cent, and only where the figures as they are printed give it.
  const changed = base && {
    kind: indicator.change,
    from: base.value,
    to: head.value,
    unit: indicator.unit,
    decimals: 0,
  }
  const ofChange: Part[][] =
    changed && toPlotChange(facts)
      ? [[{ text: formatChange(changed, base.period, head.period, lang), tone: 'ink' }]]
      : []
  return {
    number: withCurrency(formatHead(facts), splitUnit(unit.label).before),
    unit: splitUnit(unit.label).unit,
    tone: subject.colour,
    comparisons: [...ofChange, ...others].slice(0, 2),
  }
}

function toBadge(facts: Facts): Badge {
  const { indicator, subject, head, lang } = facts
  return {
    name: joinBy('comma', [toName(facts, say(indicator.measure, lang)), formatCaption(head.period, lang)], lang),
    figure: formatAmount(formatHead(facts), toPlotUnit(indicator, lang).label, lang),
    change: toPlotChange(facts) ?? '',
    tone: subject.colour,
  }
}

function toFoot({ indicator, lang }: Facts, shown: readonly Series[], { asof }: CardParams): Foot {
  const path = lang === 'en' ? indicator.short : `${lang}/${indicator.short}`
  return {
    ...toBrand(),
    address: `${site.host}/${path}`,
    licence: fill(say(words.cardLicence, lang), { licence: site.cardLicence }),
    sources: toSourceForms(shown, lang, asof),
  }
}

/** The name of the publisher, unless the host begins with it. */
export const toBrand = (): Pick<Foot, 'name'> => ({
  name: site.host.toLowerCase().startsWith(`${site.name.toLowerCase()}.`) ? '' : site.name,
})

/**
 * Whose figures they are and when the newest became public, in the forms a foot tries: in full, by short names, without the
 * date, and by the first of many names.
 */
function toSourceForms(shown: readonly Series[], lang: Lang, asof: string | undefined): string[] {
  const namesOf = (kind: 'name' | 'short'): string[] => [
    ...new Set(shown.map(({ authority }) => say(authority[kind], lang))),
  ]
  const line = (names: readonly string[], text = joinNames(names, lang)): string =>
    fill(say(names.length > 1 ? words.sources : words.source, lang), { authorities: text })
  const rows = shown.flatMap(series => series.observations)
  const measured = rows.filter(isMeasured)
  const date = asof
    ? formatAsOf(asof, lang)
    : fill(say(words.published, lang), { date: formatPublished(newestOf(measured.length > 0 ? measured : rows), lang) })
  const short = namesOf('short')
  const [first = '', ...others] = short
  const many = fill(say(words.andOthers, lang), { first, count: String(others.length), all: String(short.length) })
  const forms = [line(namesOf('name')), line(short), ...(others.length > 0 ? [line(short, many)] : [])]
  const dated = forms.map(text => joinBy('dot', [text, date], lang))
  // A card of a day gone by always says so.
  return asof ? dated : [...dated.slice(0, 2), ...forms.slice(1), ...(others.length > 0 ? [] : [line(short)])]
}

/** The row of the newest period, of two the one published later. */
const newestOf = (rows: readonly Observation[]): Observation =>
  rows.reduce((a, b) => ((comparePeriods(a.period, b.period) || (a.published < b.published ? -1 : 1)) < 0 ? b : a))

/** The day of publication as exactly as its source shows it. */
export const formatPublished = ({ published, precision }: Observation, lang: Lang): string =>
  formatDate(published.slice(0, { day: 10, month: 7, year: 4 }[precision]), lang)
