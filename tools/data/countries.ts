import type { Lang } from '../../src/model/locales.ts'

/** The names of CLDR's countries in a language. */
export function listCountries(lang: Lang): string[] {
  const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap(first => letters.flatMap(second => names.of(first + second) ?? []))
}
