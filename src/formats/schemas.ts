import { badgeSchema } from './badge-json.ts'
import { dataPackageSchema } from './datapackage.ts'
import { jsonFeedSchema } from './feed.ts'
import { indicatorSchemas } from './json.ts'
import { jsonLdSchema } from './json-ld.ts'
import { jsonRpcSchema } from './json-rpc.ts'
import * as s from './json-schema.ts'
import { jsonStatSchema } from './jsonstat.ts'
import { problemSchema } from './problem.ts'

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
