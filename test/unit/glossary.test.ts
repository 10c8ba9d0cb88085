import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Lang, languages } from '../../src/model/locales.ts'
import * as messages from '../../src/model/messages.ts'
import * as builderWords from '../../src/pages/builder-words.ts'
import * as docsWords from '../../src/pages/docs-words.ts'
import * as inspectWords from '../../src/pages/inspect-words.ts'
import * as pageWords from '../../src/pages/page-words.ts'
import * as places from '../../src/pages/places.ts'
import * as shareWords from '../../src/pages/share-words.ts'
import * as site from '../../src/site.ts'
import { readData } from '../../tools/read-data.ts'
import { root } from '../../tools/repository.ts'

const { indicators } = readData()

type Text = { place: string; lang: Lang; text: string }

/** Every text that is in a language, at any depth of a value. */
function listTexts(value: unknown, place: string): Text[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => {
    const lang = languages.find(name => name === key)
    return lang && typeof entry === 'string'
      ? [{ place: `${place}.${key}`, lang, text: entry }]
      : listTexts(entry, `${place}.${key}`)
  })
}
const texts = [
  ...indicators.flatMap(indicator => listTexts(indicator, indicator.id)),
  ...listTexts(messages, 'messages'),
  ...[builderWords, docsWords, inspectWords, pageWords, places, shareWords].flatMap(words => listTexts(words, 'pages')),
  ...listTexts(site, 'site'),
]

/** The table of data/README.md under "Glossary". */
const glossary = readFileSync(join(root, 'data/README.md'), 'utf8')
  .split('## Glossary')[1]
  ?.split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
  .flatMap(([, lang, use, not]) => {
    const known = languages.find(name => name === lang)
    return known && use && not ? [{ lang: known, use, not }] : []
  })

describe('the glossary holds', () => {
  test('and is there', () => expect(glossary?.length).toBeGreaterThan(20))
  test.each(glossary ?? [])('in $lang "$use", and never "$not"', ({ lang, use, not }) => {
    // A term to avoid may be a part of the preferred term: 国家统计局 of 哈萨克斯坦国家统计局.
    const found = texts.filter(
      entry =>
        entry.lang === lang && entry.text.toLowerCase().replaceAll(use.toLowerCase(), '').includes(not.toLowerCase()),
    )
    expect(found.map(({ place, text }) => `${place}: ${text}`)).toEqual([])
  })
})

describe('a name is the same in every folder', () => {
  const names = indicators.flatMap(({ id, sources, series }) => [
    ...sources.flatMap(({ publisher, via }) => [publisher, ...(via ? [via] : [])].map(words => ({ id, words }))),
    ...series.flatMap(({ authority }) => [authority.name, authority.short].map(words => ({ id, words }))),
  ])
  test.each([...new Set(names.map(({ words }) => words.en))])('%s', name => {
    const written = names.filter(({ words }) => words.en === name).map(({ words }) => JSON.stringify(words))
    expect([...new Set(written)]).toHaveLength(1)
  })
})

describe('a template', () => {
  const templates = texts.filter(({ text }) => /\{\w+\}/.test(text))
  test('joins no ending to a figure, which may be followed by "more than"', () =>
    expect(
      templates
        .filter(({ lang, text }) => lang !== 'zh' && /\{(?:value|other)\w*\}\p{L}/u.test(text))
        .map(({ place }) => place),
    ).toEqual([]))
  test('of the whole is in the past: a dated figure is no present', () =>
    expect(
      templates
        .filter(({ lang, text, place }) => lang === 'en' && /finding|sentence/.test(place) && /\{in\}/.test(text))
        .filter(({ text }) => /\b(?:is|are|trades|counts|carries|handles|takes|has)\b/.test(text))
        .map(({ place, text }) => `${place}: ${text}`),
    ).toEqual([]))
})

test('a sentence of Kazakh ends with its verb, or with the figure after a colon or a dash', () => {
  const wrong = indicators.flatMap(({ id, finding, series }) =>
    listTexts([finding, series.map(({ sentence }) => sentence)], id)
      .filter(({ lang }) => lang === 'kk')
      .filter(({ text }) => !/[:—(]/.test(text) && !/[дт][ыі](?:, бұл \{change\})?$/.test(text)),
  )
  expect(wrong.map(({ place, text }) => `${place}: ${text}`)).toEqual([])
})

test('the name of a series is complete: it does not begin a figure or name the months of its periods', () => {
  const unfinished = {
    en: /\b(?:up to|about|over|than|of|to)$/i,
    kk: /(?:дейін|астам)$/i,
    ru: /(?:^|\s)(?:до|около|более|свыше|от)$/i,
    zh: /(?:至|约|逾)$/,
  }
  const months = {
    en: /January|September/,
    kk: /Қаңтар|қыркүйек/,
    ru: /январь|сентябрь/i,
    zh: /\d月/,
  }
  const labels = indicators.flatMap(({ id, series }) =>
    listTexts(
      series.map(({ label, short }) => ({ label, short })),
      id,
    ),
  )
  const wrong = labels.filter(({ lang, text }) => unfinished[lang].test(text) || months[lang].test(text))
  expect(wrong.map(({ place, text }) => `${place}: ${text}`)).toEqual([])
})

test('what Chinese says of a change fits how it is counted', () => {
  const verbs = { percent: /增加|减少|上升/, points: /增长|增加|减少/, absolute: /增长|下降|上升/ }
  const wrong = indicators.flatMap(({ id, finding, change }) =>
    listTexts(finding, id).filter(
      ({ lang, text }) => lang === 'zh' && text.includes('{size}') && verbs[change].test(text),
    ),
  )
  expect(wrong.map(({ place, text }) => `${place}: ${text}`)).toEqual([])
})
