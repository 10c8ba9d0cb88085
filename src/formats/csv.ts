import { columns } from '../../tools/data/columns.ts'
import type { Card } from '../card/card.ts'

/** A field as RFC 4180 section 2 has it: quoted when it holds a comma, a quote or a line break; or `;`, which Excel splits at. */
export const toField = (value: string | number): string =>
  /[",;\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)

const toLine = (fields: readonly (string | number)[]): string => `${fields.map(toField).join(',')}\r\n`

const toRows = (card: Card): string[] =>
  card.series.flatMap(series =>
    series.points.map(({ period, value, status, published, source }) =>
      toLine([card.id, series.id, period, value, status, published, source]),
    ),
  )

/** Tidy CSV, one row an observation: the columns of `observations.csv` led by the indicator. Lines end as RFC 4180 asks. */
export const toCsv = (cards: readonly Card[]): string =>
  toLine(['indicator', ...columns]) + cards.flatMap(toRows).join('')
