import type { Card, Point } from '../card/card.ts'
import { toRights } from '../card/rights.ts'
import type { FlagKind } from '../model/indicator.ts'
import { joinBy, type Lang, say } from '../model/locales.ts'
import { flagWords, statusWords } from '../model/messages.ts'
import * as site from '../site.ts'
import { toFigureNotes } from './caveats.ts'
import { columns, toRows } from './columns.ts'
import { toLabels, toMeasureInUnit } from './labels.ts'
import { type Cell, type Sheet, toWorkbook } from './workbook.ts'

const sheetWords = {
  table: { en: 'Table', kk: 'Кесте', ru: 'Таблица', zh: '表格' },
  figures: { en: 'Figures', kk: 'Деректер', ru: 'Данные', zh: '数据' },
  sources: { en: 'Sources', kk: 'Дереккөздер', ru: 'Источники', zh: '来源' },
  period: { en: 'Period', kk: 'Кезең', ru: 'Период', zh: '时期' },
  start: { en: 'First day', kk: 'Бірінші күн', ru: 'Первый день', zh: '首日' },
  end: { en: 'Last day', kk: 'Соңғы күн', ru: 'Последний день', zh: '末日' },
} as const satisfies Record<string, Record<Lang, string>>

/** Signs before a number, as the card draws them. */
const flagSigns: Partial<Record<FlagKind, string>> = { 'at-least': '>', approximate: '≈' }

/**
 * The figures as a workbook (.xlsx) for readers of spreadsheets: the table as the page shows it, periods by series; one
 * figure a row, with the columns of the CSV; and the sources. Numbers are in the stored unit, which is named above them. The
 * caveats of a figure are in the format of its number, so that the cell still is a number.
 */
export const toXlsx = (card: Card, page: string): Uint8Array<ArrayBuffer> =>
  toWorkbook([toTable(card, page), toFigures(card), toSources(card)], {
    title: card.title,
    creator: site.name,
    description: joinBy('stop', [card.sourceLine, toRights(card.licence, card.lang), page], card.lang),
    modified: card.updated,
  })

function toTable(card: Card, page: string): Sheet {
  const { lang, series } = card
  const labels = toLabels(card)
  const points = series.flatMap(entry => entry.points).toSorted(compareStarts)
  const periods = [...new Map(points.map(point => [point.period, point])).values()]
  const head = toTableHead(card, labels)
  const rows = periods.map(({ period, caption, start, end }): Cell[] => [
    // A year is a number, so that spreadsheets do not warn of a number that is text.
    /^\d{4}$/.test(caption) ? Number(caption) : caption,
    { day: start },
    { day: end },
    ...series.map(entry => {
      const point = entry.points.find(other => other.period === period)
      return point ? toFigure(point, lang) : ''
    }),
  ])
  const foot = [...toFigureNotes(card, labels), ...card.notes, toRights(card.licence, lang), page]
  return {
    name: say(sheetWords.table, lang),
    widths: [16, 12, 12, ...series.map(() => 22)],
    frozen: head.length,
    rows: [...head, ...rows, [], ...foot.map(text => [text])],
  }
}

/** The rows above the figures: the card in words, and the names of the columns. */
const toTableHead = (card: Card, labels: ReadonlyMap<string, string>): Cell[][] => [
  [{ bold: card.title }],
  [card.finding],
  [toMeasureInUnit(card)],
  [card.sourceLine],
  [],
  [
    ...[sheetWords.period, sheetWords.start, sheetWords.end].map(name => ({ bold: say(name, card.lang) })),
    ...card.series.map(({ id }) => ({ bold: labels.get(id) ?? id })),
  ],
  ['', '', '', ...card.series.map(({ authority }) => authority)],
]

/** By the first day, then the shorter first. */
const compareStarts = (a: Point, b: Point): number =>
  a.start < b.start || (a.start === b.start && a.end < b.end) ? -1 : a.start === b.start && a.end === b.end ? 0 : 1

/** A number with its flag and status in its format: `>675000`, `8.2 (plan)`. */
function toFigure({ value, status, flag }: Point, lang: Lang): Cell {
  const sign = (flag && flagSigns[flag]) ?? ''
  const remarks = [
    ...(status === 'final' ? [] : [say(statusWords[status], lang)]),
    ...(flag && sign === '' ? [say(flagWords[flag], lang)] : []),
  ]
  if (remarks.length === 0 && sign === '') return value
  const after = remarks.length > 0 ? ` (${joinBy('comma', remarks, lang)})` : ''
  return { number: value, format: `${toLiteral(sign)}General${toLiteral(after)}` }
}

/** Text within the format of a number (ECMA-376 part 1, section 18.8.31), which cannot contain a quotation mark. */
const toLiteral = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`)

const columnWidths = { code: 14, url: 14, words: 24, day: 12, number: 12 } as const

const toFigures = (card: Card): Sheet => ({
  name: say(sheetWords.figures, card.lang),
  widths: columns.map(({ kind }) => columnWidths[kind]),
  frozen: 1,
  rows: [
    columns.map(({ name }) => ({ bold: name })),
    ...toRows(card).map(row =>
      columns.map(({ kind, toCell }): Cell => {
        const value = toCell(row)
        return kind === 'day' ? { day: String(value) } : value
      }),
    ),
  ],
})

const toSources = ({ lang, sources }: Card): Sheet => ({
  name: say(sheetWords.sources, lang),
  widths: [24, 50, 6, 10, 30, 24, 12, 60],
  frozen: 1,
  rows: [
    ['id', 'title', 'lang', 'supplied', 'publisher', 'via', 'published', 'url'].map(name => ({ bold: name })),
    ...sources.map((source): Cell[] => [
      source.id,
      source.title,
      source.lang,
      source.supplied ? 'true' : 'false',
      source.publisher,
      source.via ?? '',
      { day: source.published },
      source.url,
    ]),
  ],
})
