import { expect, test } from 'vitest'
import {
  formatAsOf,
  formatCaption,
  formatDate,
  formatFor,
  formatIn,
  formatMonths,
  formatPeriod,
  inflectMonth,
  joinSpan,
} from '../../src/model/dates.ts'
import { formatFigure } from '../../src/model/figures.ts'
import type { Lang } from '../../src/model/locales.ts'
import { formatNumber } from '../../src/model/numbers.ts'
import { formatSize } from '../../src/model/phrases.ts'
import { roundTo } from '../../src/model/rounding.ts'
import { crossing, read } from '../fixtures/folders.ts'
import { toPeriod } from '../fixtures/periods.ts'

const { unit } = read(crossing)
const months = toPeriod('2025-01/2025-09')
const year = toPeriod('2024')

test.each([
  ['en', '1,234.50', '10 March 2026', '8.1%'],
  ['kk', '1 234,50', '2026 жылғы 10 наурыз', '8,1%'],
  ['ru', '1 234,50', '10 марта 2026 г.', '8,1 %'],
  ['zh', '1234.50', '2026年3月10日', '8.1%'],
] as const)('numbers, dates and percent in %s are those of CLDR', (lang, number, date, change) => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
  expect(plain(formatNumber(1234.5, { least: 2, most: 2 }, lang))).toBe(number)
  expect(plain(formatDate('2026-03-10', lang))).toBe(date)
  expect(plain(formatSize({ kind: 'percent', from: 100, to: 91.9, unit }, lang))).toBe(change)
})

test('a date is as exact as its text', () => {
  expect(formatDate('2025-08', 'en')).toBe('August 2025')
  expect(formatDate('2025', 'ru')).toBe('2025')
})

