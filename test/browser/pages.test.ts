import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { decode } from 'fast-png'
import { HtmlValidate } from 'html-validate'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { unfurl } from 'unfurl.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { languages } from '../../src/model/locales.ts'
import { fixtureIds } from '../fixtures/indicators.ts'

const server = createTestHarness({ workers: [{ configPath: './test/fixtures/worker.toml' }] })
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let base = ''
/** Another site, on which cards are embedded: it answers with the body it is asked for. */
const elsewhere = createServer((request, response) => {
  const body = new URL(request.url ?? '/', 'http://localhost').searchParams.get('body') ?? ''
  response
    .setHeader('Content-Type', 'text/html; charset=utf-8')
    .end(`<!doctype html><link rel="icon" href="data:,"><body style="margin:0">${body}</body>`)
})
let other = ''
let browser: Browser

beforeAll(async () => {
  const { url } = await server.listen()
  base = url.origin
  await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve))
  other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}, 60_000)
afterAll(async () => {
  await browser.close()
  await server.close()
  elsewhere.close()
})

/** Opens a page, hands it over, and closes it; what it says to the console as a fault fails the test. */
async function open(
  path: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => void faults.push(String(error)))
  page.on('console', message => void (message.type() === 'error' && faults.push(message.text())))
  try {
    await page.goto(path.startsWith('http') ? path : `${base}${path}`, { waitUntil: 'load' })
    await use(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const pages = [
  '/',
  '/?id=trade-china-russia&layout=stat&lang=kk',
  '/docs',
  '/inspect',
  ...languages.flatMap(lang => [
    `/indicators/visa-free-tourism?lang=${lang}`,
    `/indicators/titr-throughput/embed?lang=${lang}`,
  ]),
  '/indicators/minerals-announced',
]

describe.each(pages)('%s', path => {
  test('has no fault that axe finds, on a light and on a dark screen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await open(
        path,
        async page => {
          await page.evaluate(axe)
          const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
            'axe.run().then(result => result.violations)',
          )
          expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
        },
        { colorScheme },
      )
    }
  })

  test('is valid HTML', () => validate(path))

  test('fits 320 pixels without scrolling sideways, and shifts nothing as it loads', async () => {
    await open(
      path,
      async page => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
        const shift = await page.evaluate(
          () =>
            new Promise<number>(resolve => {
              let sum = 0
              new PerformanceObserver(list => {
                for (const entry of list.getEntries())
                  sum += 'value' in entry && typeof entry.value === 'number' ? entry.value : 0
              }).observe({ type: 'layout-shift', buffered: true })
              setTimeout(() => resolve(sum), 250)
            }),
        )
        expect(shift).toBeLessThan(0.02)
      },
      { viewport: { width: 320, height: 700 } },
    )
  })
})

test.each(languages)('no page in %s has a fault that axe finds', async lang => {
  const faults: string[] = []
  await open('/', async page => {
    for (const id of fixtureIds) {
      await page.goto(`${base}/indicators/${id}?lang=${lang}`, { waitUntil: 'load' })
      await page.evaluate(axe)
      const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
        'axe.run().then(result => result.violations)',
      )
      faults.push(...found.map(violation => `${id}: ${violation.id} ${violation.nodes[0]?.html}`))
    }
  })
  expect(faults).toEqual([])
})

async function validate(path: string): Promise<void> {
  const rules = { 'no-inline-style': 'off', 'long-title': 'off', 'tel-non-breaking': 'off' } as const
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules })
  const report = await validator.validateString(await (await server.fetch(path)).text())
  const messages = report.results.flatMap(result => result.messages)
  expect(messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)).toEqual([])
}

test.each(fixtureIds)('the page of %s is valid HTML', id => validate(`/indicators/${id}`))

test('scripts and styles of the first page weigh less than 60 kB, all from here', async () => {
  const hosts = new Set<string>()
  const bodies: Promise<Buffer>[] = []
  const context = await browser.newContext()
  const page = await context.newPage()
  page.on('response', response => {
    hosts.add(new URL(response.url()).origin)
    if (['script', 'stylesheet'].includes(response.request().resourceType())) bodies.push(response.body())
  })
  await page.goto(base, { waitUntil: 'load' })
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + body.byteLength, 0)
  expect(bytes).toBeGreaterThan(1000)
  expect(bytes).toBeLessThan(60_000)
  expect([...hosts]).toEqual([base])
  expect(await context.cookies()).toEqual([])
  await context.close()
})

