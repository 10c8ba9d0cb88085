import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseFolder } from '../../tools/data/folder.ts'
import { readFolder } from '../../tools/read-data.ts'
import { crossing, days, parts, read, write } from '../fixtures/folders.ts'

const csv = (edit: (text: string) => string) =>
  parseFolder({ ...crossing, observations: edit(crossing.observations) }, days).faults
const json = (edit: (text: string) => string) =>
  parseFolder({ ...crossing, package: edit(crossing.package) }, days).faults

test('a sound folder has no fault', () => {
  expect(parseFolder(crossing, days).faults).toEqual([])
  expect(parseFolder(parts, days).faults).toEqual([])
})

test('files that begin with a byte order mark are read', () => {
  const folder = {
    ...crossing,
    package: `\ufeff${crossing.package}`,
    observations: `\ufeff${crossing.observations.replaceAll('\n', '\r\n')}`,
  }
  expect(read(folder)).toEqual(read(crossing))
})

test('an observation carries period, value, status, dates, source and flag', () => {
  expect(read(crossing).series[1]?.observations[2]).toEqual({
    period: {
      text: '2010',
      start: '2010-01-01',
      end: '2010-12-31',
      year: 2010,
      startYear: 2010,
      from: 1,
      to: 12,
      months: 12,
      part: false,
    },
    value: 1,
    status: 'final',
    published: '2012-06-01',
    precision: 'day',
    added: '2016-04-01',
    source: 'first-book',
    flag: 'artefact',
  })
})

test.each([
  ['2014-01-10', '2014-01-10', 'day'],
  ['2014-02', '2014-02-28', 'month'],
  ['2014', '2014-12-31', 'year'],
  ['2016-04', '2016-04-01', 'month'],
  ['2016', '2016-04-01', 'year'],
])('published %s is known by %s, to the %s', (published, day, precision) => {
  const [observation] = read(write({ north: `2012 4 final ${published}` })).series[0]?.observations ?? []
  expect(observation).toMatchObject({ published: day, precision, added: '2016-04-01' })
})

test('a remark is on every row of its figure, or on the one published then', () => {
  const remarks = [
    { series: 'north', period: '2012-01/2012-12', en: 'All' },
    { series: 'north', period: '2013', published: '2014-02', en: 'Later' },
  ]
  const figures = '2012 4 provisional 2013-01-10, 2012 4.5 final 2014, 2013 5, 2013 6 final 2014-02'
  const { observations } = read(write({ north: figures }, { remarks })).series[0] ?? {}
  expect(observations?.map(({ note }) => note?.en)).toEqual(['All', 'All', undefined, 'Later'])
})

test('an address is kept as a header can hold it', () => {
  const folder = { ...crossing, package: crossing.package.replace('/first', '/первая книга?a=>') }
  expect(read(folder).sources[0]?.url).toBe(
    'https://books.example/%D0%BF%D0%B5%D1%80%D0%B2%D0%B0%D1%8F%20%D0%BA%D0%BD%D0%B8%D0%B3%D0%B0?a=%3E',
  )
})

test('the catalogue begins on the day it is said to, or on that of its first row', () => {
  const begin = (baseline?: string) =>
    parseFolder(crossing, { ...days, ...(baseline && { baseline }) }).indicator?.baseline
  expect(begin('2016-03-31')).toBe('2016-03-31')
  expect(begin()).toBe('2016-04-01')
})

