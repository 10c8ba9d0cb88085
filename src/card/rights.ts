import { joinBy, type Lang } from '../model/locales.ts'

/** The licence of our cards and words; `covers` names the parts of a response to which it applies. */
export type Licence = { name: string; url: string; covers: string }

/** A licence in words: its name, its URL, and the parts of a response to which it applies. */
export const toRights = ({ name, url, covers }: Licence, lang: Lang): string =>
  joinBy('stop', [joinBy('comma', [name, url].filter(Boolean), lang), covers].filter(Boolean), lang)
