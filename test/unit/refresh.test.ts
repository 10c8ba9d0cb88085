import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseFolder } from '../../tools/data/folder.ts'
import type { Query } from '../../tools/data/refresh-query.ts'
import { insertRows, proposeRows } from '../../tools/refresh/propose.ts'
import { askByHttp, askText } from '../../tools/refresh/service.ts'
import { crossing, days, read } from '../fixtures/folders.ts'
import { asking, file } from '../fixtures/services/ask.ts'

const indicator = read(crossing)
const today = '2016-11-24'

/** The answer of a service by what the address asks for. */
function answer(url: string): string {
  const flow = /XG_FOB_USD|TX\.VAL/.test(url) ? 'exports' : 'imports'
  if (url.includes('comtradeapi')) return url.includes('period=2014') ? file('comtrade-2014.json') : '{"data":[]}'
  if (url.includes('ST.INT.ARVL')) return file('worldbank.json')
  if (url.includes('worldbank')) return file(`worldbank-${flow}.json`)
  return file(url.includes('G001') ? `imf-${flow}-world.csv` : `imf-${flow}.csv`)
}
const ask = asking(answer)

const queries = {
  comtrade: {
    service: 'comtrade',
    series: 'east',
    reporter: '398',
    partner: '156',
    country: 'KAZ',
    divisor: 1e9,
    decimals: 3,
  },
  imf: { service: 'imf', series: 'east', reporter: 'KAZ', partner: 'CHN', divisor: 1e9, decimals: 3 },
  worldbank: {
    service: 'worldbank',
    series: 'east',
    country: 'KAZ',
    indicator: 'ST.INT.ARVL',
    divisor: 1000,
    decimals: 3,
  },
} satisfies Record<string, Query>

describe('a service proposes figures that the folder lacks', () => {
  test.each([
    ['comtrade', ['east,2014,17.255,final,,2016-11-24,2016-11-24,comtrade-east-2016-11-24']],
    [
      'imf',
      [
        'east,2014,17.255,final,,2016-11-24,2016-11-24,imf-east-2016-11-24',
        'east,2015,10.568,provisional,,2016-11-24,2016-11-24,imf-east-2016-11-24',
      ],
    ],
    ['worldbank', ['east,2015,6.43,provisional,,2016-11-24,2016-11-24,worldbank-east-2016-11-24']],
  ] as const)('%s', async (name, lines) => {
    const { rows, source, withheld } = await proposeRows(indicator, queries[name], { today, ask })
    expect(withheld).toEqual([])
    expect(rows.map(row => row.line)).toEqual(lines)
    expect(source).toMatchObject({
      name: `${name}-east-2016-11-24`,
      published: today,
      path: expect.stringMatching(/^https:/),
    })
  })

  test('a year with exports but no imports is not proposed', async () => {
    const half = asking(url =>
      url.includes('MG_CIF_USD.CHN') ? answer(url).replace(/^.*,2014,.*\n/m, '') : answer(url),
    )
    const { rows } = await proposeRows(indicator, queries.imf, { today, ask: half })
    expect(rows.map(row => row.period)).toEqual(['2015'])
  })
})

test('a proposal goes in as further rows, edits none, and the folder stays sound', async () => {
  const proposal = await proposeRows(indicator, queries.imf, { today, ask })
  const csv = insertRows(crossing.observations, proposal)
  for (const line of crossing.observations.trimEnd().split('\n')) expect(csv).toContain(line)
  const head = JSON.parse(crossing.package)
  head.sources.push(proposal.source)
  expect(parseFolder({ ...crossing, package: JSON.stringify(head), observations: csv }, days).faults).toEqual([])
})

test('a table whose lines end in CR LF keeps them', async () => {
  const proposal = await proposeRows(indicator, queries.imf, { today, ask })
  const toCrLf = (text: string): string => text.replaceAll('\n', '\r\n')
  expect(insertRows(toCrLf(crossing.observations), proposal)).toBe(toCrLf(insertRows(crossing.observations, proposal)))
})

