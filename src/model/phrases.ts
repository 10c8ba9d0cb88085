import { formatIn, formatPeriod, inflectMonth, isYear } from './dates.ts'
import {
  type AskedForm,
  countFigure,
  type Difference,
  type Figure,
  formatDifference,
  isCountedAsOne,
  type Quantity,
  toShownDifference,
} from './figures.ts'
import type { ChangeKind, Form } from './indicator.ts'
import { fill, type Lang, langOf, say } from './locales.ts'
import {
  type CountedForms,
  changeWords,
  governedHedges,
  hedgeWords,
  percentForms,
  pointForms,
  verbsOfChange,
} from './messages.ts'
import { formatNumber, formatPercent } from './numbers.ts'
import type { Period } from './period.ts'
import type { PluralCategory } from './plural-categories.ts'
import { toPlural } from './plurals.ts'
import { roundTo } from './rounding.ts'

/**
 * A sentence from a template: `texts` as they are, `figures` in the words that their place asks for. The word before a
 * figure decides how "more than" and "about" are said there: "выросли более чем на", "до более чем", 约为, not 为约.
 * `{value?переехал:переехало}` is the first word where the figure is counted as one is ("21 человек"), and the second elsewhere.
 */
export function fillSentence(
  template: string,
  { figures, texts }: { figures: Record<string, Quantity>; texts: Record<string, string> },
  lang: Lang,
): string {
  const sentence = template.split(/(\{[^}]+\})/).reduce((before, piece) => {
    const [, name, form, one, other] = /^\{(\w+?)(Dative|Accusative)?(?:\?(.+):(.+))?\}$/.exec(piece) ?? []
    const quantity = name === undefined ? undefined : figures[name]
    if (!quantity) return before + fill(piece, texts)
    if (one === undefined) return placeFigure({ before, asked: toCase(form) }, quantity, lang)
    return before + (toHedge(quantity.figure) === undefined && isCountedAsOne(quantity, lang) ? one : other)
  }, '')
  return capitalise(sentence)
}

type Case = 'nominative' | 'dative' | 'accusative'
const toCase = (name: string | undefined): Case =>
  name === 'Dative' ? 'dative' : name === 'Accusative' ? 'accusative' : 'nominative'

/** "About 1,400 people moved …": a hedge that begins a sentence begins with a capital. */
const capitalise = (sentence: string): string => sentence.replace(/^\p{Ll}/u, letter => letter.toUpperCase())

/** How sure a figure is, in words. */
type Hedge = 'more-than' | 'about' | undefined
const toHedge = ({ flag, status }: Figure): Hedge =>
  flag === 'at-least' ? 'more-than' : flag === 'approximate' || status === 'estimated' ? 'about' : undefined

/** A number to three significant digits, because "about 20,471" would claim too much. */
const toRough = (value: number): number => Number(value.toPrecision(3))

/** A place in a sentence: the text before it, and the case that a figure has there. */
type FigurePlace = { before: string; asked: Case }

/** The text so far with the figure behind it. */
function placeFigure({ before, asked }: FigurePlace, { figure, unit }: Quantity, lang: Lang): string {
  const hedge = toHedge(figure)
  const stated = hedge === 'about' ? { ...figure, value: toRough(figure.value) } : figure
  const say = (form?: AskedForm): string => countFigure({ ...form, figure: stated, unit }, lang)
  const place = { before, asked, hedge, say }
  switch (lang) {
    case 'en':
      return before + (hedge === undefined ? '' : `${hedgeWords[hedge].en} `) + say()
    case 'kk':
      return before + toKazakh(place)
    case 'ru':
      return toRussian(place)
    case 'zh':
      return toChinese(place)
  }
}

/** A place with the hedge of its figure, and the figure in words, in the form that is asked for. */
type HedgedPlace = FigurePlace & { hedge: Hedge; say: (form?: AskedForm) => string }

/** "More than" is астам after the ablative; it takes the case of the figure. */
function toKazakh({ asked, hedge, say }: HedgedPlace): string {
  const form = asked === 'nominative' ? undefined : () => asked
  const inCase = { ...(form && { form }) }
  if (hedge === 'about') return say({ ...inCase, before: `${hedgeWords.about.kk} ` })
  if (hedge !== 'more-than') return say(inCase)
  const ending = { nominative: '', dative: 'ға', accusative: 'ды' }[asked]
  return `${say({ form: () => 'ablative' })} ${hedgeWords['more-than'].kk}${ending}`
}

/** Prepositions that take the genitive, and those that take the accusative, which counts as the nominative does. */
const genitive = ['до', 'против', 'от', 'из', 'с']
const accusative = ['на', 'за', 'в', 'по']

/**
 * The genitive of a counted noun, from the forms that its number has: "до 392 поездов" beside "392 поезда", "более 21
 * поезда" beside "21 поезд". A fraction has the genitive singular already.
 */
const toGenitive = (category: PluralCategory): Form =>
  category === 'one' ? 'other' : category === 'few' ? 'many' : category

