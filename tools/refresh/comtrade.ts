import * as v from 'valibot'
import type { QueryOf } from '../data/refresh-query.ts'
import { type Answer, type Asked, askText, read, toOneLine } from './service.ts'
import { type Trade, toTradeTotals, toTurnover } from './trade.ts'

const comtradeAnswer = v.object({
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
  error: v.optional(v.nullable(v.string())),
})

/** The code of the world as a partner. */
const world = '0'

/**
 * Goods turnover from UN Comtrade's public preview (no key; one year a request): the totals of exports and imports that the
 * reporter itself declared, in US dollars, divided into the stored unit. Its trade with the world comes in the same answer.
 * https://uncomtrade.org/docs/un-comtrade-api/
 */
export async function loadComtrade(query: QueryOf<'comtrade'>, asked: Asked): Promise<Answer> {
  const { years, ask } = asked
  const trade = { pair: toEmpty(), world: toEmpty() }
  for (const year of [Math.min(...years) - 1, ...years]) {
    const { data, error } = read(
      comtradeAnswer,
      await askText(ask, toComtradeUrl(query, year), 'application/json'),
      'UN Comtrade',
    )
    if (error) throw new Error(`UN Comtrade answered an error: ${toOneLine(error)}`)
    const rows = data.filter(({ flowCode, cmdCode }) => cmdCode === 'TOTAL' && (flowCode === 'X' || flowCode === 'M'))
    for (const row of rows) {
      checkComtradeRow(row, query, year)
      const flow =
        trade[String(row.partnerCode) === world ? 'world' : 'pair'][row.flowCode === 'X' ? 'exports' : 'imports']
      if (flow.has(year))
        throw new Error(`UN Comtrade answered a second total for ${row.flowCode} in ${year}; expected one`)
      flow.set(year, row.primaryValue)
    }
  }
  return {
    values: toTurnover(trade.pair),
    totals: await toTradeTotals(trade.world, query.country, asked),
    title: `UN Comtrade, reporter ${query.reporter}, partner ${query.partner}, total of goods`,
    publisher: { en: 'UN Comtrade', kk: 'UN Comtrade', ru: 'UN Comtrade', zh: '联合国Comtrade' },
    url: toComtradeUrl(query, years.at(-1) ?? 0),
  }
}

const toEmpty = (): Trade => ({ exports: new Map(), imports: new Map() })

type ComtradeRow = v.InferOutput<typeof comtradeAnswer>['data'][number]

/** Throws for a row of another reporter, partner or year than was asked for. */
function checkComtradeRow(
  { reporterCode, partnerCode, period }: ComtradeRow,
  { reporter, partner }: QueryOf<'comtrade'>,
  year: number,
) {
  const [asked, answered] = [
    [reporter, String(partnerCode) === world ? world : partner, year],
    [reporterCode, partnerCode, period],
  ].map(parts => parts.join(' '))
  if (asked !== answered)
    throw new Error(`UN Comtrade answered reporter, partner and year ${answered}; expected ${asked}`)
}

function toComtradeUrl({ reporter, partner }: QueryOf<'comtrade'>, year: number): string {
  const choice = {
    reporterCode: reporter,
    partnerCode: `${partner},${world}`,
    period: String(year),
    flowCode: 'X,M',
    cmdCode: 'TOTAL',
  }
  const totals = { partner2Code: '0', customsCode: 'C00', motCode: '0' }
  return `https://comtradeapi.un.org/public/v1/preview/C/A/HS?${new URLSearchParams({ ...choice, ...totals })}`
}