describe('a broken row stops the build with file, line, fault and what was expected', () => {
  test.each([
    [
      'east-old,2009,5',
      'east-old,2009,n/a',
      ':3: cannot read "east-old,2009,n/a,final,,2012-06-01,2016-04-01,first-book": "n/a" is not a value; expected a number such as 4.119',
    ],
    ['east-old,2009,5', 'east-old,2009,5e3', '"5e3" is not a value'],
    ['east-old,2009,5', 'east-old,2009,005', '"005" is not a value'],
    [
      'east-old,2009,5',
      'east-old,2009,1234567890.1234567',
      'is not a value; expected a number such as 4.119, of at most 15 digits',
    ],
    ['east-old,2009', 'north,2009', 'unknown series "north"; expected one of east-old, west-old, east, west'],
    [
      '2009,5,final,,2012-06-01,2016-04-01,first-book',
      '2009,5,final,,2012-06-01,2016-04-01,third-book',
      'unknown source "third-book"; expected one of first-book, second-book',
    ],
    [
      'east-old,2009,5,final',
      'east-old,2009,5,guess',
      'unknown status "guess"; expected one of final, provisional, estimated, plan',
    ],
    [
      'east-old,2009,5,final,',
      'east-old,2009,5,final,odd',
      'unknown flag "odd"; expected nothing or one of artefact, at-least, approximate, rounded',
    ],
    [
      '2009,5,final,,2012-06-01',
      '2009,5,final,,2012-02-30',
      '"2012-02-30" is not a publication date; expected YYYY-MM-DD, or YYYY-MM or YYYY where the source shows no more',
    ],
    [
      '2009,5,final,,2012-06-01,2016-04-01',
      '2009,5,final,,2012-06-01,2016-04',
      '"2016-04" is not the day of adding; expected YYYY-MM-DD',
    ],
    [
      'east-old,2009',
      'east-old,2009-13',
      '"2009-13" names a month or a day that does not exist; expected 2024, 2024-05, 2025-01/2025-09 or 2023-11-10/2024-04-01',
    ],
    ['east-old,2009', 'east-old,2009-05-20/2009-05-01', 'runs backwards; expected 2024'],
    ['east-old,2009', 'east-old,2009-05/2009-06-10', 'mixes years, months or days'],
    [
      'east-old,2009,5,final,',
      'east-old,2009,5,final',
      ':3: cannot read "east-old,2009,5,final,2012-06-01,2016-04-01,first-book": 7 fields; expected 8',
    ],
    [
      'series,period',
      'line,period',
      ':1: the header is "line,period,value,status,flag,published,added,source"; expected series,period,value',
    ],
    ['east-old,2009,5', 'east-old,"2009,5', 'cannot be read as CSV (RFC 4180)'],
    ['east-old,2009,5', 'east-old,2009,\u202e5', '"U+202E5" is not a value'],
  ])('%j turned into %j: %s', (from, to, fault) => {
    const faults = csv(text => text.replace(from, to))
    expect(faults.join('\n')).toContain(fault)
    expect(faults[0]).toMatch(/^data\/crossing\/observations\.csv:\d+: /)
  })

  test('an empty file', () =>
    expect(csv(() => '')).toEqual([
      'data/crossing/observations.csv:1: is empty; expected the header series,period,value,status,flag,published,added,source',
    ]))

  test('a header alone', () =>
    expect(csv(text => text.split('\n').slice(0, 1).join('\n')).join('\n')).toContain(
      ':1: no observation follows the header; expected at least one row',
    ))

  test('a series without a row', () =>
    expect(csv(text => text.replace(/^west,.*\n/gm, ''))).toEqual([
      'data/crossing/observations.csv:1: the series "west" has no observation; expected at least one row',
    ]))

  test('every fault is reported, not only the first', () => {
    expect(
      csv(text =>
        text.replace('east-old,2009,5', 'east-old,2009,x').replace('west,2014,9.25,final', 'west,2014,9.25,sure'),
      ),
    ).toHaveLength(2)
  })
})

