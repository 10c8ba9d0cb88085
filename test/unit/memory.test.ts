import { expect, test } from 'vitest'
import { Memory } from '../../src/http/lru.ts'

test('keeps as much as it may, and lets the longest unused go first', () => {
  const memory = new Memory<string>(10)
  memory.set('a', 'A', 4)
  memory.set('b', 'B', 4)
  expect(memory.get('a')).toBe('A')
  memory.set('c', 'C', 4)
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual(['A', undefined, 'C'])
})

test('an entry set again weighs once; one heavier than the whole is not kept and takes none with it', () => {
  const memory = new Memory<string>(10)
  memory.set('a', 'A', 6)
  memory.set('a', 'A2', 7)
  memory.set('c', 'C', 3)
  expect([memory.get('a'), memory.get('c')]).toEqual(['A2', 'C'])
  memory.set('b', 'B', 11)
  expect([memory.get('a'), memory.get('b')]).toEqual(['A2', undefined])
})
