import { type InEach, type Lang, languages } from '../../src/model/locales.ts'

/** What is written in every language, in English and in those of the others that a site offers. */
export const toInEach = <T>(words: Record<Lang, T>, offered: readonly Lang[]): InEach<T> => ({
  en: words.en,
  ...toOthers(words, offered),
})

/** The same without English, which a data package keeps in fields of its own. */
export const toOthers = <T>(words: Record<Lang, T>, offered: readonly Lang[]): Partial<Record<Lang, T>> =>
  Object.fromEntries(languages.filter(lang => lang !== 'en' && offered.includes(lang)).map(lang => [lang, words[lang]]))

/** The licence of what is written in a folder, as a data package names it; the figures are not ours to license. */
export const licences = [
  {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 International',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
]
