import { type Lang, languages, say } from '../../../src/model/locales.ts'
import type { Fault, Sound } from './fault.ts'

type Magnitude = [words: RegExp, exponent: number]

/** "Per thousand people" is no thousand of anything. */
const abbreviated: Magnitude[] = [
  [/(?<!\p{L})млн(?!\p{L})/giu, 6],
  [/(?<!\p{L})млрд(?!\p{L})/giu, 9],
  [/(?<!\p{L})трлн(?!\p{L})/giu, 12],
  [/(?<!\p{L})миллион/giu, 6],
  [/(?<!\p{L})миллиард/giu, 9],
  [/(?<!\p{L})триллион/giu, 12],
]

/** How each language says thousands, millions and so on; of Chinese the longest that matches is meant. */
const magnitudes: Record<Lang, Magnitude[]> = {
  en: [
    [/(?<!\bper )\bthousands?\b|\bkt\b/gi, 3],
    [/(?<!\bper )\bmillions?\b|\bmn\b|\bMt\b/g, 6],
    [/\bbillions?\b|\bbn\b|\bGt\b/g, 9],
    [/\btrillions?\b|\btn\b/g, 12],
  ],
  kk: [[/(?<!\p{L})мың/giu, 3], ...abbreviated],
  ru: [[/(?<!(?<!\p{L})на )(?<!\p{L})(?:тысяч|тыс(?!\p{L}))/giu, 3], ...abbreviated],
  zh: [
    [/万亿/g, 12],
    [/千亿/g, 11],
    [/百亿/g, 10],
    [/十亿/g, 9],
    [/(?<![万千百十])亿/g, 8],
    [/千万/g, 7],
    [/(?<!每)百万/g, 6],
    [/(?<!每)十万/g, 5],
    [/(?<![千百十每])万(?!亿)/g, 4],
    // 千米, 千克, 千瓦 are units by themselves.
    [/(?<!每)千(?![万亿米克瓦卡伏赫])/g, 3],
  ],
}

/** The power of ten that the words of a unit name: 6 of "million tonnes", 0 of "people". */
export const toExponent = (unit: string, lang: Lang): number =>
  magnitudes[lang].reduce((sum, [words, exponent]) => sum + exponent * [...unit.matchAll(words)].length, 0)

/**
 * The stored and the shown figure are the same: a value in million tonnes times 100 is one in 万吨. The words of the two
 * units and the factor between them must say so, and the long and the short form of one unit name the same magnitude.
 */
export function* checkMagnitudes({ head }: Pick<Sound, 'head'>): Iterable<Fault> {
  const { label: stored, display } = head.card.unit
  for (const lang of languages) {
    const shown = display[lang]
    if (!shown) continue
    const from = stored[lang] === undefined ? toExponent(stored.en, 'en') : toExponent(stored[lang], lang)
    const to = toExponent(shown.label, lang)
    const path = ['card', 'unit', 'display', lang]
    if (Math.abs(from - to - Math.log10(shown.factor)) >= 1e-9)
      yield [
        [...path, 'factor'],
        `is ${shown.factor} from "${say(stored, lang)}" to "${shown.label}"; expected ${10 ** (from - to)}, as the words of the two units say`,
      ]
    if (to !== toExponent(shown.short, lang))
      yield [
        [...path, 'short'],
        `is "${shown.short}" where the label is "${shown.label}"; expected both to name the same thousands, millions or billions`,
      ]
  }
}
