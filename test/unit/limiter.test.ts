import { expect, test } from 'vitest'
import { toLimiter } from '../../tools/limiter.ts'

test('each key has its own count, and a new window a new one', () => {
  let time = 1000
  const isWithin = toLimiter(2, 60, () => time)
  expect(['a', 'a', 'a', 'b'].map(isWithin)).toEqual([true, true, false, true])
  time += 60
  expect(['a', 'a', 'a'].map(isWithin)).toEqual([true, true, false])
})
