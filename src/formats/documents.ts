import type { RequestedCard } from '../card/requested-card.ts'
import type { DocumentSuffix } from '../request/formats.ts'
import { toArchive } from './archive.ts'
import { toCsv } from './csv.ts'
import { toIndicatorJson } from './json.ts'
import { toJsonLd } from './json-ld.ts'
import { toJsonStat } from './jsonstat.ts'
import { toXlsx } from './xlsx.ts'

/** The writer of each format of figures; the compiler requires one for each row of `documents`. */
export const documentWriters: Record<DocumentSuffix, (requested: RequestedCard) => string | Uint8Array<ArrayBuffer>> = {
  json: ({ card, links }) => JSON.stringify(toIndicatorJson(card, links)),
  csv: ({ card }) => toCsv([card]),
  xlsx: ({ card, links }) => toXlsx(card, links.html),
  zip: ({ card, links }) => toArchive(card, links.html),
  jsonstat: ({ card }) => JSON.stringify(toJsonStat(card)),
  jsonld: ({ card, links }) => JSON.stringify(toJsonLd(card, links)),
}
