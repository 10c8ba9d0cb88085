import locales from '../../generated/locales.json' with { type: 'json' }
import type { ChangeKind, FlagKind, Status, Unit } from './indicator.ts'
import { fill, joinBy, type Lang, say } from './locales.ts'
import { words } from './messages.ts'
import { roundTo } from './rounding.ts'

/** The signs of numbers in each language by CLDR, as `tools/build-locales.ts` reads them. */
const conventions: Record<Lang, { decimal: string; group: string; percent: string }> = locales

export { roundTo }

/** A number in the reader's digits and separators, with `least` to `most` decimals, and the minus of typography (U+2212). */
export function formatNumber(value: number, least: number, most: number, lang: Lang): string {
  const { decimal, group } = conventions[lang]
  const [whole = '', fraction = ''] = Math.abs(roundTo(value, most)).toFixed(most).split('.')
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const isZero = !/[1-9]/.test(whole + kept)
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${kept ? `${decimal}${kept}` : ''}`
}

/** The stored value as the language counts it: 4.119 Mt is 411.9 of 万吨. */
export const toShown = (value: number, unit: Unit, lang: Lang): number => value * say(unit.display, lang).factor

/** What decides how the number of a figure is written; `to` is the upper end of a range. */
export type Figure = { value: number; status?: Status; flag?: FlagKind; to?: Figure | undefined }

const marks: Record<FlagKind, string> = { artefact: '', 'at-least': '>', approximate: '≈', rounded: '' }

/** The number alone, as a chart shows it: `4.12`, `>675`, `≈77`. */
export const formatNumeral = (figure: Figure, unit: Unit, lang: Lang): string =>
  `${figure.flag ? marks[figure.flag] : ''}${toNumeral(figure, unit, lang)}`

/** The number with its short unit: `4.12 Mt`, `>67.5万人次`. */
export const formatFigure = (figure: Figure, unit: Unit, lang: Lang): string =>
  joinUnit(formatNumeral(figure, unit, lang), unit, lang)

/** The same in running text: `more than 675 thousand`. */
export function formatFigureInWords(figure: Figure, unit: Unit, lang: Lang): string {
  const text = joinUnit(toNumeral(figure, unit, lang), unit, lang)
  if (figure.flag === 'at-least') return fill(say(words.moreThan, lang), { value: text })
  const isAbout = figure.flag === 'approximate' || figure.status === 'estimated'
  return isAbout ? fill(say(words.about, lang), { value: text }) : text
}

function toNumeral(figure: Figure, unit: Unit, lang: Lang): string {
  const { decimals } = say(unit.display, lang)
  if (figure.to) return `${toNumeral({ ...figure, to: undefined }, unit, lang)}–${toNumeral(figure.to, unit, lang)}`
  const shown = toShown(figure.value, unit, lang)
  const value = figure.flag === 'at-least' ? floorTo(shown, decimals) : shown
  // As exact as its source gives it: 28, not 28.0.
  return formatNumber(value, 0, decimals, lang)
}

/** Rounds a lower bound down: rounded up it would claim more than its source. An error in the last bits of a double is ignored. */
export const floorTo = (value: number, decimals: number): number =>
  Math.floor(value * 10 ** decimals + 1e-6) / 10 ** decimals

const joinUnit = (number: string, unit: Unit, lang: Lang): string =>
  joinBy('space', [number, say(unit.display, lang).short], lang)

/** A difference between two figures, of which the reader sees `a` and `b`: the difference of what is shown. */
export function toDifference(a: number, b: number, unit: Unit, lang: Lang): { shown: number; decimals: number } {
  const { decimals } = say(unit.display, lang)
  const between = (most: number): number =>
    roundTo(roundTo(toShown(a, unit, lang), most) - roundTo(toShown(b, unit, lang), most), most)
  const found = [decimals, 1, 2, 3, 4, 5, 6, 7, 8, 9].find(most => most >= decimals && between(most) !== 0) ?? decimals
  return { shown: between(found), decimals: found }
}

/** The size of a difference with its unit, without a sign: `6.4 bn US dollars`. */
export function formatDifference(a: number, b: number, unit: Unit, lang: Lang): string {
  const { shown, decimals } = toDifference(a, b, unit, lang)
  return joinUnit(formatNumber(Math.abs(shown), 0, decimals, lang), unit, lang)
}

/** The size of a change without its sign: `8.1%`, `1.5 points`, `0.4 Mt`; with more decimals where it would read as 0. */
export function formatSize(kind: ChangeKind, from: number, to: number, unit: Unit, lang: Lang): string {
  switch (kind) {
    case 'percent': {
      const value = (Math.abs(to - from) / from) * 100
      const decimals = [1, 2, 3, 4, 5, 6, 7, 8, 9].find(most => roundTo(value, most) !== 0) ?? 1
      return `${formatNumber(value, 0, decimals, lang)}${conventions[lang].percent}`
    }
    case 'points': {
      const { shown, decimals } = toDifference(to, from, unit, lang)
      return fill(say(words.points, lang), { change: formatNumber(Math.abs(shown), 0, decimals, lang) })
    }
    case 'absolute':
      return formatDifference(to, from, unit, lang)
  }
}

/** The size as it follows "rose" and "fell" in a sentence: Kazakh puts it in the dative (-ға, -ге). */
export function inflectSize(kind: ChangeKind, size: string, lang: Lang): string {
  if (lang !== 'kk') return size
  return kind === 'percent' ? `${size}-ға` : `${size} шамасында`
}
