import type { Lang } from '../model/locales.ts'

/** A phrase in every language. */
export type Translations = Record<Lang, string>

/** A phrase whose English is elsewhere. */
export type NotEnglish = Omit<Translations, 'en'>

/** A name that is the same in every language. */
export const inAll = (name: string): Translations => ({ en: name, kk: name, ru: name, zh: name })
