import { describe, expect, test } from 'vitest'
import {
  comparePeriods,
  findPeriod,
  findPeriodFault,
  isAdjacent,
  isAlike,
  isCalendarDay,
  isNext,
  toLastDay,
  toX,
} from '../../src/model/period.ts'
import { toPeriod as read } from '../fixtures/periods.ts'

test.each([
  ['2024', '2024', '2024-01-01', '2024-12-31', 12, false],
  ['2024-01/2024-12', '2024', '2024-01-01', '2024-12-31', 12, false],
  ['2024-01-01/2024-12-31', '2024', '2024-01-01', '2024-12-31', 12, false],
  ['2024-02', '2024-02', '2024-02-01', '2024-02-29', 1, true],
  ['2023-02', '2023-02', '2023-02-01', '2023-02-28', 1, true],
  ['2024-02-01/2024-02-29', '2024-02', '2024-02-01', '2024-02-29', 1, true],
  ['2024-05/2024-05', '2024-05', '2024-05-01', '2024-05-31', 1, true],
  ['2025-01/2025-09', '2025-01/2025-09', '2025-01-01', '2025-09-30', 9, true],
  ['2022-04/2023-03', '2022-04/2023-03', '2022-04-01', '2023-03-31', 12, false],
  ['2023-01/2024-12', '2023-01/2024-12', '2023-01-01', '2024-12-31', 24, false],
  ['2023-11-10/2024-04-01', '2023-11-10/2024-04-01', '2023-11-10', '2024-04-01', 6, true],
  ['2023-06-15/2024-06-14', '2023-06-15/2024-06-14', '2023-06-15', '2024-06-14', 13, true],
  ['2024-05-20/2024-05-20', '2024-05-20/2024-05-20', '2024-05-20', '2024-05-20', 1, true],
])('%s is %s, from %s to %s, %d months, part: %s', (written, text, start, end, months, part) =>
  expect(findPeriod(written)).toMatchObject({ text, start, end, months, part }),
)

test.each([
  ['2024', 2024.5],
  ['2024-01', 2024 + 0.5 / 12],
  ['2022-04/2023-03', 2022.75],
  ['2024-01-01/2024-01-31', 2024 + 0.5 / 12],
  ['2024-02-01/2024-02-15', 2024 + (1 + 7.5 / 29) / 12],
])('%s is at %d in time', (text, x) => expect(toX(read(text))).toBeCloseTo(x, 10))

test('the weeks of a month lie one after the other', () => {
  const weeks = ['01/2024-01-07', '08/2024-01-14', '15/2024-01-21', '22/2024-01-28'].map(days =>
    toX(read(`2024-01-${days}`)),
  )
  expect(weeks).toEqual(weeks.toSorted())
  expect(new Set(weeks).size).toBe(4)
})

test('a period of two years says in which it starts and ends', () =>
  expect(read('2022-04/2023-03')).toMatchObject({ startYear: 2022, year: 2023, from: 4, to: 3 }))

test.each([
  ['2024-05-20/2024-05-01', 'runs backwards'],
  ['2024-09/2024-01', 'runs backwards'],
  ['2024-13', 'names a month or a day that does not exist'],
  ['2024-00', 'names a month or a day that does not exist'],
  ['2024-01/2024-13', 'names a month or a day that does not exist'],
  ['2023-02-01/2023-02-29', 'names a month or a day that does not exist'],
  ['2024-04-31/2024-05-31', 'names a month or a day that does not exist'],
  ['2024-05/2024-06-10', 'mixes years, months or days'],
  ['2024-05-01/2024-06', 'mixes years, months or days'],
  ['2023/2024', 'mixes years, months or days'],
  ['2024-05-20', 'is not a period'],
  ['0000', 'is not a period'],
  ['0999-01', 'is not a period'],
  ['24', 'is not a period'],
  ['2024 ', 'is not a period'],
  ['2024Q1', 'is not a period'],
  ['', 'is not a period'],
])('"%s" %s', (text, fault) => {
  expect(findPeriod(text)).toBeUndefined()
  expect(findPeriodFault(text)).toBe(fault)
})

test('what is a period has no fault', () => expect(findPeriodFault('2024-02')).toBeUndefined())

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-2-9', false],
  ['2024-12-32', false],
  ['today', false],
])('%s in the calendar: %s', (day, is) => expect(isCalendarDay(day)).toBe(is))

test.each([
  ['2024', '2024-12-31'],
  ['2024-02', '2024-02-29'],
  ['2023-04', '2023-04-30'],
  ['2024-05-20', '2024-05-20'],
])('%s is over on %s', (date, day) => expect(toLastDay(date)).toBe(day))

test('periods are sorted by their end, the longer first', () => {
  const shuffled = ['2025-01/2025-09', '2024-12', '2024', '2024-07/2024-09', '2024-01/2024-09']
  expect(
    shuffled
      .map(read)
      .sort(comparePeriods)
      .map(({ text }) => text),
  ).toEqual(['2024-01/2024-09', '2024-07/2024-09', '2024', '2024-12', '2025-01/2025-09'])
  expect(comparePeriods(read('2024'), read('2024-01/2024-12'))).toBe(0)
})

describe('totals cover time alike', () => {
  test.each([
    ['2023', '2024', true],
    ['2023', '2024-01/2024-12', true],
    ['2022-04/2023-03', '2023-04/2024-03', true],
    ['2022-04/2023-03', '2023', false],
    ['2024-01/2024-09', '2025-01/2025-09', true],
    ['2024-01/2024-09', '2025-01/2025-08', false],
    ['2024-01/2024-09', '2024', false],
    ['2023-02', '2024-02', true],
    ['2024-01', '2024-02', false],
    ['2023-11-10/2024-02-29', '2022-11-10/2023-02-28', true],
    ['2023-01-01/2023-06-05', '2024-01/2024-06', false],
    ['2022-01/2023-12', '2024', false],
  ])('%s and %s: %s', (a, b, alike) => {
    expect(isAlike(read(a), read(b))).toBe(alike)
    expect(isAlike(read(b), read(a))).toBe(alike)
  })
  test('levels of as many months do, whichever months they are', () => {
    const level = (text: string) => ({ ...read(text), part: false })
    expect(isAlike(level('2024-01'), level('2024-02'))).toBe(true)
    expect(isAlike(level('2024-01'), level('2024-01/2024-03'))).toBe(false)
  })
})

describe('a line runs', () => {
  test.each([
    ['2023', '2024', true, true],
    ['2022', '2024', false, false],
    ['2022-04/2023-03', '2023-04/2024-03', true, true],
    ['2022-04/2023-03', '2024-04/2025-03', false, false],
    ['2024-01', '2024-02', true, true],
    ['2024-12', '2025-01', true, true],
    ['2024-01', '2024-03', false, false],
    ['2024-10/2024-12', '2025-01/2025-03', true, true],
    ['2024-01/2024-03', '2025-01/2025-03', false, true],
    ['2024-02', '2025-02', false, true],
    ['2024-01-01/2024-01-07', '2024-01-08/2024-01-14', true, true],
    ['2024-02', '2024-01', false, false],
  ])('from %s to %s: on the next day %s, or as the same part of the next year %s', (a, b, adjacent, next) => {
    expect(isAdjacent(read(a), read(b))).toBe(adjacent)
    expect(isNext(read(a), read(b))).toBe(next)
  })
})
