import type { QueryOf } from '../data/refresh-query.ts'
import { askSeries, type Flow } from './sdmx.ts'
import type { Answer, Asked } from './service.ts'
import { type Trade, toTradeTotals, toTurnover } from './trade.ts'

const imfIndicators = { exports: 'XG_FOB_USD', imports: 'MG_CIF_USD' } as const
/** The code of the world as a counterpart. */
const imfWorld = 'G001'

/**
 * Goods turnover from the IMF's International Merchandise Trade Statistics, the successor of the Direction of Trade
 * Statistics, by SDMX 3.0 as CSV: exports FOB plus imports CIF, in US dollars, divided into the stored unit.
 * https://data.imf.org/en/Resource-Pages/IMF-API
 */
export async function loadImf(query: QueryOf<'imf'>, asked: Asked): Promise<Answer> {
  const load = async (partner: string): Promise<Trade> => ({
    exports: await askSeries(toFlow(query.reporter, imfIndicators.exports, partner), undefined, asked.ask),
    imports: await askSeries(toFlow(query.reporter, imfIndicators.imports, partner), undefined, asked.ask),
  })
  const pair = await load(query.partner)
  return {
    values: toTurnover(pair),
    totals: await toTradeTotals(await load(imfWorld), query.reporter, asked),
    title: `IMF, International Merchandise Trade Statistics, ${query.reporter} with ${query.partner}`,
    publisher: { en: 'IMF', kk: 'ХВҚ', ru: 'МВФ', zh: '国际货币基金组织' },
    url: 'https://data.imf.org/en/datasets/IMF.STA:IMTS',
  }
}

const toFlow = (reporter: string, indicator: string, partner: string): Flow => ({
  version: '3.0',
  url: 'https://api.imf.org/external/sdmx/3.0',
  agency: 'IMF.STA',
  flow: 'IMTS',
  key: { COUNTRY: reporter, INDICATOR: indicator, COUNTERPART_COUNTRY: partner, FREQUENCY: 'A' },
  unit: {},
})
