import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { toJsonSchema } from '@valibot/to-json-schema'
import { weights } from '../src/draw/scene.ts'
import { toFontPath, toIndex } from '../src/model/listing.ts'
import { name } from '../src/site.ts'
import { buildClient } from './build-client.ts'
import { buildFonts } from './build-fonts.ts'
import { toLocales } from './build-locales.ts'
import { buildPageFonts } from './build-page-fonts.ts'
import { toChineseWords } from './build-words.ts'
import { packageSchema } from './data/package-schema.ts'
import { dataFolder, readData, root } from './read-data.ts'
import { toRelease } from './release.ts'
import { removeOld, writeData, writeWhole } from './write-data.ts'

/**
 * Writes generated/: the index of data/ that is bundled, the conventions and words of languages, the fonts with the characters of its words, the scripts of the pages,
 * the release, and under it the indicators as static assets; and beside the data the schema by which editors complete. Stops
 * with every fault of every folder. What has not changed is not built again. `--data` and `--out` name other folders than
 * data/ and generated/: the tests build their fixtures with them.
 * generated/catalog.json is the whole catalogue for tools and tests; no server reads it.
 */
const { values } = parseArgs({
  options: { data: { type: 'string', default: dataFolder }, out: { type: 'string', default: join(root, 'generated') } },
})
const [data, generated] = [resolve(values.data), resolve(values.out)]
// wrangler needs the folder of the prerendered cards before there are any.
mkdirSync(join(generated, 'assets'), { recursive: true })

const { indicators, faults } = readData(data)
if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  console.error(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in data/: nothing was built`)
  process.exit(1)
}
const catalog = JSON.stringify(indicators)
const locales = JSON.stringify(toLocales())
const schema = {
  ...toJsonSchema(packageSchema, { errorMode: 'ignore', typeMode: 'input' }),
  title: `An indicator of ${name}`,
}
write('catalog.json', catalog)
write('index.json', JSON.stringify(toIndex(indicators)))
write('locales.json', locales)
write('words-zh.json', JSON.stringify(toChineseWords(catalog)))
if (data === dataFolder) write('../data/indicator.schema.json', `${JSON.stringify(schema, null, 2)}\n`)
await buildFonts(generated, catalog, locales)
await buildPageFonts(generated)
await buildClient(root, generated)
const stamp = await toRelease(root, catalog)
writeData(join(generated, 'assets'), indicators, stamp.release)
for (const weight of weights) {
  const path = join(generated, 'assets', toFontPath(stamp.release, weight))
  mkdirSync(dirname(path), { recursive: true })
  copyFileSync(join(generated, `inter-${weight}.woff2`), path)
}
// Last, so that no server of this release starts before its data is there.
write('release.json', JSON.stringify(stamp))
removeOld(join(generated, 'assets'), stamp.release)
console.log(`${indicators.length} indicators, release ${stamp.release}`)

function write(file: string, text: string): void {
  writeWhole(join(generated, file), text)
}
