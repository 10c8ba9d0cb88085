import type { RequestedCard } from '../card/requested-card.ts'
import { release } from '../model/catalog.ts'
import type { DocumentSuffix } from '../request/formats.ts'
import * as site from '../site.ts'
import { toArchive } from './archive.ts'
import { toCsv } from './csv.ts'
import { toIndicatorJson } from './json.ts'
import { toJsonLd } from './json-ld.ts'
import { toJsonStat } from './jsonstat.ts'
import { toXlsx } from './xlsx.ts'

/** The figures of one indicator in each format; the compiler asks for each row of `documents`. */
export const writers: Record<DocumentSuffix, (requested: RequestedCard) => string | Uint8Array<ArrayBuffer>> = {
  json: ({ card, links }) => JSON.stringify(toIndicatorJson(card, release, links)),
  csv: ({ card }) => toCsv([card]),
  xlsx: ({ card, links }) => toXlsx(card, links.html, site.name),
  zip: ({ indicator, card, links }) => toArchive(indicator, card, release, links.html),
  jsonstat: ({ card }) => JSON.stringify(toJsonStat(card, release)),
  jsonld: ({ card, links }) => JSON.stringify(toJsonLd(card, links, release)),
}
