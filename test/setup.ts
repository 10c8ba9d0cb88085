import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'

const build = (...options: string[]): void => {
  execFileSync(process.execPath, ['tools/build-data.ts', ...options], { stdio: 'inherit' })
}

/**
 * Vitest does not run wrangler's build: the data is built once before the first test, and the fixtures beside a copy of
 * src/, which finds them where it looks for the data, with the settings of test/fixtures/site.ts. test/fixtures/worker.toml
 * serves that copy.
 */
export default function setup(): void {
  build()
  build('--data', 'test/fixtures/data', '--out', 'generated/fixtures/generated', '--site', 'test/fixtures/site.ts')
  rmSync('generated/fixtures/src', { recursive: true, force: true })
  cpSync('src', 'generated/fixtures/src', { recursive: true })
  cpSync('test/fixtures/site.ts', 'generated/fixtures/src/site.ts')
}
