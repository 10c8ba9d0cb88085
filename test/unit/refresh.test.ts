import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseFolder } from '../../tools/data/folder.ts'
import type { Query } from '../../tools/data/refresh-query.ts'
import { insertRows, proposeRows } from '../../tools/refresh/propose.ts'
import { type Ask, askByHttp } from '../../tools/refresh/service.ts'
import { crossing, days, read } from '../fixtures/folders.ts'

const recorded = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures/services', name), 'utf8')
const indicator = read(crossing)
const today = '2016-11-24'

/** Answers as the services did, by what the address asks for. */
const ask: Ask = async url => {
  if (url.includes('comtradeapi')) return url.includes('period=2014') ? recorded('comtrade-2014.json') : '{"data":[]}'
  if (url.includes('worldbank')) return recorded('worldbank.json')
  return recorded(url.includes('XG_FOB_USD') ? 'imf-exports.csv' : 'imf-imports.csv')
}

const queries: Record<string, Query> = {
  comtrade: { service: 'comtrade', series: 'east', reporter: '398', partner: '156', divisor: 1e9 },
  imf: { service: 'imf', series: 'east', reporter: 'KAZ', partner: 'CHN', divisor: 1e9 },
  worldbank: { service: 'worldbank', series: 'east', country: 'KAZ', indicator: 'ST.INT.ARVL', divisor: 1000 },
}

describe('a service proposes what it knows and the folder does not', () => {
  test.each([
    ['comtrade', ['east,2014,17.255,final,,2016-11-24,2016-11-24,comtrade-2016-11-24']],
    [
      'imf',
      [
        'east,2014,17.255,final,,2016-11-24,2016-11-24,imf-2016-11-24',
        'east,2015,10.568,provisional,,2016-11-24,2016-11-24,imf-2016-11-24',
      ],
    ],
    ['worldbank', ['east,2015,6.43,provisional,,2016-11-24,2016-11-24,worldbank-2016-11-24']],
  ])('%s', async (name, lines) => {
    const query = queries[name]
    if (!query) throw new Error(`no query ${name}`)
    const { rows, source } = await proposeRows(indicator, query, today, ask)
    expect(rows.map(row => row.line)).toEqual(lines)
    expect(source).toMatchObject({
      name: `${name}-2016-11-24`,
      published: today,
      path: expect.stringMatching(/^https:/),
    })
  })

  test('a year with exports but no imports is not proposed', async () => {
    const half: Ask = async url =>
      url.includes('MG_CIF_USD')
        ? recorded('imf-imports.csv').replace(/^.*,2014,.*\n/m, '')
        : recorded('imf-exports.csv')
    const query = queries.imf
    if (!query) throw new Error('no query')
    const { rows } = await proposeRows(indicator, query, today, half)
    expect(rows.map(row => row.period)).toEqual(['2015'])
  })
})

test('a proposal goes in as further rows, edits none, and the folder stays sound', async () => {
  const query = queries.imf
  if (!query) throw new Error('no query')
  const proposal = await proposeRows(indicator, query, today, ask)
  const csv = insertRows(crossing.observations, proposal)
  for (const line of crossing.observations.trimEnd().split('\n')) expect(csv).toContain(line)
  const head = JSON.parse(crossing.package)
  head.sources.push(proposal.source)
  expect(parseFolder({ ...crossing, package: JSON.stringify(head), observations: csv }, days).faults).toEqual([])
})

