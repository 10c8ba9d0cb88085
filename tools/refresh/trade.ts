import type { Asked } from './service.ts'
import type { Total } from './whole-years.ts'
import { askWorldTrade } from './worldbank.ts'

/** Exports and imports by year, in US dollars. */
export type Trade = { exports: Map<number, number>; imports: Map<number, number> }

/** Exports and imports of one year added up to turnover; a year with one of the two only is left out. */
export const toTurnover = ({ exports, imports }: Trade): Map<number, number> =>
  new Map(
    [...exports].flatMap(([year, value]): [number, number][] => {
      const other = imports.get(year)
      return other === undefined ? [] : [[year, value + other]]
    }),
  )

/** The totals that a year of trade must agree with: the reporter's own trade with the world, and the same by the WTO. */
export async function toTradeTotals(world: Trade, country: string, { years, ask }: Asked): Promise<Total[]> {
  const other = await askWorldTrade(country, years, ask)
  const names = { exports: 'exports to the world', imports: 'imports from the world' } as const
  return (['exports', 'imports'] as const).map(flow => ({
    name: names[flow],
    own: world[flow],
    other: { authority: 'the WTO (World Bank)', years: other[flow] },
    least: 0.8,
  }))
}
