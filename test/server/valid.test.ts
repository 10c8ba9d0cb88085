import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import packageProfile from '../fixtures/frictionless/data-package.json' with { type: 'json' }
import tableProfile from '../fixtures/frictionless/tabular-data-resource.json' with { type: 'json' }
import { fixtureIds } from '../fixtures/indicators.ts'
import { serveFixtures } from './fixtures-worker.ts'

const server = serveFixtures()

// biome-ignore lint/suspicious/noExplicitAny: what a client sees is untyped; the libraries are its types
const read = async (path: string): Promise<any> => (await server.fetch(path)).json()

test('the OpenAPI document lints clean', async () => {
  const source = JSON.stringify(await read('/openapi.json'))
  const problems = await lintFromString({
    source,
    config: await createConfig({
      extends: ['recommended'],
      rules: { 'no-server-example.com': 'off', 'operation-4xx-response': 'off' },
    }),
  })
  expect(problems.map(({ message, location }) => `${message} at ${location[0]?.pointer}`)).toEqual([])
})

describe('Frictionless', () => {
  // The profiles name draft 04 of JSON Schema, of which they use nothing that ajv's draft 07 reads otherwise.
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, validateSchema: false })
  const [isPackage, isTable] = [ajv.compile(packageProfile), ajv.compile(tableProfile)]

  /** The faults that the profiles find in a package and its tables; version 2 of the standard has `type` for `profile`. */
  // biome-ignore lint/suspicious/noExplicitAny: what a client sees is untyped; the profiles are its types
  const findFaults = (descriptor: any) => [
    ...(isPackage(descriptor) ? [] : (isPackage.errors ?? [])),
    ...descriptor.resources.flatMap((table: object) =>
      isTable({ profile: 'tabular-data-resource', ...table }) ? [] : (isTable.errors ?? []),
    ),
  ]

  test('the package of everything is valid', async () => {
    expect(findFaults(await read('/datapackage.json'))).toEqual([])
  })

  test.each(fixtureIds)('the package of %s is valid as it is served', async id => {
    expect(findFaults(await read(`/indicators/${id}/datapackage.json`))).toEqual([])
  })

  test.each(fixtureIds)('the package of %s is valid in its folder', id => {
    // A folder leaves the fields of its table to data/README.md, so only the profile of the package applies.
    expect(isPackage(JSON.parse(readFileSync(`test/fixtures/data/${id}/datapackage.json`, 'utf8')))).toBe(true)
  })

  test.each([
    ['of no table', '/resources', { resources: [] }],
    ['named with a space', '/name', { name: 'two words' }],
    ['under a licence that is a mere word', '/licenses/0', { licenses: ['free'] }],
    ['with a source without a title', '/sources/0', { sources: [{ path: 'https://example.org' }] }],
  ])('a package is refused %s', async (_, where, broken) => {
    const sound = await read('/datapackage.json')
    expect(findFaults({ ...sound, ...broken }).map(({ instancePath }) => instancePath)).toContain(where)
  })

  test.each([
    ['without a name', '', { name: undefined }],
    ['that has its rows twice', '', { data: [] }],
    ['of another profile', '/profile', { profile: 'data-resource' }],
    ['without columns', '/schema/fields', { schema: { fields: [] } }],
    ['with a column without a name', '/schema/fields/0', { schema: { fields: [{ type: 'string' }] } }],
    [
      'with a column of an unknown type',
      '/schema/fields/0/type',
      { schema: { fields: [{ name: 'a', type: 'money' }] } },
    ],
  ])('a package is refused with a table %s', async (_, where, broken) => {
    const sound = await read('/datapackage.json')
    const resources = sound.resources.map((table: object) => ({ ...table, ...broken }))
    expect(findFaults({ ...sound, resources }).map(({ instancePath }) => instancePath)).toContain(where)
  })
})
