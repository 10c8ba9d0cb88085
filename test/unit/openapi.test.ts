import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import { toBadgeJson } from '../../src/formats/badge-json.ts'
import { toCatalogPackage, toIndicatorPackage } from '../../src/formats/datapackage.ts'
import { toEntries, toJsonFeed } from '../../src/formats/feed.ts'
import { toCatalogEntry, toIndicatorJson } from '../../src/formats/json.ts'
import { toJsonLd } from '../../src/formats/json-ld.ts'
import { toJsonStat } from '../../src/formats/jsonstat.ts'
import { toOpenApi } from '../../src/formats/openapi.ts'
import { schemas } from '../../src/formats/schemas.ts'
import { languages } from '../../src/model/locales.ts'
import { parameters } from '../../src/request/parameters.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { toLinks } from '../../src/request/urls.ts'
import { readData } from '../../tools/read-data.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'

const origin = 'https://caravan.test'
const indicators = [...readData('test/fixtures/data').indicators, read(crossing), read(parts)]
const document = toOpenApi(origin)

/** The schemas without additional fields, so that an undocumented field is a fault as well. */
const close = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(close)
  if (schema === null || typeof schema !== 'object') return schema
  const entries = Object.entries(schema).map(([name, value]) => [name, close(value)])
  return { ...Object.fromEntries(entries), ...('properties' in schema && { additionalProperties: false }) }
}
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false })
ajv.addSchema(close({ $id: 'https://caravan.test/openapi', components: { schemas } }) as object)

function findFaults(name: keyof typeof schemas, answer: unknown): string[] {
  const validate = ajv.getSchema(`https://caravan.test/openapi#/components/schemas/${name}`)
  if (!validate) throw new Error(`there is no schema ${name}`)
  // As it is sent: without undefined fields.
  validate(JSON.parse(JSON.stringify(answer)))
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

describe.each(indicators.map(indicator => ({ id: indicator.id, indicator })))('$id', ({ indicator }) => {
  test.each(languages)('in %s matches the schemas, without further fields', lang => {
    const { params } = parseParams(new URLSearchParams({ lang }), 'json', indicator)
    const card = toCard(indicator, params)
    const links = toLinks(origin, indicator.id, new Map([['lang', lang]]))
    const whole = toIndicatorJson(card, links)
    const entry = toCatalogEntry(card, links)
    const entries = toEntries([{ url: new URL(origin), indicator, params }])
    expect(findFaults('Indicator', whole)).toEqual([])
    expect(findFaults('CatalogueEntry', entry)).toEqual([])
    expect(findFaults('Catalogue', { release: 'r', updated: card.updated, indicators: [entry, whole] })).toEqual([])
    expect(findFaults('JsonStat', toJsonStat(card))).toEqual([])
    expect(findFaults('JsonLd', toJsonLd(card, links))).toEqual([])
    expect(findFaults('DataPackage', toIndicatorPackage(card, links.csv))).toEqual([])
    expect(
      findFaults('DataPackage', toCatalogPackage([card], { updated: card.updated, origin, table: links.csv })),
    ).toEqual([])
    expect(findFaults('Badge', toBadgeJson(card))).toEqual([])
    const feed = { id: origin, url: origin, home: origin, lang, entries }
    expect(findFaults('JsonFeed', toJsonFeed(feed))).toEqual([])
  })
})

test('a schema finds missing and additional fields', () => {
  expect(findFaults('Badge', { schemaVersion: 1, label: 'a', message: 'b', color: 'c' })).toHaveLength(1)
  expect(
    findFaults('Badge', { schemaVersion: 1, label: 'a', message: 'b', color: 'c', cacheSeconds: 1, more: 1 }),
  ).toHaveLength(1)
})

test('each operation names the parameters that its encoding knows', () => {
  const takes = (path: string) =>
    document.paths[path]?.get?.parameters.map(entry => ('name' in entry ? entry.name : ''))
  expect(takes('/feed.atom')).toEqual(['ids', 'lang'])
  expect(takes('/feed.json')).toEqual(['ids', 'lang'])
  expect(takes('/indicators/{id}/feed.atom')).toEqual(['id', 'lang'])
  const ofFigures = Object.values(parameters).filter(({ encodings }) => encodings.some(name => name === 'csv'))
  expect(takes('/indicators/{id}.csv')).toEqual(['id', ...ofFigures.map(({ name }) => name)])
})

test('a picture made of pixels is not said to take the theme auto, which it refuses', () => {
  const themes = (path: string) =>
    document.paths[path]?.get?.parameters.flatMap(entry =>
      'name' in entry && entry.name === 'theme' && 'schema' in entry ? [entry.schema] : [],
    )
  expect(themes('/indicators/{id}.svg')).toEqual([{ type: 'string', enum: ['light', 'dark', 'auto'] }])
  expect(themes('/indicators/{id}.png')).toEqual([{ type: 'string', enum: ['light', 'dark'] }])
})

test('every schema that is named is there, and every one that is there is named', () => {
  const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name)
  expect(new Set(named)).toEqual(new Set(Object.keys(schemas)))
})

test('every operation has a group, a description and a name of its own', () => {
  const operations = Object.values(document.paths).flatMap(({ get, post }) => [
    ...(get ? [get] : []),
    ...(post ? [post] : []),
  ])
  const groups = document.tags.map(({ name }) => name)
  for (const { tags, description, summary } of operations) {
    for (const tag of tags) expect(groups).toContain(tag)
    expect(description.length).toBeGreaterThan(20)
    expect(summary).toMatch(/^[A-Zo]/)
  }
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
})
