import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { describe, expect, test, vi } from 'vitest'
import { respond } from '../../src/http/app.ts'
import { catalog } from '../../src/model/catalog.ts'
import { toSource } from '../fixtures/catalogue.ts'
import { ask, origin } from '../worker/ask.ts'

const path = (url: string | URL): string => {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

/** The official client, in one of the two forms of the protocol. */
async function connect(mode: 'legacy' | { pin: string }): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), { fetch: (url, init) => ask(path(url), init) }),
  )
  return client
}

type Result = Awaited<ReturnType<Client['callTool']>>
const toText = ({ content }: Result): string =>
  content.map(entry => (entry.type === 'text' ? entry.text : '')).join('\n')
// biome-ignore lint/suspicious/noExplicitAny: what a client sees is untyped; the assertions are its types
const toData = ({ structuredContent }: Result): any => structuredContent

const trade = 'trade-china-russia'

describe.each([
  { form: 'that begins with initialize', mode: 'legacy' as const },
  { form: 'of 2026-07-28', mode: { pin: '2026-07-28' } },
])('the official client, in the form $form', ({ mode }) => {
  test('learns who answers and how to use it', async () => {
    const client = await connect(mode)
    expect(client.getServerVersion()).toMatchObject({ name: 'caravan', title: 'Caravan' })
    expect(client.getServerCapabilities()).toEqual({ tools: {}, resources: {} })
    expect(client.getInstructions()).toMatch(/caveats/)
  })

  test('finds three tools, all of which only read', async () => {
    const { tools } = await (await connect(mode)).listTools()
    expect(tools.map(({ name }) => name)).toEqual(['find_indicator', 'read_figures', 'get_card'])
    for (const { annotations, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    }
  })

  test('reads figures with unit, status, flag, note, source, caveats and citation in one call', async () => {
    const client = await connect(mode)
    for (const { id } of catalog) {
      const result = await client.callTool({ name: 'read_figures', arguments: { id } })
      const [text, data] = [toText(result), toData(result)]
      for (const note of data.notes) expect(data.caveats).toContain(note)
      for (const caveat of data.caveats) expect(text).toContain(caveat)
      for (const { url } of data.sources) expect(text).toContain(url)
      expect(text).toContain(data.unit.label)
      expect(text).toContain(data.citation)
      for (const { observations } of data.series)
        for (const { value, source, note = '' } of observations) {
          const line = text
            .split('\n')
            .find(entry => entry.includes(`${value} ${data.unit.label}`) && entry.includes(source))
          expect(line, `${id} ${value}`).toBeDefined()
          expect(text).toContain(note)
        }
    }
  })

  test('gets a card as a picture, with its words, caveats and addresses', async () => {
    const client = await connect(mode)
    const result = await client.callTool({ name: 'get_card', arguments: { id: trade, lang: 'ru', theme: 'dark' } })
    const [image] = result.content
    expect(image).toMatchObject({ type: 'image', mimeType: 'image/png' })
    expect(image?.type === 'image' && atob(image.data).slice(1, 4)).toBe('PNG')
    const { links, caveats, alt } = toData(result)
    for (const words of [...caveats, alt, links.page]) expect(toText(result)).toContain(words)
    const png = await ask(path(links.png))
    expect(btoa(String.fromCharCode(...new Uint8Array(await png.arrayBuffer())))).toBe(
      image?.type === 'image' ? image.data : '',
    )
  })

  test('lists the catalogue as resources, each of which it can read', async () => {
    const client = await connect(mode)
    const { resources } = await client.listResources()
    expect(resources).toHaveLength(catalog.length + 3)
    for (const { uri, mimeType } of resources.slice(0, 6)) {
      const { contents } = await client.readResource({ uri })
      expect(contents[0]).toMatchObject({ uri, mimeType, text: expect.stringMatching(/./) })
    }
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      `${origin}/indicators/{id}.json{?lang,from,to,series,asof}`,
    ])
  })

  test('gets an error for a missing resource: a page, a picture or one of another site', async () => {
    const client = await connect(mode)
    for (const uri of [
      `${origin}/indicators/nothing.json`,
      `${origin}/`,
      `${origin}/mcp`,
      'https://example.org/indicators.json',
    ])
      await expect(client.readResource({ uri })).rejects.toThrow(/no such resource/)
  })
})

