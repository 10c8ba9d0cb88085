import type { Unit } from '../../src/model/indicator.ts'
import type { Lang } from '../../src/model/locales.ts'
import { toExponent } from './rules/magnitudes.ts'

/** Cases that the sentences of a language ask of a unit: "by" a size, a figure as an object, and "more than" in Kazakh. */
const cases: Record<Lang, readonly ('ablative' | 'dative' | 'accusative')[]> = {
  en: [],
  kk: ['dative', 'accusative', 'ablative'],
  ru: [],
  zh: [],
}

/** A unit is counted in one form where it is a sign, an abbreviation, or hangs on a million: %, TEU, МВт, чел., млн тонн. */
const isInvariable = (short: string, lang: Lang): boolean =>
  toExponent(short, lang) > 0 || !/\p{L}/u.test(short) || /\p{Lu}\S*\p{Lu}/u.test(short) || short.endsWith('.')

/**
 * The forms that a unit lacks for its number and its noun to agree in every sentence: 1 train and 2 trains, 21 поезд and 22
 * поезда, 44 рейстен астам. Of each language those that CLDR counts by, unless its unit has only one, and its cases.
 */
export const findMissingForms = ({ id, unit }: { id: string; unit: Unit }, languages: readonly Lang[]): string[] =>
  languages.flatMap(lang => {
    const shown = unit.display[lang]
    if (!shown) return []
    const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories
    const isCounted = categories.length > 1 && cases[lang].length === 0 && !isInvariable(shown.short, lang)
    const missing = [...(isCounted ? categories : []), ...cases[lang]].filter(form => !shown.forms?.[form])
    if (missing.length === 0) return []
    const place = `data/${id}/datapackage.json: card.unit.display.${lang}`
    return [
      `${place} has no forms ${missing.join(', ')}; expected "${shown.short}" with {n} as a sentence has it there`,
    ]
  })
