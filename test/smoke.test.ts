import { describe, expect, test } from 'vitest'
import { catalog } from '../src/model/catalog.ts'
import { documents } from '../src/request/formats.ts'
import { offered } from '../src/site.ts'
import { findUntranslated } from '../tools/data/untranslated.ts'
import { ask } from './worker/ask.ts'

/** The one test that reads the figures of data/, whatever they are; all others use fixtures. */
describe.each(catalog.map(({ id }) => id))('%s', id => {
  test('has a finding, a description and sources in each language', async () => {
    for (const lang of offered) {
      const json = await (await ask(`/indicators/${id}.json?lang=${lang}`)).json()
      expect(json).toMatchObject({
        id,
        lang,
        finding: expect.stringMatching(/.{8}/),
        alt: expect.stringMatching(/.{20}/),
        headline: { formatted: expect.stringMatching(/\d/) },
        sources: expect.arrayContaining([expect.objectContaining({ url: expect.stringMatching(/^https?:/) })]),
      })
    }
  })
  test('is there as a picture, in each format of figures, as a page and as an embed', async () => {
    for (const end of ['.svg', ...documents.map(({ suffix }) => `.${suffix}`), '/datapackage.json', '', '/embed']) {
      const response = await ask(`/indicators/${id}${end}`)
      expect([end, response.status, (await response.arrayBuffer()).byteLength > 100]).toEqual([end, 200, true])
    }
  })
})

test('the catalogue, the feed, the front page and health answer', async () => {
  const json = await (await ask('/indicators.json')).json<{ indicators: { id: string }[] }>()
  expect(json.indicators.map(({ id }) => id)).toEqual(catalog.map(({ id }) => id))
  for (const path of ['/', '/docs', '/feed.atom', '/sitemap.xml', '/datapackage.json'])
    expect([path, (await ask(path)).status]).toEqual([path, 200])
  expect(await (await ask('/healthz')).json()).toMatchObject({ ok: true, indicators: catalog.length })
})

test('every example address of OpenAPI answers', async () => {
  const { paths } = await (await ask('/openapi.json')).json<{
    paths: Record<string, { get: { parameters: { in: string; name: string; required?: boolean; example?: string }[] } }>
  }>()
  for (const [path, { get }] of Object.entries(paths)) {
    const example = get.parameters.find(({ in: place }) => place === 'path')?.example ?? ''
    const asked = get.parameters.flatMap(({ in: place, name, required, example: value = '' }) =>
      place === 'query' && required ? [[name, value || `https://caravan.test/indicators/${catalog[0]?.id}`]] : [],
    )
    const query = new URLSearchParams(asked).toString()
    const address = path.replace('{id}', example) + (query && `?${query}`)
    expect([path, (await ask(address)).status]).toEqual([path, 200])
  }
})

test('every word is translated into the languages on offer', () =>
  expect(catalog.flatMap(indicator => findUntranslated(indicator, indicator.id))).toEqual([]))
