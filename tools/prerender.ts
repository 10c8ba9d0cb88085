import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createTestHarness } from 'wrangler'
import catalog from '../generated/catalog.json' with { type: 'json' }
import stamp from '../generated/release.json' with { type: 'json' }
import { type Shared, shared, toAssetPath } from '../src/http/prerendered.ts'
import { listFiles, root } from './read-data.ts'

/**
 * Draws every shared card in workerd with the Worker's own code, into generated/assets/{release}/. A picture whose indicator
 * and renderer are as before is taken from generated/drawn/. Stops with every card that failed.
 */
const assets = join(root, 'generated/assets')
const drawn = join(root, 'generated/drawn')
mkdirSync(drawn, { recursive: true })

/** What every picture depends on: the code, its libraries, CLDR, the fonts and their outlines. */
const fonts = readdirSync(join(root, 'generated')).filter(name =>
  /^(faces|locales)\.json$|(?<!\.whole)\.ttf$/.test(name),
)
const renderer = hash(
  ...[join(root, 'src'), ...fonts.map(name => join(root, 'generated', name))]
    .flatMap(listFiles)
    .map(path => readFileSync(path)),
  JSON.stringify(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies),
)

type Job = { id: string; card: Shared; key: string; path: string }
const jobs: Job[] = catalog.flatMap(indicator =>
  shared.map(card => ({
    id: indicator.id,
    card,
    key: `${hash(renderer, JSON.stringify(indicator), JSON.stringify(card))}.${card.encoding}`,
    path: join(assets, toAssetPath(indicator.id, card)),
  })),
)
const missing = jobs.filter(({ key }) => !existsSync(join(drawn, key)))
if (missing.length > 0) await drawAll(missing)

// Whoever serves this folder meanwhile finds every file whole, and none gone that is still asked for.
mkdirSync(join(assets, stamp.release), { recursive: true })
for (const { key, path } of jobs) if (!isSame(join(drawn, key), path)) put(join(drawn, key), path)
for (const name of readdirSync(assets).filter(name => name !== stamp.release))
  rmSync(join(assets, name), { recursive: true })
const wanted = new Set(jobs.map(({ key }) => key))
for (const name of readdirSync(drawn).filter(name => !wanted.has(name))) rmSync(join(drawn, name))
console.log(`${jobs.length} cards prerendered, ${missing.length} of them drawn now`)

async function drawAll(left: readonly Job[]): Promise<void> {
  const server = createTestHarness({ workers: [{ configPath: join(root, 'tools/prerender.toml') }] })
  await server.listen()
  const faults: string[] = []
  for (const [i, { id, card, key }] of left.entries()) {
    const { encoding, ...query } = card
    const address = `/${id}.${encoding}?${new URLSearchParams(query)}`
    const response = await server.fetch(address)
    if (response.ok) writeFileSync(join(drawn, key), new Uint8Array(await response.arrayBuffer()))
    else faults.push(`${address}: ${response.status} ${(await response.text()).slice(0, 300)}`)
    if ((i + 1) % 20 === 0 || i + 1 === left.length) console.error(`${i + 1} of ${left.length} cards drawn`)
  }
  await server.close()
  if (faults.length === 0) return
  for (const fault of faults) console.error(fault)
  console.error(`${faults.length} ${faults.length === 1 ? 'card' : 'cards'} failed: nothing was put among the assets`)
  process.exit(1)
}

function isSame(a: string, b: string): boolean {
  return existsSync(b) && readFileSync(a).equals(readFileSync(b))
}

/** Copies beside the folder first: a renamed file is there at once. */
function put(from: string, to: string): void {
  const whole = `${from}.whole`
  copyFileSync(from, whole)
  renameSync(whole, to)
}

function hash(...parts: readonly (string | Buffer)[]): string {
  const whole = createHash('sha256')
  for (const part of parts) whole.update(part).update('\0')
  return whole.digest('hex').slice(0, 32)
}
