import generated from '../../generated/index.json' with { type: 'json' }
import stamp from '../../generated/release.json' with { type: 'json' }
import { CardError } from './errors.ts'
import { type Index, type Listed, mostListed } from './listing.ts'
import { findNearest } from './nearest.ts'

/** The part of the data that is bundled. The indicators themselves are static assets: src/http/indicators.ts reads them. */
export const index: Index = generated as Index

/** Every indicator, in the order of the catalogue. */
export const catalog: readonly Listed[] = index.indicators

/** A hash of everything that can change a picture or a figure, and of nothing else: the version of both. */
export const release: string = stamp.release

/** A hash of the whole Worker and its data: the version of pages, feeds and scripts. */
export const build: string = stamp.build

/** When this release and this build were first made, as RFC 3339 writes an instant. */
export const made: { release: string; build: string } = stamp.made

const unknownSentences = {
  id: 'There is no indicator of that name; /indicators.json lists them all',
  ids: 'ids names an indicator that is not there; /indicators.json lists them all',
  after: 'after names an indicator that is not there; /indicators.json lists them all',
} as const

/** Finds an entry by its id or a former one. `parameter` names the parameter that held the id. */
export type Find = (name: string, parameter?: keyof typeof unknownSentences) => Listed

/**
 * A finder in some entries. It throws `CardError` 404, with the nearest id where there is one, and with all ids where they are
 * no more than a page.
 */
export function toFind(entries: readonly Listed[]): Find {
  const byName = new Map(entries.flatMap(entry => [entry.id, ...(entry.aliases ?? [])].map(name => [name, entry])))
  const ids = entries.map(({ id }) => id)
  return (name, parameter = 'id') => {
    const folded = name.toLowerCase()
    const found = byName.get(folded)
    if (found) return found
    const suggestion = findNearest(folded, ids)
    throw new CardError(404, 'unknown-indicator', unknownSentences[parameter], {
      parameter,
      ...(ids.length <= mostListed && { allowed: ids }),
      ...(suggestion && { suggestion }),
    })
  }
}

/** Finds an entry of the catalogue. Throws `CardError` 404. */
export const findListed: Find = toFind(catalog)

const allNames = new Set(catalog.flatMap(({ id, aliases = [] }) => [id, ...aliases]))

/** Whether an indicator has, or had, this id. */
export const isKnown = (id: string): boolean => allNames.has(id)

/** The entry with this short address; undefined when there is none. */
export const findShort = (short: string): Listed | undefined =>
  catalog.find(entry => entry.short !== undefined && entry.short === short.toLowerCase())