describe('a service that fails says so, and nothing is proposed', () => {
  test.each([
    ['another form', 'comtrade', '{"rows":[]}', 'UN Comtrade has changed its answer: data'],
    [
      'a page instead of JSON',
      'comtrade',
      '<html>busy</html>',
      'UN Comtrade did not answer JSON; it says "<html>busy</html>"',
    ],
    [
      'a value that is text',
      'comtrade',
      '{"data":[{"period":"2014","reporterCode":398,"partnerCode":156,"flowCode":"X","cmdCode":"TOTAL","primaryValue":"n/a"}]}',
      'data.0.primaryValue',
    ],
    [
      'other columns',
      'imf',
      'YEAR,VALUE\n2014,1\n',
      'api.imf.org answered no column "TIME_PERIOD"; it has "YEAR", "VALUE"',
    ],
    [
      'a number that is none',
      'imf',
      'COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE\nKAZ,XG_FOB_USD,CHN,A,2014,abc\n',
      'api.imf.org answered a figure that is "abc"; expected a number',
    ],
    [
      'an error in the place of figures',
      'worldbank',
      '[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]',
      'the World Bank answered an error: The provided parameter value is not valid',
    ],
    [
      'another pair of Comtrade',
      'comtrade',
      file('comtrade-2014.json').replaceAll('398', '842').replaceAll('156', '484'),
      'UN Comtrade answered reporter, partner and year 842 484 2014; expected 398 156',
    ],
    [
      'another year of Comtrade',
      'comtrade',
      file('comtrade-2014.json'),
      'UN Comtrade answered reporter, partner and year 398 156 2014; expected 398 156 20',
    ],
    [
      'another pair of the IMF',
      'imf',
      file('imf-exports.csv').replaceAll('KAZ', 'USA').replaceAll('CHN', 'MEX'),
      'api.imf.org answered USA.XG_FOB_USD.MEX.A; expected KAZ.XG_FOB_USD.CHN.A',
    ],
    [
      'imports in the place of exports',
      'imf',
      file('imf-imports.csv'),
      'api.imf.org answered KAZ.MG_CIF_USD.CHN.A; expected KAZ.XG_FOB_USD.CHN.A',
    ],
    [
      'months in the place of years',
      'imf',
      file('imf-exports.csv').replaceAll(',A,', ',M,'),
      'api.imf.org answered KAZ.XG_FOB_USD.CHN.M',
    ],
    [
      'a year twice',
      'imf',
      file('imf-exports.csv').replace(/(^.*,2015,.*\n)/m, '$1$1'),
      'api.imf.org answered 2015 twice',
    ],
    [
      'another country of the World Bank',
      'worldbank',
      file('worldbank.json').replaceAll('KAZ', 'UZB'),
      'the World Bank answered UZB ST.INT.ARVL; expected KAZ',
    ],
    [
      'another indicator of the World Bank',
      'worldbank',
      file('worldbank.json').replaceAll('ST.INT.ARVL', 'ST.INT.DPRT'),
      'the World Bank answered KAZ ST.INT.DPRT',
    ],
    [
      'further pages',
      'worldbank',
      '[{"page":1,"pages":2,"lastupdated":"2016-07-01"},[]]',
      'the World Bank answered 2 pages; expected one',
    ],
  ] as const)('%s', async (_, name, text, sentence) => {
    await expect(proposeRows(indicator, queries[name], { today, ask: asking(() => text) })).rejects.toThrow(sentence)
  })

  test('an unknown series', async () => {
    await expect(proposeRows(indicator, { ...queries.imf, series: 'north' }, { today, ask })).rejects.toThrow(
      'crossing has no series "north"; expected one of east-old, west-old, east, west',
    )
  })
})

test('over HTTP, a slow, endless, cut, redirected or unreadable answer is reported, and no other host is asked', async () => {
  let elsewhere = 0
  const other = createServer((_, response) => {
    elsewhere += 1
    response.end('text')
  })
  const bomb = gzipSync(Buffer.alloc(100_000_000))
  const server = createServer((request, response) => {
    const { url = '' } = request
    if (url === '/slow') return
    if (url === '/drip') return void response.write('a')
    if (url === '/half')
      return void response.writeHead(200, { 'Content-Length': '9' }).write('a', () => response.destroy())
    if (url === '/cp1251') return void response.end(Buffer.from([0xcf, 0xf0, 0xe8]))
    if (url === '/bomb') return void response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb)
    if (url === '/endless')
      return void Readable.from(endless())
        .pipe(response)
        .on('error', () => {})
    const leads: Record<string, string> = { '/moved': '/fine', '/round': '/round', '/away': away() }
    const lead = leads[url]
    if (lead) return void response.writeHead(302, { Location: lead }).end()
    response.writeHead(url === '/fine' ? 200 : 503).end('text')
  })
  function* endless() {
    for (;;) yield Buffer.alloc(100_000, 'x')
  }
  const away = (): string => `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}`
  await expect(askByHttp(`${base}/fine`, 'text/plain')).resolves.toEqual(Buffer.from('text'))
  await expect(askByHttp(`${base}/broken`, 'text/plain')).rejects.toThrow(
    `127.0.0.1:${port} answered 503; expected 200. It says "text"`,
  )
  await expect(askByHttp(`${base}/moved`, 'text/plain')).resolves.toEqual(Buffer.from('text'))
  await expect(askByHttp(`${base}/round`, 'text/plain')).rejects.toThrow('redirected more than 3 times')
  await expect(askByHttp(`${base}/away`, 'text/plain')).rejects.toThrow('answered 302 and led to another place')
  expect(elsewhere).toBe(0)
  await expect(askText(askByHttp, `${base}/cp1251`, 'text/plain')).rejects.toThrow('bytes that are not UTF-8')
  await expect(askByHttp(`${base}/half`, 'text/plain')).rejects.toThrow('cannot be reached')
  const before = process.memoryUsage().rss
  for (const path of ['/endless', '/bomb'])
    await expect(askByHttp(base + path, 'text/plain')).rejects.toThrow('answered more than 5000000 bytes')
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  await expect(askByHttp(`${base}/drip`, 'text/plain', 300)).rejects.toThrow('did not answer within 0.3 seconds')
  await expect(askByHttp(`${base}/slow`, 'text/plain', 200)).rejects.toThrow('did not answer within 0.2 seconds')
  other.close()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  await expect(askByHttp(`${base}/fine`, 'text/plain')).rejects.toThrow('cannot be reached')
})
