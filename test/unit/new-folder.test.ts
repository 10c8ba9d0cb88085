import { expect, test } from 'vitest'
import { languages } from '../../src/model/locales.ts'
import { toDraft } from '../../tools/data/draft.ts'
import { parseFolder } from '../../tools/data/folder.ts'
import { toNewFolder } from '../../tools/data/scaffold.ts'
import { findMissingForms } from '../../tools/data/unit-forms.ts'
import { findUntranslated } from '../../tools/data/untranslated.ts'
import { cardOf } from '../fixtures/cards.ts'
import { fillIn } from '../fixtures/folders.ts'

const days = { today: '2026-11-24', baseline: '2026-11-01' }
const scaffold = toNewFolder('my-indicator', days.today)

test('a new folder is refused only for its hints, each with its place', () => {
  const { faults } = parseFolder(scaffold, days)
  const hints = scaffold.package.split('\n').filter(line => line.includes('<'))
  const cells = new Set(scaffold.observations.match(/<[^>]+>/g))
  expect(faults.filter(fault => !fault.includes(" is still the scaffold's"))).toEqual([])
  expect(faults).toHaveLength(hints.length + cells.size)
  expect(faults[0]).toBe(
    'data/my-indicator/datapackage.json:4: title is still the scaffold\'s at "<What is counted>"; expected your words',
  )
  expect(faults).toContain(
    'data/my-indicator/observations.csv:2: C2 is still the scaffold\'s at "<value>", as in 1 more; expected what the source says',
  )
})

test('one hint left is enough to refuse it', () => {
  const { package: text, observations } = fillIn(scaffold)
  for (const folder of [
    { ...scaffold, package: text.replace('"What is counted"', '"<What is counted>"'), observations },
    { ...scaffold, package: text, observations: observations.replace('110', '<value>') },
    { ...scaffold, package: text.replace('statistics.example', 'www.example.org'), observations },
  ])
    expect(parseFolder(folder, days).faults).toEqual([expect.stringContaining(" is still the scaffold's")])
})

test('filled in it is sound, in every language, and makes a card', () => {
  const { indicator, faults } = parseFolder(fillIn(scaffold), days)
  expect(faults).toEqual([])
  if (!indicator) throw new Error('the folder must be read')
  expect(findUntranslated(indicator, 'my-indicator')).toEqual([])
  expect(languages.map(lang => cardOf(indicator, `lang=${lang}`).finding)).toEqual([
    'The total of the place rose 10% in 2025, to 110 units',
    'Сол жердегі барлығы 2025 жылы 10%-ға өсіп, 110 бірлік болды',
    'Всего там-то в 2025 году: рост на 10\u00a0%, до 110 единиц',
    '2025年某地总数增长10%，至110单位',
  ])
})

test('of a site in English it asks for English only, and is sound without the rest', () => {
  const folder = toNewFolder('my-indicator', days.today, { among: ['en'] })
  expect(folder.package).not.toMatch(/"(?:kk|ru|zh)":/)
  const { indicator, faults } = parseFolder(fillIn(folder), days)
  expect(faults).toEqual([])
  if (!indicator) throw new Error('the folder must be read')
  expect(findUntranslated(indicator, 'my-indicator', ['en'])).toEqual([])
  expect(findMissingForms(indicator, ['en'])).toEqual([])
  // In a language that it lacks, the sentence and its numbers are English.
  expect(cardOf(indicator, 'lang=ru')).toMatchObject({
    finding: 'The total of the place rose 10% in 2025, to 110 units',
    headline: { formatted: '110 units' },
  })
})

test('its README names every part an editor fills in', () => {
  for (const part of [
    'observations.csv',
    'published',
    'added',
    'sources',
    'card.measure',
    'card.unit',
    'card.authorities',
    'card.series',
    'card.finding',
    'check:data',
  ])
    expect(scaffold.readme).toContain(part)
})

test.each(languages)('while it is filled in, a preview shows its hints in brackets in %s', lang => {
  const { indicator, faults } = parseFolder(toDraft(scaffold, days.today), days)
  expect(faults).toEqual([])
  if (!indicator) throw new Error('the draft must be read')
  const card = cardOf(indicator, `lang=${lang}`)
  expect(card.finding).toMatch(/\[.+\]/)
  expect(JSON.stringify(card)).not.toContain('<')
})

test('of a table it takes the headings in their language, the decimals, and what holds for every row', () => {
  const table = {
    series: [
      { id: 'series-1', label: 'Пшеница' },
      { id: 'barley', label: 'Barley' },
    ],
    rows: [
      { series: 'series-1', period: '2024', value: '18.58' },
      { series: 'barley', period: '2024', value: '3.8' },
    ],
  }
  const known = { published: '2025-03-31', status: 'final' } as const
  const folder = toNewFolder('grain', days.today, { among: ['en', 'ru'], table, ...known })
  const { card, sources } = JSON.parse(folder.package)
  expect(card.series.map(({ label }: { label: object }) => label)).toEqual([
    { en: '<Total>', ru: 'Пшеница' },
    { en: 'Barley', ru: '<Итого>' },
  ])
  expect([card.unit.display.en.decimals, sources[0].published]).toEqual([2, '2025-03-31'])
  expect(folder.observations).toContain('\nseries-1,2024,18.58,final,,2025-03-31,2026-11-24,first-source\n')
  expect(folder.observations).not.toContain('<')
  expect(toNewFolder('grain', days.today, { among: ['en'], table }).package).toContain('"en": "Пшеница"')
})
