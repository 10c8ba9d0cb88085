import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { createTestHarness } from 'wrangler'
import catalog from '../generated/catalog.json' with { type: 'json' }
import { layouts } from '../src/model/indicator.ts'
import { sizeNames, sizes } from '../src/request/sizes.ts'
import { offered } from '../src/site.ts'
import { examples, own, picturesOf, toBrandServer } from './brands.ts'
import { stop } from './command.ts'
import { dozen } from './dozen.ts'
import { root } from './repository.ts'

/**
 * With `--brands` it draws the brand that is served beside the examples of docs/brands, and the pictures of these. Otherwise it
 * draws every indicator, or those that are named, in every layout and size and every language on offer, or that of `--lang`, light, and dark in two sizes, with the Worker itself,
 * into proof/: one HTML page with every picture, and a PNG for each layout and language. Look at them before you land a
 * change of the drawing. Of every indicator it also draws the dozen of the README, and the brands.
 */
const { values, positionals: named } = parseArgs({
  options: { brands: { type: 'boolean', default: false }, lang: { type: 'string' } },
  allowPositionals: true,
})
const unknown = named.find(name => !catalog.some(({ id }) => id === name))
if (unknown !== undefined)
  stop(`"${unknown}" is not an indicator; expected some of ${catalog.map(({ id }) => id).join(', ')}`)
const langs = offered.filter(lang => values.lang === undefined || lang === values.lang)
if (langs.length === 0) stop(`--lang is "${values.lang}"; expected one of ${offered.join(', ')}`)
const proofed = catalog.filter(({ id }) => named.length === 0 || named.includes(id))
const out = join(root, 'proof')
const thumb = 300
const dark = ['wide', 'badge']

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
type Image = { file: string; height: number }
type Server = ReturnType<typeof createTestHarness>
type Wanted = { id: string; query: Record<string, string>; prefix?: string }

async function draw(server: Server, { id, query, prefix = '' }: Wanted): Promise<Image> {
  const response = await server.fetch(`/indicators/${id}.svg?${new URLSearchParams(query)}`)
  if (!response.ok) throw new Error(`${prefix}${id} ${JSON.stringify(query)}: ${response.status}`)
  const file = `${prefix}${id}-${Object.values(query).join('-')}.svg`
  writeFileSync(join(out, file), await response.text())
  const size = sizeNames.find(name => name === query.size) ?? 'wide'
  return { file, height: size === 'badge' ? 20 : Math.min(thumb, sizes[size].height) }
}

/** Draws the pictures of the README or of docs/own-story.md into their files. */
async function drawKept(server: Server, { file, path }: { file: string; path: string }): Promise<void> {
  writeFileSync(join(root, file), new Uint8Array(await (await server.fetch(path)).arrayBuffer()))
}

const toImageRow = (heading: string, images: readonly Image[]): string =>
  `<h3>${heading}</h3><p>${images.map(({ file, height }) => `<img src="${file}" height="${height}" alt="${file}">`).join(' ')}</p>`

type ProofSheet = { name: string; html: string }
const toSheet = (name: string, rows: readonly string[]): ProofSheet => ({
  name,
  html: `<section id="${name}"><h2>${name}</h2>${rows.join('')}</section>`,
})

async function drawSheet(server: Server, layout: string, lang: string): Promise<ProofSheet> {
  const rows: string[] = []
  for (const { id } of proofed) {
    const images: Image[] = []
    for (const size of sizeNames.filter(name => (name === 'badge') === (layout === 'badge'))) {
      images.push(await draw(server, { id, query: { layout, size, lang, theme: 'light' } }))
      if (dark.includes(size)) images.push(await draw(server, { id, query: { layout, size, lang, theme: 'dark' } }))
    }
    rows.push(toImageRow(id, images))
  }
  return toSheet(`${layout}-${lang}`, rows)
}

/** Every indicator in every layout and language that is asked for; of every indicator also the dozen of the README. */
async function drawIndicators(): Promise<ProofSheet[]> {
  const server = createTestHarness({ workers: [{ configPath: join(root, 'wrangler.toml') }] })
  await server.listen()
  if (named.length === 0)
    for (const card of dozen.filter(({ id }) => catalog.some(entry => entry.id === id))) await drawKept(server, card)
  const sheets: ProofSheet[] = []
  for (const layout of layouts) {
    for (const lang of langs) {
      sheets.push(await drawSheet(server, layout, lang))
      process.stderr.write(`\r${sheets.length} of ${layouts.length * langs.length} sheets drawn`)
    }
  }
  process.stderr.write('\n')
  await server.close()
  return sheets
}

/** The cards of each brand in the proof: every chart and background, a single number, and the tall and the smallest card. */
const branded = [
  ['trade-china-russia', { size: 'og', theme: 'light' }],
  ['two-ledgers', { size: 'og', theme: 'dark' }],
  ['titr-throughput', { size: 'og', theme: 'dark' }],
  ['minerals-announced', { size: 'square', theme: 'light' }],
  ['trade-china-russia', { size: 'square', theme: 'dark', layout: 'stat' }],
  ['visa-free-tourism', { size: 'story', theme: 'light' }],
  ['baku-port', { size: 'small', theme: 'light' }],
  ['titr-throughput', { size: 'badge', theme: 'light', layout: 'badge' }],
] as const

/** The current brand beside the examples, in its first and its last language; and the pictures of each example. */
async function drawBrands(): Promise<ProofSheet> {
  const rows: string[] = []
  for (const brand of [own, ...examples]) {
    const server = toBrandServer(brand)
    await server.listen()
    const settings: typeof import('../src/site.ts') = await import(brand.settings)
    for (const lang of new Set([settings.offered[0], settings.offered.at(-1) ?? 'en'])) {
      const images: Image[] = []
      for (const [id, query] of branded)
        images.push(await draw(server, { id, query: { ...query, lang }, prefix: `${brand.name}-` }))
      rows.push(toImageRow(`${settings.name}, ${lang}`, images))
    }
    if (brand !== own) for (const card of picturesOf(brand)) await drawKept(server, card)
    await server.close()
  }
  return toSheet('brands', rows)
}

const sheets = [
  ...(values.brands ? [] : await drawIndicators()),
  ...(values.brands || named.length === 0 ? [await drawBrands()] : []),
]

const head =
  '<!doctype html><meta charset="utf-8"><style>body{font:14px system-ui;margin:16px;background:#b9b6ae}h3{margin:12px 0 4px}p{display:flex;flex-wrap:nowrap;gap:8px;margin:0}</style>'
writeFileSync(join(out, 'index.html'), `${head}<title>Proof</title>${sheets.map(({ html }) => html).join('')}`)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const { name, html } of sheets) {
  const page = await browser.newPage({ viewport: { width: 2600, height: 1000 } })
  writeFileSync(join(out, `${name}.html`), head + html)
  await page.goto(`file://${join(out, `${name}.html`)}`)
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: true })
  await page.close()
}
await browser.close()
console.log(`proof/index.html and ${sheets.length} ${sheets.length === 1 ? 'sheet' : 'sheets'}`)
