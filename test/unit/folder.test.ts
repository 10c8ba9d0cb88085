import { describe, expect, test } from 'vitest'
import { parseFolder } from '../../tools/data/folder.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'

const csv = (edit: (text: string) => string) =>
  parseFolder({ ...crossing, observations: edit(crossing.observations) }).faults
const json = (edit: (text: string) => string) => parseFolder({ ...crossing, package: edit(crossing.package) }).faults

test('a sound folder has no fault', () => {
  expect(parseFolder(crossing).faults).toEqual([])
  expect(parseFolder(parts).faults).toEqual([])
})

test('an observation carries period, value, status, publication date, source and flag', () => {
  expect(read(crossing).series[1]?.observations[2]).toEqual({
    period: { text: '2010', year: 2010, startYear: 2010, from: 1, to: 12, part: false },
    value: 1,
    status: 'final',
    published: '2012-06-01',
    source: 'first-book',
    flag: 'artefact',
  })
})

describe('a broken row stops the build with file, line, fault and what was expected', () => {
  test.each([
    [
      'a value that is no number',
      'east-old,2009,5',
      'east-old,2009,n/a',
      ':3: cannot read "east-old,2009,n/a,final,2012-06-01,first-book": "n/a" is not a value; expected a number such as 4.119',
    ],
    [
      'a value in another notation',
      'east-old,2009,5',
      'east-old,2009,5e3',
      ':3: cannot read "east-old,2009,5e3,final,2012-06-01,first-book": "5e3" is not a value; expected a number such as 4.119',
    ],
    [
      'an unknown series',
      'east-old,2009',
      'north,2009',
      ':3: cannot read "north,2009,5,final,2012-06-01,first-book": unknown series "north"; expected one of east-old, west-old, east, west',
    ],
    [
      'an unknown source',
      'east-old,2009,5,final,2012-06-01,first-book',
      'east-old,2009,5,final,2012-06-01,third-book',
      'unknown source "third-book"; expected one of first-book, second-book',
    ],
    [
      'an unknown status',
      'east-old,2009,5,final',
      'east-old,2009,5,guess',
      'unknown status "guess"; expected one of final, provisional, estimated, plan',
    ],
    [
      'a day that does not exist',
      '2009,5,final,2012-06-01',
      '2009,5,final,2012-02-30',
      '"2012-02-30" is not a publication date; expected YYYY-MM-DD',
    ],
    ['a period that does not exist', 'east-old,2009', 'east-old,2009-13', '"2009-13" is not a period'],
    [
      'a missing field',
      'east-old,2009,5,final',
      'east-old,2009,5',
      ':3: cannot read "east-old,2009,5,2012-06-01,first-book": 5 fields; expected 6',
    ],
    [
      'periods out of order',
      'east-old,2009,5',
      'east-old,2007,5',
      ':3: east-old 2007 follows 2008; expected periods in ascending order',
    ],
    [
      'a duplicate',
      'east,2013,10.5,final,2015-02-01',
      'east,2013,10.5,final,2014-02-01',
      ':12: east 2013 is a duplicate of line 11',
    ],
    [
      'a revision older than what it revises',
      'east,2013,10.5,final,2015-02-01',
      'east,2013,10.5,final,2013-02-01',
      ':12: east 2013 is published before line 11',
    ],
    [
      'another header',
      'series,period',
      'line,period',
      ':1: the header is "line,period,value,status,published,source"; expected series,period,value,status,published,source',
    ],
    ['a quote left open', 'east-old,2009,5', 'east-old,"2009,5', 'cannot be read as CSV (RFC 4180)'],
  ])('%s', (_, from, to, fault) => {
    const faults = csv(text => text.replace(from, to))
    expect(faults.join('\n')).toContain(fault)
    expect(faults[0]).toMatch(/^data\/crossing\/observations\.csv:\d+: /)
  })

  test('an empty file', () =>
    expect(csv(() => '')).toEqual([
      'data/crossing/observations.csv:1: is empty; expected the header series,period,value,status,published,source',
    ]))

  test('every fault is told, not the first only', () => {
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
    [
      'another name than its folder',
      '"name": "crossing"',
      '"name": "crossings"',
      /:2: name is "crossings"; expected "crossing", the name of the folder/,
    ],
    ['a source without a web address', 'https://example.org/second', 'second', /:\d+: sources\.1\.path is not a URL/],
    [
      'a link that runs script',
      'https://example.org/second',
      'javascript:alert(1)',
      /:\d+: sources\.1\.path is not a web address/,
    ],
    [
      'a headline that is no series',
      '"headline": "east"',
      '"headline": "north"',
      /card\.headline names the series "north"; expected one of east-old, west-old, east, west/,
    ],
    [
      'a flag on nothing',
      '"period": "2010"',
      '"period": "1999"',
      /card\.flags\.0 names west-old 1999, which has no row/,
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
      'a name too long to stand beside its line',
      '"en": "West"',
      '"en": "Trade with all countries to the West"',
      /:\d+: card\.series\.1\.label\.en is too long to stand beside a line; expected at most 32 characters/,
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
})
