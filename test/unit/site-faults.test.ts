import { describe, expect, test } from 'vitest'
import { findLicenceFaults, findSiteFaults, type Site } from '../../tools/data/site-faults.ts'
import * as site from '../fixtures/site.ts'

const sound: Site = site
const light = (change: Record<string, string>): Partial<Site> => ({
  cardColours: { ...sound.cardColours, light: { ...sound.cardColours.light, ...change } },
})
const path = (text: string): Partial<Site> => ({ emblem: { ...site.emblem, path: text } as unknown as Site['emblem'] })

test('settings without a fault have none', () => expect(findSiteFaults(sound)).toEqual([]))

describe('a wrong brand is refused with a sentence that says what to change', () => {
  test.each<[string, Partial<Site>, RegExp]>([
    ['a name that is empty', { name: ' ' }, /name is " "; expected 1 to 40 characters/],
    ['a slug with a space', { slug: 'my news' }, /slug is "my news"; expected/],
    ['a host with a scheme', { host: 'https://x.org' }, /host is "https:\/\/x\.org"; expected a host alone/],
    ['an origin with a path', { origin: 'https://x.org/cards' }, /origin is .* without a path/],
    ['a licence too long for the foot', { cardLicence: 'Creative Commons' }, /cardLicence is .* 1 to 12 characters/],
    [
      'a mailbox without mailto:',
      { foot: [{ words: { en: 'Errors', kk: 'Қате', ru: 'Ошибки', zh: '报错' }, url: 'me@x.org' }] },
      /^foot\[0\]\.url is "me@x\.org"; expected an address that begins with https:, mailto: or \/$/,
    ],
    [
      'a link that lacks a language on offer',
      { offered: ['en', 'ru'], foot: [{ words: { en: 'Errors' }, url: '/errors' }] },
      /^foot\[0\]\.words has no ru; expected/,
    ],
    ['a language that is not known', { offered: ['en', 'xx'] }, /offered has "xx"; expected some of en, kk, ru, zh/],
    ['a language twice', { offered: ['en', 'en'] }, /offered names a language twice/],
    ['no subject in English', { subject: { ru: 'Зерно' } }, /subject has no English/],
    ['a colour that is no colour', light({ china: 'red' }), /cardColours\.light\.china is "red"; expected "#"/],
    ['a colour that cannot be read', light({ china: '#ff9999' }), /china #ff9999 has a contrast of 1\.\d on ground/],
    ['two parties alike', light({ russia: '#a3001f' }), /china #a3001f and russia #a3001f differ by 0 to every reader/],
    ['two alike to the colour blind', light({ russia: '#5a5a00' }), /differ by [\d.]+ to readers with \w+opia/],
    [
      'a page that cannot be read',
      { colours: { ...sound.colours, dark: { ...sound.colours.dark, link: '#333333' } } },
      /colours\.dark\.link #333333 .* a lighter one/,
    ],
    ['an emblem with an arc', path('M0 0A1 1 0 0 0 2 2Z'), /emblem\.path has the command "A"/],
    ['an emblem with too few numbers', path('M0 0L1Z'), /has "L1"; expected two numbers/],
    ['an emblem that is open', path('M0 0L1 1'), /must begin with M and end with Z/],
  ])('%s', (_, change, sentence) => {
    expect(findSiteFaults({ ...sound, ...change }).join('\n')).toMatch(sentence)
  })
})

test('a card prints the licence of its folder', () => {
  const at = (terms: string) => [
    { id: 'grain', licence: { name: '', url: `https://creativecommons.org/licenses/${terms}/4.0/` } },
  ]
  expect([findLicenceFaults('CC BY', at('by')), findLicenceFaults('© Herald', at('by'))]).toEqual([[], []])
  expect(findLicenceFaults('CC BY-SA', at('by'))).toEqual([
    'cardLicence is "CC BY-SA", but data/grain/datapackage.json has https://creativecommons.org/licenses/by/4.0/; write the same in both',
  ])
})
