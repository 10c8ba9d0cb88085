import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { catalog, release } from '../../src/model/catalog.ts'
import { hash } from '../../src/node/whole-file.ts'
import { copyParts } from '../fixtures/copies.ts'
import { checkBuilt } from './node-server.ts'

let copy = ''
beforeEach(() => {
  checkBuilt()
  copy = copyParts(['src', 'tools', 'data', 'generated', 'package.json', 'tsconfig.json'])
})
afterEach(() => {
  spawnSync('umount', ['-l', join(copy, 'generated/assets')])
  rmSync(copy, { recursive: true })
})

const prerender = () => spawnSync(process.execPath, ['tools/prerender.ts'], { cwd: copy, encoding: 'utf8' })
const asset = (name: string): string => join(copy, 'generated/assets', release, name)
const id = catalog[0]?.id ?? ''
const first = `${id}.en.light.svg`
const manifest = (): Record<string, string> => JSON.parse(readFileSync(join(copy, 'generated/assets.json'), 'utf8'))

/** Every file that the manifest names is there, as it was drawn, and no other but those of the data. */
function checkAssets(): void {
  const names = readdirSync(join(copy, 'generated/assets', release), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(join(copy, 'generated/assets').length))
    .filter(name => !/^\/[^/]+\/(?:(?:data|pages|fonts)\/|search\.json$)/.test(name))
  expect(names.sort()).toEqual(Object.keys(manifest()).sort())
  for (const [path, digest] of Object.entries(manifest()))
    expect([path, hash(readFileSync(join(copy, 'generated/assets', path)))]).toEqual([path, digest])
}

test('a picture that was cut where it is kept is drawn again', () => {
  const drawn = join(copy, 'generated/drawn')
  const [name = '', other = ''] = readdirSync(drawn)
  truncateSync(join(drawn, name), 100)
  truncateSync(join(drawn, other), 0)
  expect(prerender()).toMatchObject({ status: 0, stdout: expect.stringMatching(/, 2 of them drawn now\n$/) })
  checkAssets()
})

test('a truncated or changed asset is written again, and other files are removed', () => {
  truncateSync(asset(first), 49_152 % 4000)
  writeFileSync(asset('stray.svg'), '<svg></svg>')
  expect(prerender()).toMatchObject({ status: 0, stdout: expect.stringMatching(/, 0 of them drawn now\n$/) })
  checkAssets()
  expect(existsSync(asset('fonts/text-400.woff2'))).toBe(true)
})

test('a full disk stops the build, which says so; with room it is complete', ({ skip }) => {
  const assets = join(copy, 'generated/assets')
  rmSync(assets, { recursive: true })
  spawnSync('mkdir', [assets])
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', assets]).status !== 0)
    skip('this user may not mount a disk')
  const { status, stderr } = prerender()
  expect([status, stderr]).toEqual([1, expect.stringMatching(/ENOSPC.*nothing is ready to be served/s)])
  expect(existsSync(join(copy, 'generated/assets.json'))).toBe(false)
  spawnSync('mount', ['-o', 'remount,size=200m', assets])
  expect(prerender().status).toBe(0)
  checkAssets()
})
