import generated from '../../generated/catalog.json' with { type: 'json' }
import stamp from '../../generated/release.json' with { type: 'json' }
import { CardError } from './errors.ts'
import type { Indicator } from './indicator.ts'
import { findNearest } from './nearest.ts'

/** Every indicator, in the order of the catalogue. `parseFolder` has checked each; JSON has no narrower type than this. */
export const catalog = generated as unknown as readonly Indicator[]

/** A hash of everything that can change a picture or a figure, and of nothing else: the version of both. */
export const release: string = stamp.release

/** A hash of the whole Worker: the version of pages, feeds and scripts. */
export const build: string = stamp.build

/** When this release and this build were first made, as RFC 3339 writes an instant. */
export const made: { release: string; build: string } = stamp.made

/** Finds an indicator by its id or a former one. Throws `CardError` 404, with the nearest id where there is one. */
export function findIndicator(id: string, among: readonly Indicator[] = catalog): Indicator {
  const name = id.toLowerCase()
  const found = among.find(indicator => indicator.id === name || indicator.aliases.includes(name))
  if (found) return found
  const ids = among.map(indicator => indicator.id)
  const suggestion = findNearest(name, ids)
  throw new CardError(404, 'unknown-indicator', 'There is no indicator of that name; /indicators.json lists them all', {
    parameter: 'id',
    allowed: ids,
    ...(suggestion && { suggestion }),
  })
}
