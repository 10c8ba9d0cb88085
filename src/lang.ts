/** The languages a card speaks, in the order a switch shows them. The first is the one the others fall back to. */
export const languages = ['en', 'kk', 'ru', 'zh'] as const
export type Lang = (typeof languages)[number]

/** One phrase in each language; English is always there, a missing one falls back to it (see `say`). */
export type Words = { en: string; kk?: string | undefined; ru?: string | undefined; zh?: string | undefined }

/** The phrase in the reader's language, or in English where nobody has translated it yet. */
export const say = (words: Words, lang: Lang): string => words[lang] ?? words.en

/** Replaces each `{name}` by its value; throws when a name is unknown, so that no card ever shows a brace. */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`"${template}": {${name}} is not one of ${Object.keys(values).join(', ')}`)
    return value
  })
}