describe('a service that fails says so, and nothing is proposed', () => {
  test.each([
    ['another form', 'comtrade', '{"rows":[]}', 'UN Comtrade has changed its answer: data'],
    [
      'a page instead of JSON',
      'comtrade',
      '<html>busy</html>',
      'UN Comtrade did not answer JSON; it began with "<html>busy</html>"',
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
      'the IMF has changed its answer: expected CSV with the columns TIME_PERIOD and OBS_VALUE',
    ],
    [
      'a number that is none',
      'imf',
      'COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE\nKAZ,XG_FOB_USD,CHN,A,2014,abc\n',
      'the IMF answered "2014", "abc"; expected a year and a number',
    ],
    [
      'an error in the place of figures',
      'worldbank',
      '[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]',
      'the World Bank has changed its answer',
    ],
    [
      'another pair of Comtrade',
      'comtrade',
      recorded('comtrade-2014.json').replaceAll('398', '842').replaceAll('156', '484'),
      'UN Comtrade answered reporter, partner and year 842 484 2014; expected 398 156',
    ],
    [
      'another year of Comtrade',
      'comtrade',
      recorded('comtrade-2014.json'),
      'UN Comtrade answered reporter, partner and year 398 156 2014; expected 398 156 20',
    ],
    [
      'another pair of the IMF',
      'imf',
      recorded('imf-exports.csv').replaceAll('KAZ', 'USA').replaceAll('CHN', 'MEX'),
      'the IMF answered USA.XG_FOB_USD.MEX.A; expected KAZ.XG_FOB_USD.CHN.A',
    ],
    [
      'imports in the place of exports',
      'imf',
      recorded('imf-imports.csv'),
      'the IMF answered KAZ.MG_CIF_USD.CHN.A; expected KAZ.XG_FOB_USD.CHN.A',
    ],
    [
      'months in the place of years',
      'imf',
      recorded('imf-exports.csv').replaceAll(',A,', ',M,'),
      'the IMF answered KAZ.XG_FOB_USD.CHN.M',
    ],
    [
      'a year twice',
      'imf',
      recorded('imf-exports.csv').replace(/(^.*,2015,.*\n)/m, '$1$1'),
      'the IMF answered a year of XG_FOB_USD twice',
    ],
    [
      'another country of the World Bank',
      'worldbank',
      recorded('worldbank.json').replaceAll('KAZ', 'UZB'),
      'the World Bank answered UZB ST.INT.ARVL; expected KAZ',
    ],
    [
      'another indicator of the World Bank',
      'worldbank',
      recorded('worldbank.json').replaceAll('ST.INT.ARVL', 'ST.INT.DPRT'),
      'the World Bank answered KAZ ST.INT.DPRT',
    ],
    [
      'further pages',
      'worldbank',
      '[{"page":1,"pages":2,"lastupdated":"2016-07-01"},[]]',
      'the World Bank answered 2 pages; expected one',
    ],
  ])('%s', async (_, name, text, sentence) => {
    const query = queries[name]
    if (!query) throw new Error(`no query ${name}`)
    await expect(proposeRows(indicator, query, today, async () => text)).rejects.toThrow(sentence)
  })

  test('an unknown series', async () => {
    await expect(
      proposeRows(
        indicator,
        { service: 'imf', series: 'north', reporter: 'KAZ', partner: 'CHN', divisor: 1 },
        today,
        ask,
      ),
    ).rejects.toThrow('crossing has no series "north"; expected one of east-old, west-old, east, west')
  })
})

test('over HTTP, what is slow, endless, cut, redirected or unreadable is told, and no other host is asked', async () => {
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
  await expect(askByHttp(`${base}/fine`, 'text/plain')).resolves.toBe('text')
  await expect(askByHttp(`${base}/broken`, 'text/plain')).rejects.toThrow(
    `127.0.0.1:${port} answered 503; expected 200`,
  )
  await expect(askByHttp(`${base}/moved`, 'text/plain')).resolves.toBe('text')
  await expect(askByHttp(`${base}/round`, 'text/plain')).rejects.toThrow('redirected more than 3 times')
  await expect(askByHttp(`${base}/away`, 'text/plain')).rejects.toThrow('answered 302 and led to another place')
  expect(elsewhere).toBe(0)
  await expect(askByHttp(`${base}/cp1251`, 'text/plain')).rejects.toThrow('bytes that are not UTF-8')
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
