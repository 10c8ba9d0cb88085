import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { catalog, release } from '../../src/model/catalog.ts'
import { offered } from '../../src/site.ts'
import { readAddress, stopProcess } from '../fixtures/processes.ts'
import { checkBuilt, type NodeServer, newFolder, startNode } from './node-server.ts'

/** The indicator that is asked for, whatever `data/` holds. */
const id = catalog[0]?.id ?? ''
const folder = newFolder()
beforeAll(() => void execFileSync(process.execPath, ['tools/build-node.ts']))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
const newCache = (): string => join(folder, `cache-${count++}`)
const accent = (): string => (0x100000 + count++ * 101).toString(16)

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer; time: number }
/** Asks as a plain client does: nothing is decoded, and any header may be set. */
function ask(base: string, path: string, headers: http.OutgoingHttpHeaders = {}, agent?: http.Agent): Promise<Answer> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.get(base + path, { headers, agent }, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
          time: performance.now() - start,
        }),
      )
      response.on('error', reject)
    })
    request.on('error', reject)
  })
}

/** Runs the server to its end. */
const run = (...options: string[]) =>
  spawnSync(process.execPath, ['generated/server/index.mjs', ...options], { encoding: 'utf8', timeout: 20_000 })

/** A server with its own folder, which ends with the test. */
async function start(...options: string[]): Promise<NodeServer> {
  const server = await startNode('--cache', newCache(), ...options)
  onTestFinished(async () => void (await server.stop()))
  return server
}

describe('starting', () => {
  test('help lists the options', () => {
    const { status, stdout } = run('--help')
    expect([status, stdout]).toEqual([0, expect.stringContaining('--trust-proxy')])
  })
  test.each([
    [['--port', 'eighty'], '--port must be a whole number up to 65535'],
    [['--hostname', '203.0.113.1', '--port', '0'], 'cannot listen on 203.0.113.1, port 0: EADDRNOTAVAIL'],
  ])('%j is told in one sentence', (options, sentence) => {
    const { status, stderr } = run(...options, '--cache', newCache())
    expect([status, stderr.trim().split('\n').length, stderr]).toEqual([1, 1, expect.stringContaining(sentence)])
  })
  test('a folder with files of others is refused, and they stay', () => {
    const cache = newCache()
    mkdirSync(join(cache, 'photos'), { recursive: true })
    for (const name of ['photos/a', 'notes.md']) writeFileSync(join(cache, name), 'mine')
    const { status, stderr } = run('--port', '0', '--cache', cache)
    expect([status, stderr]).toEqual([1, expect.stringContaining('has files in it that Caravan did not make')])
    expect(readdirSync(cache).sort()).toEqual(['notes.md', 'photos'])
    for (const path of ['.', 'data']) expect(run('--port', '0', '--cache', path).status).toBe(1)
  })
  test('a port in use is reported in one sentence', async () => {
    const server = await start()
    const { status, stderr } = run('--port', new URL(server.base).port, '--cache', newCache())
    expect([status, stderr]).toEqual([1, expect.stringContaining('EADDRINUSE')])
  })
  test('that no origin is set is said', async () => {
    const server = await start()
    await expect.poll(server.said).toContain('--origin is not set')
    const named = await start('--origin', 'https://cards.test')
    expect(named.said()).not.toContain('--origin is not set')
  })
})