describe('find_indicator', () => {
  const find = async (given: object): Promise<string[]> => {
    const client = await connect('legacy')
    const result = await client.callTool({ name: 'find_indicator', arguments: { ...given } })
    return toData(result).indicators.map(({ id }: { id: string }) => id)
  }
  test.each([
    ['trade with China and Russia', trade],
    ['торговля с Китаем', trade],
    ['Қытаймен сауда', trade],
    ['俄罗斯', trade],
    ['Baku port', 'baku-port'],
    ['порт Баку', 'baku-port'],
  ])('finds by %j, among others, %s', async (query, id) => expect(await find({ query })).toContain(id))
  test('puts the nearest first', async () => expect((await find({ query: 'baku port' }))[0]).toBe('baku-port'))
  test('lists them all without a query, and with one that nothing matches', async () => {
    const all = catalog.map(({ id }) => id)
    expect(await find({})).toEqual(all)
    expect(await find({ query: 'zzzz' })).toEqual(all)
  })
  test('gives caveats with each', async () => {
    const client = await connect('legacy')
    const result = await client.callTool({ name: 'find_indicator', arguments: { query: 'Baku', lang: 'kk' } })
    for (const { caveats } of toData(result).indicators)
      for (const caveat of caveats) expect(toText(result)).toContain(caveat)
  })
})

describe('a mistake in a call', () => {
  test.each([
    [{}, /id must be/],
    [{ id: 'trade-china-rusia' }, /Did you mean trade-china-russia/],
    [{ id: trade, lang: 'xx' }, /lang/],
    [{ id: trade, series: ['nothing'] }, /series must be/],
    [{ id: trade, from: 3000 }, /year/],
    [{ id: trade, asof: '2001-01-01' }, /./],
  ])('%j is told in words that a model can act upon', async (given, words) => {
    const client = await connect('legacy')
    const result = await client.callTool({ name: 'read_figures', arguments: given })
    expect(result.isError).toBe(true)
    expect(toText(result)).toMatch(words)
  })
})

