/**
 * A period of time as ISO 8601 writes it: a year `2024`, a month `2024-05`, or an interval of two months or of two days,
 * `2025-01/2025-09`, `2023-11-10/2024-04-01`.
 */
export type Period = {
  /** The shortest way to write it: the twelve months of a calendar year are that year. */
  text: string
  /** The first and the last day of it, both included. */
  start: string
  end: string
  /** The year it ends in, and the year it starts in: the same but for an interval over two years. */
  year: number
  startYear: number
  /** First and last month, 1 to 12, of the year; an interval over two years ends in the month of the second. */
  from: number
  to: number
  /** How many months it has; a month begun counts as one. */
  months: number
  /** Of a total, less than twelve months: it is never compared with a whole year. */
  part: boolean
}

const whole = /^[12]\d{3}$/
const month = /^[12]\d{3}-\d{2}$/
const monthRange = /^([12]\d{3}-\d{2})\/([12]\d{3}-\d{2})$/
const dayRange = /^([12]\d{3}-\d{2}-\d{2})\/([12]\d{3}-\d{2}-\d{2})$/

/** Whether a day exists in the calendar: 30 February does not. */
export function isCalendarDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
}

/** The last day of a date written as exactly as its source does: `2024` and `2024-07` are over on 31 December and 31 July. */
export function toLastDay(date: string): string {
  const [year = '', month = '12', day] = date.split('-')
  if (day) return date
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

/** Reads a period, or gives `undefined` when the text is not one, names a day that does not exist, or runs backwards. */
export function findPeriod(text: string): Period | undefined {
  const days = parseDays(text)
  return days?.every(isCalendarDay) && days[0] <= days[1] ? toPeriod(...days) : undefined
}

/** Why a text is not a period, as part of a sentence for its author; `undefined` when it is one. */
export function findPeriodFault(text: string): string | undefined {
  const days = parseDays(text)
  if (!days) return /^\d{4}[-\d]*\/\d{4}[-\d]*$/.test(text) ? 'mixes years, months or days' : 'is not a period'
  if (!days.every(isCalendarDay)) return 'names a month or a day that does not exist'
  return days[0] > days[1] ? 'runs backwards' : undefined
}

/** The first and the last day of a text of the right form, which the calendar may not have. */
function parseDays(text: string): [start: string, end: string] | undefined {
  const [, first, last] = dayRange.exec(text) ?? []
  if (first && last) return [first, last]
  const [, from, to] = monthRange.exec(text) ?? []
  // A thirteenth month has no last day, so it stays as it is and is refused later.
  if (from && to) return [`${from}-01`, isCalendarDay(`${to}-01`) ? toLastDay(to) : to]
  if (whole.test(text)) return [`${text}-01-01`, `${text}-12-31`]
  return month.test(text) ? [`${text}-01`, toLastDay(text)] : undefined
}

/** The period between two days, both included. Whole months are written as months, and a calendar year as a year. */
function toPeriod(start: string, end: string): Period {
  const [startYear, from] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))]
  const [year, to] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))]
  const months = (year - startYear) * 12 + to - from + 1
  const hasWholeMonths = start.endsWith('-01') && end === toLastDay(end.slice(0, 7))
  const text = !hasWholeMonths
    ? `${start}/${end}`
    : months === 12 && from === 1
      ? String(year)
      : months === 1
        ? end.slice(0, 7)
        : `${start.slice(0, 7)}/${end.slice(0, 7)}`
  return { text, start, end, year, startYear, from, to, months, part: months < 12 || !hasWholeMonths }
}

/** A cache of the places of periods in time: all indicators share a few hundred of them. */
const middles = new Map<string, number>()

/** How many periods are remembered. */
const mostMiddles = 4096

/** Where a period lies in time, in years: its middle. A month is a twelfth of a year, whatever its days. */
export function toX({ start, end }: DaySpan): number {
  const name = start + end
  const known = middles.get(name)
  if (known !== undefined) return known
  if (middles.size >= mostMiddles) middles.clear()
  const middle = (toYears(start, 1) + toYears(end, 0)) / 2
  middles.set(name, middle)
  return middle
}

/** A day in years: its end, or with `before` 1 its beginning. */
function toYears(date: string, before: number): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return year + (month - 1 + (day - before) / Number(toLastDay(date.slice(0, 7)).slice(8))) / 12
}

/** Orders periods by their end, then the longer first: 2024, then January to September 2025. */
export const comparePeriods = (a: DaySpan, b: DaySpan): number =>
  a.end < b.end ? -1 : a.end > b.end ? 1 : a.start < b.start ? -1 : a.start > b.start ? 1 : 0

type DaySpan = Pick<Period, 'start' | 'end'>

/** Which part of its year a span is, whatever the year: the same for each January to September, and for each fiscal year. */
function toSeason({ start, end }: DaySpan): string {
  const last = end === toLastDay(end.slice(0, 7)) ? end.slice(5, 7) : end.slice(5)
  return `${start.slice(5)}/${last}+${Number(end.slice(0, 4)) - Number(start.slice(0, 4))}`
}

/**
 * Whether two totals, or two levels, cover time alike: calendar years, fiscal years that begin in one month, or the same
 * months. Levels (`part` is false although the period is short) compare when they are averaged over as many months.
 */
export function isAlike(a: Period, b: Period): boolean {
  if (toSeason(a) === toSeason(b)) return a.part === b.part
  return !a.part && !b.part && a.months === b.months && a.months < 12
}

/** Whether `b` begins on the day after `a` ends. */
export function isAdjacent(a: DaySpan, b: DaySpan): boolean {
  const dayAfter = new Date(Date.parse(`${a.end}T00:00:00Z`) + 86_400_000)
  return dayAfter.toISOString().startsWith(b.start)
}

/** Whether `b` begins where `a` ends, or is the same part of the next year: a line may run from the one to the other. */
export const isNext = (a: DaySpan, b: DaySpan): boolean =>
  isAdjacent(a, b) || (toSeason(a) === toSeason(b) && Number(b.end.slice(0, 4)) - Number(a.end.slice(0, 4)) === 1)
