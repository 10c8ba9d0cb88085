import { createRequire } from 'node:module'
import { extract } from '@extractus/oembed-extractor'
import openGraphScraper from 'open-graph-scraper'
import { describe, expect, test } from 'vitest'
import { offered } from '../../src/site.ts'
import { serveFixtures } from './fixtures-worker.ts'

/** Programs that others use to show a link: they request the address and find the rest themselves. */
const server = serveFixtures()

// Both are CommonJS that Node cannot import by name.
const require = createRequire(import.meta.url)
const { DEFAULT_NODES } = require('@tryghost/kg-default-nodes')
const { LexicalHTMLRenderer } = require('@tryghost/kg-lexical-html-renderer')

describe('open-graph-scraper', () => {
  test('finds title, description, two pictures with their sizes and words, and the page itself', async () => {
    const { error, result } = await openGraphScraper({ url: `${server.origin}/indicators/trade-china-russia?lang=ru` })
    expect(error).toBe(false)
    expect(result).toMatchObject({
      ogTitle: 'Торговля Казахстана с Китаем и Россией',
      ogDescription: expect.stringMatching(/^Товарооборот/),
      ogSiteName: 'Caravan',
      ogLocale: 'ru_RU',
      ogUrl: `${server.origin}/indicators/trade-china-russia?lang=ru`,
      twitterCard: 'summary_large_image',
    })
    expect(result.ogImage?.map(({ width, height, type }) => [width, height, type])).toEqual([
      ['1200', '630', 'image/png'],
      ['1080', '1080', 'image/png'],
    ])
    for (const { url, alt } of result.ogImage ?? []) {
      expect((await fetch(url)).headers.get('Content-Type')).toBe('image/png')
      expect(alt).toMatch(/[а-я]/)
    }
  })

  test.each(offered)('finds a picture of the front page and of the documents in %s', async lang => {
    for (const path of ['/', '/docs']) {
      const { result } = await openGraphScraper({ url: `${server.origin}${path}?lang=${lang}` })
      expect(result.ogImage?.[0]).toMatchObject({ width: '1200', height: '630', type: 'image/png' })
      expect(result.ogTitle).toBeTruthy()
    }
  })
})

describe('@extractus/oembed-extractor', () => {
  test.each(['/indicators/titr-throughput', '/indicators/titr-throughput/embed'])('finds oEmbed in %s', async path => {
    expect(await extract(`${server.origin}${path}`, { maxwidth: 600 })).toMatchObject({
      type: 'photo',
      version: '1.0',
      provider_name: 'Caravan',
      width: 600,
      title: expect.stringMatching(/\d/),
    })
  })
})

describe('the renderer of Ghost', () => {
  test.each([
    ['photo', 'html'],
    ['photo', 'email'],
    ['rich', 'html'],
  ])('shows a card of type %s in %s', async (type, target) => {
    const url = `${server.origin}/indicators/titr-throughput`
    const response = await fetch(`${server.origin}/oembed?url=${encodeURIComponent(url)}&type=${type}`)
    const answer = (await response.json()) as { html: string }
    const embed = { type: 'embed', version: 1, url, embedType: type, html: answer.html, metadata: answer, caption: '' }
    const root = { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [embed] }
    const html: string = await new LexicalHTMLRenderer({ nodes: DEFAULT_NODES }).render(JSON.stringify({ root }), {
      target,
    })
    expect(html).toMatch(/^<figure class="kg-card kg-embed-card">/)
    expect(html).toContain(type === 'rich' ? `<iframe src="${url}/embed"` : `<a href="${url}"><img src="${url}.png"`)
    expect(html).toContain('max-width:100%')
  })
})
