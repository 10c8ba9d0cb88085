/**
 * A period of time as ISO 8601 writes it: a year `2024`, a month `2024-05`, or an interval of either kind of
 * month or day, `2025-01/2025-09`, `2023-11-10/2024-04-01`.
 */
export type Period = {
  text: string
  /** The year it ends in, and the year it starts in: the same but for an interval over two years. */
  year: number
  startYear: number
  /** First and last month, 1 to 12, of the year; an interval over two years ends in the month of the second. */
  from: number
  to: number
  /** Less than the calendar year: it is never compared with a whole one. */
  part: boolean
}

const year = String.raw`(\d{4})`
const month = '(0[1-9]|1[0-2])'
const day = String.raw`(?:-(?:0[1-9]|[12]\d|3[01]))?`
const whole = new RegExp(`^${year}$`)
const single = new RegExp(`^${year}-${month}$`)
const interval = new RegExp(`^${year}-${month}${day}/${year}-${month}${day}$`)

/** Reads a period, or gives `undefined` when the text is not one. */
export function findPeriod(text: string): Period | undefined {
  const [, y] = whole.exec(text) ?? []
  if (y) return { text, year: Number(y), startYear: Number(y), from: 1, to: 12, part: false }
  const [, y1, m] = single.exec(text) ?? []
  if (y1) return { text, year: Number(y1), startYear: Number(y1), from: Number(m), to: Number(m), part: true }
  const [, from, fromMonth, to, toMonth] = interval.exec(text) ?? []
  if (!from || !to || `${from}${fromMonth}` > `${to}${toMonth}`) return undefined
  return { text, year: Number(to), startYear: Number(from), from: Number(fromMonth), to: Number(toMonth), part: true }
}

/** Orders periods by their end, then the longer first: 2024, then January to September 2025. */
export const comparePeriods = (a: Period, b: Period): number =>
  a.year - b.year || a.to - b.to || a.from - b.from || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
