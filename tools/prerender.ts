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
import { parseArgs } from 'node:util'
import { createTestHarness } from 'wrangler'
import stamp from '../generated/release.json' with { type: 'json' }
import { chooseShared, type Shared, toAssetPath } from '../src/http/prerendered.ts'
import type { Indicator } from '../src/model/indicator.ts'
import { toDataFiles } from '../src/model/listing.ts'
import type { Drawing } from './prerender-worker.ts'
import { listFiles, root } from './read-data.ts'

/**
 * Draws the shared cards in workerd with the Worker's own code, into generated/assets/{release}/: all of them, or as many as
 * leave the folder within the number of files that Cloudflare takes, which `--assets` says. The rest is drawn on demand. A picture whose indicator
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

type Job = { indicator: Indicator; card: Shared; key: string; path: string }
const catalog: readonly Indicator[] = JSON.parse(readFileSync(join(root, 'generated/catalog.json'), 'utf8'))
const { values } = parseArgs({ options: { assets: { type: 'string', default: '20000' } } })
const room = Number(values.assets) - toDataFiles(catalog, stamp.release).size
if (!(room >= 0)) stop(`--assets ${values.assets} is less than the files of the data`)
const jobs: Job[] = chooseShared(catalog, room).map(({ entry: indicator, card }) => ({
  indicator,
  card,
  key: `${hash(renderer, JSON.stringify(indicator), JSON.stringify(card))}.${card.encoding}`,
  path: join(assets, toAssetPath(indicator.id, card)),
}))
const missing = jobs.filter(({ key }) => !existsSync(join(drawn, key)))
if (missing.length > 0) await drawAll(missing)

// Whoever serves this folder meanwhile finds every file whole, and none gone that is still asked for.
mkdirSync(join(assets, stamp.release), { recursive: true })
for (const { key, path } of jobs) if (!isSame(join(drawn, key), path)) put(join(drawn, key), path)
const wanted = new Set(jobs.map(({ key }) => key))
for (const name of readdirSync(drawn).filter(name => !wanted.has(name))) rmSync(join(drawn, name))
console.log(`${jobs.length} cards prerendered, ${missing.length} of them drawn now`)

async function drawAll(left: readonly Job[]): Promise<void> {
  const server = createTestHarness({ workers: [{ configPath: join(root, 'tools/prerender.toml') }] })
  await server.listen()
  const faults: string[] = []
  for (const [i, { indicator, card, key, path }] of left.entries()) {
    const drawing: Drawing = { indicator, card }
    const response = await server.fetch('/', { method: 'POST', body: JSON.stringify(drawing) })
    if (response.ok) writeFileSync(join(drawn, key), new Uint8Array(await response.arrayBuffer()))
    else faults.push(`${path}: ${response.status} ${(await response.text()).slice(0, 300)}`)
    if ((i + 1) % 20 === 0 || i + 1 === left.length) console.error(`${i + 1} of ${left.length} cards drawn`)
  }
  await server.close()
  if (faults.length === 0) return
  for (const fault of faults) console.error(fault)
  stop(`${faults.length} ${faults.length === 1 ? 'card' : 'cards'} failed: nothing was put among the assets`)
}

function stop(sentence: string): never {
  console.error(sentence)
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