describe('a broken package stops the build with file, line, fault and what was expected', () => {
  test.each([
    ['a comma too few', '"name": "crossing",', '"name": "crossing"', /datapackage\.json:3: .*expected JSON/],
    ['a comment', '{', '{ // to do', /datapackage\.json:1: .*expected JSON/],
    [
      'a key that is there twice',
      '"name": "crossing",',
      '"name": "crossing",\n  "name": "crossing",',
      /:3: the key "name" is there twice; expected each once/,
    ],
    [
      'nesting without end',
      '"name": "crossing",',
      `"name": ${'['.repeat(200_000)}${']'.repeat(200_000)},`,
      /:2: is nested too deeply; expected at most 32 levels/,
    ],
    ['a line separator', 'Treaty', 'Trea\u2028ty', /:\d+: a text holds U\+2028; expected characters/],
    ['a tag that is not seen', 'Treaty', 'Trea\u{e0041}ty', /:\d+: a text holds U\+E0041; expected characters/],
    ['an override of the direction', 'Treaty', 'Trea\u202ety', /:\d+: a text holds U\+202E; expected characters/],
    ['an isolate of the direction', 'Treaty', 'Trea\\u2067ty', /:\d+: a text holds U\+2067; expected/],
    ['NUL', 'Treaty', 'Trea\\u0000ty', /:\d+: a text holds U\+0000; expected/],
    ['a line break in a text', 'Treaty', 'Trea\\nty', /:\d+: a text holds U\+000A; expected/],
    ['half of a character', 'Treaty', 'Trea\\ud83dty', /:\d+: a text holds U\+D83D; expected/],
    ['another encoding', 'Treaty', 'Trea\ufffdty', /:\d+: a text holds U\+FFFD; expected/],
    ['words without end', 'Treaty', 'y'.repeat(201), /label\.en is too long; expected at most 200 characters/],
    [
      'a description without end',
      'Trade with East and West, as two offices count it',
      'y'.repeat(1001),
      /:\d+: description is too long; expected at most 1000 characters/,
    ],
    [
      'another name than its folder',
      '"name": "crossing"',
      '"name": "crossings"',
      /:2: name is "crossings"; expected "crossing", the name of the folder/,
    ],
    ['a source without a web address', 'https://books.example/second', 'second', /:\d+: sources\.1\.path is not a URL/],
    [
      'a link that runs script',
      'https://books.example/second',
      'javascript:alert(1)',
      /:\d+: sources\.1\.path is not a web address; expected https:/,
    ],
    [
      'an address with a password',
      'https://books.example/second',
      'https://me:secret@books.example/second',
      /:\d+: sources\.1\.path holds a name or a password/,
    ],
    [
      'an address of the scaffold',
      'https://books.example/second',
      'https://www.example.org/page',
      /:\d+: sources\.1\.path is still the scaffold's; expected the address of the page itself/,
    ],
    [
      'a headline that is no series',
      '"headline": "east"',
      '"headline": "north"',
      /card\.headline names the series "north"; expected one of east-old, west-old, east, west/,
    ],
    [
      'an authority that is not listed',
      '"authority": "new-office"',
      '"authority": "no-office"',
      /card\.series\.2\.authority names the authority "no-office"; expected one of old-office, new-office/,
    ],
    [
      'a note with an unknown source',
      '"first-book"\n        ]',
      '"other-book"\n        ]',
      /card\.notes\.0\.?.* cites the unknown source "other-book"/,
    ],
    ['a key nobody knows', '"headline"', '"colour": "red", "headline"', /card\.colour/],
    [
      'a line that continues itself',
      '"continues": "east-old"',
      '"continues": "east"',
      /:\d+: card\.series\.2\.continues comes back to "east"/,
    ],
    [
      'a figure that its place does not have',
      'Trade with East was {value} {in}',
      'Trade with East was {worth} {in}',
      /:\d+: card\.series\.0\.sentence\.en is wrong at "\{worth\}"; expected \{value\}, \{in\}, \{for\}/,
    ],
    [
      'a verb that agrees with no figure',
      'Trade with East was {value} {in}',
      'Trade with East {worth?was:were} {value} {in}',
      /:\d+: card\.series\.0\.sentence\.en is wrong at "\{worth\?was:were\}"; expected \{value\}, \{in\}, \{for\}/,
    ],
    [
      'braces in words that hold no figure',
      'Treaty',
      'Trea{ty',
      /:\d+: card\.events\.0\.label\.en is wrong at "\{ty"; expected no braces/,
    ],
    [
      'a leader without a sentence',
      '"west": {\n          "passed"',
      '"east-old": {\n          "passed"',
      /has no sentence for "west"/,
    ],
  ])('%s', (_, from, to, fault) => {
    const faults = json(text => text.replace(from, to))
    expect(faults.join('\n')).toMatch(fault)
    expect(faults[0]).toMatch(/^data\/crossing\/datapackage\.json:\d+: /)
  })

  test('an empty file', () =>
    expect(json(() => '')[0]).toBe('data/crossing/datapackage.json:1: is empty or not there; expected a Data Package'))
})

describe('only a file of reasonable size is read; anything else is reported', () => {
  const data = mkdtempSync(join(tmpdir(), 'caravan-data-'))
  afterAll(() => rmSync(data, { recursive: true }))
  test.each<[string, (path: string) => void, string]>([
    ['a link', path => symlinkSync('/etc/passwd', path), 'is not a file; expected one'],
    ['a link to a device', path => symlinkSync('/dev/zero', path), 'is not a file; expected one'],
    ['a pipe', path => void execFileSync('mkfifo', [path]), 'is not a file; expected one'],
    ['a folder', path => void mkdirSync(path), 'is not a file; expected one'],
    ['a giant', path => writeFileSync(path, 'x'.repeat(2_000_001)), 'has 2000001 bytes; expected at most 2000000'],
  ])('%s', (name, make, fault) => {
    const id = name.replaceAll(' ', '-')
    mkdirSync(join(data, id))
    make(join(data, id, 'observations.csv'))
    expect(parseFolder(readFolder(id, data), { today: '2026-01-01' }).faults).toEqual([
      `data/${id}/observations.csv:1: ${fault}`,
    ])
  })
})
