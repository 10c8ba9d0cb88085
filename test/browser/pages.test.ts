import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { decode } from 'fast-png'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../src/model/locales.ts'
import { placeNames } from '../../src/pages/places.ts'
import { fixtureIds } from '../fixtures/indicators.ts'
import { open as openIn, type Setting, serve } from './serve.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let setting: Setting
beforeAll(async () => {
  setting = await serve()
}, 90_000)
afterAll(() => setting.close())

const open = (path: string, use: (page: Page) => Promise<void>, options: Parameters<typeof openIn>[3] = {}) =>
  openIn(setting, path, use, options)

/** Every kind of page, in one language. */
const toPages = (lang: string): string[] => [
  `/?lang=${lang}`,
  `/docs?lang=${lang}&as=csv&code=python`,
  `/inspect?lang=${lang}`,
  `/indicators/trade-china-russia?lang=${lang}&asof=2026-11-24`,
  `/indicators/minerals-announced?lang=${lang}`,
  ...['article', 'link', 'instagram'].map(place => `/indicators/titr-throughput/build?lang=${lang}&for=${place}`),
  `/indicators/titr-throughput/embed?lang=${lang}`,
  `/indicators/minerals-announced/embed?lang=${lang}&theme=auto`,
]

/** The rules that axe runs: WCAG 2.2 A and AA, and best practice; or only those about colours. */
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const ofColours = ['color-contrast', 'link-in-text-block']

/** The faults that axe finds. */
async function findFaults(page: Page, runOnly: readonly string[] = everything): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe)
  const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'], preload: false }).then(result => result.violations)`,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

describe.each(languages)('every page in %s', lang => {
  test('has no fault that axe finds, and fits, at two widths and on light and dark screens', async () => {
    const faults: string[] = []
    for (const path of toPages(lang))
      await open(path, async page => {
        for (const width of [390, 1280])
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.setViewportSize({ width, height: 860 })
            await page.emulateMedia({ colorScheme })
            // A scheme changes colours and nothing else.
            const runOnly = colorScheme === 'light' ? everything : ofColours
            for (const fault of await findFaults(page, runOnly)) faults.push(`${path} ${width} ${colorScheme} ${fault}`)
            const wide = await page.evaluate(() => document.documentElement.scrollWidth)
            if (wide > width) faults.push(`${path} is ${wide} pixels wide`)
          }
      })
    expect(faults).toEqual([])
  })

  test('is valid HTML, without style or script in line', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'long-title': 'off',
        'tel-non-breaking': 'off',
        'no-redundant-role': 'off',
        'prefer-native-element': 'off',
      },
    })
    for (const path of toPages(lang)) {
      const html = await (await setting.fetch(path)).text()
      const report = await validator.validateString(html)
      const messages = report.results.flatMap(result => result.messages)
      expect([
        path,
        ...messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
      ]).toEqual([path])
      expect(html.replaceAll(/<pre[\s\S]*?<\/pre>/g, '')).not.toMatch(/ style="| on[a-z]+="|<style/)
    }
  })
})

test('a page that fails has no fault that axe finds, in four languages', async () => {
  for (const lang of languages)
    await open(`/indicators/titr-thruput?lang=${lang}`, async page => expect(await findFaults(page)).toEqual([]), {
      expected: [/404/],
    })
})

test('no page scrolls sideways, and no part of the header lies on another, at eight widths', async () => {
  for (const path of toPages('ru'))
    await open(path, async page => {
      for (const width of [320, 360, 390, 500, 600, 768, 1024, 1600]) {
        await page.setViewportSize({ width, height: 800 })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([path, width, wide <= width]).toEqual([path, width, true])
        const crowded = await page.evaluate(
          () =>
            [...document.querySelectorAll('.top .wrap > *')].filter(part => part.scrollWidth > part.clientWidth + 1)
              .length,
        )
        expect([path, width, crowded]).toEqual([path, width, 0])
      }
    })
})

test('every place of the builder has what it gives, on a phone too', async () => {
  for (const place of placeNames)
    await open(
      `/indicators/titr-throughput/build?for=${place}`,
      async page => {
        expect(await page.isVisible('#out [data-main]')).toBe(true)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      },
      { viewport: { width: 390, height: 844 } },
    )
})

