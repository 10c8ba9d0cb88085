import { describe, expect, test } from 'vitest'
import { CardError } from '../../src/errors.ts'
import { layouts } from '../../src/indicator.ts'
import { languages } from '../../src/lang.ts'
import { parseParams, themes } from '../../src/params.ts'
import { crossing, read } from '../fixtures/folders.ts'

const indicator = read(crossing)
const parse = (query: string, encoding: 'svg' | 'png' | 'json' = 'svg') =>
  parseParams(new URLSearchParams(query), encoding, indicator)

/** Values as a sentence names them. */
const named = (values: readonly string[]): string => `(${values.map(value => `"${value}"`).join(' | ')})`

test('a bare path is a good card', () => {
  expect(parse('').params).toEqual({
    encoding: 'svg',
    layout: 'trend',
    size: 'wide',
    theme: 'light',
    lang: 'en',
    scale: 1,
    series: ['east-old', 'west-old', 'east', 'west'],
  })
  expect(parse('', 'png').params.size).toBe('og')
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
  ])('%s', (_, a, b, canonical) => {
    expect(parse(a).canonical).toBe(canonical)
    expect(parse(b).canonical).toBe(canonical)
  })
})

test('unknown names are told, known ones of other encodings too', () => {
  expect(parse('utm_source=x&lang=ru').ignored).toEqual(['utm_source'])
  expect(parse('scale=2').ignored).toEqual(['scale'])
  expect(parse('theme=dark&size=og', 'json').ignored).toEqual(['theme', 'size'])
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

  test('theme=auto is for SVG', () => {
    expect(parse('theme=auto').params.theme).toBe('auto')
    expect(capture(() => parse('theme=auto', 'png')).message).toBe(
      'theme "auto" is for SVG; for PNG theme must be ("light" | "dark")',
    )
  })
})

test('a badge has its own size', () => {
  expect(parse('layout=badge').params).toMatchObject({ layout: 'badge', size: 'badge' })
  expect(parse('size=badge').canonical).toBe('layout=badge')
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
