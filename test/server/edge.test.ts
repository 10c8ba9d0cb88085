import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { notices, shared } from '../../src/http/prerendered.ts'
import { catalog, release } from '../../src/model/catalog.ts'
import { offered } from '../../src/site.ts'
import { packPng } from '../../tools/pack-png.ts'

/** The indicator that is asked for, whatever `data/` holds. */
const id = catalog[0]?.id ?? ''
const run = (script: string): string => execFileSync(process.execPath, [`tools/${script}`], { encoding: 'utf8' })
/** Named as the same site, for the address stands in the picture. */
const site = 'http://caravan.test'
const built = createTestHarness({ workers: [{ configPath: './wrangler.toml' }] })
const bare = createTestHarness({ workers: [{ configPath: './test/fixtures/bare.toml' }] })

beforeAll(async () => {
  if (!existsSync(`generated/assets/${release}`))
    throw new Error('the cards of today are not drawn; npm run build first')
  await Promise.all([built.listen(), bare.listen()])
}, 120_000)
afterAll(() => Promise.all([built.close(), bare.close()]))

type Answer = { outcome: string | null; headers: [string, string][]; bytes: string }
async function read(answer: ReturnType<typeof built.fetch>): Promise<Answer> {
  const response = await answer
  const own = [
    'card-cache',
    'server-timing',
    'date',
    'transfer-encoding',
    'connection',
    'keep-alive',
    'cf-cache-status',
    // The build packs a picture closer.
    'content-length',
  ]
  return {
    outcome: response.headers.get('Card-Cache'),
    headers: [...response.headers].filter(([name]) => !own.includes(name)),
    bytes: Buffer.from(await packPng(new Uint8Array(await response.arrayBuffer()))).toString('base64'),
  }
}

test.each(catalog.map(({ id }) => id))(
  'every prerendered card of %s is what would have been drawn, packed as close',
  async id => {
    for (const { encoding, ...query } of shared) {
      const path = `${site}/indicators/${id}.${encoding}?${new URLSearchParams(query)}`
      const [prerendered, drawn] = await Promise.all([read(built.fetch(path)), read(bare.fetch(path))])
      expect([path, prerendered.outcome, drawn.outcome]).toEqual([path, 'prerendered', 'miss'])
      expect({ ...prerendered, outcome: '' }).toEqual({ ...drawn, outcome: '' })
    }
  },
)

test('clients that hang up leave a right answer for the next', async () => {
  const { url } = await bare.listen()
  const path = `${url.origin}/indicators/${id}.png?size=story&scale=2`
  const gone = Array.from({ length: 12 }, (_, i) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), i * 8)
    return fetch(path, { signal: controller.signal }).then(answer => answer.arrayBuffer())
  })
  await Promise.allSettled(gone)
  const answer = await fetch(path)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([answer.status, bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([200, 2160, 3840])
  expect(bytes.subarray(-8, -4).toString('latin1')).toBe('IEND')
})

test('what has not changed is not drawn again', () => {
  expect(run('prerender.ts')).toBe(
    `${catalog.length * shared.length} cards and ${notices.length} notices prerendered, 0 of them drawn now\n`,
  )
})

describe('on Node', () => {
  const cache = mkdtempSync(join(tmpdir(), 'caravan-cache-'))
  let server: ChildProcess
  let base = ''
  /** Starts the server on a free port, and waits until it says where. */
  async function start(...options: string[]): Promise<void> {
    server = spawn(process.execPath, ['tools/start-node.ts', '--port', '0', '--cache', cache, ...options])
    base = await new Promise((resolve, reject) => {
      let said = ''
      server.stderr?.on('data', data => (said += data))
      server.stdout?.on('data', data => {
        said += data
        const [, address] = /Caravan on (\S+),/.exec(said) ?? []
        if (address) resolve(address)
      })
      server.on('exit', () => reject(new Error(said)))
    })
  }
  const stop = async (): Promise<void> => {
    server.removeAllListeners('exit')
    await new Promise(resolve => {
      server.on('exit', resolve)
      server.kill('SIGTERM')
    })
  }
  afterAll(async () => {
    await stop()
    rmSync(cache, { recursive: true })
  })

  test('the same answers come from the same app, and stay on the disk', async () => {
    await start('--origin', site)
    const paths = [`${id}.svg?size=og&accent=aa2233`, `${id}.png?size=small&lang=${offered.at(-1)}`, `${id}.json`]
    for (const path of paths) {
      // A compressed answer has a validator of its own, and the Worker leaves compressing to the platform.
      const headers = { 'Accept-Encoding': 'identity' }
      const [node, worker] = [
        await fetch(`${base}/indicators/${path}`, { headers }),
        await bare.fetch(`${site}/indicators/${path}`),
      ]
      expect([
        node.status,
        node.headers.get('ETag'),
        node.headers.get('Cache-Control'),
        node.headers.get('Link'),
      ]).toEqual([
        worker.status,
        worker.headers.get('ETag'),
        worker.headers.get('Cache-Control'),
        worker.headers.get('Link'),
      ])
      if (!path.includes('.png')) expect((await node.text()) === (await worker.text())).toBe(true)
    }
    expect((await fetch(`${base}/indicators/${id}.png`)).headers.get('Card-Cache')).toBe('prerendered')
    const toPictures = () => readdirSync(cache, { recursive: true }).filter(name => /[0-9a-f]{64}$/.test(String(name)))
    await expect.poll(toPictures).toHaveLength(2)
    await stop()
    await start('--origin', site)
    const again = await fetch(`${base}/indicators/${paths[0]}`)
    expect([again.status, again.headers.get('Card-Cache')]).toEqual([200, 'hit'])
  }, 60_000)

  test('bad options are told', () => {
    const options = ['tools/start-node.ts', '--port', 'eighty']
    expect(() => execFileSync(process.execPath, options, { stdio: 'pipe' })).toThrow('--port must be a whole number')
  })

  test('the folder of the assets holds what the build put there, and what is under another release is not deployed', () => {
    expect(readFileSync('generated/assets/.assetsignore', 'utf8')).toBe(`/*\n!/${release}\n`)
    expect(existsSync(join('generated/assets', release, `${id}.en.light.png`))).toBe(true)
    expect(existsSync(join('generated/assets', release, 'data', `${id}.json`))).toBe(true)
    expect(readdirSync('generated/assets').length).toBeLessThanOrEqual(3)
  })
})
