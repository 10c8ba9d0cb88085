import locales from '../../generated/locales.json' with { type: 'json' }
import { fill, joinBy, type Lang, say, tongues } from './locales.ts'
import { monthsIn, words } from './messages.ts'
import type { Period } from './period.ts'

/** Months and dates in each language by CLDR, as `tools/build-locales.ts` reads them. */
const conventions: Record<Lang, { long: string[]; short: string[]; date: string[]; month: string[] }> = locales

const formatYear = (year: number | string, lang: Lang): string => fill(tongues[lang].year, { year: String(year) })

/** A day, month or year in words, as exact as the ISO 8601 text is: `10 March 2026`, `August 2025`, `2025`. */
export function formatDate(iso: string, lang: Lang): string {
  const [year = '', month, day] = iso.split('-')
  if (!month) return formatYear(year, lang)
  const patterns = day ? conventions[lang].date : conventions[lang].month
  const pattern = patterns[Number(month) - 1]
  if (!pattern) throw new Error(`"${iso}" is not a date; expected YYYY, YYYY-MM or YYYY-MM-DD`)
  return fill(pattern, { day: String(Number(day)), year })
}

/** The name of a month on its own, without a stop; only English writes it with a capital inside a sentence, Chinese in digits. */
function monthName(month: number, width: 'long' | 'short', lang: Lang): string {
  const name = conventions[lang][lang === 'zh' ? 'short' : width][month - 1]
  if (!name) throw new Error(`${month} is not a month; expected 1 to 12`)
  return lang === 'en' ? name : name.replace(/\.$/, '').toLowerCase()
}

const isYear = (period: Period): boolean => period.from === 1 && period.to === 12 && period.startYear === period.year

const joinYear = (months: string, year: number, lang: Lang): string =>
  lang === 'zh' ? `${formatYear(year, lang)}${months}` : `${months} ${year}`

/** The months of a period without their year, as they end in it: `January–September`, `1月至9月`, `Nov 2023–Apr`; '' for a year. */
export function formatMonths(period: Period, width: 'long' | 'short', lang: Lang): string {
  if (isYear(period)) return ''
  const { startYear, year } = period
  const [first, last] = [monthName(period.from, width, lang), monthName(period.to, width, lang)]
  if (startYear === year && first === last) return first
  return joinBy('range', [startYear === year ? first : joinYear(first, startYear, lang), last], lang)
}

/** The same with the year they end in: `January–September 2025`, `2025年1月至9月`, `Nov 2023–Apr 2024`. */
function formatSpan(period: Period, width: 'long' | 'short', lang: Lang): string {
  const { startYear, year } = period
  if (startYear === year) return joinYear(formatMonths(period, width, lang), year, lang)
  const ends = [
    joinYear(monthName(period.from, width, lang), startYear, lang),
    joinYear(monthName(period.to, width, lang), year, lang),
  ]
  return joinBy('range', ends, lang)
}

/** A period on its own: `2024`, `January–September 2025`, `10 November 2023 – 1 April 2024`. */
export function formatPeriod(period: Period, lang: Lang): string {
  if (isYear(period)) return formatYear(period.year, lang)
  if (/-\d\d-\d\d\//.test(period.text)) {
    const ends = period.text.split('/').map(day => formatDate(day, lang))
    return joinBy('longRange', ends, lang)
  }
  switch (lang) {
    case 'en':
    case 'zh':
      return formatSpan(period, 'long', lang)
    case 'kk':
      return period.startYear === period.year
        ? `${period.year} жылғы ${formatMonths(period, 'long', lang)}`
        : joinBy(
            'longRange',
            [
              `${period.startYear} жылғы ${monthName(period.from, 'long', lang)}`,
              `${period.year} жылғы ${monthName(period.to, 'long', lang)}`,
            ],
            lang,
          )
    case 'ru':
      return `${formatSpan(period, 'long', lang)} года`
  }
}

/** A period as it is written beside a figure on a card: `2025`, `Jan–Sept 2025`. */
export const formatCaption = (period: Period, lang: Lang): string =>
  isYear(period) ? String(period.year) : formatSpan(period, 'short', lang)

/** A period inside a sentence: `in 2024`, `2024 жылы`, `за январь–сентябрь 2025 года`, `в июне 2024 года`. */
export function formatIn(period: Period, lang: Lang): string {
  if (isYear(period)) return fill(say(words.in, lang), { period: formatPeriod(period, lang) })
  const isMonth = period.startYear === period.year && period.from === period.to && !period.text.includes('/')
  const month = isMonth ? monthsIn[lang]?.[period.from - 1] : undefined
  if (month) return fill(month, { year: String(period.year) })
  return fill(say(words.inMonths, lang), { period: formatPeriod(period, lang) })
}

/** A period a plan is for: `for 2027`. */
export const formatFor = (period: Period, lang: Lang): string =>
  fill(say(words.for, lang), { period: formatPeriod(period, lang) })

/** A change and the period it is counted from: `−8.1% since 2024`. */
export const formatSince = (change: string, period: Period, lang: Lang): string =>
  fill(say(isYear(period) ? words.since : words.sinceMonths, lang), { change, period: formatPeriod(period, lang) })
