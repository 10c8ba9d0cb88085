import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { catalog, release } from '../../src/model/catalog.ts'
import { layouts } from '../../src/model/indicator.ts'
import { routes } from '../../src/request/routes.ts'
import { sizeNames } from '../../src/request/sizes.ts'
import { offered } from '../../src/site.ts'
import { checkBuilt, type NodeServer, newFolder, startNode } from './node-server.ts'

/**
 * The contract of the servers: Cloudflare, Node and the container, which runs the same file as Node, give the
 * same answer to each request, byte by byte. Only what `own` and `toCompared` list may differ.
 */
const site = 'http://caravan.test'
const worker = createTestHarness({ workers: [{ configPath: './wrangler.toml' }] })
const cache = newFolder()
let node: NodeServer

beforeAll(async () => {
  checkBuilt()
  execFileSync(process.execPath, ['tools/build-node.ts'])
  const options = ['--origin', site, '--cache', cache, '--rate', '100000', '--ceiling', '100000']
  const [started] = await Promise.all([startNode(...options), worker.listen()])
  node = started
}, 120_000)
afterAll(async () => {
  await Promise.all([worker.close(), node.stop()])
  rmSync(cache, { recursive: true })
})

/** Headers about this one answer, its way through the caches, or the connection: each server has its own. */
const own = [
  ...['card-cache', 'cf-cache-status', 'connection', 'date'],
  ...['keep-alive', 'server-timing', 'transfer-encoding'],
]

type Asked = { path: string; method?: string; headers?: Record<string, string>; body?: string }
type Answer = { status: number; headers: Headers; body: Buffer }

let client = 0

/** The answers of both to one request. A compressed answer is not asked for: on Cloudflare the platform compresses. */
async function ask({ path, ...init }: Asked): Promise<{ ofNode: Answer; ofWorker: Answer }> {
  const headers = { 'Accept-Encoding': 'identity', ...init.headers }
  const redirect = 'manual'
  // Each request is from another client, because the limits of wrangler.toml are on.
  const address = { 'CF-Connecting-IP': `10.0.${client >> 8}.${client++ & 255}` }
  const [ofNode, ofWorker] = await Promise.all([
    fetch(node.base + path, { ...init, headers, redirect }),
    worker.fetch(site + path, { ...init, headers: { ...headers, ...address }, redirect }),
  ])
  const read = async (response: typeof ofNode | typeof ofWorker): Promise<Answer> => ({
    status: response.status,
    headers: new Headers([...response.headers]),
    body: Buffer.from(await response.arrayBuffer()),
  })
  return { ofNode: await read(ofNode), ofWorker: await read(ofWorker) }
}

/**
 * The parts that must be the same. Node compresses by itself, and says so in `Vary`; `Content-Length` is left out by the platform where it
 * sends a stream, and holds where it is there, see `agree`.
 */
function toCompared({ status, headers, body }: Answer) {
  const vary = (headers.get('Vary') ?? '').split(', ').filter(name => name !== 'Accept-Encoding' && name !== '')
  const rest = [...headers].filter(([name]) => !own.includes(name) && name !== 'vary' && name !== 'content-length')
  const isText = /text|json|xml|javascript/.test(headers.get('Content-Type') ?? '')
  return { status, vary, headers: Object.fromEntries(rest), body: body.toString(isText ? 'utf8' : 'base64') }
}

/** Asks both servers, compares the answers, and returns one. */
async function agree(asked: Asked): Promise<Answer> {
  const { ofNode, ofWorker } = await ask(asked)
  expect(toCompared(ofNode)).toEqual(toCompared(ofWorker))
  if (asked.method !== 'HEAD' && ofNode.status !== 304)
    for (const { headers, body } of [ofNode, ofWorker])
      expect(Number(headers.get('Content-Length') ?? body.length)).toBe(body.length)
  return ofNode
}

const { id = '', short = '' } = catalog[0] ?? {}
const lang = offered.at(-1) ?? 'en'

/** Routes that read a query; any other depends only on its path. */
const queries: Record<string, string> = {
  '/oembed': `?url=${site}/indicators/${id}`,
  '/inspect': `?url=${site}/indicators/${id}`,
}
const toPath = (route: string): string =>
  route.replace('{id}', id).replace('{short}', short).replace('{lang}', lang) + (queries[route] ?? '')

/** Routes whose answer depends on the moment or on the input, so that they have no ETag. */
const unvalidated = ['/healthz', '/inspect']

describe.each(routes.filter(route => route !== '/mcp'))('%s', route => {
  const path = toPath(route)
  test('gives one answer', async () => {
    const { status, body } = await agree({ path })
    expect([status, body.length > 0]).toEqual(route.includes('{short}') ? [302, false] : [200, true])
  })
  test('gives the headers of that answer to HEAD, and no body', async () => {
    const [full, head] = [await agree({ path }), await agree({ path, method: 'HEAD' })]
    expect([head.status, head.body.length]).toEqual([full.status, 0])
    expect(head.headers.get('ETag')).toBe(full.headers.get('ETag'))
  })
  test('answers 304 to a client that has it', async () => {
    const { status, headers } = await agree({ path })
    const etag = headers.get('ETag')
    expect([route, etag !== null]).toEqual([route, status === 200 && !unvalidated.includes(route)])
    if (etag) expect((await agree({ path, headers: { 'If-None-Match': etag } })).status).toBe(304)
  })
  test('lets pages of other sites ask, and refuses a method that it has not', async () => {
    const preflight = { Origin: 'https://reader.test', 'Access-Control-Request-Method': 'GET' }
    expect((await agree({ path, method: 'OPTIONS', headers: preflight })).status).toBe(204)
    expect((await agree({ path, method: 'DELETE' })).status).toBe(405)
  })
})