test('each month of Kazakh has its endings, and each of Russian its prepositional', () => {
  const months = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`)
  const say = (lang: Lang, format: typeof formatIn) =>
    months.map(text => format(toPeriod(text), lang).replace(/^2024\sжылғы\s|^в\s|\s2024\sгода$/g, '')).join(' ')
  expect(say('kk', formatIn)).toBe(
    'қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда',
  )
  expect(say('kk', formatFor)).toBe(
    'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға',
  )
  expect(months.map(month => formatAsOf(`${month}-05`, 'kk').split(/\s/)[3]).join(' ')).toBe(
    'қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы',
  )
  expect(months.map(month => inflectMonth(formatDate(month, 'kk'), 'instrumental').split(/\s/).at(-1)).join(' ')).toBe(
    'қаңтармен ақпанмен наурызбен сәуірмен мамырмен маусыммен шілдемен тамызбен қыркүйекпен қазанмен қарашамен желтоқсанмен',
  )
  expect(say('ru', formatIn)).toBe('январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре')
})

test.each([
  ['2020 – Jan–May 2026', 'en'],
  ['2020年—2026年1月至5月', 'zh'],
] as const)('the first and the last of some periods are told apart from a range of months: %s', (span, lang) => {
  const [first, last] = [toPeriod('2020'), toPeriod('2026-01/2026-05')]
  expect(joinSpan([formatCaption(first, lang), formatCaption(last, lang)], lang)).toBe(span)
})

test.each([
  ['en', 'in 2024', 'in January–September 2025'],
  ['kk', '2024 жылы', '2025 жылғы қаңтар–қыркүйекте'],
  ['ru', 'в 2024 году', 'за январь–сентябрь 2025 года'],
  ['zh', '2024年', '2025年1月至9月'],
] as const)('a period inside a sentence in %s', (lang, whole, part) => {
  expect(formatIn(year, lang)).toBe(whole)
  expect(formatIn(months, lang)).toBe(part)
})

test.each([
  ['en', 'Jan–Sept', 'Jan–Sept 2025', 'Nov 2023 – Apr 2024', 'November 2023 – April 2024'],
  [
    'kk',
    'қаң.–қыр.',
    '2025\u00a0ж. қаң.–қыр.',
    '2023\u00a0ж. қар. – 2024\u00a0ж. сәу.',
    '2023 жылғы қараша – 2024 жылғы сәуір',
  ],
  ['ru', 'янв.–сент.', 'янв.–сент. 2025', 'нояб. 2023 – апр. 2024', 'ноябрь 2023 – апрель 2024 года'],
  ['zh', '1月至9月', '2025年1月至9月', '2023年11月—2024年4月', '2023年11月—2024年4月'],
] as const)('months beside a figure in %s, within a year and over two', (lang, axis, caption, overTwo, inFull) => {
  const winter = toPeriod('2023-11/2024-04')
  expect([formatMonths(months, 'short', lang), formatCaption(months, lang)]).toEqual([axis, caption])
  expect([formatCaption(winter, lang), formatPeriod(winter, lang)]).toEqual([overTwo, inFull])
})

test('a figure that is not 0 is not shown as 0', () => {
  expect(formatFigure({ figure: { value: 0 }, unit }, 'en')).toBe('0 bn tugriks')
  expect(formatFigure({ figure: { value: 0.004 }, unit }, 'en')).toBe('4 million tugriks')
  expect(formatFigure({ figure: { value: -0.004 }, unit }, 'en')).toBe('−4 million tugriks')
  expect(formatFigure({ figure: { value: 0.0004 }, unit }, 'en')).toBe('0.0004 bn tugriks')
  expect(formatFigure({ figure: { value: 0.09, flag: 'at-least' }, unit }, 'en')).toBe('>90 million tugriks')
  expect(formatFigure({ figure: { value: 0.004 }, unit }, 'zh')).toBe('0.04亿tugriks')
})

test('a figure shows no decimals that its source lacks, and a bound is marked', () => {
  expect(formatFigure({ figure: { value: 28, flag: 'rounded' }, unit }, 'en')).toBe('28 bn tugriks')
  expect(formatFigure({ figure: { value: 28 }, unit }, 'en')).toBe('28 bn tugriks')
  expect(formatFigure({ figure: { value: 28.4, flag: 'at-least' }, unit }, 'en')).toBe('>28.4 bn tugriks')
})

test.each([
  [5.25, '>5.2 bn tugriks'],
  [5.3, '>5.3 bn tugriks'],
  [1.1, '>1.1 bn tugriks'],
  [380, '>380 bn tugriks'],
])('a bound is never rounded up: more than %d', (value, text) =>
  expect(formatFigure({ figure: { value, flag: 'at-least' }, unit }, 'en')).toBe(text),
)

test.each([
  [5, 5.4, '400 million tugriks'],
  [5, 3.75, '1.2 bn tugriks'],
  [5, 5.04, '40 million tugriks'],
  [5, 4.998, '2 million tugriks'],
  [5, 5, '0 bn tugriks'],
])('from %d to %d: the difference of the shown figures, and 0 only if they are equal', (from, to, text) =>
  expect(formatSize({ kind: 'absolute', from, to, unit }, 'en')).toBe(text),
)

test.each([
  [1.005, 2, 1.01],
  [10.235, 2, 10.24],
  [8.345, 2, 8.35],
  [-19.95, 1, -20],
  [0.5, 0, 1],
  [-0.04, 1, 0],
  [1234567.891, 1, 1234567.9],
])('%d to %d decimals is %d: halves go away from 0, as the number is written', (value, decimals, rounded) =>
  expect(roundTo(value, decimals)).toBe(rounded),
)

test('zero has no sign', () => expect(formatNumber(-0.04, { least: 1, most: 1 }, 'en')).toBe('0.0'))

test.each([
  ['zh', 1000, '1000'],
  ['zh', 12345, '12,345'],
  ['en', 1000, '1,000'],
  ['ru', 1000, '1\u00a0000'],
] as const)('in %s %d is grouped as %s', (lang, value, text) =>
  expect(formatNumber(value, { most: 0 }, lang)).toBe(text),
)
