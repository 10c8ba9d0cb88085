import { afterAll, beforeAll, expect, test } from 'vitest'
import catalog from '../../generated/catalog.json' with { type: 'json' }
import { offered } from '../../src/site.ts'
import { type Loaded, load } from './worker.ts'

let worker: Loaded
beforeAll(async () => {
  worker = await load('./test/fixtures/bare.toml')
}, 60_000)
afterAll(() => worker.close())

const kinds = ['svg?layout=badge', 'svg?size=small', 'png?size=small', 'svg?layout=badge', 'png?layout=badge'] as const

/** No two are the same card, because the number is the accent; eight at a time share a layout. */
function toPath(i: number): string {
  const place = Math.floor(i / 8)
  const { id } = catalog[place % catalog.length] ?? { id: '' }
  const lang = offered[Math.floor(place / catalog.length) % offered.length]
  return `/indicators/${id}.${kinds[place % kinds.length]}&lang=${lang}&accent=${(i * 1663).toString(16).padStart(6, '0')}`
}

async function draw(i: number): Promise<void> {
  const answer = await fetch(`${worker.url}${toPath(i)}`)
  const { byteLength } = await answer.arrayBuffer()
  if (answer.status !== 200 || answer.headers.get('Card-Cache') !== 'miss' || byteLength === 0)
    throw new Error(`${toPath(i)}: ${answer.status}, ${answer.headers.get('Card-Cache')}, ${byteLength} bytes`)
}

test('7,000 distinct cards leave the memory of the Worker flat', async () => {
  const weights: number[] = []
  for (let i = 0; i < 7000; i += 8) {
    await Promise.all(Array.from({ length: 8 }, (_, k) => draw(i + k)))
    if (i % 1000 === 992 && i > 3000) weights.push(await worker.weigh())
  }
  console.log(`in use after 4, 5, 6 and 7 thousand cards: ${weights.map(Math.round).join(', ')} MB`)
  // The memories of the isolate fill until they are full: 8 and 16 MB of pictures, and four thousand heads.
  const [full = 0, ...rest] = weights
  expect(weights).toHaveLength(4)
  expect(Math.max(...rest)).toBeLessThan(full + 4)
}, 400_000)
