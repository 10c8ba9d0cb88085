import * as s from './json-schema.ts'

const fieldSchema = s.object({
  ...s.strings('name', 'type'),
  format: s.optional(s.string),
  description: s.optional(s.string),
  constraints: s.optional(s.object({ required: s.optional(s.boolean), enum: s.optional(s.arrayOf(s.string)) })),
  categories: s.optional(s.arrayOf(s.object(s.strings('value', 'label')))),
})

export const dataPackageSchema = s.object({
  $schema: s.uri,
  ...s.strings('name', 'title', 'description'),
  notes: s.optional(s.arrayOf(s.string)),
  homepage: s.optional(s.uri),
  version: s.string,
  created: s.instant,
  licenses: s.arrayOf(s.object({ name: s.optional(s.string), title: s.string, path: s.uri, covers: s.string })),
  sources: s.arrayOf(
    s.object({
      ...s.strings('name', 'title', 'lang'),
      supplied: s.boolean,
      publisher: s.string,
      via: s.optional(s.string),
      path: s.uri,
      published: s.partialDate,
    }),
  ),
  resources: s.arrayOf(
    s.object({
      name: s.string,
      path: s.uri,
      ...s.strings('type', 'profile', 'format', 'mediatype', 'encoding'),
      schema: s.object({ fields: s.arrayOf(fieldSchema), primaryKey: s.arrayOf(s.string) }),
    }),
  ),
})