describe('the protocol', () => {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }
  const post = async (body: unknown, more: Record<string, string> = {}): Promise<[number, unknown]> => {
    const response = await ask('/mcp', {
      method: 'POST',
      headers: { ...headers, ...more },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    return [response.status, text && JSON.parse(text)]
  }
  const call = (method: string, params?: object) => ({ jsonrpc: '2.0', id: 1, method, ...(params && { params }) })
  const envelope = {
    _meta: {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  }
  const modern = { 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'tools/list' }
  const error = (code: number) => expect.objectContaining({ error: expect.objectContaining({ code }) })

  test('answers any page, with JSON that no cache keeps', async () => {
    const preflight = await ask('/mcp', {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.org', 'Access-Control-Request-Headers': 'mcp-method' },
    })
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('POST,OPTIONS')
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('*')
    const response = await ask('/mcp', { method: 'POST', headers, body: JSON.stringify(call('ping')) })
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  })
  test('allows only POST', async () => {
    for (const method of ['GET', 'DELETE', 'PUT']) {
      const response = await ask('/mcp', { method })
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS'])
    }
  })
  test('answers a ping, and nothing to what asks for nothing', async () => {
    expect(await post(call('ping'))).toEqual([200, { jsonrpc: '2.0', id: 1, result: {} }])
    expect(await post({ jsonrpc: '2.0', method: 'notifications/initialized' })).toEqual([202, ''])
    expect(await post({ jsonrpc: '2.0', id: 1, result: {} })).toEqual([202, ''])
  })
  test('agrees on a version: the one asked for, or the newest of those that begin with initialize', async () => {
    for (const [asked, given] of [
      ['2025-06-18', '2025-06-18'],
      ['2025-03-26', '2025-03-26'],
      ['2024-01-01', '2025-11-25'],
      ['2026-07-28', '2025-11-25'],
    ])
      expect(await post(call('initialize', { protocolVersion: asked }))).toEqual([
        200,
        expect.objectContaining({ result: expect.objectContaining({ protocolVersion: given }) }),
      ])
  })
  test('answers several messages of 2025-03-26 at once', async () => {
    const [status, answers] = await post([call('ping'), { jsonrpc: '2.0', method: 'x' }, { ...call('ping'), id: 'b' }])
    expect([status, answers]).toEqual([
      200,
      [
        { jsonrpc: '2.0', id: 1, result: {} },
        { jsonrpc: '2.0', id: 'b', result: {} },
      ],
    ])
    expect(await post([{ jsonrpc: '2.0', method: 'x' }])).toEqual([202, ''])
  })
  test.each<[string, unknown, Record<string, string>, number, number]>([
    ['no JSON', '{', {}, 400, -32700],
    ['no message', 'null', {}, 400, -32600],
    ['another JSON-RPC', { ...call('ping'), jsonrpc: '1.0' }, {}, 400, -32600],
    ['an id that is none', { ...call('ping'), id: {} }, {}, 400, -32600],
    ['an empty batch', [], {}, 400, -32600],
    ['too large a batch', Array.from({ length: 11 }, () => call('ping')), {}, 400, -32600],
    ['a batch of 2026-07-28', [call('tools/list', envelope)], modern, 400, -32600],
    ['an unknown method', call('nothing'), {}, 200, -32601],
    ['an unknown tool', call('tools/call', { name: 'nothing' }), {}, 200, -32602],
    ['a tool named like a property', call('tools/call', { name: 'constructor' }), {}, 200, -32602],
    ['an unknown resource', call('resources/read', { uri: 'x' }), {}, 200, -32002],
    ['another type', call('ping'), { 'Content-Type': 'text/plain' }, 415, -32000],
    ['too long a message', `"${'x'.repeat(40_000)}"`, {}, 413, -32000],
    ['a version that was never', call('ping'), { 'MCP-Protocol-Version': '2020-01-01' }, 400, -32000],
    ['an unknown method of 2026-07-28', call('ping', envelope), { ...modern, 'Mcp-Method': 'ping' }, 404, -32601],
    ['initialize in 2026-07-28', call('initialize'), modern, 400, -32020],
    ['no version in the metadata', call('tools/list'), modern, 400, -32602],
    ['no version in the header', call('tools/list', envelope), { 'Mcp-Method': 'tools/list' }, 400, -32020],
    [
      'another version in the header',
      call('tools/list', envelope),
      { ...modern, 'MCP-Protocol-Version': '2025-11-25' },
      400,
      -32020,
    ],
    ['another method in the header', call('resources/list', envelope), modern, 400, -32020],
    [
      'another name in the header',
      call('tools/call', { ...envelope, name: 'a' }),
      { ...modern, 'Mcp-Method': 'tools/call', 'Mcp-Name': 'b' },
      400,
      -32020,
    ],
  ])('refuses %s', async (_, body, more, status, code) => {
    expect(await post(body, more)).toEqual([status, error(code)])
  })
  test('reads an endless message only up to the limit', async () => {
    let given = 0
    const body = new ReadableStream({
      pull: controller => {
        given += 1
        controller.enqueue(new Uint8Array(10_000))
      },
    })
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }
    const around = { ...toSource(), later: () => {} }
    expect((await respond(new Request(`${origin}/mcp`, init), around)).status).toBe(413)
    expect(given).toBeLessThan(10)
  })
  test('does not log a client that hangs up as a fault', async () => {
    const log = vi.spyOn(console, 'error')
    const body = new ReadableStream({ pull: controller => controller.error(new Error('aborted')) })
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }
    const { status } = await respond(new Request(`${origin}/mcp`, init), { ...toSource(), later: () => {} })
    expect([status, log.mock.calls]).toEqual([400, []])
    log.mockRestore()
  })
  test('refuses a version to come, and names those it speaks', async () => {
    const meta = { ...envelope._meta, 'io.modelcontextprotocol/protocolVersion': '2030-01-01' }
    const [status, body] = await post(call('tools/list', { _meta: meta }), {
      'MCP-Protocol-Version': '2030-01-01',
      'Mcp-Method': 'tools/list',
    })
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({
        error: expect.objectContaining({ code: -32022, data: { supported: ['2026-07-28'], requested: '2030-01-01' } }),
      }),
    ])
  })
  test('reads a name that is not ASCII', async () => {
    const name = '图'
    const packed = `=?base64?${btoa(String.fromCharCode(...new TextEncoder().encode(name)))}?=`
    const more = { ...modern, 'Mcp-Method': 'tools/call', 'Mcp-Name': packed }
    expect(await post(call('tools/call', { ...envelope, name }), more)).toEqual([200, error(-32602)])
  })
})

test('/llms.txt has a title, a summary, what to know, and links that answer', async () => {
  const text = await (await ask('/llms.txt')).text()
  expect(text).toMatch(/^# Caravan\n\n> .+\n/)
  // The parser of the proposal takes every line of a section for a link, and fails where one is none.
  const [, ...sections] = text.split(/^## .+$/m)
  for (const section of sections)
    for (const line of section.trim().split(/\n+/)) expect(line).toMatch(/^- \[[^\]]+\]\([^)]+\): ./)
  const links = [...text.matchAll(/^- \[[^\]]+\]\((https:[^)]+)\): .+$/gm)].map(([, url]) => url ?? '')
  expect(links.length).toBeGreaterThanOrEqual(catalog.length + 7)
  for (const url of links) {
    expect(url.startsWith(origin)).toBe(true)
    // The address of MCP takes only messages.
    expect([url, (await ask(path(url))).status]).toEqual([url, url.endsWith('/mcp') ? 405 : 200])
  }
})
