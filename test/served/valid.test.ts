import { createConfig, lintFromString } from '@redocly/openapi-core'
import { validate } from 'datapackage'
import JSONstat from 'jsonstat-toolkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import catalog from '../../generated/catalog.json' with { type: 'json' }

const server = createTestHarness({ workers: [{ configPath: './wrangler.toml' }] })
beforeAll(async () => void (await server.listen()), 60_000)
afterAll(() => server.close())

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
  test('the package of everything is valid', async () => {
    expect(await validate(await read('/datapackage.json'))).toMatchObject({ valid: true, errors: [] })
  })
  test.each(catalog.map(({ id }) => id))('the package of %s is valid, served and in its folder', async id => {
    expect(await validate(await read(`/indicators/${id}/datapackage.json`))).toMatchObject({ valid: true, errors: [] })
    expect(await validate(`data/${id}/datapackage.json`)).toMatchObject({ valid: true, errors: [] })
  })
})

test.each(catalog.map(({ id }) => id))('%s is read by a JSON-stat reader with its figures', async id => {
  const [json, stat] = [await read(`/indicators/${id}.json`), await read(`/indicators/${id}.jsonstat`)]
  const dataset = JSONstat(stat)
  expect(dataset.class).toBe('dataset')
  for (const series of json.series) {
    for (const { period, value } of series.observations)
      expect(dataset.Data({ series: series.id, time: period }).value).toBe(value)
  }
})
