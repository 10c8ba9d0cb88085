import { describe, expect, test } from 'vitest'
import { findClient, parseAddresses } from '../../src/node/clients.ts'

const isTrusted = parseAddresses('10.0.0.0/8, 127.0.0.1, 2001:db8::/32')
const ask = (address: string, forwarded: { for?: string; proto?: string; host?: string } = {}) =>
  findClient({ address, host: 'inner.test:8787', forwarded }, isTrusted)

describe('who asks is', () => {
  test.each<[string, string, string | undefined, string]>([
    ['the connection, where nothing is forwarded', '198.51.100.7', undefined, '198.51.100.7'],
    ['the connection, where whoever forwards is not trusted', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['the address that a trusted proxy names', '10.1.2.3', '203.0.113.9', '203.0.113.9'],
    [
      'the rightmost that is not trusted, whatever stands before it',
      '10.1.2.3',
      '1.1.1.1, 203.0.113.9, 10.9.9.9',
      '203.0.113.9',
    ],
    ['without its port', '10.1.2.3', '203.0.113.9:4711', '203.0.113.9'],
    ['without the brackets and the port of IPv6', '127.0.0.1', '[2001:db9::7]:4711', '2001:db9::7'],
    ['IPv4 also where it is written as IPv6', '::ffff:10.1.2.3', '::ffff:203.0.113.9', '203.0.113.9'],
    ['the last that is known, where an entry is no address', '10.1.2.3', '203.0.113.9, unknown', '10.1.2.3'],
    ['the proxy itself, where it names none', '10.1.2.3', '', '10.1.2.3'],
    ['the first, where all are trusted', '10.1.2.3', '10.0.0.1, 10.0.0.2', '10.0.0.1'],
  ])('%s', (_, address, list, client) =>
    expect(ask(address, list === undefined ? {} : { for: list }).address).toBe(client),
  )
})

describe('the origin behind a proxy that ends TLS', () => {
  test('is what a trusted proxy says', () => {
    expect(ask('10.1.2.3', { for: '203.0.113.9', proto: 'https', host: 'cards.test' }).origin).toBe(
      'https://cards.test',
    )
    expect(ask('10.1.2.3', { proto: 'https' }).origin).toBe('https://inner.test:8787')
    expect(ask('10.1.2.3', { proto: 'http, https', host: 'evil.test, cards.test' }).origin).toBe('https://cards.test')
  })
  test('is not what anybody else says', () => {
    expect(ask('198.51.100.7', { proto: 'https', host: 'evil.test' }).origin).toBeUndefined()
  })
  test.each(['evil.test/path', 'user@evil.test', '', ' ', 'a b', 'evil.test?x', '"><script>'])(
    'is no host "%s"',
    host => expect(ask('10.1.2.3', { proto: 'https', host }).origin).toBeUndefined(),
  )
})

test.each(['10.0.0.0/33', '10.0.0.0/x', '10.0.0', '::/129', '10.0.0.0/8/8', 'proxy'])(
  '%s is no list of addresses',
  text => expect(() => parseAddresses(text)).toThrow(`has "${text}"; expected addresses or ranges`),
)
test('an empty list has no address', () => expect(parseAddresses('')('127.0.0.1')).toBe(false))