describe('the builder', () => {
  test('follows a choice at once: preview, snippet and address', async () => {
    await open('/', async page => {
      await page.selectOption('#layout', 'stat')
      await page.waitForFunction(() =>
        document.querySelector<HTMLImageElement>('#result .figure img')?.src.includes('layout=stat'),
      )
      await page.selectOption('#id', 'titr-throughput')
      await page.waitForFunction(() =>
        document.querySelector<HTMLImageElement>('#result .figure img')?.src.includes('titr-throughput'),
      )
      expect(await page.textContent('#snippet-link')).toContain('/indicators/titr-throughput?layout=stat')
      expect(page.url()).toContain('id=titr-throughput')
      expect(page.url()).toContain('layout=stat')
    })
  })
  test('can be worked by the keyboard alone', async () => {
    await open('/', async page => {
      await page.focus('#theme')
      await page.keyboard.press('d')
      await page.waitForFunction(() =>
        document.querySelector<HTMLImageElement>('#result .figure img')?.src.includes('theme=dark'),
      )
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(() => document.activeElement?.matches('button[data-copy]') ?? false)) return
      }
      throw new Error('no copy button is reached by the tab key')
    })
  })
  test('copies a snippet and says so', async () => {
    await open(
      '/?id=titr-throughput',
      async page => {
        const button = page.locator('details[open] button[data-copy]')
        await button.click()
        await expect.poll(() => button.textContent()).toBe('Copied')
        expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('<img src=')
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    )
  })
  test('works without script by its button', async () => {
    await open(
      '/',
      async page => {
        await page.selectOption('#id', 'titr-throughput')
        await page.selectOption('#size', 'square')
        await page.click('button[type=submit]')
        await page.waitForURL(/id=titr-throughput/)
        expect(await page.getAttribute('#result .figure img', 'src')).toContain('titr-throughput.svg?size=square')
      },
      { javaScriptEnabled: false },
    )
  })
})

describe('embedded elsewhere', () => {
  const around = (body: string): string => `${other}/?body=${encodeURIComponent(body)}`

  test('the script becomes a frame as high as its card', async () => {
    await open(
      around(
        `<div style="width:600px"><script async src="${base}/caravan.js" data-src="${base}/indicators/titr-throughput/embed" data-title="Cargo"></script></div>`,
      ),
      async page => {
        await page.waitForFunction(() => {
          const frame = document.querySelector('iframe')
          return frame !== null && Math.abs(frame.getBoundingClientRect().height - 315) < 3
        })
        expect(await page.getAttribute('iframe', 'title')).toBe('Cargo')
      },
    )
  })

  test.each(['svg', 'png'])('<img> shows the notice of a .%s that is not there, whatever its status', async end => {
    const page = await browser.newPage()
    const [answer] = await Promise.all([
      page.waitForResponse(response => response.url().includes('/indicators/nothing')),
      page.goto(around(`<img src="${base}/indicators/nothing.${end}?size=small">`), { waitUntil: 'load' }),
    ])
    expect(answer.status()).toBe(404)
    expect(await page.evaluate(() => document.images[0]?.naturalWidth)).toBe(480)
    await page.close()
  })

  test.each([
    ['svg?theme=auto', 'light', [251, 250, 246]],
    ['svg?theme=auto', 'dark', [18, 23, 30]],
    ['svg', 'dark', [251, 250, 246]],
    ['svg?theme=dark', 'light', [18, 23, 30]],
    ['png', 'light', [251, 250, 246]],
    ['png?theme=dark', 'dark', [18, 23, 30]],
  ] as const)('<img> of .%s on a %s page is drawn on its ground', async (end, colorScheme, ground) => {
    await open(
      around(`<img src="${base}/indicators/titr-throughput.${end}">`),
      async page => {
        await page.waitForFunction(() => document.images[0]?.complete && document.images[0].naturalWidth > 300)
        const { data, width } = decode(await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 120 } }))
        const channels = data.length / (width * 120)
        expect([...data.subarray(channels * (width * 4 + 4), channels * (width * 4 + 4) + 3)]).toEqual([...ground])
        expect(new Set(data).size).toBeGreaterThan(20)
      },
      { colorScheme },
    )
  })
})

test('the page prints without its buttons, and with the addresses of its sources', async () => {
  await open('/indicators/titr-throughput', async page => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.isVisible('.downloads')).toBe(false)
    expect(await page.isVisible('table')).toBe(true)
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(20_000)
  })
})

test('a link-preview reader finds title, description, picture with its size, and oEmbed', async () => {
  const found = await unfurl(`${base}/indicators/trade-china-russia?lang=ru`)
  const { finding } = await (await fetch(`${base}/indicators/trade-china-russia.json?lang=ru`)).json()
  expect(found.open_graph).toMatchObject({
    title: finding,
    site_name: 'Caravan',
    locale: 'ru_RU',
  })
  expect(found.open_graph.images?.[0]).toMatchObject({ width: 1200, height: 630, type: 'image/png' })
  expect(found.twitter_card?.card).toBe('summary_large_image')
  expect(found.oEmbed).toMatchObject({ type: 'photo', version: '1.0', width: 1200 })
})