describe('a card', () => {
  const queries = [
    ...layouts.map(layout => `layout=${layout}`),
    ...sizeNames.map(size => `size=${size}&theme=dark`),
    ...offered.map(code => `lang=${code}`),
    ...['accent=aa2233', 'background=0a3d62', 'background=transparent', 'from=2015&to=2020', 'utm_source=x&size=og'],
    ...[`v=${release}`, 'v=000000000000', 'asof=2024-01-01'],
  ]
  test.each(queries)('with %s is one picture, drawn by either server', async query => {
    for (const suffix of ['svg', 'png'])
      expect((await agree({ path: `/indicators/${id}.${suffix}?${query}` })).body.length).toBeGreaterThan(100)
  })
  test('that follows the system is one picture, as its pixels are at each scale', async () => {
    await agree({ path: `/indicators/${id}.svg?theme=auto` })
    for (const scale of [1, 2, 3]) await agree({ path: `/indicators/${id}.png?size=small&scale=${scale}` })
  })
  test('under the current release never changes', async () => {
    const { headers } = await agree({ path: `/indicators/${id}.png?v=${release}` })
    expect(headers.get('Cache-Control')).toContain('immutable')
  })
  test('of a day is the one of that day in every format', async () => {
    for (const suffix of ['json', 'csv', 'xlsx', 'zip', 'jsonstat', 'jsonld'])
      await agree({ path: `/indicators/${id}.${suffix}?asof=2024-01-01` })
  })
})

describe('a request that fails', () => {
  test.each([
    ['/indicators/nothing.svg', 404],
    ['/indicators/nothing.png?size=og', 404],
    ['/indicators/nothing.json', 404],
    ['/indicators/nothing', 404],
    ['/nothing-here-at-all', 404],
    ['/.env', 404],
    [`/indicators/${id}.png?size=huge`, 400],
    [`/indicators/${id}.svg?theme=pink`, 400],
    [`/indicators/${id}.json?from=soon`, 400],
    [`/indicators/${id}.csv?asof=2024-13-01`, 400],
    [`/indicators/${id}.svg?from=2030&to=2031`, 404],
    [`/indicators/${id}.svg?size=og&size=wide`, 400],
    ['/oembed', 404],
    ['/oembed?url=https://elsewhere.test/x', 404],
    [`/oembed?url=${site}/indicators/${id}&format=yaml`, 501],
    ['/inspect?url=ftp://x', 404],
    ['/indicators/%E0%A4%A.svg', 404],
    [`/indicators/${id}.svg/x`, 404],
  ] as const)('%s fails in the same way for a program and for a reader', async (path, status) => {
    const plain = await agree({ path })
    const page = await agree({ path, headers: { Accept: 'text/html', 'Accept-Language': lang } })
    expect([plain.status, page.status]).toEqual([status, status])
  })
})

describe('a reader', () => {
  test.each(offered)('whose browser speaks %s gets the page in it', async code => {
    const { body } = await agree({ path: `/indicators/${id}`, headers: { 'Accept-Language': `${code},en;q=0.5` } })
    expect(body.toString('utf8')).toContain(`<html lang="${code}`)
  })
  test('gets a photo or an iframe by oEmbed, at the width asked for', async () => {
    for (const query of ['type=rich', 'maxwidth=400', 'type=rich&maxwidth=300&maxheight=200'])
      await agree({ path: `/oembed?url=${site}/indicators/${id}&${query}` })
  })
})

describe('an agent', () => {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }
  const clientInfo = { name: 'contract', version: '1' }
  const say = (method: string, params: object): string => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  test.each([
    ['begins', say('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo }), 200],
    ['lists the tools', say('tools/list', {}), 200],
    ['reads figures', say('tools/call', { name: 'read_figures', arguments: { id } }), 200],
    ['finds an indicator', say('tools/call', { name: 'find_indicator', arguments: { query: short } }), 200],
    ['asks for a tool that is not there', say('tools/call', { name: 'none', arguments: {} }), 200],
    ['sends what is no JSON', '{', 400],
  ])('%s', async (_, body, status) => {
    const answer = await agree({ path: '/mcp', method: 'POST', headers, body })
    expect(answer.status).toBe(status)
  })
  test('gets an error: there is nothing to GET', async () => {
    await agree({ path: '/mcp' })
    await agree({ path: '/mcp', method: 'OPTIONS' })
  })
})

test('only Node has readings for an operator', async () => {
  const path = '/metrics'
  const { ofNode, ofWorker } = await ask({ path })
  expect([ofNode.status, ofWorker.status]).toEqual([200, 404])
})
