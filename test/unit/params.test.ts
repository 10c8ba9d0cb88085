import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { CardError } from '../../src/model/errors.ts'
import { layouts } from '../../src/model/indicator.ts'
import { languages } from '../../src/model/locales.ts'
import { type Encoding, parameters, themes, themesOf } from '../../src/request/parameters.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { toSearch } from '../../src/request/urls.ts'
import { crossing, read } from '../fixtures/folders.ts'

const indicator = read(crossing)
const parse = (query: string, encoding: Encoding = 'svg') =>
  parseParams(new URLSearchParams(query), encoding, indicator)

/** Values as a sentence names them. */
const named = (values: readonly string[]): string => `(${values.map(value => `"${value}"`).join(' | ')})`

const everything =
  'v=abc&to=2013&theme=dark&size=og&series=east&scale=2&layout=stat&lang=ru&from=2012&background=0000ff&asof=2016-12-31&accent=ff0000'

test('a bare path is a good card', () => {
  expect(parse('').params).toStrictEqual({
    encoding: 'svg',
    layout: 'trend',
    size: 'wide',
    theme: 'light',
    lang: 'en',
    scale: 1,
    series: ['east-old', 'west-old', 'east', 'west'],
  })
})

test.each([
  ['svg', 'wide', 'light'],
  ['png', 'og', 'light'],
  ['html', 'og', 'auto'],
  ['json', 'og', 'light'],
  ['csv', 'og', 'light'],
] as const)('%s is %s and %s unless asked', (encoding, size, theme) => {
  expect(parse('', encoding).params).toMatchObject({ size, theme })
  expect(toSearch(parse(`size=${size}&theme=${theme}`, encoding).query)).toBe('')
})

test('everything asked for is settled', () => {
  expect(parse(everything, 'png')).toEqual({
    params: {
      encoding: 'png',
      layout: 'stat',
      size: 'og',
      theme: 'dark',
      lang: 'ru',
      scale: 2,
      from: 2012,
      to: 2013,
      series: ['east'],
      asof: '2016-12-31',
      accent: 'ff0000',
      background: '0000ff',
    },
    query: new Map([
      ...new URLSearchParams(
        'accent=ff0000&asof=2016-12-31&background=0000ff&from=2012&lang=ru&layout=stat&scale=2&series=east&theme=dark&to=2013',
      ),
    ]),
    version: 'abc',
    ignored: [],
  })
})

describe('equivalent requests share one canonical query', () => {
  test.each([
    ['order', 'lang=ru&theme=dark', 'theme=dark&lang=ru', 'lang=ru&theme=dark'],
    ['defaults', 'theme=light&lang=en&layout=trend&size=wide', '', ''],
    ['case', 'LANG=RU&Theme=Dark', 'lang=ru&theme=dark', 'lang=ru&theme=dark'],
    ['unknown names', 'lang=ru&utm_source=x', 'lang=ru', 'lang=ru'],
    ['the order of series', 'series=west~east', 'series=east~west', 'series=east~west'],
    ['all of the series', 'series=west~east~west-old~east-old', '', ''],
    ['an empty value', 'lang=', '', ''],
    ['the same twice', 'lang=ru&lang=ru', 'lang=ru', 'lang=ru'],
    ['a release', 'v=abc&lang=ru', 'lang=ru', 'lang=ru'],
    ['a hash before a colour', 'accent=%23FF0000', 'accent=ff0000', 'accent=ff0000'],
    ['space around a value', 'lang=%20ru+', 'lang=ru', 'lang=ru'],
    ['a series twice', 'series=east~east', 'series=east', 'series=east'],
    ['the theme of an SVG', 'theme=auto', 'theme=AUTO', 'theme=auto'],
    ['years', 'to=2014&from=2012', 'from=2012&to=2014', 'from=2012&to=2014'],
    ['a badge by its layout or its size', 'layout=badge', 'size=badge', 'layout=badge'],
  ])('%s', (_, a, b, canonical) => {
    expect(toSearch(parse(a).query)).toBe(canonical && `?${canonical}`)
    expect(toSearch(parse(b).query)).toBe(canonical && `?${canonical}`)
  })
})

test('unknown names are reported', () => {
  expect(parse('utm_source=x&UTM_source=y&utm_source=z').ignored).toEqual(['utm_source', 'UTM_source'])
  expect(parse('constructor=1&toString=2').ignored).toEqual(['constructor', 'toString'])
})

test.each([
  ['svg', ['scale']],
  ['png', []],
  ['html', []],
  ['json', ['theme', 'size', 'scale', 'layout', 'background', 'accent']],
  ['csv', ['theme', 'size', 'scale', 'layout', 'background', 'accent']],
] as const)('of all parameters %s ignores %j', (encoding, ignored) =>
  expect(parse(everything, encoding).ignored).toEqual(ignored),
)

test('a release is known and never part of the canonical query', () => {
  expect(parse('v=ABC')).toMatchObject({ version: 'abc', query: new Map(), ignored: [] })
  expect(parse('').version).toBeUndefined()
})

describe('a parameter says what it is', () => {
  test.each(Object.entries(parameters))('%s', (name, parameter) => {
    expect(parameter.name).toBe(name)
    expect(parameter.about).toMatch(/^[A-Z].{9}/)
  })
  test('a language is called by its own name', () =>
    expect(parameters.lang.names).toEqual({ en: 'English', kk: 'Қазақша', ru: 'Русский', zh: '中文' }))
})

