import { describe, expect, test } from 'vitest'
import type { QueryOf } from '../../tools/data/refresh-query.ts'
import { proposeRows } from '../../tools/refresh/propose.ts'
import { crossing, read } from '../fixtures/folders.ts'
import { sdmxCsv1, sdmxCsv2, sdmxError } from '../fixtures/services/answers.ts'
import { asking } from '../fixtures/services/ask.ts'

const query: QueryOf<'sdmx'> = {
  service: 'sdmx',
  series: 'east',
  version: '3.0',
  url: 'https://sdmx.example/rest/v2/',
  agency: 'OFFICE',
  flow: 'TRADE',
  key: { FREQ: 'A', REF_AREA: 'KZ', COUNTERPART: 'CN' },
  unit: { UNIT_MEASURE: 'USD', UNIT_MULT: '6' },
  divisor: 1000,
  decimals: 3,
}
const today = '2016-11-24'
const propose = (answer: (url: string) => string, change: Partial<QueryOf<'sdmx'>> = {}) =>
  proposeRows(read(crossing), { ...query, ...change }, { today, ask: asking(answer) })

describe('an SDMX query uses the REST API of its version, and reads its CSV', () => {
  test.each([
    [
      '2.1',
      sdmxCsv1,
      'https://sdmx.example/rest/v2/data/OFFICE,TRADE,latest/A.KZ.CN?startPeriod=2012',
      'application/vnd.sdmx.data+csv;version=1.0.0',
    ],
    [
      '3.0',
      sdmxCsv2,
      'https://sdmx.example/rest/v2/data/dataflow/OFFICE/TRADE/+/A.KZ.CN?c%5BTIME_PERIOD%5D=ge:2012',
      'application/vnd.sdmx.data+csv;version=2.0.0',
    ],
  ] as const)('%s', async (version, answer, url, accept) => {
    const asked: string[][] = []
    const proposal = await proposeRows(
      read(crossing),
      { ...query, version },
      {
        today,
        ask: async (...one) => {
          asked.push(one)
          return Buffer.from(answer)
        },
      },
    )
    expect(asked).toEqual([[url, accept]])
    expect(proposal.rows.map(({ line }) => line)).toEqual([
      'east,2015,10.568,provisional,,2016-11-24,2016-11-24,sdmx-east-2016-11-24',
    ])
    expect(proposal.source).toMatchObject({
      title: 'OFFICE, TRADE, A.KZ.CN',
      path: url,
      publisher: { en: 'The New Office' },
    })
  })

  test('with the version of the dataflow, where one is named', async () => {
    const asked: string[] = []
    await propose(
      url => {
        asked.push(url)
        return sdmxCsv2
      },
      { flowVersion: '1.2.0' },
    )
    expect(asked[0]).toContain('/OFFICE/TRADE/1.2.0/A.KZ.CN')
  })
})

test('SDMX compares the total that is named', async () => {
  const total = sdmxCsv2.replaceAll(',CN,', ',W00,').replace(',10568,', ',7000,')
  const { rows, withheld } = await propose(url => (url.includes('A.KZ.W00') ? total : sdmxCsv2), {
    total: { COUNTERPART: 'W00' },
  })
  expect([rows, withheld]).toEqual([
    [],
    ['east: 2015 is withheld: the total fell from 9,500 to 7,000; the year may not be complete'],
  ])
})

describe('SDMX that is not as expected says so, and nothing is proposed', () => {
  test.each<[string, string, string]>([
    ['a page', '<!doctype html><title>Busy</title>', 'sdmx.example did not answer CSV; it says "<!doctype html>'],
    ['an error', sdmxError, 'sdmx.example did not answer CSV; it says "No results matching the query."'],
    ['JSON', '{"errors":[{"code":150}]}', 'sdmx.example did not answer CSV; it says "{"errors"'],
    ['nothing', '\n', 'sdmx.example answered nothing; expected CSV'],
    [
      'a missing dimension',
      sdmxCsv2.replace('COUNTERPART', 'PARTNER'),
      'answered no column "COUNTERPART"; it has "STRUCTURE"',
    ],
    ['another series', sdmxCsv2.replaceAll(',CN,', ',RU,'), 'sdmx.example answered A.KZ.RU; expected A.KZ.CN'],
    [
      'another multiplier',
      sdmxCsv2.replaceAll(',USD,6', ',USD,3'),
      'answered UNIT_MEASURE "USD", UNIT_MULT "3" for 2014; expected',
    ],
    ['another currency', sdmxCsv2.replaceAll(',USD,', ',EUR,'), 'answered UNIT_MEASURE "EUR"'],
    ['a year twice', sdmxCsv2.replace(/(^.*,2015,.*\n)/m, '$1$1'), 'answered 2015 twice; expected one row a year'],
    ['a deletion', sdmxCsv2.replaceAll(',I,A', ',D,A'), 'answered a deletion of 2014'],
    ['a forecast', sdmxCsv2.replace(',10568,A', ',10568,F'), 'answered the status F for 2015'],
    ['an estimate', sdmxCsv2.replace(',10568,A', ',10568,E'), 'answered the status E for 2015'],
    ['quarters', sdmxCsv2.replace(',2015,', ',2015-Q1,'), 'answered the period "2015-Q1"; expected a year'],
    ['words for a number', sdmxCsv2.replace('10568', 'many'), 'answered a figure that is "many"'],
    ['broken CSV', `${sdmxCsv2}"open`, 'answered CSV that cannot be read'],
  ])('%s', async (_, answer, sentence) => {
    await expect(propose(() => answer)).rejects.toThrow(sentence)
  })

  test('a multiplier that no unit names', async () => {
    await expect(propose(() => sdmxCsv2, { unit: {} })).rejects.toThrow(
      'sdmx.example answered UNIT_MULT "6"; name it under unit, and set the divisor by it',
    )
  })
})
