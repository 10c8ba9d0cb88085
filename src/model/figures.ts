import type { FlagKind, Form, Status, Unit, UnitWords } from './indicator.ts'
import { fill, joinBy, type Lang, langOf, say } from './locales.ts'
import { formatNumber } from './numbers.ts'
import type { PluralCategory } from './plural-categories.ts'
import { toPlural } from './plurals.ts'
import { roundTo } from './rounding.ts'

/** The stored value as the language counts it: 4.119 Mt is 411.9 of 万吨. */
export const toShown = (value: number, unit: Unit, lang: Lang): number => value * say(unit.display, lang).factor

/** A value, and the facts that change how its number is written; `to` is the upper end of a range. */
export type Figure = { value: number; status?: Status; flag?: FlagKind; to?: Figure | undefined }

/** A figure and its unit. */
export type Quantity = { figure: Figure; unit: Unit }

const marks: Record<FlagKind, string> = { artefact: '', 'at-least': '>', approximate: '≈', rounded: '' }
const toMark = ({ flag }: Figure): string => (flag ? marks[flag] : '')

/** The number alone, as a chart shows it: `4.12`, `>675`, `≈77`. */
export const formatNumeral = (quantity: Quantity, lang: Lang): string =>
  `${toMark(quantity.figure)}${toNumeral(quantity, langOf(lang, quantity.unit.display))}`

/** The number with its unit, outside a sentence: `4.12 million tonnes`, `>$34.2bn`, `>67.5万人次`. */
export const formatFigure = (quantity: Quantity, lang: Lang): string =>
  `${toMark(quantity.figure)}${countFigure(quantity, lang)}`

/** The number with its unit, without "more than" or "about"; `form` chooses another form than that of the number. */
export const countFigure = ({ figure, unit, ...asked }: Quantity & AskedForm, lang: Lang): string => {
  const spoken = langOf(lang, unit.display)
  const number = roundFigure({ figure: figure.to ?? figure, unit }, spoken)
  const text = toNumeral({ figure, unit }, spoken)
  return joinUnit({ ...asked, text, number, unit, round: toRounding(figure) }, spoken)
}

/** Whether a figure, as it is shown, is counted as one is: 21 and 1,451 in Russian. */
export const isCountedAsOne = ({ figure, unit }: Quantity, lang: Lang): boolean =>
  toPlural(roundFigure({ figure: figure.to ?? figure, unit }, lang), lang) === 'one'

/** The requested form, and a text before the number inside the pattern of the unit: 每周逾44班. */
export type AskedForm = { form?: ((category: PluralCategory) => Form) | undefined; before?: string | undefined }

/** How a figure is rounded: a lower bound that is rounded up would claim more than its source does. */
const toRounding = ({ flag }: Figure): typeof roundTo => (flag === 'at-least' ? floorTo : roundTo)

/** A number, the same as it is written, and its unit. */
type Counted = AskedForm & { text: string; number: number; unit: Unit; round: typeof roundTo }

/** A number and its unit by the pattern of the form, or by that of CLDR's `other`, or with the unit behind it. */
function joinUnit({ text, number, unit, round, form, before = '' }: Counted, lang: Lang): string {
  const { forms, short } = say(unit.display, lang)
  const category = toPlural(number, lang)
  const pattern =
    forms?.[form?.(category) ?? category] ?? forms?.[category] ?? forms?.other ?? joinBy('space', ['{n}', short], lang)
  const size = Math.abs(number)
  const other = magnitudes.find(
    ([word, , factor]) => (factor < 1 ? size >= 1000 : size < 1 && size * factor >= 1) && word.test(pattern),
  )
  if (!other) return fill(pattern, { n: `${before}${text}` })
  const [word, of, factor] = other
  const decimals = factor < 1 ? 2 : 0
  const scaled = formatNumber(round(number * factor, decimals), { most: decimals }, lang)
  return fill(pattern.replace(word, of).trim(), { n: `${before}${scaled}` })
}

/**
 * Magnitudes that are too large for smaller numbers, and the ones to use instead: 1400人次, not 0.14万人次; $350 million, not
 * $0.35bn. And the other way round: $1.41bn, not $1,406 million.
 */
const magnitudes: [RegExp, string, number][] = [
  [/万(?!亿)/, '', 10_000],
  [/тыс\.[ \u00a0]?|мың[ \u00a0]/, '', 1000],
  [/млрд/, 'млн', 1000],
  [/[ \u00a0]?bn(?!\p{L})/u, ' million', 1000],
  [/[ \u00a0]million/, 'bn', 0.001],
  [/млн/, 'млрд', 0.001],
]

function toNumeral({ figure, unit }: Quantity, lang: Lang): string {
  // As exact as its source gives it: 28, not 28.0.
  const number = formatNumber(roundFigure({ figure, unit }, lang), { most: 9 }, lang)
  return figure.to ? joinBy('range', [number, toNumeral({ figure: figure.to, unit }, lang)], lang) : number
}

/** The value as it is shown. */
function roundFigure({ figure, unit }: Quantity, lang: Lang): number {
  const round = (decimals: number): number => toRounding(figure)(toShown(figure.value, unit, lang), decimals)
  return round(toDecimals(say(unit.display, lang), round))
}

/** The decimals of a unit, or more if a number other than 0 would be shown as 0. */
function toDecimals({ decimals }: UnitWords, round: (decimals: number) => number): number {
  return [decimals, 1, 2, 3, 4, 5, 6, 7, 8, 9].find(most => most >= decimals && round(most) !== 0) ?? decimals
}

/** Rounds down, with a tolerance for the last bits of a double. */
export const floorTo = (value: number, decimals: number): number =>
  Math.floor(value * 10 ** decimals + 1e-6) / 10 ** decimals

/** Two values of one unit. */
export type Difference = { from: number; to: number; unit: Unit }

/** The difference of two values as the reader sees them: of the rounded ones. */
export function toShownDifference({ from, to, unit }: Difference, lang: Lang): { shown: number; decimals: number } {
  const between = (most: number): number =>
    roundTo(roundTo(toShown(to, unit, lang), most) - roundTo(toShown(from, unit, lang), most), most)
  const decimals = toDecimals(say(unit.display, lang), between)
  return { shown: between(decimals), decimals }
}

/** The size of a difference with its unit, without a sign: `$6.4bn`; in another form where a sentence asks for it. */
export function formatDifference(difference: Difference & AskedForm, lang: Lang): string {
  const { unit, form, before } = difference
  const spoken = langOf(lang, unit.display)
  const { shown, decimals } = toShownDifference(difference, spoken)
  const number = Math.abs(shown)
  const text = formatNumber(number, { most: decimals }, spoken)
  return joinUnit({ text, number, unit, round: roundTo, form, before }, spoken)
}
