import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { unescapeMarkup } from '../fixtures/markup.ts'
import { open, type Setting, serve } from './serve.ts'

let setting: Setting
beforeAll(async () => {
  setting = await serve()
}, 90_000)
afterAll(() => setting.close())

const id = 'titr-throughput'

/** The code that the builder gives, by the name of the way of embedding. */
async function readSnippet(name: string, query = ''): Promise<string> {
  const page = await (await setting.fetch(`/indicators/${id}/build${query}`)).text()
  const found = new RegExp(`aria-label="${name}"[^>]*><pre[^>]*>([\\s\\S]*?)</pre>`).exec(page)?.[1]
  if (found === undefined) throw new Error(`the builder has no "${name}"`)
  return unescapeMarkup(found)
}

const inColumn = (width: number, code: string): string =>
  `<article style="max-width:${width}px;margin:0 auto;font:16px/1.5 serif"><p>Before.</p>${code}<p id="after">After.</p></article>`

/** Columns on a phone, and on a desk. */
const widths = [
  [288, 320, 360, 390, 480],
  [600, 680, 800],
] as const

/**
 * Shows the code in a column of each width, and checks it until it holds: loaded on a phone and again on a desk, in a window
 * that is resized from there.
 */
async function inColumns(code: string, check: (page: Page, width: number) => Promise<void>): Promise<void> {
  for (const columns of widths)
    await open(
      setting,
      setting.toHost(inColumn(Math.max(...columns), code)),
      async page => {
        for (const width of columns) {
          await page.setViewportSize({ width, height: 900 })
          await vi.waitFor(() => check(page, width), { timeout: 20_000, interval: 50 })
        }
      },
      { viewport: { width: columns[0], height: 900 } },
    )
}

type Shown = { width: number; height: number; scroll: number; ratio: number }

/** The first picture or iframe of a page as it is shown, and how wide the page is. */
const measure = (page: Page, selector: string): Promise<Shown> =>
  page.evaluate(name => {
    const element = document.querySelector(name)
    if (!element) throw new Error(`no ${name}`)
    const { width, height } = element.getBoundingClientRect()
    const natural = element instanceof HTMLImageElement ? element.naturalWidth / element.naturalHeight : 0
    return { width, height, scroll: document.documentElement.scrollWidth, ratio: natural }
  }, selector)

/** The content of an iframe: whether it scrolls, and the position of the card in it. */
async function measureFrame(page: Page): Promise<{ isScrolling: boolean; card: Shown; height: number; width: number }> {
  const element = await page.waitForSelector('iframe')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('no frame')
  await frame.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0)
  return frame.evaluate(() => {
    const img = document.querySelector('img')
    const root = document.documentElement
    const box = img?.getBoundingClientRect()
    return {
      isScrolling: root.scrollHeight > innerHeight || root.scrollWidth > innerWidth,
      width: innerWidth,
      height: innerHeight,
      card: {
        width: box?.width ?? 0,
        height: box?.height ?? 0,
        scroll: 0,
        ratio: (img?.naturalWidth ?? 0) / (img?.naturalHeight ?? 1),
      },
    }
  })
}

describe.each([
  ['Picture, square on phones', ''],
  ['HTML block', '?for=wordpress'],
  ['HTML for email', '?for=newsletter'],
  ['HTML, light and dark', '?for=github&theme=light'],
] as const)('%s', (name, query) => {
  test('is whole in columns of 288 to 800 pixels, and a link to its page', async () => {
    // GitHub holds pictures within the column by its own style.
    const code = `${name.startsWith('HTML, light') ? '<style>img{max-width:100%}</style>' : ''}${await readSnippet(name, query)}`
    await inColumns(code, async (page, width) => {
      await page.waitForFunction(() => (document.images[0]?.naturalWidth ?? 0) > 0)
      const shown = await measure(page, 'img')
      expect(shown.scroll).toBeLessThanOrEqual(width)
      expect(shown.width).toBeGreaterThan(width * 0.7)
      expect(Math.abs(shown.width / shown.height - shown.ratio)).toBeLessThan(0.02)
      expect(await page.evaluate(() => document.querySelector('img')?.closest('a')?.href)).toBe(
        `${setting.base}/indicators/${id}`,
      )
    })
  })
})

