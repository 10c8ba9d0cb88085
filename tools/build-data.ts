import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { buildClient } from './build-client.ts'
import { buildFonts } from './build-fonts.ts'
import { toLocales } from './build-locales.ts'
import { packageSchema } from './data/package-schema.ts'
import { readData, root } from './read-data.ts'
import { toRelease } from './release.ts'

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
const stamp = await toStamp()
writeIfChanged('release.json', JSON.stringify(stamp))
console.log(`${indicators.length} indicators, release ${stamp.release}`)

/** The release and the build, each with the time at which it was first made on this machine, for `Last-Modified`. */
async function toStamp() {
  const { release, build } = await toRelease(root)
  const now = new Date().toISOString()
  const path = join(generated, 'release.json')
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  return {
    release,
    build,
    made: {
      release: (before.release === release && before.made?.release) || now,
      build: (before.build === build && before.made?.build) || now,
    },
  }
}

function writeIfChanged(name: string, text: string): void {
  const path = join(generated, name)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}
