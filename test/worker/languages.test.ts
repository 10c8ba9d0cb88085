import { describe, expect, test } from 'vitest'
import { catalog } from '../../src/model/catalog.ts'
import { languages, tongues } from '../../src/model/locales.ts'
import { ask } from './ask.ts'

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
  const paths = [
    `/?lang=${lang}`,
    `/docs?lang=${lang}`,
    `/inspect?lang=${lang}`,
    `/nowhere?lang=${lang}`,
    `/indicators/nope?lang=${lang}`,
    `/?id=titr-throughput&from=2025&to=2020&lang=${lang}`,
    `/indicators/titr-throughput?lang=${lang}&x=${'a'.repeat(2100)}`,
    ...catalog.map(({ id }) => `/indicators/${id}?lang=${lang}`),
  ]
  test.each(paths)('on %s', async path => {
    const { text } = await read(path)
    expect(langOf(text)).toBe(tongues[lang].html)
    const seen = toSeen(text)
      .split('\n')
      .map(line => line.trim())
      .filter(line => english.test(line) && !/[\u0400-\u04ff\u4e00-\u9fff]/.test(line))
    // Names of newspapers are not translated.
    expect(seen.filter(line => line.includes(' ') && !/^["*.\s]*The [A-Z]/.test(line))).toEqual([])
    expect(text).not.toMatch(/\{\w+\}(?!["'])(?![^<]*<\/(?:h2|a|pre)>)/)
  })
})
