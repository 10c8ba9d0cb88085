import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Folder, parseFolder } from '../src/folder.ts'
import { buildFonts } from './build-fonts.ts'
import { toLocales } from './build-locales.ts'

/**
 * Writes generated/: the catalogue of data/, the fonts cut to the words that exist, and the release. Stops with every
 * fault of every folder when there is one. What has not changed is not made again.
 */
const root = join(import.meta.dirname, '..')
const generated = join(root, 'generated')
mkdirSync(generated, { recursive: true })

const folders = readdirSync(join(root, 'data'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .sort()
const readings = folders.map(id => parseFolder(readFolder(id)))
const faults = readings.flatMap(reading => reading.faults)
if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  console.error(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in data/: nothing was built`)
  process.exit(1)
}
const catalog = JSON.stringify(readings.flatMap(reading => (reading.indicator ? [reading.indicator] : [])))
writeIfChanged('catalog.json', catalog)
const locales = JSON.stringify(toLocales())
writeIfChanged('locales.json', locales)
await buildFonts(generated, catalog, locales)
writeIfChanged('release.json', JSON.stringify({ release: toRelease() }))
console.log(`${folders.length} indicators, release ${toRelease()}`)

function readFolder(id: string): Folder {
  const read = (name: string): string => {
    const path = join(root, 'data', id, name)
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  }
  return { id, package: read('datapackage.json'), observations: read('observations.csv') }
}

function writeIfChanged(name: string, text: string): void {
  const path = join(generated, name)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}

/** A hash of everything that can change a picture or a figure: the data, the words, the fonts, the renderer, Satori. */
function toRelease(): string {
  const hash = createHash('sha256')
  for (const path of [join(root, 'src'), generated].flatMap(listFiles).filter(path => !path.endsWith('release.json'))) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  return hash.update(JSON.stringify(dependencies)).digest('hex').slice(0, 12)
}

function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? listFiles(path) : [path]))
}
