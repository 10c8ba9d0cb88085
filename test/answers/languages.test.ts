import { describe, expect, test } from 'vitest'
import { catalog } from '../../src/model/catalog.ts'
import { languages, tongues } from '../../src/model/locales.ts'
import { builderWords, chartWords, themeWords } from '../../src/pages/builder-words.ts'
import { docsWords } from '../../src/pages/docs-words.ts'
import { inspectWords } from '../../src/pages/inspect-words.ts'
import { pageWords } from '../../src/pages/page-words.ts'
import { placeNames } from '../../src/pages/places.ts'
import { shareWords } from '../../src/pages/share-words.ts'
import type { Translations } from '../../src/pages/translations.ts'
import { unescapeMarkup } from '../fixtures/markup.ts'
import { ask } from '../worker/ask.ts'

const read = async (path: string, language?: string): Promise<{ text: string; response: Response }> => {
  const headers = { Accept: 'text/html', ...(language && { 'Accept-Language': language }) }
  const response = await ask(path, { headers })
  return { response, text: await response.text() }
}
const langOf = (text: string): string => /<html lang="([^"]+)"/.exec(text)?.[1] ?? ''

describe('a page is in the language of its reader', () => {
  test.each(['/', '/docs', '/inspect', '/indicators/titr-throughput', '/nowhere', '/indicators/nope'])(
    '%s',
    async path => {
      const { text, response } = await read(path, 'kk-KZ, ru;q=0.8')
      expect(langOf(text)).toBe('kk')
      expect(response.headers.get('Vary')).toContain('Accept-Language')
      expect(langOf((await read(`${path}?lang=ru`, 'kk')).text)).toBe('ru')
      expect(langOf((await read(`${path}?lang=zh-CN`)).text)).toBe('zh-Hans')
      expect(langOf((await read(path)).text)).toBe('en')
    },
  )
  test('but a citation is the same for everybody', async () => {
    const { text, response } = await read('/indicators/titr-throughput?asof=2026-11-25', 'kk')
    expect(langOf(text)).toBe('en')
    expect(response.headers.get('Vary')).toBeNull()
  })
  test('and says so in its validator', async () => {
    const etags = await Promise.all(
      ['en', 'kk'].map(async lang => (await read('/docs', lang)).response.headers.get('ETag')),
    )
    expect(etags[0]).not.toBe(etags[1])
  })
})

test('a longer tag is the same request', async () => {
  const [short, long] = await Promise.all(
    ['zh', 'zh-Hans-CN'].map(lang => ask(`/indicators/titr-throughput.json?lang=${lang}`)),
  )
  expect(long?.headers.get('ETag')).toBe(short?.headers.get('ETag'))
  expect((await ask('/indicators/titr-throughput.json?lang=de')).status).toBe(400)
})

