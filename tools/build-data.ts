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
import { toMessage } from './command.ts'
import { findFontFaults } from './data/font-faults.ts'
import { toDescribed } from './data/key-descriptions.ts'
import { packageSchema } from './data/package-schema.ts'
import { findLicenceFaults, findSiteFaults } from './data/site-faults.ts'
import { toMeasure } from './data/text-width.ts'
import { readData } from './read-data.ts'
import { toRelease } from './release.ts'
import { dataFolder, root } from './repository.ts'
import { removeOld, writeData, writeIfChanged } from './write-data.ts'

/**
 * Writes generated/: the index of data/ that is bundled, the conventions and words of languages, the fonts with the characters of
 * its words, the scripts of the pages, the release, and under it the indicators as static assets; and beside the data the schema
 * for completion in editors. Stops with every fault of every folder and of the settings. Unchanged parts are not built again.
 * `--data` and `--out` name other folders than data/ and generated/, `--site` other settings than src/site.ts: the tests build
 * their fixtures with them.
 * In the preview of `npm start`, which sets CARAVAN_PREVIEW, a fault is shown and does not stop the build: an unfinished folder
 * is a draft, and a folder with another fault is left out.
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
const settings: typeof import('../src/site.ts') = await import(resolve(values.site))
// wrangler needs the folder of the prerendered cards before there are any.
mkdirSync(join(generated, 'assets'), { recursive: true })

const isPreview = process.env.CARAVAN_PREVIEW === '1'
const inFonts = findFontFaults(settings.fonts)
// Names cannot be measured without a font.
const { indicators, faults: inData } =
  inFonts.length > 0
    ? { indicators: [], faults: [] }
    : readData(data, { toWidth: toMeasure(settings.fonts.latin), isPreview })
const inSite = [...findSiteFaults(settings), ...inFonts, ...findLicenceFaults(settings.cardLicence, indicators)]
const allFaults = [...inSite.map(fault => `${relative(root, resolve(values.site))}: ${fault}`), ...inData]
if (allFaults.length > 0) {
  for (const fault of allFaults) console.error(fault)
  const many = `${allFaults.length} ${allFaults.length === 1 ? 'fault' : 'faults'}`
  const isShown = isPreview && inSite.length === 0 && indicators.length > 0
  if (!isShown) giveUp(`${many}: nothing was built`)
  console.error(`${many}: the preview shows what can be shown`)
}
const catalogText = JSON.stringify(indicators)
const locales = JSON.stringify(toLocales())
const jsonSchema = {
  ...toDescribed({ ...toJsonSchema(packageSchema, { errorMode: 'ignore', typeMode: 'input' }) }),
  title: 'An indicator',
}
write('catalog.json', catalogText)
write('index.json', JSON.stringify(toIndex(indicators)))
write('locales.json', locales)
write('words-zh.json', JSON.stringify(toChineseWords(catalogText)))
if (data === dataFolder) write('../data/indicator.schema.json', `${JSON.stringify(jsonSchema, null, 2)}\n`)
const { fonts, offered } = settings
await buildFonts(generated, { fonts, catalog: catalogText, locales, offered }).catch(error => giveUp(toMessage(error)))
await buildPageFonts(generated, fonts.latin)
await buildClient(generated, fonts.instead)
const stamp = await toStamp()
writeData(join(generated, 'assets'), indicators, stamp.release)
for (const name of pageFonts)
  writeIfChanged(join(generated, 'assets', stamp.release, 'fonts', name), readFileSync(join(generated, name)))
// Last, so that no server of this release starts before its data is there.
write('release.json', JSON.stringify(stamp))
removeOld(join(generated, 'assets'), stamp.release)
console.log(`${indicators.length} indicators, release ${stamp.release}`)

/** The release and the build, each with the time at which it was first made on this machine, for `Last-Modified`. */
async function toStamp() {
  const { release, build } = await toRelease(catalogText)
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

/** Ends the build; a preview continues with the previous build. */
function giveUp(sentence: string): never {
  console.error(sentence)
  process.exit(isPreview && existsSync(join(generated, 'release.json')) ? 0 : 1)
}

function write(file: string, content: string): void {
  writeIfChanged(join(generated, file), content)
}
