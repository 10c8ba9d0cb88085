import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decode } from 'fast-png'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { catalog } from '../../src/model/catalog.ts'
import { formats } from '../../src/request/formats.ts'
import { type Parameter, parameters } from '../../src/request/parameters.ts'
import { sizes } from '../../src/request/sizes.ts'
import { dozen } from '../../tools/dozen.ts'
import { documents, read } from '../fixtures/documents.ts'

const root = join(import.meta.dirname, '../..')
const readme = read('README.md')

/** The addresses of the documents are those of the fixtures; their figures and images are those of `data/`. */
const server = createTestHarness({ workers: [{ configPath: './test/fixtures/worker.toml' }] })
const live = createTestHarness({ workers: [{ configPath: './wrangler.toml' }] })
beforeAll(() => Promise.all([server.listen(), live.listen()]), 90_000)
afterAll(() => Promise.all([server.close(), live.close()]))

/** Whether `data/` still has the indicator: a newsroom with its own data does not change the documents. */
const isServed = (id: string): boolean => catalog.some(entry => entry.id === id)

/** Whole addresses of localhost, and paths in code; `{id}` is any indicator. `commands.test.ts` tries `my-indicator`. */
const findPaths = (text: string): string[] =>
  [...text.matchAll(/http:\/\/localhost:8787(\/[^\s`'")]*)|`(\/[^`\s]*)`/g)]
    .map(([, whole, path]) => whole ?? path ?? '')
    .map(path => path.replaceAll('&amp;', '&').replaceAll('{id}', 'titr-throughput').replace(/[.,]$/, ''))
    // /mcp takes messages by POST (test/answers/mcp.test.ts), /metrics is only on the Node server (test/server/node.test.ts), and
    // addresses with other names in braces are tried by test/worker/routes.test.ts and test/worker/growth.test.ts.
    .filter(
      path =>
        !path.includes('my-indicator') &&
        !path.includes('…') &&
        !/^\/(?:mcp|metrics)$|\{(?:short|release|lang)\}/.test(path),
    )
const paths = [...new Set(documents.flatMap(({ text }) => findPaths(text)))]

test('there are addresses to try, in more documents than one', () => {
  expect(paths.length).toBeGreaterThan(20)
  expect(documents.filter(({ text }) => findPaths(text).length > 0).length).toBeGreaterThan(4)
})
test.each(paths)('%s answers as the documents say', async path => {
  const response = await server.fetch(`http://localhost:8787${path}`)
  expect([response.status, (await response.arrayBuffer()).byteLength > 0]).toEqual([200, true])
})

describe.each(documents)('$name', ({ name, text }) => {
  test('links only to files and headings that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)|src="(?!http)([^"]+)"/g)].map(
      match => match[1] ?? match[2] ?? '',
    )
    const broken = links.filter(link => {
      const [file = '', heading] = link.split('#')
      const target = file === '' ? join(root, name) : join(root, dirname(name), file)
      if (!existsSync(target)) return true
      return heading !== undefined && !toHeadings(readFileSync(target, 'utf8')).includes(heading)
    })
    expect(broken).toEqual([])
  })
})

/** The anchors GitHub makes of headings. */
const toHeadings = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(' ', '-')
      .replace(/[^\p{L}\p{N}-]/gu, ''),
  )

describe('the README', () => {
  test('leads each of its four readers to a page, as the index of the documents does', () => {
    const [ways = ''] = /Four ways in[\s\S]*?\n\n(?!-)/.exec(readme) ?? []
    const pages = [...ways.matchAll(/\]\((docs\/[a-z-]+\.md)\)/g)].map(([, page = '']) => page)
    expect(pages).toHaveLength(4)
    for (const page of pages) expect(read('docs/README.md')).toContain(`](${page.replace('docs/', '')})`)
  })
  test.each(dozen.filter(({ id }) => isServed(id)))(
    'shows $file as it is drawn today; npm run proof draws it again',
    async ({ file, path }) => {
      const drawn = decode(await (await live.fetch(`http://localhost:8787${path}`)).arrayBuffer())
      const shown = decode(readFileSync(join(root, file)))
      expect(readme).toContain(`src="${file}"`)
      expect([shown.width, shown.height, Buffer.compare(Buffer.from(shown.data), Buffer.from(drawn.data))]).toEqual([
        drawn.width,
        drawn.height,
        0,
      ])
    },
  )
  test.runIf(isServed('titr-throughput'))('shows figures as they are answered', async () => {
    const [, shown = ''] = /```json\n([\s\S]+?)```/.exec(readme) ?? []
    const response = await live.fetch('http://localhost:8787/indicators/titr-throughput.json')
    expect(await response.json()).toMatchObject(JSON.parse(shown))
  })
  test('has every parameter in its table, with every value and no other', () => {
    const rows = readme.split('\n').filter(line => /^\| `[a-z]+`/.test(line))
    const names = rows.flatMap(row => [...(row.split('|')[1]?.matchAll(/`([a-z]+)`/g) ?? [])].map(match => match[1]))
    expect(names.sort()).toEqual(Object.keys(parameters).sort())
    const told = (name: string): string[] =>
      [
        ...(rows
          .find(row => row.startsWith(`| \`${name}\``))
          ?.split('|')[2]
          ?.matchAll(/`([^`]+)`/g) ?? []),
      ].map(([, value = '']) => value)
    const choices = Object.values(parameters).flatMap((parameter: Parameter) =>
      parameter.kind === 'choice' ? [parameter] : [],
    )
    // A newsroom that offers fewer languages keeps the README as it is.
    const known = (name: string, values: readonly string[]): string[] =>
      told(name).filter(value => name !== 'lang' || values.includes(value))
    expect(choices.map(({ name, values }) => [name, known(name, values)])).toEqual(
      choices.map(({ name, values }) => [name, values]),
    )
  })
  test.each(Object.entries(sizes).filter(([name]) => name !== 'badge'))(
    'says the pixels of %s',
    (name, { width, height }) => expect(readme).toContain(`\`${name}\` ${width}×${height}`),
  )
  test.each(formats)('names the format $suffix, and so does docs/formats.md', ({ suffix }) => {
    expect(readme).toContain(`/indicators/{id}.${suffix}`)
    expect(read('docs/formats.md')).toContain(`/indicators/{id}.${suffix}`)
  })
})
