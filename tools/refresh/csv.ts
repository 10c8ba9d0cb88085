import type { QueryOf } from '../data/refresh-query.ts'
import { type Answer, type Asked, askText } from './service.ts'
import { readRows, readYears } from './table.ts'

/**
 * A yearly series from a table at an address, one figure a row: `period` and `value` name its columns, `where` says which
 * rows, `unit` what the rows must say of the unit, and `total` which rows hold the total that a whole year is known by.
 */
export async function loadCsv(query: QueryOf<'csv'>, { ask }: Asked): Promise<Answer> {
  const { host } = new URL(query.url)
  const text = await askText(ask, query.url, 'text/csv', query.encoding)
  const { where, unit, total } = query
  const named = [where, unit, total ?? {}].flatMap(cells => Object.keys(cells))
  const rows = readRows(text, [query.period, query.value, ...named], host)
  const values = readYears(rows, query, host)
  const own = total && readYears(rows, { ...query, where: { ...where, ...total } }, host)
  return {
    values,
    totals: [own ? { name: 'the total', own, least: 0.8 } : { name: 'the figure', own: values, least: 0.5 }],
    title: query.title ?? `${host}, ${Object.values(where).join(', ')}`.replace(/, $/, ''),
    url: query.url,
  }
}