test('nothing moves while a page loads', async () => {
  for (const path of ['/', '/docs', '/indicators/trade-china-russia', '/indicators/trade-china-russia/build'])
    for (const width of [390, 1280])
      await open(
        path,
        async page => {
          const shift = await page.evaluate(
            () =>
              new Promise<number>(resolve => {
                let sum = 0
                new PerformanceObserver(list => {
                  for (const entry of list.getEntries())
                    sum += 'value' in entry && typeof entry.value === 'number' ? entry.value : 0
                }).observe({ type: 'layout-shift', buffered: true })
                setTimeout(() => resolve(sum), 400)
              }),
          )
          expect([path, width, shift < 0.01]).toEqual([path, width, true])
        },
        { viewport: { width, height: 844 } },
      )
})

test('every control is at least 24 pixels in both directions', async () => {
  for (const path of toPages('kk'))
    await open(
      path,
      async page => {
        const small = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), select, summary')]
            .filter(element => {
              const { width, height } = element.getBoundingClientRect()
              const isInText = element.matches('p a, li a, caption a, td a:not(.fn), th a, label input, .skip')
              return element.checkVisibility() && !isInText && (width < 24 || height < 24)
            })
            .map(element => element.outerHTML.slice(0, 120)),
        )
        expect([path, small]).toEqual([path, []])
      },
      { viewport: { width: 390, height: 844 } },
    )
})

test('a page is within its weight limit, and loads nothing from other origins', async () => {
  for (const path of ['/', '/docs', '/indicators/trade-china-russia', '/indicators/trade-china-russia/build']) {
    const hosts = new Set<string>()
    const weights: Record<string, number> = {}
    const waiting: Promise<void>[] = []
    const context = await setting.browser.newContext()
    const page = await context.newPage()
    page.on('response', response => {
      hosts.add(new URL(response.url()).origin)
      const type = response.request().resourceType()
      if (!['document', 'stylesheet', 'script', 'font'].includes(type)) return
      waiting.push(
        response.body().then(body => {
          weights[type] = (weights[type] ?? 0) + body.byteLength
        }),
      )
    })
    await page.goto(`${setting.base}${path}`, { waitUntil: 'networkidle' })
    await Promise.all(waiting)
    expect([path, weights.document]).toEqual([path, expect.toSatisfy((bytes: number) => bytes < 45_000)])
    expect((weights.stylesheet ?? 0) + (weights.script ?? 0)).toBeLessThan(60_000)
    expect(weights.font ?? 0).toBeLessThan(58_000)
    expect([...hosts]).toEqual([setting.base])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await context.close()
  }
})

describe('the front page', () => {
  const shown = (page: Page): Promise<number> =>
    page.evaluate(() => [...document.querySelectorAll('.tile')].filter(tile => tile.checkVisibility()).length)

  test('has its first card in the first window', async () => {
    for (const [width, most] of [
      [1280, 380],
      [390, 520],
    ] as const)
      await open(
        '/',
        async page => {
          const top = await page.evaluate(() => document.querySelector('.tile')?.getBoundingClientRect().top)
          expect(top).toBeLessThan(most)
        },
        { viewport: { width, height: 844 } },
      )
  })

  test('is searched while typing, in any language, and the address follows', async () => {
    await open('/?lang=en', async page => {
      expect(await shown(page)).toBe(fixtureIds.length)
      for (const [word, id] of [
        ['Baku', 'baku-port'],
        ['贸易', 'trade-china-russia'],
        ['жүк', 'titr-throughput'],
      ] as const) {
        await page.fill('#q', word)
        expect(await shown(page)).toBeGreaterThan(0)
        expect(await shown(page)).toBeLessThan(fixtureIds.length)
        expect(await page.isVisible(`.tile a[href*="/${id}?"]`)).toBe(true)
        expect(new URL(page.url()).searchParams.get('q')).toBe(word)
      }
      await page.fill('#q', 'zzzz')
      expect(await page.isVisible('#none')).toBe(true)
      expect(await page.textContent('#find output')).toBe(`0 of ${fixtureIds.length} cards`)
    })
  })

  test('is searched without script by its button', async () => {
    await open(
      '/?lang=ru',
      async page => {
        await page.fill('#q', 'Баку')
        await page.click('#find button')
        await page.waitForURL(/q=/)
        expect(new URL(page.url()).searchParams.get('lang')).toBe('ru')
        const found = await shown(page)
        expect(found).toBeGreaterThan(0)
        expect(found).toBeLessThan(fixtureIds.length)
      },
      { javaScriptEnabled: false },
    )
  })
})

