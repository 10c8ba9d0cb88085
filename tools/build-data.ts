import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { toIndex } from '../src/model/listing.ts'
import { buildClient } from './build-client.ts'
import { buildFonts } from './build-fonts.ts'
import { toLocales } from './build-locales.ts'
import { packageSchema } from './data/package-schema.ts'
import { readData, root } from './read-data.ts'
import { toRelease } from './release.ts'
import { removeOld, writeData, writeWhole } from './write-data.ts'

/**
 * Writes generated/: the index of data/ that is bundled, the fonts cut to the words that exist, the release, and under it the
 * indicators as static assets; and beside the data the schema that editors complete from. Stops with every fault of every
 * folder when there is one. What has not changed is not made again.
 * generated/catalog.json is the whole catalogue for tools and tests; no server reads it.
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
write('catalog.json', catalog)
write('index.json', JSON.stringify(toIndex(indicators)))
write('locales.json', locales)
write('../data/indicator.schema.json', `${JSON.stringify(schema, null, 2)}\n`)
await buildFonts(generated, catalog, locales)
await buildClient(root, generated)
const stamp = await toRelease(root, catalog)
writeData(join(generated, 'assets'), indicators, stamp.release)
// Last, so that no server of this release starts before its data is there.
write('release.json', JSON.stringify(stamp))
removeOld(join(generated, 'assets'), stamp.release)
console.log(`${indicators.length} indicators, release ${stamp.release}`)

function write(name: string, text: string): void {
  writeWhole(join(generated, name), text)
}