describe('the iframe', () => {
  test('shows its card whole and without a scrollbar in columns of 288 to 800 pixels', async () => {
    await inColumns(await readSnippet('Iframe'), async (page, width) => {
      const { isScrolling, card, height, width: inner } = await measureFrame(page)
      expect([width, isScrolling]).toEqual([width, false])
      expect(inner).toBe(width)
      // On a phone the card is square, elsewhere wide; it takes most of the room beside the bar of 72 pixels.
      expect(card.ratio).toBeCloseTo(width <= 480 ? 1 : 16 / 9, 1)
      expect(card.height).toBeLessThanOrEqual(height - 71)
      expect(card.width).toBeGreaterThan(width * 0.78)
      expect(Math.max(width - card.width, height - 72 - card.height)).toBeLessThanOrEqual(106)
      expect((await measure(page, 'iframe')).scroll).toBeLessThanOrEqual(width)
    })
  })

  test('has no gap: its ground is that of the card down to its last pixel', async () => {
    const code = await readSnippet('Iframe')
    await open(
      setting,
      setting.toHost(inColumn(320, code)),
      async page => {
        await measureFrame(page)
        const frame = await (await page.waitForSelector('iframe')).contentFrame()
        const ground = await frame?.evaluate(() => {
          const box = document.querySelector('.ground')?.getBoundingClientRect()
          return {
            bottom: box?.bottom,
            height: innerHeight,
            fill: getComputedStyle(document.querySelector('.paper') ?? document.body).fill,
          }
        })
        expect(ground?.bottom).toBe(ground?.height)
        expect(ground?.fill).toBe('rgb(251, 250, 246)')
      },
      { viewport: { width: 320, height: 900 } },
    )
  })

  test('is light on a dark system unless its theme is auto', async () => {
    for (const [query, isDark] of [
      ['', false],
      ['?theme=auto', true],
      ['?theme=dark', true],
    ] as const)
      await open(
        setting,
        `/indicators/${id}/embed${query}`,
        async page => {
          const fill = await page.evaluate(
            () => getComputedStyle(document.querySelector('.paper') ?? document.body).fill,
          )
          expect([query, fill]).toEqual([query, isDark ? 'rgb(18, 23, 30)' : 'rgb(251, 250, 246)'])
          const src = await page.evaluate(() => document.querySelector('img')?.currentSrc)
          expect([query, src?.includes('theme=dark')]).toEqual([query, isDark])
        },
        { colorScheme: 'dark' },
      )
  })

  test('is shown on a page under COEP', async () => {
    const code = await readSnippet('Iframe')
    const headers = {
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
    }
    await open(setting, setting.toHost(inColumn(680, code), headers), async page => {
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
      expect((await measureFrame(page)).card.width).toBeGreaterThan(500)
    })
  })
})

