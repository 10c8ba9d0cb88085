import { type DocumentSuffix, documents } from '../request/formats.ts'
import { dataPackageSchema } from './datapackage-schema.ts'
import { jsonFeedSchema } from './feed.ts'
import { indicatorSchemas } from './indicator-schemas.ts'
import { jsonLdSchema } from './json-ld-schema.ts'
import { jsonRpcSchema } from './json-rpc.ts'
import * as s from './json-schema.ts'
import { jsonStatSchema } from './jsonstat-schema.ts'
import { problemSchema } from './problem.ts'

/** The schema of each format of figures; the compiler requires one for each row of `documents`. */
export const documentSchemas: Record<DocumentSuffix, s.Schema> = {
  json: s.ref('Indicator'),
  csv: s.string,
  xlsx: s.binary,
  zip: s.binary,
  jsonstat: s.ref('JsonStat'),
  jsonld: s.ref('JsonLd'),
}

/** The formats of figures that are text. */
export const textSuffixes: readonly DocumentSuffix[] = documents
  .map(({ suffix }) => suffix)
  .filter(suffix => documentSchemas[suffix] !== s.binary)

const badgeSchema = s.object({
  schemaVersion: s.integer,
  ...s.strings('label', 'message', 'color'),
  cacheSeconds: s.integer,
})

/** The schemas of the answers in JSON. Most are from the file that writes the answer; that of oEmbed is here, because its file loads the drawing code. */
export const schemas = {
  ...indicatorSchemas,
  JsonStat: jsonStatSchema,
  JsonLd: jsonLdSchema,
  DataPackage: dataPackageSchema,
  Badge: badgeSchema,
  Oembed: s.object({
    type: s.enumOf(['photo', 'rich']),
    version: { const: '1.0' },
    ...s.strings('title', 'author_name', 'provider_name'),
    provider_url: s.uri,
    cache_age: s.integer,
    url: s.optional(s.uri),
    html: s.optional(s.string),
    width: s.integer,
    height: s.integer,
    thumbnail_url: s.optional(s.uri),
    thumbnail_width: s.optional(s.integer),
    thumbnail_height: s.optional(s.integer),
  }),
  JsonRpc: jsonRpcSchema,
  JsonFeed: jsonFeedSchema,
  Health: s.object({ ok: s.boolean, release: s.string, updated: s.date, indicators: s.integer }),
  Problem: problemSchema,
} satisfies Record<string, s.Schema>