describe('stopping', () => {
  /** A request that is open for as long as its client likes. */
  const half = 'POST /mcp HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{'
  /** A socket to the server that has sent this text; its errors are ignored. */
  async function connectTo({ base }: NodeServer, text: string): Promise<Socket> {
    const socket = connect(Number(new URL(base).port), '127.0.0.1').on('error', () => {})
    await new Promise(resolve => socket.once('connect', resolve))
    socket.write(text)
    return socket
  }
  test('an idle connection does not delay the stop', async () => {
    const server = await start('--grace', '3600')
    for (const text of ['', 'GET / HTTP/1.1\r\nHost: x\r\n', 'GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n'])
      await connectTo(server, text)
    expect(await server.stop()).toBe(0)
  })
  test('open requests are answered first', async () => {
    const server = await start()
    const asked = Array.from({ length: 6 }, () =>
      ask(server.base, `/indicators/${id}.png?size=story&scale=2&accent=${accent()}`, { Connection: 'close' }),
    )
    // The server has read none of them yet.
    await new Promise(resolve => setTimeout(resolve, 5))
    const code = server.stop()
    const answers = await Promise.all(asked)
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
    for (const { body } of answers) expect(body.subarray(-8, -4).toString('latin1')).toBe('IEND')
    expect(await code).toBe(0)
  })
  test('a client that never reads, or never ends, has the grace and no more', async () => {
    const server = await start('--grace', '1')
    const get = `GET /indicators/${id}.csv HTTP/1.1\r\nHost: x\r\n\r\n`
    const socket = await connectTo(server, get.repeat(400))
    socket.pause()
    await connectTo(server, half)
    expect(await server.stop()).toBe(0)
  })
  test('a second signal ends at once', async () => {
    const server = await start('--grace', '3600')
    await connectTo(server, half)
    const code = server.stop()
    // Two signals that come at once are one.
    await new Promise(resolve => setTimeout(resolve, 3000))
    expect(server.process.exitCode).toBeNull()
    server.process.kill('SIGTERM')
    expect(await code).toBe(0)
  })
  test.each([
    ['start:node', ['--cache', newCache()], /Caravan on (\S+),/],
    ['start', [], /Ready on (\S+)/],
  ])('under npm run %s, the server ends with it', async (script, options, ready) => {
    const npm = spawn('npm', ['run', script, '--', '--port', '0', ...options], { detached: true })
    const base = await readAddress(npm, ready)
    expect((await ask(base, '/robots.txt')).status).toBe(200)
    await stopProcess(npm)
    const state = (): Promise<string> =>
      ask(base, '/robots.txt').then(
        () => 'answers',
        () => 'gone',
      )
    await expect.poll(state, { timeout: 20_000 }).toBe('gone')
  })
  test('under npm, a start that is stopped while it builds does not go on to serve', async () => {
    const npm = spawn('npm', ['run', 'start:node', '--', '--port', '0', '--cache', newCache()], { detached: true })
    await readAddress(npm, /(indicators, release)/)
    const rest: string[] = []
    npm.stdout.on('data', data => rest.push(String(data)))
    // The stream ends with the last process that writes to it, which may be before npm itself has ended.
    const closed = new Promise(resolve => npm.stdout.once('close', resolve))
    await stopProcess(npm)
    await closed
    expect(rest.join('')).not.toContain('Caravan on')
  })
  test('the reader of the log may go away', async () => {
    const server = await start()
    server.process.stdout?.destroy()
    server.process.stderr?.destroy()
    for (let i = 0; i < 20; i++) expect((await ask(server.base, '/indicators.json')).status).toBe(200)
    expect(server.process.exitCode).toBeNull()
  })
})

describe('the log', () => {
  test('has a time and a route, and nothing that a caller wrote', async () => {
    const server = await start()
    await ask(server.base, `/indicators/${id}.json?secret=evil`)
    await ask(server.base, '/evil%0Aline?secret=evil', { 'User-Agent': 'evil', Referer: 'https://evil.test/' })
    await expect.poll(() => server.said().match(/"route"/g)?.length).toBe(2)
    const lines = server
      .said()
      .split('\n')
      .filter(line => line.includes('"route"'))
    expect(lines.map(line => JSON.parse(line))).toEqual([
      expect.objectContaining({
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        route: '/indicators/{id}.json',
        status: 200,
      }),
      expect.objectContaining({ time: expect.any(String), route: 'none', status: 404 }),
    ])
    expect(server.said()).not.toMatch(/evil|secret/)
  })
})

