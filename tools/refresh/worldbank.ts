import * as v from 'valibot'
import type { QueryOf } from '../data/refresh-query.ts'
import { type Answer, type Ask, read } from './service.ts'

const answer = v.tuple([
  v.object({ page: v.number(), pages: v.number(), lastupdated: v.string() }),
  v.array(
    v.object({
      indicator: v.object({ id: v.string() }),
      date: v.string(),
      value: v.nullable(v.number()),
      countryiso3code: v.string(),
    }),
  ),
])

/**
 * A yearly indicator from the World Bank's Indicators API v2, which answers a pair: the paging, and the figures.
 * https://datahelpdesk.worldbank.org/knowledgebase/articles/889392
 */
export async function loadWorldBank(query: QueryOf<'worldbank'>, years: readonly number[], ask: Ask): Promise<Answer> {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const url = `https://api.worldbank.org/v2/country/${query.country}/indicator/${query.indicator}?format=json&per_page=1000&date=${first}:${last}`
  const [paging, rows] = read(answer, await ask(url, 'application/json'), 'the World Bank')
  if (paging.pages > 1) throw new Error(`the World Bank answered ${paging.pages} pages; expected one`)
  const foreign = rows.find(row => row.countryiso3code !== query.country || row.indicator.id !== query.indicator)
  if (foreign)
    throw new Error(
      `the World Bank answered ${foreign.countryiso3code} ${foreign.indicator.id}; expected ${query.country} ${query.indicator}`,
    )
  const figures = rows
    .filter(row => row.value !== null && years.includes(Number(row.date)))
    .map(({ date, value }) => ({ year: Number(date), value: Number(((value ?? 0) / query.divisor).toFixed(6)) }))
    .sort((a, b) => a.year - b.year)
  return {
    figures,
    title: `World Bank, ${query.indicator}, ${query.country}`,
    publisher: { en: 'World Bank', kk: 'Дүниежүзілік банк', ru: 'Всемирный банк', zh: '世界银行' },
    url,
  }
}
