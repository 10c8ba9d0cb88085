import { execFileSync } from 'node:child_process'

/** Vitest does not run wrangler's build, so the data is built once before the first test. */
export default function setup(): void {
  execFileSync(process.execPath, ['tools/build-data.ts'], { stdio: 'inherit' })
}
