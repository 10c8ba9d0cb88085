import type { QueryOf } from '../data/refresh-query.ts'
import { type Edition, findEdition } from './bns-listing.ts'
import { readSheets, type Sheet } from './bns-workbook.ts'
import { type Answer, type Asked, askText, refuseOther } from './service.ts'
import { toTradeTotals } from './trade.ts'

const bnsSite = 'https://stat.gov.kz'
/** The spreadsheets of foreign trade by country (indicator 312101), listed by year. */
const toListing = (year: number): string =>
  `${bnsSite}/ru/industries/economy/foreign-market/spreadsheets/?year=${year}&name=19182&period=&type=spreadsheets`
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The workbook is in thousands of US dollars. */
const thousand = 1000

/**
 * Trade of Kazakhstan with one country from the workbook by country of the Bureau of National Statistics, in thousands of US
 * dollars: of the newest edition of a whole year that the Bureau lists, the final one if it is there. The workbook holds the
 * year and the one before. Its totals are compared with the WTO's.
 */
export async function loadBns(query: QueryOf<'bns'>, asking: Asked): Promise<Answer> {
  const { years, today, ask } = asking
  const pages: string[] = []
  for (let year = Math.min(...years); year <= Number(today.slice(0, 4)); year++)
    pages.push(await askText(ask, toListing(year), 'text/html'))
  const edition = findEdition(pages)
  const url = `${bnsSite}/api/iblock/element/${edition.element}/file/ru/`
  const bytes = await ask(url, xlsx)
  if (bytes[0] === 0x3c) refuseOther(new TextDecoder().decode(bytes), 'stat.gov.kz', 'a workbook')
  const sheets = await readSheets(bytes)
  if (!sheets.some(({ year }) => year === edition.year))
    throw new Error(`stat.gov.kz answered no sheet of ${edition.year}; expected one named "${edition.year}"`)
  if (new Set(sheets.map(({ year }) => year)).size < sheets.length)
    throw new Error(`stat.gov.kz answered two sheets of one year; expected one`)
  const world = {
    exports: new Map(sheets.map(({ year, total }) => [year, total.exports * thousand])),
    imports: new Map(sheets.map(({ year, total }) => [year, total.imports * thousand])),
  }
  const asked = sheets.filter(({ year }) => years.includes(year))
  return {
    values: new Map(asked.map(sheet => [sheet.year, toValue(sheet, query)])),
    totals: await toTradeTotals(world, 'KAZ', asking),
    title: edition.title,
    lang: 'ru',
    url,
    source: toSource(edition, today),
  }
}

const toSource = ({ element, released, isFinal }: Edition, today: string) => ({
  name: `bns-${element}`,
  published: released ?? today,
  isFinal,
})

function toValue({ year, countries }: Sheet, { partner, flow }: QueryOf<'bns'>): number {
  const value = countries.get(partner)?.[flow]
  if (value === undefined)
    throw new Error(
      `stat.gov.kz shows no ${flow} with "${partner}" in ${year}; expected a country as the workbook names it`,
    )
  return value
}