describe('one server', () => {
  let server: NodeServer
  beforeAll(async () => {
    server = await startNode('--cache', newCache())
  })
  afterAll(() => server.stop())

  test('compresses text for clients that take it, and its validators hold', async () => {
    const plain = await ask(server.base, `/indicators/${id}.svg`)
    const packed = await ask(server.base, `/indicators/${id}.svg`, { 'Accept-Encoding': 'gzip' })
    expect([packed.headers['content-encoding'], packed.headers.vary]).toEqual(['gzip', 'Accept-Encoding'])
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true)
    expect(packed.headers.etag).toBe(`W/${plain.headers.etag}`)
    for (const etag of [packed.headers.etag, plain.headers.etag])
      expect((await ask(server.base, `/indicators/${id}.svg`, { 'If-None-Match': etag ?? '' })).status).toBe(304)
    const png = await ask(server.base, `/indicators/${id}.png`, { 'Accept-Encoding': 'gzip' })
    expect(png.headers['content-encoding']).toBeUndefined()
  })
  test('tells its readings to this machine', async () => {
    const { status, headers, body } = await ask(server.base, '/metrics')
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(headers['cache-control']).toBe('no-store')
    const names = ['answers_total', 'drawings_total', 'refusals_total', 'queue_units', 'queue_room_units', 'kept_bytes']
    for (const name of [...names, 'loop_delay_p99_seconds', 'resident_bytes'])
      expect(body.toString()).toMatch(new RegExp(`# TYPE caravan_${name} \\w+\\ncaravan_${name} [\\d.e-]+\\n`))
    expect((await ask(server.base, '/metrics', { 'X-Forwarded-For': '203.0.113.9' })).status).toBe(404)
  })
  test('two Host lines are refused', async () => {
    const socket = connect(Number(new URL(server.base).port), '127.0.0.1')
    socket.write('GET /indicators.json HTTP/1.1\r\nHost: a.test\r\nHost: b.test\r\n\r\n')
    const [first = ''] = await new Promise<string[]>(resolve =>
      socket.on('data', data => resolve(data.toString().split('\r\n'))),
    )
    expect(first).toContain('400')
    socket.destroy()
  })
})

describe('behind a proxy', () => {
  test('that ends TLS, the configured origin is in every absolute address', async () => {
    const server = await start('--origin', 'https://cards.test')
    for (const path of ['/', `/indicators/${id}`, `/indicators/${id}.json`, '/feed.atom', '/sitemap.xml']) {
      const asked = [
        { Host: 'cards.test' },
        { Host: 'evil.test', 'X-Forwarded-Proto': 'http', 'X-Forwarded-Host': 'evil.test' },
      ]
      const [one, other] = await Promise.all(asked.map(headers => ask(server.base, path, headers)))
      expect([path, other?.body.toString()]).toEqual([path, one?.body.toString()])
      expect([path, other?.headers.etag]).toEqual([path, one?.headers.etag])
      expect(one?.body.toString()).not.toMatch(/http:\/\/cards\.test|evil\.test|127\.0\.0\.1/)
    }
  })
  test('that is trusted, its own word for the origin counts; that of another does not', async () => {
    const server = await start('--trust-proxy', '127.0.0.1')
    const headers = { Host: 'inner', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'cards.test' }
    const read = async ({ base }: NodeServer) =>
      JSON.parse((await ask(base, `/indicators/${id}.json`, headers)).body.toString()).links.self
    expect(await read(server)).toBe(`https://cards.test/indicators/${id}.json`)
    const other = await start()
    expect(await read(other)).toBe(`http://inner/indicators/${id}.json`)
  })
  const crawl = async (base: string, toHeaders: (i: number) => http.OutgoingHttpHeaders): Promise<number> => {
    let drawn = 0
    for (let i = 0; i < 130; i++) {
      const { status } = await ask(base, `/indicators/${id}.svg?layout=badge&accent=${accent()}`, toHeaders(i))
      if (status === 200) drawn += 1
    }
    return drawn
  }
  test('a client cannot pose as another by a header', async () => {
    const server = await start('--origin', 'https://cards.test', '--rate', '50')
    expect(await crawl(server.base, i => ({ 'X-Forwarded-For': `203.0.113.${i}:${4000 + i}` }))).toBeLessThan(65)
  })
  test('clients of a trusted proxy have a rate each, IPv6 by its network', async () => {
    const options = ['--origin', 'https://cards.test', '--rate', '50', '--trust-proxy', '127.0.0.1']
    const server = await start(...options)
    const forged = (i: number) => ({ 'X-Forwarded-For': `198.51.100.${i}, 203.0.113.9` })
    expect(await crawl(server.base, forged)).toBeLessThan(65)
    expect(await crawl(server.base, i => ({ 'X-Forwarded-For': `2001:db8:1:2::${i.toString(16)}` }))).toBeLessThan(65)
    expect(await crawl(server.base, i => ({ 'X-Forwarded-For': `192.0.2.${i}` }))).toBe(130)
  })
  test('a local proxy that sets no origin does not lift the rate from its clients', async () => {
    const server = await start('--rate', '50')
    expect(await crawl(server.base, i => ({ 'X-Forwarded-For': `192.0.2.${i}` }))).toBeLessThan(65)
  })
})

