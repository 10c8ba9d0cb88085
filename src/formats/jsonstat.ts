import type { Card, CardSeries, Point } from '../card/card.ts'
import { release } from '../model/catalog.ts'
import { type Lang, say } from '../model/locales.ts'
import { comparePeriods } from '../model/period.ts'
import { toUnitJson } from './json.ts'
import { toLabels } from './labels.ts'

const dimensionLabels = {
  series: { en: 'Series', kk: 'Қатар', ru: 'Ряд', zh: '序列' },
  time: { en: 'Time', kk: 'Уақыт', ru: 'Время', zh: '时间' },
} as const satisfies Record<string, Record<Lang, string>>

/**
 * The figures as a JSON-stat 2.0 dataset (https://json-stat.org/full/): series by time, row-major; a cell without a figure
 * is null, because missing is not 0. No two series share a label, because readers tell them apart by it. The unit is where the
 * standard has it, with the categories of a dimension in the role of metric; fields that JSON-stat does not define are under
 * `extension`, for each cell in the order of `value`.
 */
export function toJsonStat(card: Card) {
  const { series, lang } = card
  const points = series.flatMap(entry => entry.points)
  const periods = [...new Set(points.toSorted(comparePeriods).map(({ period }) => period))]
  const cells = series.flatMap(entry => periods.map(period => entry.points.find(point => point.period === period)))
  const labels = toLabels(card)
  const unit = { label: card.unit.label, decimals: Math.max(0, ...points.map(({ value }) => countDecimals(value))) }
  return {
    version: '2.0',
    class: 'dataset',
    label: card.title,
    source: card.sourceLine,
    updated: card.updated,
    note: card.notes,
    id: ['series', 'time'],
    size: [series.length, periods.length],
    role: { time: ['time'], metric: ['series'] },
    dimension: {
      series: {
        label: say(dimensionLabels.series, lang),
        category: {
          index: series.map(({ id }) => id),
          label: bySeries(series, ({ id, label }) => labels.get(id) ?? label),
          unit: bySeries(series, () => unit),
        },
      },
      time: { label: say(dimensionLabels.time, lang), category: { index: periods } },
    },
    value: perCell(cells, 'value'),
    // An object, because an array would also need a status for the cells without a figure.
    status: Object.fromEntries(cells.flatMap((cell, i) => (cell ? [[String(i), cell.status]] : []))),
    extension: toExtension(card, cells),
  }
}

/** Fields that JSON-stat does not define: of the dataset, of each series, and of each cell. */
const toExtension = (card: Card, cells: readonly StatCell[]) => ({
  id: card.id,
  lang: card.lang,
  measure: card.measure,
  unit: toUnitJson(card),
  authority: bySeries(card.series, ({ authority }) => authority),
  start: perCell(cells, 'start'),
  end: perCell(cells, 'end'),
  flag: perCell(cells, 'flag'),
  note: perCell(cells, 'note'),
  published: perCell(cells, 'published'),
  publishedPrecision: perCell(cells, 'precision'),
  added: perCell(cells, 'added'),
  source: perCell(cells, 'source'),
  sources: card.sources,
  licence: card.licence,
  release,
})

/** The figure of a series and a period; undefined where there is none. */
type StatCell = Point | undefined

const perCell = <Name extends keyof Point>(cells: readonly StatCell[], name: Name) =>
  cells.map(cell => cell?.[name] ?? null)

const bySeries = <T>(series: readonly CardSeries[], toValue: (series: CardSeries) => T): Record<string, T> =>
  Object.fromEntries(series.map(entry => [entry.id, toValue(entry)]))

const countDecimals = (value: number): number => String(value).split('.')[1]?.length ?? 0
