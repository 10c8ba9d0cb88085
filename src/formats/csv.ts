import type { Card } from '../card/card.ts'
import { columns, toRows } from './columns.ts'

/** A field as RFC 4180 section 2 has it: quoted when it holds a comma, a quote or a line break; or `;`, which Excel splits at. */
export const toField = (value: string | number): string =>
  /[",;\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)

/** Words that a spreadsheet would run as a formula, or read on as another cell, begin with an apostrophe, as OWASP advises. */
export const toWordsCell = (text: string | number): string => String(text).replace(/^(?=[=+\-@＝＋－＠\t\r\n])/, "'")

const toCsvRecord = (fields: readonly (string | number)[]): string => `${fields.map(toField).join(',')}\r\n`

/** Tidy CSV, one row an observation, with all that must be known of it. Lines end as RFC 4180 asks. */
export function toCsv(cards: readonly Card[]): string {
  const records = cards
    .flatMap(toRows)
    .map(row => columns.map(({ kind, toCell }) => (kind === 'words' ? toWordsCell(toCell(row)) : toCell(row))))
  return [columns.map(({ name }) => name), ...records].map(toCsvRecord).join('')
}
