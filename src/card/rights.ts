import { joinBy, type Lang } from '../model/locales.ts'

/** What may be done with our cards and words; `covers` says what of an answer it is about. */
export type Licence = { name: string; url: string; covers: string }

/** A licence in words: its name, its address, and what of an answer it is about. */
export const toRights = ({ name, url, covers }: Licence, lang: Lang): string =>
  joinBy('stop', [joinBy('comma', [name, url].filter(Boolean), lang), covers].filter(Boolean), lang)
