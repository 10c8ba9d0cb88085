import locales from '../../generated/locales.json' with { type: 'json' }
import type { ChangeKind, FlagKind, Status, Unit } from './indicator.ts'
import { fill, joinBy, type Lang, say, tongues } from './locales.ts'
import { monthsIn, words } from './messages.ts'
import type { Period } from './period.ts'
import { roundTo } from './rounding.ts'

/** CLDR's conventions for each language, as `tools/build-locales.ts` reads them. */
const conventions: Record<Lang, Convention> = locales
type Convention = {
  long: string[]
  short: string[]
  date: string[]
  month: string[]
  decimal: string
  group: string
  percent: string
}

export { roundTo }

/** A number in the reader's digits and separators, with `least` to `most` decimals, and the minus of typography (U+2212). */
export function formatNumber(value: number, least: number, most: number, lang: Lang): string {
  const { decimal, group } = conventions[lang]
  const [whole = '', fraction = ''] = Math.abs(roundTo(value, most)).toFixed(most).split('.')
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const isNought = !/[1-9]/.test(whole + kept)
  return `${value < 0 && !isNought ? '−' : ''}${grouped}${kept ? `${decimal}${kept}` : ''}`
}

/** The stored value as the language counts it: 4.119 Mt is 411.9 of 万吨. */
export const toShown = (value: number, unit: Unit, lang: Lang): number => value * say(unit.display, lang).factor

/** What is known of a figure that changes how its number is written; `to` is the upper end of a range. */
export type Figure = { value: number; status?: Status; flag?: FlagKind; to?: Figure | undefined }

const marks: Record<FlagKind, string> = { artefact: '', 'at-least': '>', approximate: '≈', rounded: '' }

/** The number alone, as it stands in a chart: `4.12`, `>675`, `≈77`. */
export const formatNumeral = (figure: Figure, unit: Unit, lang: Lang): string =>
  `${figure.flag ? marks[figure.flag] : ''}${toNumeral(figure, unit, lang)}`

/** The number with its short unit: `4.12 Mt`, `>67.5万人次`. */
export const formatFigure = (figure: Figure, unit: Unit, lang: Lang): string =>
  joinUnit(formatNumeral(figure, unit, lang), unit, lang)

/** The same in running text: `more than 675 thousand`. */
export function formatFigureInWords(figure: Figure, unit: Unit, lang: Lang): string {
  const text = joinUnit(toNumeral(figure, unit, lang), unit, lang)
  if (figure.flag === 'at-least') return fill(say(words.moreThan, lang), { value: text })
  const isAbout = figure.flag === 'approximate' || figure.status === 'estimated'
  return isAbout ? fill(say(words.about, lang), { value: text }) : text
}

function toNumeral(figure: Figure, unit: Unit, lang: Lang): string {
  const { decimals } = say(unit.display, lang)
  if (figure.to) return `${toNumeral({ ...figure, to: undefined }, unit, lang)}–${toNumeral(figure.to, unit, lang)}`
  const shown = toShown(figure.value, unit, lang)
  const value = figure.flag === 'at-least' ? floorTo(shown, decimals) : shown
  // As exact as its source gives it: 28, not 28.0.
  return formatNumber(value, 0, decimals, lang)
}

/** A bound rounded up would claim more than its source does. The last bits of a double are no reason to round down. */
export const floorTo = (value: number, decimals: number): number =>
  Math.floor(value * 10 ** decimals + 1e-6) / 10 ** decimals

const joinUnit = (number: string, unit: Unit, lang: Lang): string =>
  joinBy('space', [number, say(unit.display, lang).short], lang)

/** A difference between two figures, of which the reader sees `a` and `b`: the difference of what is shown. */
export function toDifference(a: number, b: number, unit: Unit, lang: Lang): { shown: number; decimals: number } {
  const { decimals } = say(unit.display, lang)
  const between = (most: number): number =>
    roundTo(roundTo(toShown(a, unit, lang), most) - roundTo(toShown(b, unit, lang), most), most)
  const found = [decimals, 1, 2, 3, 4, 5, 6, 7, 8, 9].find(most => most >= decimals && between(most) !== 0) ?? decimals
  return { shown: between(found), decimals: found }
}

/** The size of a difference with its unit, without a sign: `6.4 bn US dollars`. */
export function formatDifference(a: number, b: number, unit: Unit, lang: Lang): string {
  const { shown, decimals } = toDifference(a, b, unit, lang)
  return joinUnit(formatNumber(Math.abs(shown), 0, decimals, lang), unit, lang)
}

/** The size of a change without its sign: `8.1%`, `1.5 points`, `0.4 Mt`; more exact where it would read as nought. */
export function formatSize(kind: ChangeKind, from: number, to: number, unit: Unit, lang: Lang): string {
  switch (kind) {
    case 'percent': {
      const value = (Math.abs(to - from) / from) * 100
      const decimals = [1, 2, 3, 4, 5, 6, 7, 8, 9].find(most => roundTo(value, most) !== 0) ?? 1
      return `${formatNumber(value, 0, decimals, lang)}${conventions[lang].percent}`
    }
    case 'points': {
      const { shown, decimals } = toDifference(to, from, unit, lang)
      return fill(say(words.points, lang), { change: formatNumber(Math.abs(shown), 0, decimals, lang) })
    }
    case 'absolute':
      return formatDifference(to, from, unit, lang)
  }
}

/** The size as it stands after "rose" and "fell" in a sentence: Kazakh puts it in the dative (-ға, -ге). */
export function inflectSize(kind: ChangeKind, size: string, lang: Lang): string {
  if (lang !== 'kk') return size
  return kind === 'percent' ? `${size}-ға` : `${size} шамасында`
}

/** A percentage with its sign as the language writes it: `8%`, `8 %`. */
export const formatPercent = (value: number, decimals: number, lang: Lang): string =>
  `${formatNumber(value, 0, decimals, lang)}${conventions[lang].percent}`

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

/** A period as it stands beside a figure on a card: `2025`, `Jan–Sept 2025`. */
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
