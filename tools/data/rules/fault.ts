import type { Path } from '../json-text.ts'
import type { Row } from '../observation-table.ts'
import type { Package } from '../package-schema.ts'

/** A place in `datapackage.json`, or a line of `observations.csv`. */
export type Place = Path | number

/** A fault at a place, and what was expected: it completes the sentence that the place begins. */
export type Fault = [at: Place, fault: string]

/**
 * The limits of a folder: nothing in it may be later than `today`, or added before the catalogue began. With
 * `toWidth`, the width of a text in ems, names are measured too; where no font can be read they are not.
 */
export type Days = { today: string; baseline?: string; toWidth?: (text: string) => number }

/** A folder whose two files are each of the right form. */
export type Sound = { head: Package; rows: readonly Row[]; days: Days }