describe('the builder', () => {
  const path = '/indicators/trade-china-russia/build'
  const code = (page: Page): Promise<string | null> => page.textContent('#code0')

  test('shows code and button in the first window', async () => {
    await open(
      path,
      async page => {
        const bottom = await page.evaluate(() => document.querySelector('[data-main]')?.getBoundingClientRect().bottom)
        expect(bottom).toBeLessThan(960)
      },
      { viewport: { width: 1280, height: 960 } },
    )
  })

  test('follows a choice: picture, code and address, with the focus kept', async () => {
    await open(path, async page => {
      await page.check('#size-square', { force: true })
      await expect.poll(() => page.getAttribute('#stage img', 'src')).toContain('size=square')
      expect(await code(page)).toContain('size=square')
      expect(page.url()).toContain('size=square')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('size-square')
      await expect.poll(() => page.textContent('#said')).toBe('Preview updated: Article, Square, 1080\u00a0×\u00a01080')
    })
  })

  test('keeps the address free of what is as by default', async () => {
    await open(path, async page => {
      await page.check('#theme-dark', { force: true })
      await expect.poll(() => page.url()).toContain('theme=dark')
      await page.check('#theme-light', { force: true })
      await expect.poll(() => page.url()).toBe(`${setting.base}${path}?lang=en`)
    })
  })

  test('joins some of the lines, and drops all of them from the address', async () => {
    await open(path, async page => {
      const boxes = page.locator('#ctrl [name=series]')
      await boxes.first().uncheck()
      await expect.poll(() => page.url()).toContain('~')
      await page.locator('#ctrl [name=series]').first().check()
      await expect.poll(() => page.url()).not.toContain('series')
    })
  })

  test('a place is a step that Back undoes; it keeps the language and drops the size', async () => {
    await open(`${path}?lang=ru&size=square`, async page => {
      await page.click('#p-newsletter')
      await expect.poll(() => page.url()).toBe(`${setting.base}${path}?for=newsletter&lang=ru`)
      expect(await code(page)).toContain('<table role="presentation"')
      await page.goBack()
      await expect.poll(() => page.getAttribute('#p-article', 'aria-current')).toBe('true')
      await expect.poll(() => code(page)).toContain('size=square')
    })
  })

  test('is worked by the arrow keys', async () => {
    await open(path, async page => {
      await page.focus('#size-wide')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.url()).toContain('size=og')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.url()).toContain('size=square')
    })
  })

  test('reaches code and button by the tab key before the controls', async () => {
    await open(path, async page => {
      await page.focus('#p-slide')
      const order: string[] = []
      for (let step = 0; step < 8; step++) {
        await page.keyboard.press('Tab')
        order.push(
          await page.evaluate(() => {
            const element = document.activeElement
            return (
              element?.querySelector('pre')?.id ||
              element?.id ||
              (element?.hasAttribute('data-main') ? 'copy' : (element?.tagName ?? ''))
            )
          }),
        )
      }
      expect(order.indexOf('code0')).toBeGreaterThanOrEqual(0)
      expect(order.indexOf('copy')).toBe(order.indexOf('code0') + 1)
      expect(order.indexOf('size-wide')).toBeGreaterThan(order.indexOf('copy'))
    })
  })

  test('copies, and says so', async () => {
    await open(
      path,
      async page => {
        await page.click('[data-main]')
        await expect.poll(() => page.textContent('[data-main]')).toBe('Copied')
        await expect.poll(() => page.textContent('#said')).toBe('Copied')
        expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('<iframe src=')
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    )
  })

  test('says that the server is away, and changes nothing', async () => {
    await open(
      path,
      async page => {
        const before = await code(page)
        await page.context().setOffline(true)
        await page.check('#theme-dark', { force: true })
        await expect.poll(() => page.textContent('#said')).toContain('The server could not be reached')
        expect(await code(page)).toBe(before)
        expect(page.url()).toBe(`${setting.base}${path}`)
      },
      { expected: [/ERR_INTERNET_DISCONNECTED/] },
    )
  })

  test('gives the same without script by its button', async () => {
    await open(
      `${path}?for=slide`,
      async page => {
        await page.check('#size-square', { force: true })
        await page.selectOption('#from', '2015')
        await page.fill('#hex-accent', '#007a6c')
        await page.click('#ctrl button')
        await page.waitForURL(/size=square/)
        expect(await page.getAttribute('#stage img', 'src')).toBe(
          '/indicators/trade-china-russia.png?accent=007a6c&from=2015&size=square',
        )
        expect(await page.getAttribute('#p-slide', 'aria-current')).toBe('true')
      },
      { javaScriptEnabled: false },
    )
  })

  test('keeps its button in reach on a phone, and shows it once', async () => {
    await open(
      path,
      async page => {
        await page.evaluate(() => document.querySelector('#ctrl')?.scrollIntoView())
        await expect.poll(() => page.isVisible('#dock button')).toBe(true)
        await page.evaluate(() => document.querySelector('[data-main]')?.scrollIntoView({ block: 'center' }))
        await expect.poll(() => page.isVisible('#dock button')).toBe(false)
      },
      { viewport: { width: 390, height: 844 } },
    )
  })
})

