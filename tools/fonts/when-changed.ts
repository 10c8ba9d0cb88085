import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../repository.ts'

/** The code that makes the fonts. */
const code = [
  ...listFiles(import.meta.dirname),
  ...['build-fonts.ts', 'build-page-fonts.ts'].map(name => join(import.meta.dirname, '..', name)),
]

/** Runs `make` if `parts` or the code of the fonts have changed since the stamp was written. */
export async function whenChanged(stamp: string, parts: readonly (string | Buffer)[], make: () => Promise<void>) {
  const hash = createHash('sha256')
  for (const part of [...code.map(path => readFileSync(path)), ...parts]) hash.update(part)
  const digest = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  await make()
  writeFileSync(stamp, digest)
}
