import { readFileSync } from 'node:fs'
import { safeParse } from 'valibot'
import { describe, expect, test } from 'vitest'
import { querySchema } from '../../tools/data/refresh-query.ts'

const readme = readFileSync('data/README.md', 'utf8')
const [, examples = ''] = /"refresh": (\[[\s\S]*?\n\])\n```/.exec(readme) ?? []
const queries: Record<string, unknown>[] = JSON.parse(examples)
const rows = [...readme.matchAll(/^\| `(\w+)` +\|[^|]+\| (.+?) +\|$/gm)]

test('the queries that data/README.md shows are valid', () => {
  expect(queries.map(query => safeParse(querySchema, query).issues)).toEqual([undefined, undefined])
})

test('data/README.md names every service, and fields that each has', () => {
  const services = querySchema.options.map(({ entries }) => entries.service.literal)
  expect(rows.map(([, service]) => service).sort()).toEqual(services.toSorted())
  for (const [, service, words = ''] of rows) {
    const entries = querySchema.options.find(option => option.entries.service.literal === service)?.entries ?? {}
    const fields = [...words.matchAll(/`(\w+)`/g)].map(([, field]) => field)
    expect(Object.keys(entries)).toEqual(expect.arrayContaining(fields))
  }
})

describe('a query is refused', () => {
  const [sdmx = {}, csv = {}] = queries
  test.each([
    ['of a dimension left open', { ...sdmx, key: { FREQ: '' } }, 'is not one code'],
    ['of several codes', { ...sdmx, key: { GEO: 'KZ+UZ' } }, 'is not one code'],
    ['of an address that is not https', { ...csv, url: 'http://port.example/cargo.csv' }, 'expected https://'],
    ['of a divisor of 0', { ...csv, divisor: 0 }, '>0'],
    ['of a field that is none of its own', { ...csv, wher: {} }, '"wher"'],
  ])('%s', (_, query, sentence) => {
    expect(
      safeParse(querySchema, query)
        .issues?.map(({ message }) => message)
        .join(),
    ).toContain(sentence)
  })
})
