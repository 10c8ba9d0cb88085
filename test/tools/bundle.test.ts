import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const out = mkdtempSync(join(tmpdir(), 'caravan-'))

beforeAll(() => {
  execFileSync(join(root, 'node_modules/.bin/wrangler'), ['deploy', '--dry-run', '--outdir', out], {
    cwd: root,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
    stdio: 'pipe',
  })
}, 60_000)
afterAll(() => rmSync(out, { recursive: true }))

test('the Worker stays far below the limits of the platform: half a megabyte gzipped of its 3', () => {
  const files = readdirSync(out).filter(name => !name.endsWith('.map') && name !== 'README.md')
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(out, name))).length, 0)
  console.log(`the Worker weighs ${Math.round(bytes / 1000)} kB gzipped in ${files.length} files`)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThan(500_000)
})

test('the one wasm that ships is the layout engine, imported as a module and never compiled by us', () => {
  expect(readdirSync(out).filter(name => name.endsWith('.wasm'))).toEqual([expect.stringContaining('yoga.wasm')])
  expect(readFileSync(join(out, 'index.js'), 'utf8')).not.toMatch(/WebAssembly\.compile\(|WebAssembly\.Module\(/)
})