/** Text of a page that a reader sees, without code to paste, addresses and names in the language they are in. */
const toSeen = (html: string): string =>
  html
    .replace(/<(script|style|pre|option|select)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&\w+;|&#\d+;/g, ' ')

/** Words that only an English sentence has. */
const english = /\b(?:the|of|and|was|were|is|are|to|in|for|with|from|this|that|its|at least|more than|about)\b/i

describe.each(languages.filter(lang => lang !== 'en'))('nothing is untranslated in %s', lang => {
  const sentences = [pageWords, builderWords, themeWords, chartWords, shareWords, docsWords, inspectWords]
    .flatMap((table): Translations[] => Object.values(table))
    .flatMap(({ en, [lang]: own }) => (en !== own && en.length > 12 && !en.includes('{') ? [en] : []))
  const paths = [
    `/?lang=${lang}`,
    `/docs?lang=${lang}`,
    `/inspect?lang=${lang}`,
    `/nowhere?lang=${lang}`,
    `/indicators/nope?lang=${lang}`,
    `/?id=titr-throughput&from=2025&to=2020&lang=${lang}`,
    `/indicators/titr-throughput?lang=${lang}&x=${'a'.repeat(2100)}`,
    ...catalog.map(({ id }) => `/indicators/${id}?lang=${lang}`),
    ...placeNames.map(place => `/indicators/titr-throughput/build?lang=${lang}&for=${place}`),
    `/indicators/titr-throughput/embed?lang=${lang}`,
  ]
  test.each(paths)('on %s', async path => {
    const { text } = await read(path)
    expect(langOf(text)).toBe(tongues[lang].html)
    expect(sentences.filter(sentence => unescapeMarkup(text).includes(sentence))).toEqual([])
    const seen = toSeen(text)
      .split('\n')
      .map(line => line.trim())
      .filter(line => english.test(line) && !/[\u0400-\u04ff\u4e00-\u9fff]/.test(line))
    // Names of newspapers are not translated.
    expect(seen.filter(line => line.includes(' ') && !/^["*.\s]*The [A-Z]/.test(line))).toEqual([])
    expect(text).not.toMatch(/\{\w+\}(?!["'])(?![^<]*<\/(?:h2|a|pre)>)/)
  })
})

/** Parts that are not prose: addresses, code between backticks, names of formats, codes and keys. */
const toProse = (text: string): string =>
  text
    .replace(/https?:\S+/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/"(?:code|type)":"[^"]*"/g, ' ')

describe.each(languages.filter(lang => lang !== 'en'))('programs are answered in %s', lang => {
  test.each([
    '/indicators/nope.json',
    '/indicators/titr-throughput.gif',
    '/indicators/titr-throughput.json?from=2050',
    '/indicators/titr-throughput.json?from=x',
    '/oembed',
  ])('when %s fails', async path => {
    const response = await ask(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
    const { title, detail } = await response.json<{ title: string; detail: string }>()
    expect(response.status).toBeGreaterThanOrEqual(400)
    for (const text of [title, detail]) {
      expect(text).toMatch(/[\u0400-\u04ff\u4e00-\u9fff]/)
      expect(text).not.toMatch(english)
    }
  })
  test('by /llms.txt, whose links are in the same language', async () => {
    const response = await ask(`/llms.txt?lang=${lang}`)
    const text = await response.text()
    expect(toProse(text).replace(/ZIP|CSV/g, ' ')).not.toMatch(/\b(?:the|of|and|was|with|from|this|every)\b/i)
    expect(text).toContain(`/indicators.json?lang=${lang}`)
    const chosen = await ask('/llms.txt', { headers: { 'Accept-Language': lang } })
    expect(await chosen.text()).toBe(text)
    expect(chosen.headers.get('Vary')).toContain('Accept-Language')
  })
  test('by the feed, whose page is in the same language', async () => {
    expect(await (await ask(`/feed.atom?lang=${lang}`)).text()).toContain(`/?lang=${lang}"/>`)
  })
  test.each([
    ['find_indicator', { query: 'Baku' }],
    ['find_indicator', { query: 'zzzz' }],
    ['find_indicator', {}],
    ['read_figures', { id: 'baku-port' }],
    ['read_figures', { id: 'baku-prt' }],
  ])('by the tool %s with %j', async (name, given) => {
    const response = await ask('/mcp', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name, arguments: { ...given, lang } },
      }),
    })
    const { result } = await response.json<{ result: { content: { text: string }[] } }>()
    const lines = (result.content[0]?.text ?? '').split('\n').filter(line => !/^- [a-z0-9-]+[:：]|^$/.test(line))
    expect(lines.filter(line => /[A-Za-z]/.test(line) && !/[\u0400-\u04ff\u4e00-\u9fff]|https:/.test(line))).toEqual([])
  })
})

test('a day looked back from ends with one stop, and its figures are counted in words that agree', async () => {
  const { text } = await read('/indicators/trade-china-russia?lang=ru&asof=2026-01-01')
  expect(text).toMatch(/По состоянию на 1 января 2026\sг\.</)
  expect(text.replace(/<[^>]+>/g, '')).toMatch(/30,1\sмлрд долларов США/)
})

test('a remark follows its figure by the marks of the language', async () => {
  const { text } = await read('/indicators/visa-free-tourism?lang=zh')
  expect(toSeen(text)).not.toMatch(/[\u4e00-\u9fff]\. /)
})
