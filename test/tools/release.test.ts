import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyParts, root } from '../fixtures/copies.ts'

/** A copy with the files that the build generated, and with a package of its own, which a test changes. */
const copy = copyParts(['src', 'tools', 'package.json'])
mkdirSync(join(copy, 'generated'))
for (const { name } of readdirSync(join(root, 'generated'), { withFileTypes: true }).filter(entry => entry.isFile()))
  cpSync(join(root, 'generated', name), join(copy, 'generated', name))
const packages = join(copy, 'node_modules')
rmSync(packages)
mkdirSync(packages)
for (const name of readdirSync(join(root, 'node_modules')))
  if (name === 'culori') cpSync(join(root, 'node_modules', name), join(packages, name), { recursive: true })
  else symlinkSync(join(root, 'node_modules', name), join(packages, name))
afterAll(() => rmSync(copy, { recursive: true }))

type Hashes = { release: string; build: string }

function readHashes(): Hashes {
  const script =
    "import { toRelease } from './tools/release.ts'; console.log(JSON.stringify(await toRelease('figures')))"
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: copy, encoding: 'utf8' }),
  )
}

/** The hashes while a file differs; the file is then as before. */
function readHashesWith(path: string, change: (file: string) => void): Hashes {
  const file = join(copy, path)
  const before = readFileSync(file)
  change(file)
  try {
    expect(readFileSync(file).equals(before)).toBe(false)
    return readHashes()
  } finally {
    writeFileSync(file, before)
  }
}

const add = (text: string) => (file: string) => appendFileSync(file, text)
const replace = (from: string, to: string) => (file: string) =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))

const usual = readHashes()

test.each([
  ['a comment in a loader', 'tools/refresh/comtrade.ts', add('\n// A comment.\n')],
  ['a comment in the style of a page', 'src/pages/site.css', add('\n/* A comment. */\n')],
  ['a comment in the drawing code', 'src/draw/theme.ts', add('\n// A comment.\n')],
])('%s changes neither the release nor the build', (_, path, change) => {
  expect(readHashesWith(path, change)).toEqual(usual)
})

test.each([
  ['a rule in the style of a page', 'generated/site.css', add('.further{color:red}')],
  ['a word of a page', 'src/pages/share-words.ts', replace("en: '", "en: 'Further ")],
  ['the schema of a format', 'src/formats/indicator-schemas.ts', replace('upTo:', 'further:')],
])('%s changes the build alone', (_, path, change) => {
  const { release, build } = readHashesWith(path, change)
  expect([release === usual.release, build === usual.build]).toEqual([true, false])
})

test.each([
  ['another version of culori', 'node_modules/culori/src/difference.js', replace('25', '26')],
  ['a colour', 'src/site.ts', replace("china: '#a3001f'", "china: '#a30020'")],
  ['a word of a card', 'src/model/messages.ts', replace("en: '", "en: 'Further ")],
  ['the table of outlines', 'generated/faces.json', replace('{', '{"further":{},')],
  ['a column of the figures', 'src/formats/columns.ts', replace("name: 'series'", "name: 'further'")],
])('%s changes both', (_, path, change) => {
  const { release, build } = readHashesWith(path, change)
  expect([release === usual.release, build === usual.build]).toEqual([false, false])
})
