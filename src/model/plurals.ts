import locales from '../../generated/locales.json' with { type: 'json' }
import type { Lang } from './locales.ts'
import { type PluralCategory, pluralCategories } from './plural-categories.ts'

/** For each language a digit per number: the place in `pluralCategories` of 0 to 199, whole and with a fraction. */
const tables: Record<Lang, { whole: string; fraction: string }> = {
  en: locales.en.plurals,
  kk: locales.kk.plurals,
  ru: locales.ru.plurals,
  zh: locales.zh.plurals,
}

/**
 * The plural category of a number as it is written without trailing zeros: 21 is `one` and 22 `few` in Russian, 1.5
 * `other`. `tools/build-locales.ts` reads the table from `Intl.PluralRules`, because the Worker's runtime has no Kazakh.
 */
export function toPlural(number: number, lang: Lang): PluralCategory {
  const size = Math.abs(number)
  const whole = Math.floor(size)
  const { [size === whole ? 'whole' : 'fraction']: table } = tables[lang]
  // From 200, only the last two digits matter in the rules of these languages.
  const index = whole < 200 ? whole : 100 + (whole % 100)
  return pluralCategories[Number(table[index])] ?? 'other'
}
