import { describe, expect, test } from 'vitest'
import { help, OptionError, parseOptions } from '../../src/node/options.ts'
import { parseOrigin } from '../../src/request/origin.ts'

const parse = (args: string[] = [], environment: Record<string, string> = {}) => parseOptions(args, environment, 4)

test('without options the server listens on this machine alone, and draws on all processors but one', () => {
  expect(parse()).toMatchObject({
    port: 8787,
    hostname: '127.0.0.1',
    cache: '.cache/pictures',
    cacheBytes: 1_000_000_000,
    origin: undefined,
    threads: 3,
    queue: 750,
    rate: 100,
    ceiling: 9000,
    grace: 10,
  })
  expect(parseOptions([], {}, 1)).toMatchObject({ threads: 1 })
})
test('PORT, HOST and ORIGIN of the environment count where no option is given', () => {
  const environment = { PORT: '9000', HOST: '0.0.0.0', ORIGIN: 'https://cards.test' }
  expect(parse([], environment)).toMatchObject({ port: 9000, hostname: '0.0.0.0', origin: 'https://cards.test' })
  expect(parse(['--port', '0'], environment)).toMatchObject({ port: 0 })
  expect(parse([], { PORT: '' })).toMatchObject({ port: 8787 })
})
test('help names every option', () => {
  expect(parse(['--help'])).toBe('help')
  const known = Object.keys(parse()).length
  expect([...help.matchAll(/^ {2}--([a-z-]+)/gm)]).toHaveLength(known + 1)
})

describe('an unreadable option is reported in one sentence', () => {
  test.each<[string[], string]>([
    [['--port', 'eighty'], '--port must be a whole number up to 65535'],
    [['--port', '65536'], '--port must be a whole number up to 65535'],
    [['--port', '-1'], "Option '--port' argument is ambiguous."],
    [['--port', '1e3'], '--port must be a whole number up to 65535'],
    [['--port'], "Option '--port <value>' argument missing; --help lists the options"],
    [['--colour', 'red'], "Unknown option '--colour'; --help lists the options"],
    [['8787'], "Unexpected argument '8787'"],
    [['--help=yes'], "Option '--help' does not take an argument"],
    [['--origin', 'file:///x'], '--origin must be an http or https address without a path'],
    [['--origin', 'https://cards.test/news'], '--origin must be an http or https address without a path'],
    [['--origin', 'cards.test'], '--origin must be an http or https address without a path'],
    [['--origin', ''], '--origin must be an http or https address without a path'],
    [['--trust-proxy', 'proxy'], '--trust-proxy has "proxy"; expected addresses or ranges'],
    [['--metrics-from', '10.0.0.0/99'], '--metrics-from has "10.0.0.0/99"; expected'],
    [['--threads', '0'], '--threads must be a whole number from 1 to 256'],
    [['--cache', ''], '--cache must not be empty'],
    [['--cache-megabytes', 'all'], '--cache-megabytes must be a whole number from 1 to 1000000'],
  ])('%j', (args, sentence) => {
    expect(() => parse(args)).toThrow(OptionError)
    expect(() => parse(args)).toThrow(sentence)
    try {
      parse(args)
    } catch (error) {
      expect(String(error)).not.toContain('\n')
    }
  })
  test('a PORT of the environment', () =>
    expect(() => parse([], { PORT: 'eighty' })).toThrow('PORT must be a whole number up to 65535'))
})

test.each([
  ['https://cards.test', 'https://cards.test'],
  ['https://cards.test/', 'https://cards.test'],
  ['HTTP://Cards.Test:80', 'http://cards.test'],
  ['http://localhost:8787', 'http://localhost:8787'],
  ['https://user@cards.test', undefined],
  ['https://cards.test/?x', undefined],
  ['https://cards.test/#x', undefined],
  ['javascript:alert(1)', undefined],
])('the origin of %s is %s', (text, origin) => expect(parseOrigin(text)).toBe(origin))
