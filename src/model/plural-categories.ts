/** The categories by which the languages of the world choose the form of a counted noun (CLDR, Language Plural Rules). */
export const pluralCategories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
export type PluralCategory = (typeof pluralCategories)[number]
