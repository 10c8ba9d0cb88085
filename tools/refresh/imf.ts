import { parse as parseCsv } from 'csv-parse/sync'
import * as v from 'valibot'
import type { QueryOf } from '../data/refresh-query.ts'
import { type Answer, type Ask, toTurnover } from './service.ts'

const row = v.object({
  COUNTRY: v.string(),
  INDICATOR: v.string(),
  COUNTERPART_COUNTRY: v.string(),
  FREQUENCY: v.string(),
  TIME_PERIOD: v.string(),
  OBS_VALUE: v.string(),
})
type Row = v.InferOutput<typeof row>

const indicators = { exports: 'XG_FOB_USD', imports: 'MG_CIF_USD' } as const

/**
 * Goods turnover from the IMF's International Merchandise Trade Statistics, the successor of the Direction of Trade
 * Statistics, by SDMX 3.0 as CSV: exports FOB plus imports CIF, in US dollars, divided into the stored unit.
 * https://data.imf.org/en/Resource-Pages/IMF-API
 */
export async function loadImf(query: QueryOf<'imf'>, years: readonly number[], ask: Ask): Promise<Answer> {
  const load = async (indicator: string): Promise<Map<number, number>> => {
    const text = await ask(toUrl(query, indicator), 'application/vnd.sdmx.data+csv;version=2.0.0')
    const rows = readRows(text, query, indicator).filter(([year]) => years.includes(year))
    const found = new Map(rows)
    if (found.size < rows.length) throw new Error(`the IMF answered a year of ${indicator} twice; expected it once`)
    return found
  }
  return {
    figures: toTurnover(await load(indicators.exports), await load(indicators.imports), query.divisor),
    title: `IMF, International Merchandise Trade Statistics, ${query.reporter} with ${query.partner}`,
    publisher: { en: 'IMF', kk: 'ХВҚ', ru: 'МВФ', zh: '国际货币基金组织' },
    url: toUrl(query, indicators.exports),
  }
}

const toUrl = ({ reporter, partner }: QueryOf<'imf'>, indicator: string): string =>
  `https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/+/${reporter}.${indicator}.${partner}.A`

function readRows(text: string, query: QueryOf<'imf'>, indicator: string): [year: number, value: number][] {
  const parsed = v.safeParse(v.array(row), parseLoosely(text))
  if (!parsed.success)
    throw new Error(
      'the IMF has changed its answer: expected CSV with the columns TIME_PERIOD and OBS_VALUE, ' +
        'COUNTRY, INDICATOR, COUNTERPART_COUNTRY and FREQUENCY',
    )
  return parsed.output
    .filter(({ OBS_VALUE }) => OBS_VALUE !== '')
    .map(row => {
      const { TIME_PERIOD, OBS_VALUE } = row
      const value = Number(OBS_VALUE)
      if (!/^\d{4}$/.test(TIME_PERIOD) || !Number.isFinite(value))
        throw new Error(`the IMF answered "${TIME_PERIOD}", "${OBS_VALUE}"; expected a year and a number`)
      checkRow(row, query, indicator)
      return [Number(TIME_PERIOD), value]
    })
}

/** Throws for a row of another country, counterpart, indicator or frequency than was asked for. */
function checkRow(row: Row, { reporter, partner }: QueryOf<'imf'>, indicator: string): void {
  const asked = [reporter, indicator, partner, 'A'].join('.')
  const answered = [row.COUNTRY, row.INDICATOR, row.COUNTERPART_COUNTRY, row.FREQUENCY].join('.')
  if (asked !== answered) throw new Error(`the IMF answered ${answered}; expected ${asked}`)
}

function parseLoosely(text: string): unknown {
  try {
    return parseCsv(text, { columns: true, bom: true, relax_column_count: true })
  } catch {
    return undefined
  }
}