describe('bad input is a 400 that names the parameter and what it takes', () => {
  test.each([
    ['theme=drak', `theme must be ${named(themes)}`, 'dark'],
    ['layout=pie', `layout must be ${named(layouts)}`, undefined],
    ['lang=kz', `lang must be ${named(languages)}`, 'kk'],
    ['series=eats', 'series must be some of ("east-old" | "west-old" | "east" | "west"), joined by "~"', 'east'],
    ['from=20x0', 'from must be a year from 1900 to 2100', undefined],
    ['from=2014&to=2012', 'from must not be later than to', undefined],
    ['asof=2024-02-30', 'asof must be a day of the calendar, written YYYY-MM-DD', undefined],
    ['accent=red', 'accent must be six hex digits', undefined],
    ['background=ff', 'background must be six hex digits or "transparent"', undefined],
    ['lang=ru&lang=zh', 'lang is given twice with different values; expected it once', undefined],
    ['layout=badge&size=og', 'size "badge" and layout "badge" go together', undefined],
    ['__proto__=1&layout=__proto__', `layout must be ${named(layouts)}`, undefined],
  ])('%s', (query, sentence, suggestion) => {
    const error = capture(() => parse(query))
    expect(error).toMatchObject({ status: 400, code: 'bad-parameter', message: sentence })
    if (suggestion) expect(error.detail.suggestion).toBe(suggestion)
  })

  test.each([
    ['a year before 1900', 'from=1899'],
    ['a year after 2100', 'to=2101'],
    ['a year with a sign', 'from=%2B2014'],
    ['a year with a fraction', 'to=2014.'],
    ['a year without a number', 'from=abcd'],
    ['a month', 'asof=2024-02'],
    ['a year for a day', 'asof=2024'],
    ['a month that is none', 'asof=2024-13-01'],
    ['a day of a far year', 'asof=%2B012024-01-01'],
    ['a hash amid a colour', 'accent=ff%230000'],
    ['two hashes', 'accent=%23%23ff0000'],
    ['seven digits', 'accent=ff00001'],
    ['seven digits, the first wrong', 'accent=xff0000'],
    ['a word of another parameter', 'accent=transparent'],
    ['a series without a name', 'series=east~'],
    ['a layout that is no badge in the size of one', 'layout=stat&size=badge'],
  ])('%s', (_, query) => {
    const parameter = query.includes('size') ? 'size' : query.split('=')[0]
    expect(capture(() => parse(query))).toMatchObject({ status: 400, detail: { parameter } })
  })

  test.each([
    ['from=1900&to=2100', { from: 1900, to: 2100 }],
    ['from=2014&to=2014', { from: 2014, to: 2014 }],
    ['asof=2024-02-29', { asof: '2024-02-29' }],
    ['background=Transparent', { background: 'transparent' }],
  ])('%s is good input', (query, params) => expect(parse(query).params).toMatchObject(params))

  test.each([
    ['lang=kz', { parameter: 'lang', allowed: ['en', 'kk', 'ru', 'zh'], suggestion: 'kk' }],
    ['layout=pie', { parameter: 'layout', allowed: ['trend', 'bars', 'stat', 'badge'] }],
    ['size=poster', { parameter: 'size', allowed: ['og', 'wide', 'square', 'story', 'small', 'badge'] }],
    ['theme=auto', { parameter: 'theme', allowed: ['light', 'dark'] }],
    ['scale=4', { parameter: 'scale', allowed: ['1', '2', '3'], suggestion: '1' }],
    ['series=eats', { parameter: 'series', allowed: ['east-old', 'west-old', 'east', 'west'], suggestion: 'east' }],
    ['layout=badge&size=og', { parameter: 'size', allowed: ['og', 'wide', 'square', 'story', 'small', 'badge'] }],
    ['from=2014&to=2012', { parameter: 'from' }],
    ['to=x', { parameter: 'to' }],
    ['asof=x', { parameter: 'asof' }],
    ['accent=x', { parameter: 'accent' }],
    ['lang=ru&lang=zh', { parameter: 'lang' }],
  ])('a program is told of %s just this', (query, detail) =>
    expect(capture(() => parse(query, 'png')).detail).toEqual(detail),
  )

  test('more lines than a card may have are refused before one is drawn', () => {
    const [line] = indicator.series
    if (!line) throw new Error('the indicator of this test has a series')
    const many = { ...indicator, series: Array.from({ length: 13 }, (_, i) => ({ ...line, id: `line-${i}` })) }
    expect(capture(() => parseParams(new URLSearchParams(), 'svg', many)).code).toBe('too-many-series')
  })

  test('theme=auto is for SVG', () => {
    expect(parse('theme=auto').params.theme).toBe('auto')
    expect(capture(() => parse('theme=auto', 'png')).message).toBe(
      'theme "auto" is for SVG; for PNG theme must be ("light" | "dark")',
    )
    expect(themesOf('html')).toEqual(['light', 'dark', 'auto'])
  })
})

test('a badge has its own size', () => {
  expect(parse('layout=badge').params).toMatchObject({ layout: 'badge', size: 'badge' })
  expect(toSearch(parse('size=badge').query)).toBe('?layout=badge')
})

function capture(run: () => unknown): CardError {
  try {
    run()
  } catch (error) {
    if (error instanceof CardError) return error
    throw error
  }
  throw new Error('nothing was thrown; expected a CardError')
}

test('asof is not later than today', () => {
  vi.setSystemTime('2016-12-31T23:59:59Z')
  onTestFinished(() => void vi.useRealTimers())
  const ask = (day: string) => parse(`asof=${day}`, 'json')
  expect(ask('2016-12-31').params.asof).toBe('2016-12-31')
  expect(() => ask('2017-01-01')).toThrow('asof must not be later than today')
  expect(() => ask('9999-12-31')).toThrow('asof must not be later than today')
})
