import { build } from '../model/catalog.ts'

/**
 * The address of a file of the pages, with the build in its query: such an answer never changes and may be cached for a year.
 * `build` is empty while it is being worked out.
 */
export const toAsset = (path: string): string => `${path}?v=${build}`