describe('the script', () => {
  const name = 'Script, sets its height by itself'

  test('replaces the picture by an iframe as high as its card, in every column', async () => {
    await inColumns(await readSnippet(name), async (page, width) => {
      await page.waitForFunction(() => !document.querySelector('[data-caravan] img'))
      const { isScrolling, card, height } = await measureFrame(page)
      expect([width, isScrolling]).toEqual([width, false])
      expect([width, Math.round(card.width)]).toEqual([width, width])
      expect(Math.abs(height - card.height - 72)).toBeLessThanOrEqual(2)
    })
  })

  test('leaves the linked picture where it is blocked', async () => {
    const code = await readSnippet(name)
    for (const javaScriptEnabled of [true, false])
      await open(
        setting,
        setting.toHost(
          inColumn(600, code),
          javaScriptEnabled ? { 'Content-Security-Policy': "script-src 'none'" } : {},
        ),
        async page => {
          expect(await page.isVisible('[data-caravan] a img')).toBe(true)
          expect((await measure(page, 'img')).width).toBe(600)
        },
        { javaScriptEnabled, expected: [/Content Security Policy/] },
      )
  })

  test('works beside the scripts that a consent manager holds back', async () => {
    const held = '<script type="text/plain" data-src="https://tracker.example/x.js" data-name="tracker"></script>'
    const code = await readSnippet(name)
    await open(setting, setting.toHost(`${held}${inColumn(600, code)}${held}`), async page => {
      await page.waitForFunction(() => !document.querySelector('[data-caravan] img'))
      expect(await page.locator('iframe').count()).toBe(1)
    })
  })

  test('is drawn once, however often it is on the page', async () => {
    const code = await readSnippet(name)
    await open(setting, setting.toHost(inColumn(600, code + code)), async page => {
      await page.waitForFunction(() => !document.querySelector('[data-caravan] img'))
      expect(await page.locator('iframe').count()).toBe(2)
    })
  })

  test('still serves the code that was given before', async () => {
    const code = `<script async src="${setting.base}/caravan.js" data-src="${setting.base}/indicators/${id}/embed" data-title="Cargo"></script>`
    await open(setting, setting.toHost(inColumn(600, code)), async page => {
      const { height, card } = await measureFrame(page)
      await expect
        .poll(async () => Math.round((await measure(page, 'iframe')).height))
        .toBe(Math.round(600 * 0.5625) + 72)
      expect([height > 0, card.ratio > 1]).toEqual([true, true])
      expect(await page.getAttribute('iframe', 'title')).toBe('Cargo')
    })
  })

  test('frames nothing of another origin, and believes no height from elsewhere', async () => {
    const code = `<div data-caravan="https://example.org/indicators/x/embed"></div><div data-caravan="javascript:alert(1)"></div><div data-caravan="${setting.base}/indicators/${id}/embed"></div><script async src="${setting.base}/caravan.js"></script>`
    await open(setting, setting.toHost(inColumn(600, code)), async page => {
      await measureFrame(page)
      await expect.poll(async () => (await measure(page, 'iframe')).height).toBeGreaterThan(300)
      expect(await page.locator('iframe').count()).toBe(1)
      await page.evaluate(() => postMessage({ type: 'caravan:height', height: 4000 }, '*'))
      await page.waitForTimeout(100)
      expect((await measure(page, 'iframe')).height).toBeLessThan(1000)
    })
  })
})

describe('<caravan-card>', () => {
  test('shows its picture until it is defined and where script is off, then the card', async () => {
    const code = await readSnippet('Web component: React, Vue, HTML')
    await open(
      setting,
      setting.toHost(inColumn(600, code)),
      async page => {
        expect(await page.isVisible('caravan-card a img')).toBe(true)
      },
      { javaScriptEnabled: false },
    )
    await inColumns(code, async (page, width) => {
      const height = await page.evaluate(
        () => document.querySelector('caravan-card')?.shadowRoot?.querySelector('iframe')?.clientHeight ?? 0,
      )
      expect(height).toBe(Math.round(width <= 480 ? width : width * 0.5625) + 72)
      expect((await measure(page, 'caravan-card')).scroll).toBeLessThanOrEqual(width)
    })
  })

  test('takes the parameters as attributes and follows them', async () => {
    const code = `<caravan-card id="${id}" lang="kk" theme="dark" from="2021"></caravan-card><script src="${setting.base}/caravan-card.js"></script>`
    await open(setting, setting.toHost(code), async page => {
      const src = () =>
        page.evaluate(() => document.querySelector('caravan-card')?.shadowRoot?.querySelector('iframe')?.src)
      await expect.poll(src).toBe(`${setting.base}/indicators/${id}/embed?lang=kk&theme=dark&from=2021`)
      await page.evaluate(() => document.querySelector('caravan-card')?.setAttribute('lang', 'ru'))
      await expect.poll(src).toContain('lang=ru')
    })
  })

  test('says in its place that there is no such indicator', async () => {
    const code = `<caravan-card id="nothing" lang="en"></caravan-card><script src="${setting.base}/caravan-card.js"></script>`
    await open(
      setting,
      setting.toHost(code),
      async page => {
        await expect.poll(async () => (await measure(page, 'caravan-card')).height).toBeGreaterThan(40)
        expect(await page.frames().at(-1)?.textContent('h1')).toBe('There is no such indicator')
      },
      { expected: [/404/] },
    )
  })

  test('weighs less than four kilobytes', async () => {
    const script = await (await setting.fetch('/caravan-card.js')).text()
    expect(script.length).toBeLessThan(4000)
  })
})

