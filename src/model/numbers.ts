import locales from '../../generated/locales.json' with { type: 'json' }
import { type Lang, tongues } from './locales.ts'
import { roundTo } from './rounding.ts'

/** The signs of numbers in each language by CLDR, as `tools/build-locales.ts` reads them. */
const numberConventions: Record<Lang, { decimal: string; group: string; percent: string }> = locales

/** How many decimals a number has at least (none, unless it says so) and at most. */
type Decimals = { least?: number; most: number }

/** A number in the reader's digits and separators, and the minus of typography (U+2212). */
export function formatNumber(value: number, { least = 0, most }: Decimals, lang: Lang): string {
  const { decimal, group } = numberConventions[lang]
  const [whole = '', fraction = ''] = Math.abs(roundTo(value, most)).toFixed(most).split('.')
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '')
  const grouped = whole.length < tongues[lang].grouped ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group)
  const isZero = !/[1-9]/.test(whole + kept)
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${kept ? `${decimal}${kept}` : ''}`
}

/** A share in percent with the sign of the language: `8.1%`, `8,1 %`. */
export const formatPercent = ({ value, decimals }: { value: number; decimals: number }, lang: Lang): string =>
  `${formatNumber(value, { most: decimals }, lang)}${numberConventions[lang].percent}`
