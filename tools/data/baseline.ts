import * as v from 'valibot'
import { isCalendarDay } from '../../src/model/period.ts'
import { parseJson } from './json-text.ts'

/** The day on which the history of the figures begins, or every fault of the file that should say so. */
export type Baseline = { day?: string; faults: string[] }

const schema = v.strictObject({
  day: v.pipe(v.string(), v.check(isCalendarDay, 'is not a day of the calendar; expected YYYY-MM-DD')),
  why: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty; expected why the history begins that day')),
})

/** Reads the text of `data/baseline.json`; an empty text means that there is no file. */
export function parseBaseline(text: string, today: string): Baseline {
  const file = 'data/baseline.json'
  const form = 'expected {"day": "YYYY-MM-DD", "why": "…"}, the day from which on rows are never edited or removed'
  if (text.trim() === '') return { faults: [`${file}:1: is empty or not there; ${form}`] }
  const { json, faults } = parseJson(text)
  if (!json || faults.length > 0) return { faults: faults.map(([line, fault]) => `${file}:${line}: ${fault}`) }
  const parsed = v.safeParse(schema, json.value)
  if (!parsed.success) {
    return {
      faults: parsed.issues.map(({ path, message }) => {
        const keys = path?.map(({ key }) => String(key)) ?? []
        return `${file}:${json.lineOf(keys)}: ${keys.join('.')} ${/^is /.test(message) ? message : `is wrong: ${message}`}; ${form}`
      }),
    }
  }
  const { day } = parsed.output
  return day > today
    ? { faults: [`${file}:${json.lineOf(['day'])}: day is ${day}; expected no day after today, ${today}`] }
    : { day, faults: [] }
}
