import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Setting, serve } from './serve.ts'

let setting: Setting
beforeAll(async () => {
  setting = await serve()
}, 90_000)
afterAll(() => setting.close())

/** A hostile site: requests to it are recorded and answered here. */
const other = 'http://elsewhere.test'
const visits: string[] = []

const html = () =>
  `<script>top.ran = 1</script><img src="/none" onerror="top.ran = 1"><script src="${other}/script.js"></script><iframe srcdoc="<script>top.ran = 1</script>"></iframe><object data="${other}/object"></object><link rel="stylesheet" href="${other}/style.css"><img src="${other}/picture.png">`
const svg = () =>
  `<script>top.ran = 1</script><g onload="top.ran = 1"/><image href="${other}/picture.png" width="9" height="9"/><foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${other}/x.png" onerror="top.ran = 1"/></foreignObject>`

/** Opens an answer of ours with something slipped in before its end, with its own headers or without its policy. */
async function openInjected(page: Page, path: string, isGuarded: boolean): Promise<{ ran: boolean; told: string[] }> {
  visits.length = 0
  const told: string[] = []
  page.on('console', message => void told.push(message.text()))
  await page.route(`${other}/**`, route => {
    visits.push(route.request().url())
    return route.fulfill({ contentType: 'text/javascript', body: 'top.ran = 1' })
  })
  await page.route(setting.base + path, async route => {
    const response = await route.fetch()
    const headers = response.headers()
    if (!isGuarded) delete headers['content-security-policy']
    const body = await response.text()
    const isSvg = path.includes('.svg')
    await route.fulfill({
      response,
      headers,
      body: isSvg ? body.replace('</svg>', `${svg()}</svg>`) : body.replace('</body>', `${html()}</body>`),
    })
  })
  await page.goto(setting.base + path)
  await page.waitForTimeout(400)
  return { ran: await page.evaluate(() => 'ran' in window), told }
}

describe.each([
  '/indicators/titr-throughput',
  '/indicators/titr-throughput/embed',
  '/',
  '/indicators/titr-throughput.svg',
])('text inserted into %s', path => {
  test('neither runs nor loads under the policy of the answer', async () => {
    const page = await setting.browser.newPage()
    const { ran, told } = await openInjected(page, path, true)
    expect([ran, visits]).toEqual([false, []])
    expect(told.join('\n')).toContain('Content Security Policy')
    await page.close()
  })
  test('would have run without it', async () => {
    const page = await setting.browser.newPage()
    expect((await openInjected(page, path, false)).ran).toBe(true)
    expect(visits.length).toBeGreaterThan(0)
    await page.close()
  })
})
