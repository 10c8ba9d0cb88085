import { floorTo } from '../model/figures.ts'
import type { Observation, PlotUnit, Series } from '../model/indicator.ts'
import { joinBy, type Lang, say } from '../model/locales.ts'
import { formatNumber, formatPercent } from '../model/numbers.ts'
import { formatPoints } from '../model/phrases.ts'
import { roundTo } from '../model/rounding.ts'
import type { Comparison } from './compare.ts'
import type { Facts, Localised } from './facts.ts'

/** The unit of an indicator's pictures in a language: the one it has for them, or else that of its table. */
export const toPlotUnit = ({ indicator: { plot, unit }, lang }: Localised): PlotUnit => say(plot ?? unit.display, lang)

/** A stored value as a picture counts it. */
export const toPlotted = (value: number, localised: Localised): number => value * toPlotUnit(localised).factor

/**
 * The number of a figure as a picture writes it: one count of decimals for a whole chart, `>` and `≈` before the number, and
 * no digit that its source does not give (28, not 28.0; where a language's unit adds a digit to a rounded figure, ≈280).
 */
export function formatPlotted(
  { value, flag, status }: Pick<Observation, 'value' | 'flag' | 'status'>,
  localised: Localised,
): string {
  const { lang } = localised
  const { decimals, factor } = toPlotUnit(localised)
  const shown = value * factor
  if (flag === 'at-least') return `>${formatNumber(floorTo(shown, decimals), { most: decimals }, lang)}`
  if (flag === 'approximate' || status === 'estimated') return `≈${formatNumber(shown, { most: decimals }, lang)}`
  if (status === 'plan') return formatNumber(shown, { most: decimals }, lang)
  if (flag === 'rounded') return `${factor >= 10 ? '≈' : ''}${formatNumber(shown, { most: decimals }, lang)}`
  const text = formatNumber(shown, { least: decimals, most: decimals }, lang)
  // A figure that is not zero is never shown as zero.
  return shown !== 0 && !/[1-9]/.test(text) ? formatNumber(shown, { most: 6 }, lang) : text
}

/** A unit in two: a sign of currency, written before a number, and the rest, written after it. */
export function splitUnit(label: string): { before: string; unit: string } {
  const [, before = '', unit = ''] = /^([$€¥₸£]?) ?(.*)$/.exec(label) ?? []
  return { before, unit }
}

/** A number with the unit of a picture: `$34.2bn`, `4.12 million tonnes`, `21.9%`, in Russian `21,9 %`. */
export function formatAmount(number: string, localised: Localised): string {
  const { lang } = localised
  const { label } = toPlotUnit(localised)
  const { before, unit } = splitUnit(label)
  const priced = withCurrency(number, before)
  if (unit.startsWith('%')) return `${priced}${lang === 'ru' ? '\u00a0' : ''}${unit}`
  const isClosed = before !== '' && !label.includes(' ')
  return unit === '' ? priced : isClosed ? `${priced}${unit}` : joinBy('space', [priced, unit], lang)
}

/** A number with its sign of currency, written after `>` and `≈`: `>$12`. */
export const withCurrency = (number: string, sign: string): string =>
  number.replace(/^([>≈]?)/, `$1${sign.replace('$', '$$$$')}`)

/**
 * A change as a picture says it, with its sign: in whole per cent, finer where it would read as 0. `undefined` where no
 * change can be counted from the base, and where the printed figures would give another change on a calculator.
 */
export function formatPlotChange({ base, figure }: Comparison, { indicator, lang }: Localised): string | undefined {
  const { factor, decimals: most } = toPlotUnit({ indicator, lang })
  const [from, to] = [roundTo(base.value * factor, most), roundTo(figure.value * factor, most)]
  if (base.value === figure.value || from === to) return undefined
  const sign = figure.value > base.value ? '+' : '−'
  if (indicator.change === 'points') {
    const size = roundTo(Math.abs(to - from), most)
    return `${sign}${formatPoints({ size, text: formatNumber(size, { least: most, most }, lang) }, lang)}`
  }
  if (base.value <= 0 || from <= 0) return undefined
  const exact = (Math.abs(figure.value - base.value) / base.value) * 100
  const decimals = [0, 1, 2, 3].find(count => roundTo(exact, count) !== 0) ?? 0
  const printed = (Math.abs(to - from) / from) * 100
  if (roundTo(printed, decimals) !== roundTo(exact, decimals)) return undefined
  return `${sign}${formatPercent({ value: exact, decimals }, lang)}`
}

/** The change of the headline as a picture says it. */
export const toPlotChange = (facts: Facts): string | undefined =>
  facts.base && formatPlotChange({ base: facts.base, figure: facts.head }, facts)

/** The name of a series in a picture. */
export const toShortName = ({ short, label }: Series, lang: Lang): string => say(short ?? label, lang)
