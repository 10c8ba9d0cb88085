import { flagKinds, precisions, statuses } from '../model/indicator.ts'
import * as s from './json-schema.ts'

const nullableList = (schema: s.Schema): s.Schema => s.arrayOf(s.nullable(schema))

export const jsonStatSchema = s.object({
  version: { const: '2.0' },
  class: { const: 'dataset' },
  ...s.strings('label', 'source'),
  updated: s.date,
  note: s.arrayOf(s.string),
  id: s.arrayOf(s.string),
  size: s.arrayOf(s.integer),
  role: s.object({ time: s.arrayOf(s.string), metric: s.arrayOf(s.string) }),
  dimension: s.object({
    series: s.object({
      label: s.string,
      category: s.object({
        index: s.arrayOf(s.string),
        label: s.mapOf(s.string),
        unit: s.mapOf(s.object({ label: s.string, decimals: s.integer })),
      }),
    }),
    time: s.object({ label: s.string, category: s.object({ index: s.arrayOf(s.string) }) }),
  }),
  value: nullableList(s.number),
  status: s.mapOf(s.enumOf(statuses)),
  extension: s.object({
    id: s.string,
    lang: s.language,
    measure: s.string,
    unit: s.ref('Unit'),
    authority: s.mapOf(s.string),
    start: nullableList(s.date),
    end: nullableList(s.date),
    flag: nullableList(s.enumOf(flagKinds)),
    note: nullableList(s.string),
    published: nullableList(s.date),
    publishedPrecision: nullableList(s.enumOf(precisions)),
    added: nullableList(s.date),
    source: nullableList(s.string),
    sources: s.arrayOf(s.ref('Source')),
    licence: s.ref('Licence'),
    release: s.string,
  }),
})
