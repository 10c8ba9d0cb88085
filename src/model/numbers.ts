import locales from '../../generated/locales.json' with { type: 'json' }
import { type Lang, tongues } from './locales.ts'
import { roundTo } from './rounding.ts'

/** The signs of numbers in each language by CLDR, as `tools/build-locales.ts` reads them. */
const numberConventions: Record<Lang, { decimal: string; group: string; percent: string }> = locales

/** A number in the reader's digits and separators, with `least` to `most` decimals, and the minus of typography (U+2212). */
export function formatNumber(value: number, least: number, most: number, lang: Lang): string {
  const { decimal, group } = numberConventions[lang]
  const [whole = '', fraction = ''] = Math.abs(roundTo(value, most)).toFixed(most).split('.')
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '')
  const grouped = whole.length < tongues[lang].grouped ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group)
  const isZero = !/[1-9]/.test(whole + kept)
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${kept ? `${decimal}${kept}` : ''}`
}

/** A share in percent with the sign of the language: `8.1%`, `8,1 %`. */
export const formatPercent = ({ value, decimals }: { value: number; decimals: number }, lang: Lang): string =>
  `${formatNumber(value, 0, decimals, lang)}${numberConventions[lang].percent}`
