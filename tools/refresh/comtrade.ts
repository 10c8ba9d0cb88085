import * as v from 'valibot'
import type { QueryOf } from '../data/refresh-query.ts'
import { type Answer, type Ask, read, toTurnover } from './service.ts'

const answer = v.object({
  data: v.array(
    v.object({
      period: v.string(),
      reporterCode: v.number(),
      partnerCode: v.number(),
      flowCode: v.string(),
      cmdCode: v.string(),
      primaryValue: v.number(),
    }),
  ),
})

/**
 * Goods turnover from UN Comtrade's public preview (no key; one year a request): the totals of exports and imports that the
 * reporter itself declared, in US dollars, divided into the stored unit.
 * https://uncomtrade.org/docs/un-comtrade-api/
 */
export async function loadComtrade(query: QueryOf<'comtrade'>, years: readonly number[], ask: Ask): Promise<Answer> {
  const totals = { X: new Map<number, number>(), M: new Map<number, number>() }
  for (const year of years) {
    const rows = read(answer, await ask(toUrl(query, year), 'application/json'), 'UN Comtrade').data
    for (const flow of ['X', 'M'] as const) {
      const found = rows.filter(row => row.flowCode === flow && row.cmdCode === 'TOTAL')
      for (const row of found) checkRow(row, query, year)
      if (found.length > 1)
        throw new Error(`UN Comtrade answered ${found.length} totals for ${flow} in ${year}; expected one`)
      for (const row of found) totals[flow].set(year, row.primaryValue)
    }
  }
  return {
    figures: toTurnover(totals.X, totals.M, query.divisor),
    title: `UN Comtrade, reporter ${query.reporter}, partner ${query.partner}, total of goods`,
    publisher: { en: 'UN Comtrade', kk: 'UN Comtrade', ru: 'UN Comtrade', zh: '联合国Comtrade' },
    url: toUrl(query, years.at(-1) ?? 0),
  }
}

type Row = v.InferOutput<typeof answer>['data'][number]

/** Throws for a row of another reporter, partner or year than was asked for. */
function checkRow(
  { reporterCode, partnerCode, period }: Row,
  { reporter, partner }: QueryOf<'comtrade'>,
  year: number,
) {
  const [asked, answered] = [
    [reporter, partner, year],
    [reporterCode, partnerCode, period],
  ].map(parts => parts.join(' '))
  if (asked !== answered)
    throw new Error(`UN Comtrade answered reporter, partner and year ${answered}; expected ${asked}`)
}

function toUrl({ reporter, partner }: QueryOf<'comtrade'>, year: number): string {
  const choice = {
    reporterCode: reporter,
    partnerCode: partner,
    period: String(year),
    flowCode: 'X,M',
    cmdCode: 'TOTAL',
  }
  const totals = { partner2Code: '0', customsCode: 'C00', motCode: '0' }
  return `https://comtradeapi.un.org/public/v1/preview/C/A/HS?${new URLSearchParams({ ...choice, ...totals })}`
}
