import type { Card } from '../card/card.ts'

/**
 * The figures as a JSON-stat 2.0 dataset (https://json-stat.org/full/): series by time, row-major; a cell without a figure
 * is null, for missing is missing. What JSON-stat has no word for is under `extension`.
 */
export function toJsonStat(card: Card, release: string) {
  const periods = [...new Set(card.series.flatMap(series => series.points.map(point => point.period)))].sort()
  const cells = card.series.flatMap(series =>
    periods.map(period => series.points.find(point => point.period === period)),
  )
  const byId = <T>(toValue: (series: Card['series'][number]) => T) =>
    Object.fromEntries(card.series.map(series => [series.id, toValue(series)]))
  return {
    version: '2.0',
    class: 'dataset',
    label: card.title,
    source: card.sourceLine,
    updated: card.updated,
    note: card.notes,
    id: ['series', 'time'],
    size: [card.series.length, periods.length],
    role: { time: ['time'] },
    dimension: {
      series: {
        label: card.measure,
        category: { index: card.series.map(series => series.id), label: byId(series => series.label) },
      },
      time: { label: 'ISO 8601', category: { index: periods } },
    },
    value: cells.map(cell => cell?.value ?? null),
    status: cells.map(cell => cell?.status ?? null),
    extension: {
      id: card.id,
      lang: card.lang,
      unit: card.unit,
      authority: byId(series => series.authority),
      published: cells.map(cell => cell?.published ?? null),
      source: cells.map(cell => cell?.source ?? null),
      sources: card.sources,
      licence: card.licence,
      release,
    },
  }
}
