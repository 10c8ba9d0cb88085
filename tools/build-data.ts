import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { buildClient } from './build-client.ts'
import { buildFonts } from './build-fonts.ts'
import { toLocales } from './build-locales.ts'
import { packageSchema } from './data/package-schema.ts'
import { listFiles, readData, root } from './read-data.ts'

/**
 * Writes generated/: the catalogue of data/, the fonts cut to the words that exist, and the release; and beside the data
 * the schema that editors complete from. Stops with every fault of every folder when there is one. What has not changed is
 * not made again.
 */
const generated = join(root, 'generated')
// The folder of the prerendered cards is there before there are any, for wrangler asks for it.
mkdirSync(join(generated, 'assets'), { recursive: true })

const { indicators, faults } = readData()
if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  console.error(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in data/: nothing was built`)
  process.exit(1)
}
const catalog = JSON.stringify(indicators)
const locales = JSON.stringify(toLocales())
const schema = {
  ...toJsonSchema(packageSchema, { errorMode: 'ignore', typeMode: 'input' }),
  title: 'An indicator of Caravan',
}
writeIfChanged('catalog.json', catalog)
writeIfChanged('locales.json', locales)
writeIfChanged('../data/indicator.schema.json', `${JSON.stringify(schema, null, 2)}\n`)
await buildFonts(generated, catalog, locales)
await buildClient(root, generated)
const release = toRelease()
writeIfChanged('release.json', JSON.stringify({ release }))
console.log(`${indicators.length} indicators, release ${release}`)

function writeIfChanged(name: string, text: string): void {
  const path = join(generated, name)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}

/** A hash of everything that can change a picture or a figure: the data, the words, the fonts, the renderer, Satori. */
function toRelease(): string {
  const hash = createHash('sha256')
  const made = readdirSync(generated)
    .filter(name => !['release.json', 'sbom.json', 'assets', 'drawn', 'server', 'bench'].includes(name))
    .sort()
    .map(name => join(generated, name))
  for (const path of [join(root, 'src'), ...made].flatMap(listFiles)) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  return hash.update(JSON.stringify(dependencies)).digest('hex').slice(0, 12)
}
