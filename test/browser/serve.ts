import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { createTestHarness } from 'wrangler'

/** The Worker, a browser, and another site with pages that a test writes. */
export type Setting = {
  base: string
  browser: Browser
  /** The address of a page of the other site with this body; `headers` are sent with it. */
  toHost: (body: string, headers?: Record<string, string>) => string
  fetch: (path: string) => Promise<Response>
  close: () => Promise<void>
}

type Held = { body: string; headers: Record<string, string> }

/** Starts all three; `close` ends them. */
export async function serve(): Promise<Setting> {
  const server = createTestHarness({ workers: [{ configPath: './test/fixtures/worker.toml' }] })
  const { url } = await server.listen()
  const held: Held[] = []
  const host = createServer((request, response) => {
    const page = held[Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('page'))]
    for (const [name, value] of Object.entries(page?.headers ?? {})) response.setHeader(name, value)
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end(
        `<!doctype html><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><body style="margin:0">${page?.body ?? ''}</body>`,
      )
  })
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({
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
  return {
    base: url.origin,
    browser,
    toHost: (body, headers = {}) => `${toOrigin(host)}/?page=${held.push({ body, headers }) - 1}`,
    fetch: async path => (await server.fetch(path)) as unknown as Response,
    close: async () => {
      await browser.close()
      await server.close()
      host.close()
    },
  }
}

const toOrigin = (server: Server): string => {
  const address = server.address() as AddressInfo
  return `http://127.0.0.1:${address.port}`
}

/** Opens a page, passes it on and closes it; an error in its console fails the test. */
export async function open(
  { base, browser }: Setting,
  path: string,
  use: (page: Page) => Promise<void>,
  { expected = [], ...options }: BrowserContextOptions & { expected?: readonly RegExp[] } = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => void faults.push(String(error)))
  page.on('console', message => void (message.type() === 'error' && faults.push(message.text())))
  try {
    await page.goto(path.startsWith('http') ? path : `${base}${path}`, { waitUntil: 'load' })
    await use(page)
    expect(faults.filter(fault => !expected.some(pattern => pattern.test(fault)))).toEqual([])
  } finally {
    await context.close()
  }
}
