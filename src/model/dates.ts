import locales from '../../generated/locales.json' with { type: 'json' }
import { fill, joinBy, type Lang, say, tongues } from './locales.ts'
import { words } from './messages.ts'
import type { Period } from './period.ts'

/** Months and dates in each language by CLDR, as `tools/build-locales.ts` reads them. */
const dateConventions: Record<Lang, { long: string[]; short: string[]; date: string[]; month: string[] }> = locales

const formatYear = (year: number | string, lang: Lang): string => fill(tongues[lang].year, { year: String(year) })

/** A day, month or year in words, as exact as the ISO 8601 text is: `10 March 2026`, `August 2025`, `2025`. */
export function formatDate(iso: string, lang: Lang): string {
  const [year = '', month, day] = iso.split('-')
  if (!month) return formatYear(year, lang)
  const patterns = day ? dateConventions[lang].date : dateConventions[lang].month
  const pattern = patterns[Number(month) - 1]
  if (!pattern) throw new Error(`"${iso}" is not a date; expected YYYY, YYYY-MM or YYYY-MM-DD`)
  return fill(toWritten(pattern, lang), { day: String(Number(day)), year })
}

/** The year of a date in a sentence is not abbreviated: `2026 жылғы 10 наурыз`, as a period has it. */
const toWritten = (pattern: string, lang: Lang): string =>
  lang === 'kk' ? pattern.replace(/\sж\.\s/, '\u00a0жылғы ') : pattern

/** "With", "in", "for" and "as of" a month. */
type KazakhCase = 'instrumental' | 'locative' | 'dative' | 'attributive'

/** The name of a month in a case of Kazakh, whose endings go by its last vowel and its last consonant. */
function inflect(month: string, form: KazakhCase): string {
  const [back, isHard] = [/[аоұы][^аоұыәөүіе]*$/.test(month), month.endsWith('к')]
  const vowel = back ? 'а' : 'е'
  switch (form) {
    case 'instrumental':
      return `${month}${isHard ? 'п' : month.endsWith('з') ? 'б' : 'м'}ен`
    case 'dative':
      return `${month}${isHard ? 'к' : back ? 'ғ' : 'г'}${vowel}`
    case 'locative':
      return `${month}${isHard ? 'т' : 'д'}${vowel}`
    case 'attributive':
      return `${inflect(month, 'locative')}${back ? 'ғы' : 'гі'}`
  }
}

/** A date or period of Kazakh with the month that ends it in another case: `2026 жылғы 5 қаңтардағы`. */
export const inflectMonth = (text: string, form: KazakhCase): string =>
  text.replace(/\p{L}+$/u, word => {
    const month = word.toLowerCase()
    return dateConventions.kk.long.some(name => name.toLowerCase() === month) ? inflect(month, form) : word
  })

/** The words for the day of `asof`: `As known on 5 January 2026`, `2026 жылғы 5 қаңтардағы мәлімет бойынша`. */
export function formatAsOf(iso: string, lang: Lang): string {
  const date = formatDate(iso, lang)
  return fill(say(words.asOf, lang), { date: lang === 'kk' ? inflectMonth(date, 'attributive') : date })
}

/** The name of a month on its own, abbreviated as CLDR does; only English writes it with a capital inside a sentence, Chinese in digits. */
function monthName(month: number, width: 'long' | 'short', lang: Lang): string {
  const name = dateConventions[lang][lang === 'zh' ? 'short' : width][month - 1]
  if (!name) throw new Error(`${month} is not a month; expected 1 to 12`)
  return lang === 'en' ? name : name.toLowerCase()
}

/** Whether a period is a calendar year. */
export const isYear = ({ text }: Period): boolean => /^\d{4}$/.test(text)

/** Months with their year, which Kazakh and Chinese put first: `Jan–Sept 2025`, `2025 ж. қаң.–қыр.`, `2025年1月至9月`. */
function joinYear(months: string, year: number, lang: Lang): string {
  switch (lang) {
    case 'en':
    case 'ru':
      return `${months} ${year}`
    case 'kk':
      return `${year}\u00a0ж. ${months}`
    case 'zh':
      return `${formatYear(year, lang)}${months}`
  }
}

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
  return joinBy('longRange', ends, lang)
}

/** Whether a period begins or ends within a month. */
const isOfDays = ({ text }: Period): boolean => /-\d\d-\d\d\//.test(text)

/** A day inside a sentence, where Russian does not abbreviate the year. */
const formatDay = (iso: string, lang: Lang): string => formatDate(iso, lang).replace(/\sг\.$/, '\u00a0года')

/** A period on its own: `2024`, `January–September 2025`, `10 November 2023 – 1 April 2024`. */
export function formatPeriod(period: Period, lang: Lang): string {
  if (isYear(period)) return formatYear(period.year, lang)
  if (isOfDays(period)) {
    const ends = period.text.split('/').map(day => formatDay(day, lang))
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

/** A period beside a figure on a card: `2025`, `Jan–Sept 2025`. */
export const formatCaption = (period: Period, lang: Lang): string =>
  isYear(period) ? formatYear(period.year, lang) : formatSpan(period, 'short', lang)

/** The first and the last of some captions, or the only one: `2022–2025`, `2022 – Jan–Sept 2025`. */
export function joinSpan(captions: readonly string[], lang: Lang): string {
  const [first = '', last = first] = [captions[0], captions.at(-1)]
  return first === last ? last : joinBy(/^\d+$/.test(first + last) ? 'range' : 'longRange', [first, last], lang)
}

/** The first and the last of some years on their own: `2000–2026`, `2000至2026年`. */
export function formatYears(years: readonly number[], lang: Lang): string {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? formatYear(last, lang) : joinBy('range', [String(first), formatYear(last, lang)], lang)
}

/** A period inside a sentence: `in 2024`, `2024 жылы`, `за январь–сентябрь 2025 года`, `в июне 2024 года`. */
export function formatIn(period: Period, lang: Lang): string {
  if (isYear(period)) return fill(say(words.in, lang), { period: formatPeriod(period, lang) })
  const [start, end] = isOfDays(period) ? period.text.split('/') : []
  if (start && end) return fill(say(words.inDays, lang), { start: formatDay(start, lang), end: formatDay(end, lang) })
  const isMonth = period.startYear === period.year && period.from === period.to && !period.text.includes('/')
  // The prepositional case, which has the same ending in every month.
  if (isMonth && lang === 'ru')
    return `в ${monthName(period.from, 'long', lang).replace(/[ьй]?$/, 'е')} ${period.year} года`
  const name = formatPeriod(period, lang)
  return fill(say(words.inMonths, lang), { period: lang === 'kk' ? inflectMonth(name, 'locative') : name })
}

/** A period a plan is for: `for 2027`, `2027 жылға`, `2027 жылғы қаңтарға`. */
export function formatFor(period: Period, lang: Lang): string {
  const name = formatPeriod(period, lang)
  if (isYear(period)) return fill(say(words.for, lang), { period: name })
  return fill(say(words.forMonths, lang), { period: lang === 'kk' ? inflectMonth(name, 'dative') : name })
}
