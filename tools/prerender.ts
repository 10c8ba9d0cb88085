import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import stamp from '../generated/release.json' with { type: 'json' }
import type { DrawingJob } from '../src/http/drawing.ts'
import { chooseShared, notices, toAssetPath, toNoticePath } from '../src/http/prerendered.ts'
import type { Indicator } from '../src/model/indicator.ts'
import { toDataFiles } from '../src/model/listing.ts'
import type { Manifest } from '../src/node/assets.ts'
import { hash, seal, unseal, writeWhole } from '../src/node/whole-file.ts'
import { pageFonts } from './build-page-fonts.ts'
import { stop, toMessage } from './command.ts'
import { startDrawing } from './drawing-server.ts'
import { packPng } from './pack-png.ts'
import { listFiles, root } from './repository.ts'
import { writeIfChanged } from './write-data.ts'

/**
 * Draws the shared cards and every notice in workerd with the Worker's own code, and packs them closer, into generated/assets/{release}/: all cards, or
 * as many as leave the folder within the number of files that Cloudflare takes, which `--assets` says. A picture
 * whose indicator and renderer are as before is taken from generated/drawn/, where each is kept with its length and hash, so
 * that one that was cut is drawn again. Stops with every picture that failed; generated/assets.json, the hashes of all files,
 * is written when all of them are whole.
 */
const assets = join(root, 'generated/assets')
const drawn = join(root, 'generated/drawn')
/** How many pictures are asked for at a time: workerd draws the next ones while some are packed. */
const atOnce = 4
const manifestPath = join(root, 'generated/assets.json')
mkdirSync(drawn, { recursive: true })

/** The files that every picture depends on: the code, its libraries, CLDR, the fonts and their outlines. */
const fontFiles = readdirSync(join(root, 'generated')).filter(name =>
  /^(faces|locales)\.json$|(?<!\.whole)\.ttf$/.test(name),
)
const renderer = hashAll(
  ...[join(root, 'src'), ...fontFiles.map(name => join(root, 'generated', name))]
    .flatMap(listFiles)
    .filter(path => !path.startsWith(join(root, 'src/node/')))
    .map(path => readFileSync(path)),
  JSON.stringify(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies),
)

type Job = { drawing: DrawingJob; key: string; path: string }
const served: readonly Indicator[] = JSON.parse(readFileSync(join(root, 'generated/catalog.json'), 'utf8'))
const data = toDataFiles(served, stamp.release)
const { values } = parseArgs({ options: { assets: { type: 'string', default: '20000' } } })
const room = Number(values.assets) - data.size - notices.length
if (!(room >= 0)) fail(`--assets ${values.assets} is less than the files of the data and the notices`)
const cardJobs = chooseShared(served, room).map(({ entry: indicator, card }): Job => {
  const { encoding, ...query } = card
  return {
    drawing: { kind: 'card', indicator, encoding, search: `?${new URLSearchParams(query)}` },
    key: hashAll(renderer, JSON.stringify(indicator), JSON.stringify(card)),
    path: toAssetPath(indicator.id, card),
  }
})
const noticeJobs = notices.map(
  (notice): Job => ({
    drawing: { kind: 'notice', notice },
    key: hashAll(renderer, JSON.stringify(notice)),
    path: toNoticePath(notice),
  }),
)
const jobs = [...cardJobs, ...noticeJobs]
const left = jobs.filter(({ key }) => !findDrawn(key))
if (left.length > 0) await drawAll(left)

// A server of this folder finds every file complete meanwhile, and none missing that is still requested.
const manifest: Manifest = {}
for (const { key, path } of jobs) {
  const bytes = findDrawn(key)
  if (!bytes) fail(`${path} was not kept whole in ${drawn}`)
  try {
    writeIfChanged(join(assets, path), bytes)
  } catch (error) {
    fail(`${path}: ${error}`)
  }
  manifest[path] = hash(bytes)
}
await writeWhole(manifestPath, Buffer.from(JSON.stringify(manifest))).catch(error => fail(`${manifestPath}: ${error}`))
for (const path of listFiles(join(assets, stamp.release))) {
  const name = path.slice(assets.length).replaceAll('\\', '/')
  const isFont = pageFonts.some(font => name === `/${stamp.release}/fonts/${font}`)
  if (!data.has(name) && !isFont && !Object.hasOwn(manifest, name)) rmSync(path)
}
const wanted = new Set(jobs.map(({ key }) => key))
for (const name of readdirSync(drawn).filter(name => !wanted.has(name))) rmSync(join(drawn, name))
console.log(`${cardJobs.length} cards and ${notices.length} notices prerendered, ${left.length} of them drawn now`)

async function drawAll(left: readonly Job[]): Promise<void> {
  const server = await startDrawing()
  const faults: string[] = []
  const waiting = left.values()
  let done = 0
  const drawNext = async (): Promise<void> => {
    for (const { drawing, key, path } of waiting) {
      try {
        await writeWhole(join(drawn, key), seal(await packPng(await server.draw(drawing))))
      } catch (error) {
        faults.push(`${path}: ${toMessage(error)}`)
      }
      done++
      if (done % 100 === 0 || done === left.length) console.error(`${done} of ${left.length} pictures drawn`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, drawNext))
  await server.close()
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) fail(`${faults.length} ${faults.length === 1 ? 'picture' : 'pictures'} failed`)
}

function fail(sentence: string): never {
  // Older output is not a build of these sources.
  rmSync(manifestPath, { force: true })
  return stop(`${sentence}: nothing is ready to be served; run npm run build again`)
}

/** A picture drawn before; undefined when it is missing or truncated. */
function findDrawn(key: string): Uint8Array | undefined {
  const path = join(drawn, key)
  return existsSync(path) ? unseal(readFileSync(path)) : undefined
}

/** One hash of several parts, the first 128 bits of it. */
function hashAll(...parts: readonly (string | Buffer)[]): string {
  return hash(Buffer.concat(parts.flatMap(part => [Buffer.from(part), Buffer.from([0])]))).slice(0, 32)
}