describe('drawing', () => {
  test('a full drawing queue does not delay a cached card', async () => {
    const server = await start('--threads', '1')
    const cached = `/indicators/${id}.png`
    await ask(server.base, cached)
    let isOver = false
    const statuses = new Map<number, number>()
    const clients = Array.from({ length: 30 }, async () => {
      while (!isOver) {
        const { status } = await ask(
          server.base,
          `/indicators/${id}.png?size=story&scale=3&background=transparent&accent=${accent()}`,
        )
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status !== 200) await new Promise(resolve => setTimeout(resolve, 100))
      }
    })
    const times: number[] = []
    const agent = new http.Agent({ keepAlive: true })
    for (let i = 0; i < 200; i++) {
      const { status, time } = await ask(server.base, cached, {}, agent)
      expect(status).toBe(200)
      times.push(time)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    isOver = true
    const health = await ask(server.base, '/healthz')
    expect(health.status).toBe(200)
    times.sort((a, b) => a - b)
    // Before drawing ran in threads, half of these took longer than 2,500 ms. Others may use the processor meanwhile.
    const [half = 0, most = 0] = [times[100], times[190]]
    expect([half < 300, most < 1500]).toEqual([true, true])
    expect([...statuses.keys()].sort()).toEqual([200, 503])
    await stopProcess(server.process, 'SIGKILL')
    await Promise.allSettled(clients)
  })
  test('all clients together have a limit', async () => {
    const server = await start('--ceiling', '19')
    const first = await ask(server.base, `/indicators/${id}.png?size=story&scale=3&accent=${accent()}`)
    const second = await ask(server.base, `/indicators/${id}.png?size=story&scale=3&accent=${accent()}`)
    expect([first.status, second.status, second.headers['retry-after']]).toEqual([200, 503, '10'])
    expect((await ask(server.base, `/indicators/${id}.json`)).status).toBe(200)
  })
})

test('two servers and two starts share one folder of pictures', async () => {
  const cache = newCache()
  const path = `/indicators/${id}.svg?accent=${accent()}`
  const [one, other] = await Promise.all([startNode('--cache', cache), startNode('--cache', cache)])
  const drawn = await ask(one.base, path)
  expect(drawn.headers['card-cache']).toBe('miss')
  await expect.poll(async () => (await ask(other.base, `${path}&x=${count++}`)).headers['card-cache']).toBe('hit')
  await Promise.all([stopProcess(one.process, 'SIGKILL'), other.stop()])
  const third = await startNode('--cache', cache)
  expect((await ask(third.base, path)).headers['card-cache']).toBe('hit')
  await third.stop()
})

test('a prerendered card that was cut is drawn, not shipped', async () => {
  checkBuilt()
  const file = `generated/assets/${release}/${id}.${offered.at(-1)}.dark.png`
  const whole = readFileSync(file)
  try {
    truncateSync(file, 1000)
    const server = await start('--origin', 'https://cards.test')
    const { status, headers, body } = await ask(server.base, `/indicators/${id}.png?lang=${offered.at(-1)}&theme=dark`)
    expect([status, headers['card-cache'], body.subarray(-8, -4).toString('latin1')]).toEqual([200, 'miss', 'IEND'])
    expect(server.said()).toContain('is not as it was drawn')
  } finally {
    writeFileSync(file, whole)
  }
})
