import { describe, expect, test } from 'vitest'
import { toRateLimit } from '../../src/node/rate-limit.ts'
import { toClientKey, toCost } from '../../src/request/limits.ts'

describe('the rate on Node', () => {
  const start = (most: number, period: number) => {
    const clock = { time: 1000 }
    return { clock, spend: toRateLimit(most, period, () => clock.time) }
  }
  test('each key has its own', () => {
    const { spend } = start(2, 60)
    expect(['a', 'a', 'a', 'b'].map(key => spend(key, 1))).toEqual([true, true, false, true])
  })
  test('counts work: one large picture is as much as many small ones', () => {
    const { spend } = start(100, 60_000)
    expect(Array.from({ length: 7 }, () => spend('a', 19))).toEqual([true, true, true, true, true, false, false])
    expect([spend('a', 5), spend('a', 1)]).toEqual([true, false])
  })
  test('comes back as time passes', () => {
    const { clock, spend } = start(100, 60_000)
    for (let i = 0; i < 100; i++) expect(spend('a', 1)).toBe(true)
    expect(spend('a', 1)).toBe(false)
    clock.time += 600
    expect([spend('a', 1), spend('a', 1)]).toEqual([true, false])
    clock.time += 60_000
    expect(spend('a', 100)).toBe(true)
  })
  test('lets no more through where one minute ends and the next begins', () => {
    const { clock, spend } = start(100, 60_000)
    clock.time += 59_900
    const count = () => Array.from({ length: 200 }, () => spend('a', 1)).filter(Boolean).length
    const before = count()
    clock.time += 300
    expect(before + count()).toBe(100)
  })
})

describe('a client is counted by', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['test 7', 'test 7'],
  ])('%s as %s', (address, key) => expect(toClientKey(address)).toBe(key))
})

test.each([
  ['svg', 'story', 1, 1],
  ['png', 'badge', 1, 1],
  ['png', 'og', 1, 1],
  ['png', 'og', 2, 4],
  ['png', 'story', 3, 19],
] as const)('a drawing as %s of size %s at scale %s costs %s', (encoding, size, scale, cost) =>
  expect(toCost({ encoding, size, scale })).toBe(cost),
)