describe('reading a year', () => {
  const path = '/indicators/trade-china-russia?lang=en'
  const said = (page: Page): Promise<string | null> => page.textContent('.scrub output')

  test('with the mouse: a tooltip beside the year, removed when the mouse leaves', async () => {
    await open(path, async page => {
      const box = await page.locator('.reading img').boundingBox()
      if (!box) throw new Error('no picture')
      const rest = await said(page)
      await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6)
      await expect.poll(() => page.isVisible('.tip')).toBe(true)
      expect(await said(page)).not.toBe(rest)
      expect(await page.locator('.reading circle.dot').count()).toBeGreaterThan(0)
      const tip = await page.locator('.tip').boundingBox()
      expect(tip && tip.x >= box.x && tip.x + tip.width <= box.x + box.width).toBe(true)
      await page.mouse.move(box.x + box.width / 2, box.y + box.height + 300)
      await expect.poll(() => page.isVisible('.tip')).toBe(false)
      expect(await said(page)).toBe(rest)
    })
  })

  test('with the keyboard: arrows, Home and End say the year, Escape returns', async () => {
    await open(path, async page => {
      const rest = await said(page)
      await page.focus('#year')
      await page.keyboard.press('Home')
      const first = await page.getAttribute('#year', 'aria-valuetext')
      expect(first).toMatch(/^2000: Russia [\d.]+, China [\d.]+, billion US dollars/)
      await page.keyboard.press('ArrowRight')
      expect(await page.getAttribute('#year', 'aria-valuetext')).toMatch(/^2001: /)
      await page.keyboard.press('Escape')
      expect(await said(page)).toBe(rest)
    })
  })

  test('with a finger: a tap reads, a scroll leaves no mark', async () => {
    await open(
      path,
      async page => {
        const box = await page.locator('.reading img').boundingBox()
        if (!box) throw new Error('no picture')
        const rest = await said(page)
        await page.touchscreen.tap(box.x + box.width * 0.5, box.y + box.height * 0.6)
        await expect.poll(() => said(page)).not.toBe(rest)
        expect(await page.isVisible('.tip')).toBe(false)
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    )
  })

  test.each(['', '/embed'])(
    'every figure of a year is there on a phone, whatever the year and the language: %s',
    async end => {
      for (const lang of languages) {
        for (const id of ['trade-china-russia', 'two-ledgers', 'northern-route']) {
          await open(
            `/indicators/${id}${end}?lang=${lang}`,
            async page => {
              await expect.poll(() => said(page)).not.toBe('')
              const cut = await page.evaluate(() => {
                const bar = document.querySelector('.scrub')?.getBoundingClientRect()
                const [range, out] = ['input', 'output'].map(name =>
                  document.querySelector<HTMLInputElement>(`.scrub ${name}`),
                )
                if (!bar || !range || !out) return ['no bar']
                return Array.from({ length: Number(range.max) + 1 }, (_, i) => {
                  range.value = String(i)
                  range.dispatchEvent(new Event('input', { bubbles: true }))
                  const isWhole = out.scrollHeight <= out.clientHeight + 1 && out.scrollWidth <= out.clientWidth + 1
                  return isWhole && out.getBoundingClientRect().bottom <= bar.bottom + 1 ? '' : out.textContent
                }).filter(text => text !== '')
              })
              expect([id, lang, cut]).toEqual([id, lang, []])
            },
            { viewport: { width: 320, height: 640 } },
          )
        }
      }
    },
  )

  test('the figures read are those of the table', async () => {
    await open(path, async page => {
      await page.focus('#year')
      await page.keyboard.press('End')
      const spoken = (await page.getAttribute('#year', 'aria-valuetext')) ?? ''
      const row = await page.evaluate(() =>
        [...document.querySelectorAll('tr.now th, tr.now td.n')].map(cell => cell.textContent?.trim()),
      )
      const [year = '', china = '', russia = ''] = row
      expect(spoken).toContain(`${year}: China ${china}, Russia ${russia}`)
    })
  })

  test('without script the page says where every value is, in the same room', async () => {
    await open(
      path,
      async page => {
        expect(await page.textContent('.scrub p')).toBe('Every value is in the table below.')
        expect(await page.isVisible('#year')).toBe(false)
      },
      { javaScriptEnabled: false },
    )
  })
})