function toRussian({ before, hedge, say }: HedgedPlace): string {
  const preposition = /(?<!\p{L})(\p{L}+) $/u.exec(before)?.[1]?.toLowerCase() ?? ''
  const isGoverned = [...genitive, ...accusative].includes(preposition)
  const inCase: AskedForm = genitive.includes(preposition) ? { form: toGenitive } : {}
  if (hedge === undefined) return before + say(inCase)
  if (!isGoverned) return `${before}${hedgeWords[hedge].ru} ${say({ form: toGenitive })}`
  if (hedge === 'more-than') return `${before}${governedHedges.ru[hedge]} ${say(inCase)}`
  if (preposition === 'против') return `${before}${governedHedges.ru[hedge]} ${say(inCase)}`
  const start = before.slice(0, -preposition.length - 1)
  return `${start}${governedHedges.ru[hedge]} ${before.slice(start.length)}${say(inCase)}`
}

/** 超过 replaces 为 and 达到; 约 is put before 为 and 占, but after 达到. */
function toChinese({ before, hedge, say }: HedgedPlace): string {
  if (hedge === undefined) return before + say()
  const [verb = ''] = /(?:为|达到|占)$/.exec(before) ?? []
  const start = before.slice(0, before.length - verb.length)
  if (hedge === 'more-than') {
    const isReplaced = verb === '为' || verb === '达到'
    return isReplaced
      ? start + say({ before: governedHedges.zh[hedge] })
      : before + say({ before: hedgeWords[hedge].zh })
  }
  return verb === '' || verb === '达到'
    ? before + say({ before: hedgeWords.about.zh })
    : `${start}${hedgeWords.about.zh}${verb}${say()}`
}

/** A change between two exact figures of a series; `decimals` of a percentage, 1 unless a headline asks for whole per cent. */
export type Changed = Difference & { kind: ChangeKind; decimals?: number }

/** The size of a change without its sign: `8.1%`, `1.5 points`, `$0.4bn`; more exact where it would read as 0. */
export function formatSize(changed: Changed & AskedForm, lang: Lang): string {
  switch (changed.kind) {
    case 'percent':
      return fill(toCasePattern(percentForms[lang], 'other', changed), { n: formatPercent(toPercent(changed), lang) })
    case 'points': {
      const { shown, decimals } = toShownDifference(changed, lang)
      const size = Math.abs(shown)
      return formatPoints({ size, text: formatNumber(size, { most: decimals }, lang), form: changed.form }, lang)
    }
    case 'absolute':
      return formatDifference(changed, lang)
  }
}

/** Percentage points: their number, the same as it is written, and the form that is asked for. */
type Points = Pick<AskedForm, 'form'> & { size: number; text: string }

/** Percentage points in words: `1.5 points`. */
export const formatPoints = ({ size, text, form }: Points, lang: Lang): string =>
  fill(toCasePattern(pointForms[lang], toPlural(size, lang), { form }), { n: text })

function toCasePattern(forms: CountedForms, category: PluralCategory, { form }: AskedForm): string {
  return forms[form?.(category) ?? category] ?? forms.other
}

/** The size in percent, with as many decimals as keep it from being shown as 0. */
function toPercent({ from, to, decimals: least = 1 }: Changed): { value: number; decimals: number } {
  const value = (Math.abs(to - from) / from) * 100
  const decimals = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find(most => most >= least && roundTo(value, most) !== 0) ?? least
  return { value, decimals }
}

/** The size as a sentence takes it after "rose" and "fell": in Kazakh the dative. */
export const formatSizeInWords = (changed: Changed, lang: Lang): string =>
  formatSize(lang === 'kk' ? { ...changed, form: () => 'dative' } : changed, lang)

/** A change with its sign, for a badge: `+8.1%`, `−$0.4bn`, `unchanged`. */
export function formatSigned(changed: Changed, lang: Lang): string {
  const { from, to } = changed
  return from === to ? say(changeWords.unchanged, lang) : `${to > from ? '+' : '−'}${formatSize(changed, lang)}`
}

/** A change and the two periods of its figures. */
export type ChangeOverTime = Changed & { since: Period; until: Period }

/**
 * A change in words, with the period it is counted from: "up 8.1% on 2024", "since 2017" where years lie between,
 * "2024 жылмен салыстырғанда 8,1%-ға аз", "на 8,1 % меньше, чем в 2024 году", 比2024年下降8.1%. It is in English as a whole
 * where the unit has no words in the language.
 */
export function formatChange(changed: ChangeOverTime, lang: Lang): string {
  const { kind, unit, from, to, since, until } = changed
  const spoken = kind === 'absolute' ? langOf(lang, unit.display) : lang
  const isFar = isYear(since) && until.year - since.year > 1
  const texts = { size: formatSizeInWords(changed, spoken), since: formatBase(since, spoken) }
  if (from === to) return fill(say(changeWords.sameAs, spoken), texts)
  const verb = verbsOfChange[kind][to > from ? 'rose' : 'fell']
  const template = to > from ? changeWords[isFar ? 'roseSince' : 'roseBy'] : changeWords[isFar ? 'fellSince' : 'fellBy']
  return fill(say(template, spoken), { ...texts, verb })
}

/** The period compared with, in the case that the templates of `changeWords` ask for. */
function formatBase(period: Period, lang: Lang): string {
  switch (lang) {
    case 'en':
    case 'zh':
      return formatPeriod(period, lang)
    case 'ru':
      return formatIn(period, lang)
    case 'kk': {
      if (isYear(period)) return `${period.year} жылмен`
      return inflectMonth(formatPeriod(period, lang), 'instrumental')
    }
  }
}
