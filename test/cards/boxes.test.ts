import { expect, test, vi } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import type { Scene } from '../../src/draw/scene.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { sizeNames } from '../../src/request/sizes.ts'
import { offered } from '../../src/site.ts'
import { indicators } from '../fixtures/catalogue.ts'

type Wanted = { indicator: Indicator; query: Record<string, string> }

const wanted: Wanted[] = sizeNames
  .filter(size => size !== 'badge')
  .flatMap(size => offered.flatMap(lang => indicators.map(indicator => ({ indicator, query: { size, lang } }))))

/** The cards by their query, drawn in this order by code that has drawn nothing yet. */
async function drawAnew(cards: readonly Wanted[]): Promise<Map<string, Scene>> {
  vi.resetModules()
  const { draw } = await import('../../src/draw/layouts/index.tsx')
  const drawn = new Map<string, Scene>()
  for (const { indicator, query } of cards) {
    const { params } = parseParams(new URLSearchParams(query), 'svg', indicator)
    drawn.set(JSON.stringify([indicator.id, query]), await draw(toCard(indicator, params), params))
  }
  return drawn
}

test('a card is the same whatever was drawn before it: boxes are remembered by what decides them', async () => {
  const forwards = await drawAnew(wanted)
  const backwards = await drawAnew(wanted.toReversed())
  const others = [...forwards].filter(([name, scene]) => JSON.stringify(backwards.get(name)) !== JSON.stringify(scene))
  expect(others.map(([name]) => name)).toEqual([])
  expect(forwards.size).toBe(wanted.length)
})
