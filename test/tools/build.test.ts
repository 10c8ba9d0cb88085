import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyParts } from '../fixtures/copies.ts'
import { fixtureData } from '../fixtures/indicators.ts'

let copy = ''
beforeEach(() => {
  copy = copyParts(['src', 'tools', 'package.json', 'tsconfig.json'])
  cpSync(fixtureData, join(copy, 'data'), { recursive: true })
})
afterEach(() => rmSync(copy, { recursive: true }))

const build = () => spawnSync(process.execPath, ['tools/build-data.ts'], { cwd: copy, encoding: 'utf8' })
const path = (name: string): string => join(copy, 'data/baku-port', name)
const edit = (name: string, from: RegExp, to: string): void =>
  writeFileSync(path(name), readFileSync(path(name), 'utf8').replace(from, to))

test.each<[string, () => void, RegExp]>([
  ['a bad row', () => edit('observations.csv', /,final,/, ',surely,'), /^data\/baku-port\/observations\.csv:\d+: /m],
  ['broken JSON', () => edit('datapackage.json', /"name":/, '"name"'), /^data\/baku-port\/datapackage\.json:\d+: /m],
  ['no table', () => rmSync(path('observations.csv')), /^data\/baku-port\/observations\.csv:1: is empty/m],
  [
    'no package',
    () => rmSync(path('datapackage.json')),
    /^data\/baku-port\/datapackage\.json:1: is empty or not there/m,
  ],
  [
    'the id of another as its former one',
    () => edit('datapackage.json', /"headline":/, '"aliases": ["titr-throughput"], "headline":'),
    /^data\/baku-port\/datapackage\.json:\d+: card\.aliases has "titr-throughput", which belongs to titr-throughput/m,
  ],
  ['a character without a glyph', () => edit('datapackage.json', /("title": ")/, '$1𓀀'), /U\+13000 "𓀀" has no glyph/],
])('a folder with %s stops the build, which says where', (_, spoil, sentence) => {
  spoil()
  const { status, stderr } = build()
  expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)])
  expect(existsSync(join(copy, 'generated/release.json'))).toBe(false)
})
