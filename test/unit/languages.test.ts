import { describe, expect, test } from 'vitest'
import { chooseLanguage, findLanguage } from '../../src/request/languages.ts'

describe('a BCP 47 tag leads to a language on offer by lookup', () => {
  test.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hans-CN', 'zh'],
    ['en-US', 'en'],
    ['EN-gb', 'en'],
    ['kk-Cyrl-KZ', 'kk'],
    ['ru-u-nu-latn', 'ru'],
    ['ru-x-any', 'ru'],
    ['de', undefined],
    ['zhx', undefined],
    ['kz', undefined],
    ['zh_CN', undefined],
    ['zh-', undefined],
    ['', undefined],
  ])('%s to %s', (tag, lang) => expect(findLanguage(tag)).toBe(lang))
  test('and to none that the site does not offer', () => expect(findLanguage('ru-RU', ['en', 'kk'])).toBeUndefined())
})

describe('the language of a reader', () => {
  test.each([
    [null, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['kk', 'kk'],
    ['kk-KZ,kk;q=0.9,ru;q=0.8,en;q=0.7', 'kk'],
    ['de, ru;q=0.5, zh;q=0.8', 'zh'],
    ['de, fr', 'en'],
    ['ru;q=0, zh;q=0.1', 'zh'],
    ['en;q=0.1, zh-TW', 'zh'],
    ['; ;,=', 'en'],
  ] as const)('who sends %s is %s', (header, lang) => expect(chooseLanguage(header)).toBe(lang))
})
