import type { RequestedCard } from '../card/requested-card.ts'
import type { DocumentSuffix } from '../request/formats.ts'
import { toArchive } from './archive.ts'
import { toCsv } from './csv.ts'
import { toIndicatorJson } from './json.ts'
import { toJsonLd } from './json-ld.ts'
import * as s from './json-schema.ts'
import { toJsonStat } from './jsonstat.ts'
import { toXlsx } from './xlsx.ts'

/** How the figures of an indicator are written in a format, and the schema of what is written. */
type DocumentWriter = {
  write: (requested: RequestedCard) => string | Uint8Array<ArrayBuffer>
  schema: s.Schema
}

/** The writer of each format of figures; the compiler requires one for each row of `documents`. */
export const documentWriters: Record<DocumentSuffix, DocumentWriter> = {
  json: {
    write: ({ card, links }) => JSON.stringify(toIndicatorJson(card, links)),
    schema: s.ref('Indicator'),
  },
  csv: { write: ({ card }) => toCsv([card]), schema: s.string },
  xlsx: { write: ({ card, links }) => toXlsx(card, links.html), schema: s.binary },
  zip: { write: ({ card, links }) => toArchive(card, links.html), schema: s.binary },
  jsonstat: { write: ({ card }) => JSON.stringify(toJsonStat(card)), schema: s.ref('JsonStat') },
  jsonld: { write: ({ card, links }) => JSON.stringify(toJsonLd(card, links)), schema: s.ref('JsonLd') },
}
