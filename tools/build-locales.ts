import { type Lang, tongues } from '../src/model/locales.ts'
import { pluralCategories } from '../src/model/plural-categories.ts'

const months = Array.from({ length: 12 }, (_, month) => month)

/**
 * CLDR's months, dates and numbers for each language, read through Intl where it is complete. The Worker's runtime has no
 * Kazakh ("2025 M10 12"), and a card must read the same wherever it is drawn.
 */
export const toLocales = (): Record<Lang, ReturnType<typeof toLocale>> => ({
  en: toLocale(tongues.en.locale),
  kk: toLocale(tongues.kk.locale),
  ru: toLocale(tongues.ru.locale),
  zh: toLocale(tongues.zh.locale),
})

function toLocale(tag: string) {
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0)
    throw new Error(`Intl has no ${tag}; expected a Node with full ICU`)
  const name = (options: Intl.DateTimeFormatOptions) => (month: number) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month, 15)))
  const part = (type: Intl.NumberFormatPartTypes): string =>
    new Intl.NumberFormat(tag).formatToParts(1_234_567.8).find(entry => entry.type === type)?.value ?? ''
  const percent = new Intl.NumberFormat(tag, { style: 'percent' }).formatToParts(0.08)
  return {
    long: months.map(name({ month: 'long' })),
    short: months.map(name({ month: 'short' })),
    date: months.map(month => toPattern(tag, { day: 'numeric', month: 'long', year: 'numeric' }, month)),
    month: months.map(month => toPattern(tag, { month: 'long', year: 'numeric' }, month)),
    decimal: part('decimal'),
    group: part('group'),
    percent: percent
      .filter(entry => entry.type !== 'integer')
      .map(entry => entry.value)
      .join(''),
    plurals: { whole: toPlurals(tag, 0), fraction: toPlurals(tag, 0.5) },
  }
}

/** The plural categories of 0 to 199, or of 0.5 to 199.5, as digits: their places in `pluralCategories`. */
function toPlurals(tag: string, fraction: number): string {
  const rules = new Intl.PluralRules(tag)
  return Array.from({ length: 200 }, (_, whole) => pluralCategories.indexOf(rules.select(whole + fraction))).join('')
}

/** A date in that month with `{day}` and `{year}` in their places: `{day} марта {year} г.` */
const toPattern = (tag: string, options: Intl.DateTimeFormatOptions, month: number): string =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
    .formatToParts(new Date(Date.UTC(2024, month, 15)))
    .map(({ type, value }) => (type === 'day' ? '{day}' : type === 'year' ? '{year}' : value))
    .join('')
