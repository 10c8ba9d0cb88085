import type { Card, CardSeries, Point } from '../card/card.ts'

/** What one row of the served table is made of. */
type Row = { card: Card; series: CardSeries; point: Point }

/** What the cells of a column hold; a spreadsheet might run words as a formula, but none of the others. */
type Kind = 'code' | 'words' | 'day' | 'number'

/** A column of the served table. */
type Column<Name extends string> = { name: Name; kind: Kind; toCell: (row: Row) => string | number }

const column =
  (kind: Kind) =>
  <Name extends string>(name: Name, toCell: Column<Name>['toCell']): Column<Name> => ({ name, kind, toCell })
const code = column('code')
const words = column('words')
const day = column('day')
const number = column('number')

/** The columns of the served CSV, in their order; those of a folder's own CSV are in `columns.ts`. */
export const columns = [
  code('indicator', ({ card }) => card.id),
  code('series', ({ series }) => series.id),
  words('label', ({ series }) => series.label),
  words('authority', ({ series }) => series.authority),
  code('period', ({ point }) => point.period),
  day('start', ({ point }) => point.start),
  day('end', ({ point }) => point.end),
  number('value', ({ point }) => point.value),
  code('unit', ({ card }) => card.unit.code),
  code('status', ({ point }) => point.status),
  code('flag', ({ point }) => point.flag ?? ''),
  words('note', ({ point }) => point.note ?? ''),
  day('published', ({ point }) => point.published),
  code('published_precision', ({ point }) => point.precision),
  day('added', ({ point }) => point.added),
  code('source', ({ point }) => point.source),
  code('url', ({ card, point }) => card.sources.find(({ id }) => id === point.source)?.url ?? ''),
] as const
export type ColumnName = (typeof columns)[number]['name']

/** A field as RFC 4180 section 2 has it: quoted when it holds a comma, a quote or a line break; or `;`, which Excel splits at. */
export const toField = (value: string | number): string =>
  /[",;\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)

/** Words that a spreadsheet would run as a formula, or read on as another cell, begin with an apostrophe, as OWASP advises. */
export const toWordsCell = (text: string | number): string => String(text).replace(/^(?=[=+\-@＝＋－＠\t\r\n])/, "'")

const toLine = (fields: readonly (string | number)[]): string => `${fields.map(toField).join(',')}\r\n`

const toLineOf = (row: Row): string =>
  toLine(columns.map(({ kind, toCell }) => (kind === 'words' ? toWordsCell(toCell(row)) : toCell(row))))

/** The figures of a card, series by series, as the rows of the table. */
export const toRows = (card: Card): Row[] =>
  card.series.flatMap(series => series.points.map(point => ({ card, series, point })))

/** Tidy CSV, one row an observation, with all that must be known of it. Lines end as RFC 4180 asks. */
export const toCsv = (cards: readonly Card[]): string =>
  toLine(columns.map(({ name }) => name)) + cards.flatMap(toRows).map(toLineOf).join('')
