import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { toJsonSchema } from '@valibot/to-json-schema'
import { toIndex } from '../src/model/listing.ts'
import { buildClient } from './build-client.ts'
import { buildFonts } from './build-fonts.ts'
import { toLocales } from './build-locales.ts'
import { buildPageFonts, pageFonts } from './build-page-fonts.ts'
import { toChineseWords } from './build-words.ts'
import { findFontFaults } from './data/font-faults.ts'
import { toDescribed } from './data/key-descriptions.ts'
import { packageSchema } from './data/package-schema.ts'
import { findLicenceFaults, findSiteFaults } from './data/site-faults.ts'
import { toMeasure } from './data/text-width.ts'
import { readData } from './read-data.ts'
import { toRelease } from './release.ts'
import { dataFolder, root } from './repository.ts'
import { removeOld, writeData, writeWhole } from './write-data.ts'

/**
 * Writes generated/: the index of data/ that is bundled, the conventions and words of languages, the fonts with the characters of its words, the scripts of the pages,
 * the release, and under it the indicators as static assets; and beside the data the schema by which editors complete. Stops
 * with every fault of every folder and of the settings. What has not changed is not built again. `--data` and `--out` name other folders than
 * data/ and generated/, `--site` other settings than src/site.ts: the tests build their fixtures with them.
 * In the preview of `npm start`, which sets CARAVAN_PREVIEW, a fault is told and does not stop the build: a folder that is not filled
 * in yet is a draft, and one that is wrong otherwise is left out.
 * generated/catalog.json is the whole catalogue for tools and tests; no server reads it.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: dataFolder },
    out: { type: 'string', default: join(root, 'generated') },
    site: { type: 'string', default: join(root, 'src/site.ts') },
  },
})
const [data, generated] = [resolve(values.data), resolve(values.out)]
const site: typeof import('../src/site.ts') = await import(resolve(values.site))
// wrangler needs the folder of the prerendered cards before there are any.
mkdirSync(join(generated, 'assets'), { recursive: true })

const isPreview = process.env.CARAVAN_PREVIEW === '1'
const inFonts = findFontFaults(site.fonts)
// Without its font no name can be measured.
const { indicators, faults: inData } =
  inFonts.length > 0
    ? { indicators: [], faults: [] }
    : readData(data, { toWidth: toMeasure(site.fonts.latin), isPreview })
const inSite = [...findSiteFaults(site), ...inFonts, ...findLicenceFaults(site.cardLicence, indicators)]
const faults = [...inSite.map(fault => `${relative(root, resolve(values.site))}: ${fault}`), ...inData]
if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  const many = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`
  const isShown = isPreview && inSite.length === 0 && indicators.length > 0
  console.error(isShown ? `${many}: the preview shows what can be shown` : `${many}: nothing was built`)
  // A preview goes on with what was built before.
  if (!isShown) process.exit(isPreview && existsSync(join(generated, 'release.json')) ? 0 : 1)
}
const catalog = JSON.stringify(indicators)
const locales = JSON.stringify(toLocales())
const schema = {
  ...toDescribed({ ...toJsonSchema(packageSchema, { errorMode: 'ignore', typeMode: 'input' }) }),
  title: 'An indicator',
}
write('catalog.json', catalog)
write('index.json', JSON.stringify(toIndex(indicators)))
write('locales.json', locales)
write('words-zh.json', JSON.stringify(toChineseWords(catalog)))
if (data === dataFolder) write('../data/indicator.schema.json', `${JSON.stringify(schema, null, 2)}\n`)
await buildFonts(generated, { fonts: site.fonts, catalog, locales, offered: site.offered }).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(isPreview && existsSync(join(generated, 'release.json')) ? 0 : 1)
})
await buildPageFonts(generated, site.fonts.latin)
await buildClient(root, generated, site.fonts.instead)
const stamp = await toStamp()
writeData(join(generated, 'assets'), indicators, stamp.release)
for (const name of pageFonts)
  writeWhole(join(generated, 'assets', stamp.release, 'fonts', name), readFileSync(join(generated, name)))
// Last, so that no server of this release starts before its data is there.
write('release.json', JSON.stringify(stamp))
removeOld(join(generated, 'assets'), stamp.release)
console.log(`${indicators.length} indicators, release ${stamp.release}`)

/** The release and the build, each with the time at which it was first made on this machine, for `Last-Modified`. */
async function toStamp() {
  const { release, build } = await toRelease(root, catalog)
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

function write(file: string, text: string): void {
  writeWhole(join(generated, file), text)
}
