import * as v from 'valibot'
import type { QueryOf } from '../data/refresh-query.ts'
import { type Answer, type Ask, type Asked, askText, read, toOneLine } from './service.ts'

/** Paging and figures; the second part is null if there are no figures for the requested years. */
const worldBankAnswer = v.tuple([
  v.object({ page: v.number(), pages: v.number() }),
  v.nullable(
    v.array(
      v.object({
        indicator: v.object({ id: v.string() }),
        date: v.string(),
        value: v.nullable(v.number()),
        countryiso3code: v.string(),
        obs_status: v.optional(v.nullable(v.string())),
      }),
    ),
  ),
])
/** The body of an answer with status 200 when a parameter is wrong. */
const refusal = v.tuple([v.object({ message: v.array(v.object({ id: v.string(), value: v.string() })) })])

/**
 * A yearly indicator from the World Bank's Indicators API v2, which answers a pair: the paging, and the figures.
 * https://datahelpdesk.worldbank.org/knowledgebase/articles/889392
 */
export async function loadWorldBank(query: QueryOf<'worldbank'>, { years, ask }: Asked): Promise<Answer> {
  const { values, url } = await askIndicator(query, years, ask)
  return {
    values,
    totals: [{ name: query.indicator, own: values, least: 0.5 }],
    title: `World Bank, ${query.indicator}, ${query.country}`,
    publisher: { en: 'World Bank', kk: 'Дүниежүзілік банк', ru: 'Всемирный банк', zh: '世界银行' },
    url,
  }
}

/**
 * The trade of a country with the world by year, in current US dollars: the WTO's totals of merchandise, republished by the World
 * Bank. The totals of another service are compared with them.
 */
export async function askWorldTrade(country: string, years: readonly number[], ask: Ask) {
  const load = async (indicator: string) => (await askIndicator({ country, indicator }, years, ask)).values
  return { exports: await load('TX.VAL.MRCH.CD.WT'), imports: await load('TM.VAL.MRCH.CD.WT') }
}

/** The values of the years and of the one before them. Throws for another country, indicator or form than was asked for. */
async function askIndicator(
  { country, indicator }: { country: string; indicator: string },
  years: readonly number[],
  ask: Ask,
): Promise<{ values: Map<number, number>; url: string }> {
  const [first, last] = [Math.min(...years) - 1, Math.max(...years)]
  const url = `https://api.worldbank.org/v2/country/${country}/indicator/${indicator}?format=json&per_page=1000&date=${first}:${last}`
  const text = await askText(ask, url, 'application/json')
  const refused = v.safeParse(v.pipe(v.string(), v.parseJson(), refusal), text)
  if (refused.success)
    throw new Error(
      `the World Bank answered an error: ${refused.output[0].message.map(({ value }) => toOneLine(value)).join('; ')}`,
    )
  const [paging, rows] = read(worldBankAnswer, text, 'the World Bank')
  if (paging.pages > 1) throw new Error(`the World Bank answered ${paging.pages} pages; expected one`)
  const foreign = rows?.find(row => row.countryiso3code !== country || row.indicator.id !== indicator)
  if (foreign)
    throw new Error(
      `the World Bank answered ${foreign.countryiso3code} ${foreign.indicator.id}; expected ${country} ${indicator}`,
    )
  const forecast = rows?.find(({ obs_status, value }) => value !== null && obs_status === 'F')
  if (forecast) throw new Error(`the World Bank answered a forecast for ${forecast.date}; expected a figure`)
  const values = (rows ?? []).flatMap(({ date, value }): [number, number][] =>
    value === null || !/^\d{4}$/.test(date) ? [] : [[Number(date), value]],
  )
  return { values: new Map(values), url }
}
