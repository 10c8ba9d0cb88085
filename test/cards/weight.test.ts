import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { catalog } from '../../src/model/catalog.ts'
import { offered } from '../../src/site.ts'
import { ask } from '../worker/ask.ts'

const bytesOf = async (path: string): Promise<Uint8Array> => {
  const response = await ask(path)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

describe.each(catalog.map(({ id }) => id))('%s', id => {
  test.each(offered)(
    'is light in %s: SVG 16 kB after brotli, shared og PNG 40 kB, three times over 300 kB',
    async lang => {
      expect(brotliCompressSync(await bytesOf(`/indicators/${id}.svg?lang=${lang}`)).length).toBeLessThanOrEqual(16_000)
      expect((await bytesOf(`/indicators/${id}.png?lang=${lang}`)).length).toBeLessThanOrEqual(40_000)
      for (const size of ['og', 'story']) {
        expect((await bytesOf(`/indicators/${id}.png?lang=${lang}&size=${size}&scale=3`)).length).toBeLessThanOrEqual(
          300_000,
        )
      }
    },
  )
})
