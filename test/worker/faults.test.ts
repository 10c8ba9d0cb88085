import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Platform } from '../../src/http/platform.ts'
import { toSource } from '../fixtures/catalogue.ts'
import { origin } from './ask.ts'

// Modules that have drawn nothing yet and hold nothing in memory: the first test needs an engine that has not started, and what
// these break stays theirs.
vi.resetModules()
afterAll(() => void vi.resetModules())
const { default: faces } = await import('../../generated/faces.json', { with: { type: 'json' } })
const { respond } = await import('../../src/http/app.ts')

const later: Promise<unknown>[] = []
const alone: Platform = { ...toSource(), later: work => void later.push(work) }
const ask = (path: string, around: Partial<Platform> = {}) =>
  respond(new Request(origin + path), { ...alone, ...around })
let log: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  log = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())
const causes = (): string[] => log.mock.calls.map(([line]: unknown[]) => JSON.parse(String(line)).cause)

describe('faults', () => {
  test('wasm that does not start is answered with a notice, logged once, and tried again by the next request', async () => {
    const start = vi.spyOn(WebAssembly, 'instantiate').mockRejectedValueOnce(new Error('wasm is out of order'))
    const failed = await ask('/indicators/baku-port.svg')
    expect([failed.status, failed.headers.get('Card-Error'), failed.headers.get('Cache-Control')]).toEqual([
      500,
      'internal',
      'public, max-age=60',
    ])
    expect(await failed.text()).toMatch(/^<svg .*<\/svg>$/s)
    expect(causes()).toEqual([expect.stringContaining('wasm is out of order')])
    const next = await ask('/indicators/baku-port.svg')
    expect([next.status, next.headers.get('Card-Cache')]).toEqual([200, 'miss'])
    expect(start).toHaveBeenCalled()
  })

  test('a rasteriser out of memory answers a notice, and the next request its picture', async () => {
    const Bytes = globalThis.Uint8Array
    const scarce: typeof Bytes = new Proxy(Bytes, {
      construct: (target, [size, ...rest], self): object => {
        if (typeof size === 'number' && size > 100_000) throw new RangeError('Array buffer allocation failed')
        return Reflect.construct(target, [size, ...rest], self === scarce ? target : self)
      },
    })
    globalThis.Uint8Array = scarce
    const failed = await ask('/indicators/baku-port.png').finally(() => {
      globalThis.Uint8Array = Bytes
    })
    expect([failed.status, failed.headers.get('Content-Type')]).toEqual([500, 'image/png'])
    expect(failed.headers.get('Cache-Control')).toBe('public, max-age=60')
    expect([...new Bytes(await failed.arrayBuffer()).slice(1, 4)]).toEqual([80, 78, 71])
    expect(causes()[0]).toContain('allocation failed')
    expect((await ask('/indicators/baku-port.png')).status).toBe(200)
  })

  test('a font that lacks a letter gives a notice, and a card once the letter is there', async () => {
    const glyphs: Record<string, unknown> = faces['latin-600'].glyphs
    const { e: glyph } = glyphs
    Reflect.deleteProperty(glyphs, 'e')
    const failed = await ask('/indicators/baku-port.svg?layout=stat').finally(() => {
      glyphs.e = glyph
    })
    expect([failed.status, failed.headers.get('Cache-Control')]).toEqual([500, 'public, max-age=60'])
    expect(await failed.text()).toMatch(/^<svg .*<\/svg>$/s)
    expect(causes()[0]).toContain('no bundled font has a glyph for U+0065')
    expect((await ask('/indicators/baku-port.svg?layout=stat')).status).toBe(200)
  })

  test('a cache that throws changes nothing', async () => {
    const broken = {
      find: () => {
        throw new Error('no cache')
      },
      keep: () => Promise.reject(new Error('no cache')),
    }
    const path = '/indicators/baku-port.svg?accent=335577'
    const answer = await ask(path, { shelf: broken })
    await Promise.all(later)
    expect([answer.status, answer.headers.get('Card-Cache')]).toEqual([200, 'miss'])
    expect(causes()).toHaveLength(2)
    expect(await (await ask(path)).text()).toBe(await answer.text())
  })

  test('a drawing outlives the client that asked for it', async () => {
    later.length = 0
    const [first, second] = [
      ask('/indicators/baku-port.svg?accent=667788'),
      ask('/indicators/baku-port.svg?accent=667788'),
    ]
    expect((await second).status).toBe(200)
    await first
    expect(later.length).toBeGreaterThan(0)
  })
})
