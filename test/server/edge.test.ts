import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { notices, shared } from '../../src/http/prerendered.ts'
import { catalog, release } from '../../src/model/catalog.ts'
import { packPng } from '../../tools/pack-png.ts'
import { checkBuilt } from './node-server.ts'

/** The indicator that is asked for, whatever `data/` holds. */
const id = catalog[0]?.id ?? ''
const run = (script: string): string => execFileSync(process.execPath, [`tools/${script}`], { encoding: 'utf8' })
/** Named as the same site, because the address is in the picture. */
const site = 'http://caravan.test'
const built = createTestHarness({ workers: [{ configPath: './wrangler.toml' }] })
const bare = createTestHarness({ workers: [{ configPath: './test/fixtures/bare.toml' }] })

beforeAll(async () => {
  checkBuilt()
  await Promise.all([built.listen(), bare.listen()])
}, 120_000)
afterAll(() => Promise.all([built.close(), bare.close()]))

type Answer = { outcome: string | null; headers: [string, string][]; bytes: string }
async function read(answer: ReturnType<typeof built.fetch>): Promise<Answer> {
  const response = await answer
  // The build packs a picture closer.
  const own = ['card-cache', 'cf-cache-status', 'connection', 'content-length', 'date', 'keep-alive', 'server-timing']
  return {
    outcome: response.headers.get('Card-Cache'),
    headers: [...response.headers].filter(([name]) => !own.includes(name) && name !== 'transfer-encoding'),
    bytes: Buffer.from(await packPng(new Uint8Array(await response.arrayBuffer()))).toString('base64'),
  }
}

test.each(catalog.map(({ id }) => id))(
  'every prerendered card of %s has the pixels of a drawn one, compressed harder',
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

test('the folder of the assets holds what the build put there, and what is under another release is not deployed', () => {
  expect(readFileSync('generated/assets/.assetsignore', 'utf8')).toBe(`/*\n!/${release}\n`)
  expect(existsSync(join('generated/assets', release, `${id}.en.light.png`))).toBe(true)
  expect(existsSync(join('generated/assets', release, 'data', `${id}.json`))).toBe(true)
  expect(readdirSync('generated/assets').length).toBeLessThanOrEqual(3)
})
