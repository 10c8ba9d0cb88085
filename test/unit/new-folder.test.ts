import { expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import { parseParams } from '../../src/request/parameters.ts'
import { parseFolder } from '../../tools/data/folder.ts'
import { toNewFolder } from '../../tools/data/scaffold.ts'

test('a new folder is sound as it is written, and makes a card', () => {
  const folder = toNewFolder('my-indicator', '2026-11-24')
  const { indicator, faults } = parseFolder(folder)
  expect(faults).toEqual([])
  if (!indicator) throw new Error('the folder must be read')
  const card = toCard(indicator, parseParams(new URLSearchParams(), 'svg', indicator).params)
  expect(card.finding).toBe('The total rose 10.0% in 2025, to 110 units')
})

test('its README names every part an editor fills in', () => {
  const { readme } = toNewFolder('my-indicator', '2026-11-24')
  for (const part of [
    'observations.csv',
    'sources',
    'card.measure',
    'card.unit',
    'card.series',
    'card.finding',
    'check:data',
  ])
    expect(readme).toContain(part)
})