describe('the height of the card is posted', () => {
  const parent = (script: string, hash = ''): string =>
    `<div style="width:600px"><iframe id="f" src="${setting.base}/indicators/${id}/embed${hash}" width="100%" height="100" style="border:0"></iframe></div><script>${script}</script>`
  const expected = Math.round(600 * 0.5625) + 72
  const height = (page: Page): Promise<number> => page.evaluate(() => document.getElementById('f')?.clientHeight ?? 0)
  /** Shows the embed on a page with this body, until it is as high as its card. */
  const show = (body: string, use: (page: Page) => Promise<void> = async () => {}): Promise<void> =>
    open(setting, setting.toHost(body), async page => {
      await expect.poll(() => height(page)).toBe(expected)
      await use(page)
    })
  const clickLink = async (page: Page): Promise<void> => {
    await page.frameLocator('#f').locator('a').click()
    await expect.poll(() => page.title()).toBe(`${setting.base}/indicators/${id}`)
  }

  test.each([
    // The code that Datawrapper gives for a responsive iframe.
    [
      'to the script of Datawrapper',
      '!function(){"use strict";window.addEventListener("message",function(a){if(void 0!==a.data["datawrapper-height"]){var e=document.querySelectorAll("iframe");for(var t in a.data["datawrapper-height"])for(var r,i=0;r=e[i];i++)if(r.contentWindow===a.source){var d=a.data["datawrapper-height"][t]+"px";r.style.height=d}}})}();',
    ],
    [
      'as AMP has it',
      'addEventListener("message",e=>{if(e.data.sentinel==="amp"&&e.data.type==="embed-size")document.getElementById("f").style.height=e.data.height+"px"})',
    ],
    [
      'as Embedly has it, which Ghost and Medium read',
      'addEventListener("message",e=>{if(typeof e.data==="string"&&e.data[0]==="{"){const m=JSON.parse(e.data);if(m.context==="iframe.resize"&&m.src===document.getElementById("f").src)document.getElementById("f").style.height=m.height+"px"}})',
    ],
  ])('%s', (_, script) => show(parent(script)))

  test('to iframe-resizer, which asks first, and again when the window changes, which it says without the id', () => {
    const script =
      'const f=document.getElementById("f"),ask=t=>f.contentWindow.postMessage("[iFrameSizer]"+t,"*");f.onload=()=>ask("f:8:false:true:32:true:true::bodyOffset:::0:false:child:true");addEventListener("resize",()=>ask("resize"));addEventListener("message",e=>{const m=/^\\[iFrameSizer\\]f:(\\d+):(\\d+):(\\w+)/.exec(e.data);if(m){document.title+=m[3]+" ";f.style.height=m[1]+"px"}})'
    return show(parent(script).replace('width:600px', 'max-width:600px'), async page => {
      expect(await page.title()).toMatch(/^init/)
      await page.setViewportSize({ width: 400, height: 800 })
      await expect.poll(() => height(page)).toBe(400 + 72)
    })
  })

  test('in the words of WordPress, when its script writes the secret after the page has loaded', () => {
    const script =
      'const f=document.getElementById("f");f.onload=()=>{f.onload=null;f.src+="#?secret=abc"};addEventListener("message",e=>{const d=e.data;if(d.secret==="abc"&&d.message==="height")f.style.height=d.value+"px";if(d.message==="link")document.title=d.value})'
    return show(parent(script), clickLink)
  })

  test('in the words of WordPress, with its secret, and links are followed by the page around', () => {
    const script =
      'addEventListener("message",e=>{const d=e.data;if(d.secret!=="abc")return;if(d.message==="height")document.getElementById("f").style.height=d.value+"px";if(d.message==="link")document.title=d.value})'
    return show(parent(script, '#?secret=abc'), clickLink)
  })

  test('also from a sandbox without an origin', () => {
    const script =
      'addEventListener("message",e=>{if(e.data.secret==="abc"&&e.data.message==="height")document.getElementById("f").style.height=e.data.value+"px"})'
    return show(parent(script, '#?secret=abc').replace('<iframe ', '<iframe sandbox="allow-scripts" '))
  })
})
