import { describe, expect, test } from 'vitest'
import { toMeantUrl } from '../../src/request/addresses.ts'
import { findSuffixes } from '../../src/request/routes.ts'

const mean = (address: string): string => {
  const { pathname, search } = toMeantUrl(new URL(address, 'https://caravan.test'))
  return `${pathname}${search}`
}

describe('an address as software rewrites it', () => {
  test.each([
    ['/indicators/baku-port.png/', '/indicators/baku-port.png'],
    ['/indicators//baku-port.png', '/indicators/baku-port.png'],
    ['//indicators/baku-port', '/indicators/baku-port'],
    ['/Indicators/Baku-Port.PNG', '/indicators/baku-port.png'],
    ['/indicators/baku-port.', '/indicators/baku-port'],
    ['/indicators/baku-port.png).', '/indicators/baku-port.png'],
    ['/indicators/baku-port,', '/indicators/baku-port'],
    ['/indicators/baku-port»', '/indicators/baku-port'],
    ['/indicators/baku-port%E2%80%9D', '/indicators/baku-port'],
    ['/indicators/baku-port。', '/indicators/baku-port'],
    ['/indicators/baku-port**', '/indicators/baku-port'],
    ['/indicators/baku-port%3E', '/indicators/baku-port'],
    ['/indicators/baku-port?lang=ru.', '/indicators/baku-port?lang=ru'],
    ['/indicators/baku-port?lang=ru/', '/indicators/baku-port?lang=ru'],
    ['/indicators/baku-port?theme=dark&lang=ru%22', '/indicators/baku-port?theme=dark&lang=ru'],
    ['/indicators/baku-port?theme=dark&amp;lang=ru', '/indicators/baku-port?theme=dark&lang=ru'],
    ['/indicators/baku-port.png%20', '/indicators/baku-port.png'],
    ['/indicators/baku-port%C2%A0', '/indicators/baku-port'],
    ['/indicators/baku-port%E2%80%8B', '/indicators/baku-port'],
    ['/indicators/baku-port.png%EF%BB%BF', '/indicators/baku-port.png'],
    ['/indicators/baku-port%3C', '/indicators/baku-port'],
    ['/indicators/baku-port.png|', '/indicators/baku-port.png'],
    ['/indicators/baku-port.png%5C', '/indicators/baku-port.png'],
    ['/indicators/baku-port?lang=ru%20', '/indicators/baku-port?lang=ru'],
    ['/indicators/baku-port.png&utm_source=x', '/indicators/baku-port.png?utm_source=x'],
    ['/indicators/baku-port.png&amp;lang=ru', '/indicators/baku-port.png?lang=ru'],
    ['/indicators/baku-port.png%3Flang=ru', '/indicators/baku-port.png?lang=ru'],
    ['/indicators/baku-port.png%3flang=ru?utm_source=x', '/indicators/baku-port.png?lang=ru&utm_source=x'],
    ['/indicators/baku-port?lang=ru?utm_source=x', '/indicators/baku-port?lang=ru&utm_source=x'],
    ['/indicators/baku-port??lang=ru', '/indicators/baku-port?&lang=ru'],
    ['/docs/', '/docs'],
    ['///', '/'],
  ])('%s is meant as %s', (address, meant) => {
    expect(mean(address.startsWith('//') ? `https://caravan.test${address}` : address)).toBe(meant)
  })
  test.each([
    '/',
    '/indicators/baku-port.png?lang=ru',
    '/indicators.csv?ids=a~b&lang=zh',
    '/oembed?url=https%3A%2F%2Fcaravan.test%2Findicators%2Fbaku-port%2F',
    '/oembed?url=https://caravan.test/indicators/baku-port?lang=ru',
    '/indicators/baku-port?utm_source=%D0%B0%25b',
    '/%E0%A4%A',
  ])('%s is what was meant', address => {
    const url = new URL(address, 'https://caravan.test')
    expect(toMeantUrl(url).href).toBe(url.href)
  })
})

describe('an address with a suffix that we do not have', () => {
  const files = ['svg', 'png', 'json', 'csv', 'xlsx', 'zip', 'jsonstat', 'jsonld']
  test.each([
    ['/indicators/baku-port.pdf', files],
    ['/indicators.xml', ['json', 'csv']],
    ['/feed.rss', ['atom', 'json']],
    ['/badges/baku-port.svg', ['json']],
    ['/indicators/baku-port/feed.json', ['atom']],
    ['/sitemap.txt', ['xml']],
    ['/sitemap.xml.gz', ['xml']],
    ['/indicators/baku-port.csv.gz', files],
    ['/indicators/baku-port.csv.zip', files],
    ['/nothing.pdf', []],
    ['/indicators/', []],
    ['/a.b.c', []],
  ])('%s: those we have are %j', (path, suffixes) => expect(findSuffixes(path)).toEqual(suffixes))
})

test('a long run of full stops takes no longer than its length', () => {
  const start = performance.now()
  mean(`/${'.'.repeat(200_000)}x`)
  mean(`/a?b=${'.'.repeat(200_000)}x`)
  expect(performance.now() - start).toBeLessThan(500)
})
