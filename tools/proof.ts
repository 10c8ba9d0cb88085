import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { createTestHarness } from 'wrangler'
import catalog from '../generated/catalog.json' with { type: 'json' }
import { layouts } from '../src/model/indicator.ts'
import { sizeNames, sizes } from '../src/request/sizes.ts'
import { offered } from '../src/site.ts'
import { dozen } from './dozen.ts'

/**
 * Draws every indicator, or those that are named, in every layout, size and language on offer, light, and dark in two sizes, with the Worker itself,
 * into proof/: one HTML page with every picture, and a PNG for each layout and language. Look at them before you land a
 * change of the drawing. Of every indicator it also draws the dozen of the README.
 */
const named = process.argv.slice(2)
const unknown = named.find(name => !catalog.some(({ id }) => id === name))
if (unknown !== undefined) {
  console.error(`"${unknown}" is not an indicator; expected some of ${catalog.map(({ id }) => id).join(', ')}`)
  process.exit(1)
}
const proofed = catalog.filter(({ id }) => named.length === 0 || named.includes(id))
const root = join(import.meta.dirname, '..')
const out = join(root, 'proof')
const thumb = 300
const dark = ['wide', 'badge']

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const server = createTestHarness({ workers: [{ configPath: join(root, 'wrangler.toml') }] })
await server.listen()

type Cell = { file: string; height: number }

async function draw(id: string, query: Record<string, string>): Promise<Cell> {
  const response = await server.fetch(`/indicators/${id}.svg?${new URLSearchParams(query)}`)
  if (!response.ok) throw new Error(`${id} ${JSON.stringify(query)}: ${response.status}`)
  const file = `${id}-${Object.values(query).join('-')}.svg`
  writeFileSync(join(out, file), await response.text())
  const size = sizeNames.find(name => name === query.size) ?? 'wide'
  return { file, height: size === 'badge' ? 20 : Math.min(thumb, sizes[size].height) }
}

async function drawSheet(layout: string, lang: string): Promise<string> {
  const rows: string[] = []
  for (const { id } of proofed) {
    const cells: Cell[] = []
    for (const size of sizeNames.filter(name => (name === 'badge') === (layout === 'badge'))) {
      cells.push(await draw(id, { layout, size, lang, theme: 'light' }))
      if (dark.includes(size)) cells.push(await draw(id, { layout, size, lang, theme: 'dark' }))
    }
    rows.push(
      `<h3>${id}</h3><p>${cells.map(({ file, height }) => `<img src="${file}" height="${height}" alt="${file}">`).join(' ')}</p>`,
    )
  }
  return `<section id="${layout}-${lang}"><h2>${layout}, ${lang}</h2>${rows.join('')}</section>`
}

for (const { id, file, path } of named.length === 0 ? dozen : []) {
  if (!catalog.some(entry => entry.id === id)) continue
  const response = await server.fetch(path)
  writeFileSync(join(root, file), new Uint8Array(await response.arrayBuffer()))
}

const style =
  '<style>body{font:14px system-ui;margin:16px;background:#b9b6ae}h3{margin:12px 0 4px}p{display:flex;flex-wrap:nowrap;gap:8px;margin:0}</style>'
const sections: { name: string; html: string }[] = []
for (const layout of layouts) {
  for (const lang of offered) {
    sections.push({ name: `${layout}-${lang}`, html: await drawSheet(layout, lang) })
    process.stderr.write(`\r${sections.length} of ${layouts.length * offered.length} sheets drawn`)
  }
}
process.stderr.write('\n')
await server.close()
writeFileSync(
  join(out, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Proof</title>${style}${sections.map(({ html }) => html).join('')}`,
)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const { name, html } of sections) {
  const page = await browser.newPage({ viewport: { width: 2600, height: 1000 } })
  writeFileSync(join(out, `${name}.html`), `<!doctype html><meta charset="utf-8">${style}${html}`)
  await page.goto(`file://${join(out, `${name}.html`)}`)
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: true })
  await page.close()
}
await browser.close()
console.log(`proof/index.html and ${sections.length} sheets`)