describe('the share page', () => {
  test('has the newest figure and the downloads near the card', async () => {
    for (const [width, mostTable, mostDownload] of [
      [1280, 1000, 2600],
      [390, 1400, 3400],
    ] as const)
      await open(
        '/indicators/trade-china-russia',
        async page => {
          const top = (selector: string) =>
            page.evaluate(name => document.querySelector(name)?.getBoundingClientRect().top ?? 9e9, selector)
          expect(await top('tr.now')).toBeLessThan(mostTable)
          expect(await top('#download')).toBeLessThan(mostDownload)
        },
        { viewport: { width, height: 844 } },
      )
  })

  test('keeps the marks of a figure clear of the next one on a phone, and a wide table in a box that scrolls', async () => {
    for (const path of ['visa-free-tourism?lang=kk', 'trade-china-russia?lang=kk', 'titr-throughput?lang=ru'].map(
      name => `/indicators/${name}`,
    ))
      await open(
        path,
        async page => {
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
          const met = await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true
            const words = document.createRange()
            return [...document.querySelectorAll('.fig sup')].filter(mark => {
              const next = mark.closest('td')?.nextElementSibling
              if (!next) return false
              words.selectNodeContents(next)
              const { left } = words.getBoundingClientRect()
              return words.toString().trim() !== '' && mark.getBoundingClientRect().right > left
            }).length
          })
          expect([path, met]).toEqual([path, 0])
        },
        { viewport: { width: 320, height: 800 } },
      )
  })

  test('prints what is folded, without controls, with the addresses of its sources', async () => {
    await open('/indicators/trade-china-russia', async page => {
      await page.emulateMedia({ media: 'print' })
      for (const selector of ['.acts', '#download', '.scrub', '.toc', '.foot', '.top nav'])
        expect([selector, await page.isVisible(selector)]).toEqual([selector, false])
      expect(await page.isVisible('details.more table')).toBe(true)
      const after = await page.evaluate(() => {
        const link = document.querySelector('.src a')
        return link ? getComputedStyle(link, '::after').content : ''
      })
      expect(after).toContain('http')
      expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(20_000)
    })
  })

  test('is light on paper where the system is dark', async () => {
    await open(
      '/indicators/titr-throughput',
      async page => {
        expect(
          await page.evaluate(() => document.querySelector<HTMLImageElement>('.reading img')?.currentSrc),
        ).toContain('theme=dark')
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
        await expect
          .poll(() => page.evaluate(() => document.querySelector<HTMLImageElement>('.reading img')?.currentSrc))
          .not.toContain('theme=dark')
      },
      { colorScheme: 'dark' },
    )
  })
})

test('the console of the docs shows the code and the true answer without leaving the page', async () => {
  await open('/docs?lang=en', async page => {
    await page.check('#as-csv', { force: true })
    await expect.poll(() => page.textContent('#snippet')).toContain('.csv')
    expect(await page.textContent('.reply')).toContain('text/csv')
    await page.selectOption('#try-id', 'baku-port')
    await expect.poll(() => page.textContent('.reply pre')).toContain('baku-port')
    await page.click('.tabs a:nth-child(3)')
    await page.waitForURL(/code=python/)
    expect(await page.textContent('#snippet')).toContain('pd.read_csv(')
  })
})

test.each(['svg', 'png'])('<img> shows the notice of a .%s that is not there, whatever its status', async end => {
  const page = await setting.browser.newPage()
  const [answer] = await Promise.all([
    page.waitForResponse(response => response.url().includes('/indicators/nothing')),
    page.goto(setting.toHost(`<img src="${setting.base}/indicators/nothing.${end}?size=small">`), {
      waitUntil: 'load',
    }),
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
    setting.toHost(`<img src="${setting.base}/indicators/titr-throughput.${end}">`),
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
