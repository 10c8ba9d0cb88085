import { beforeEach, describe, expect, test, vi } from 'vitest'
import { respond } from '../../src/http/app.ts'
import { toCause } from '../../src/http/log.ts'
import { prepareRefusals } from '../../src/http/notices.ts'
import type { Platform } from '../../src/http/platform.ts'
import { noticeStatuses, notices, toNoticePath } from '../../src/http/prerendered.ts'
import { noticeWords } from '../../src/model/messages.ts'
import { limits } from '../../src/request/limits.ts'
import { toSource } from '../fixtures/catalogue.ts'
import { origin } from './ask.ts'

const drawn = vi.fn()
/** A client that may have nothing drawn. */
const refused: Platform = {
  ...toSource(),
  later: () => {},
  draw: async job => {
    drawn(job)
    throw new Error('nothing is drawn for this client')
  },
  mayDraw: async () => false,
}
const asRefused = (path: string, init: RequestInit = {}) => respond(new Request(origin + path, init), refused)
beforeEach(() => drawn.mockReset())

describe('a client past its rate has nothing drawn', () => {
  test.each([
    '/indicators/baku-port.png?accent=102030',
    '/indicators/baku-port.svg?accent=102030',
    '/indicators/nothing.png?size=story&theme=dark&lang=kk',
    '/indicators/baku-port.png?size=huge',
    `/indicators/baku-port.svg?${'x'.repeat(limits['query-too-long'] + 1)}`,
    '/nothing.png',
    '/inspect?url=https://caravan.test/indicators/baku-port?accent=102030',
    '/',
    '/indicators/baku-port',
    '/indicators/baku-port/embed',
  ])('by %s', async path => {
    const { status, headers } = await asRefused(path)
    expect(status).toBeLessThan(500)
    expect(headers.get('Content-Type')).toBeTruthy()
    expect(drawn).not.toHaveBeenCalled()
  })
  test('by mistakes of every kind, in every size, language and theme', async () => {
    for (const size of ['og', 'wide', 'square', 'story', 'small', 'badge'])
      for (const lang of ['en', 'kk', 'ru', 'zh'])
        for (const theme of ['light', 'dark'])
          for (const end of ['svg', 'png'])
            expect(
              (await asRefused(`/indicators/nothing.${end}?size=${size}&lang=${lang}&theme=${theme}`)).status,
            ).toBe(404)
    expect(drawn).not.toHaveBeenCalled()
  })
})

describe('when as much is drawn as may be', () => {
  const busy: Platform = { ...toSource(), later: () => {}, hasRoom: async () => false }
  test.each(['svg', 'png'])('a further %s is 503, with Retry-After', async end => {
    const { status, headers } = await respond(new Request(`${origin}/indicators/baku-port.${end}?accent=203040`), busy)
    expect([status, headers.get('Card-Error'), headers.get('Retry-After'), headers.get('Cache-Control')]).toEqual([
      503,
      'busy',
      '10',
      'no-store',
    ])
    expect(headers.get('Content-Type')).toContain(end)
  })
  test('figures and pages answer as ever', async () => {
    for (const path of ['/', '/indicators/baku-port.json', '/indicators/baku-port/embed'])
      expect((await respond(new Request(origin + path), busy)).status).toBe(200)
  })
  test('notices that were prepared say so in the language of the reader', async () => {
    await prepareRefusals({ ...toSource(), later: () => {} })
    const answer = await respond(new Request(`${origin}/indicators/baku-port.svg?accent=203040&lang=ru`), busy)
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('lang="ru"')])
  })
})

test.each<[string, number, Partial<Platform>]>([
  ['102040', 429, { mayDraw: async () => false }],
  ['304050', 503, { hasRoom: async () => false }],
])(
  'a client that waits for a drawing, accent %s, refused to another client by %i, gets it drawn',
  async (accent, status, no) => {
    const path = `${origin}/indicators/baku-port.svg?accent=${accent}`
    const around = { ...toSource(), later: () => {} }
    const [one, other] = await Promise.all([
      respond(new Request(path), { ...around, ...no }),
      respond(new Request(path), around),
    ])
    expect([one.status, other.status]).toEqual([status, 200])
  },
)

test('the build draws every notice there is', () => {
  expect(Object.keys(noticeStatuses).sort()).toEqual(Object.keys(noticeWords).sort())
  expect(new Set(notices.map(toNoticePath)).size).toBe(Object.keys(noticeWords).length * 4 * 6 * 2 * 2)
})

test('a notice comes from the assets without drawing', async () => {
  const findAsset = vi.fn(async (path: string) =>
    path.includes('/notices/') ? new Response('<svg></svg>') : undefined,
  )
  const answer = await respond(new Request(`${origin}/indicators/nothing.svg?size=square&lang=zh&theme=dark`), {
    ...refused,
    findAsset,
  })
  expect([answer.status, drawn.mock.calls.length]).toEqual([404, 0])
  expect(findAsset).toHaveBeenCalledWith(expect.stringMatching(/notices\/unknown-indicator\.zh\.square\.dark\.svg$/))
})

test('large pictures spend more of the rate', async () => {
  const costs: number[] = []
  const mayDraw = async (cost: number) => {
    costs.push(cost)
    return false
  }
  for (const query of ['.svg?size=story', '.png?', '.png?size=story&scale=3'])
    await respond(new Request(`${origin}/indicators/baku-port${query}&accent=405060`), {
      ...toSource(),
      later: () => {},
      mayDraw,
    })
  expect(costs).toEqual([1, 1, 19])
})

describe('a fault is logged', () => {
  const cause = (message: string, path: string) => toCause(new Error(message), { url: origin + path })
  test('with its stack, and without the words of the caller', () => {
    const text = cause('cannot read "evil words" of secret=4711', '/evil%20words?secret=4711')
    expect(text).toMatch(/^Error: cannot read "…" of …=…\n\s+at /)
  })
  test('with the words of the fault', () =>
    expect(cause('wasm is out of order', '/indicators/baku-port.svg')).toContain('wasm is out of order'))
})
