import { catalog, isKnown } from '../model/catalog.ts'
import * as site from '../site.ts'

/** An id of the catalogue for examples: that of the site, or the first. */
export const exampleId = isKnown(site.examples.id) ? site.examples.id : (catalog[0]?.id ?? '')
export const exampleIds = site.examples.ids.every(isKnown) ? site.examples.ids : catalog.slice(0, 2).map(({ id }) => id)
export const exampleSeries = site.examples.series
