import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Indicator } from '../src/model/indicator.ts'
import { toDataFiles } from '../src/model/listing.ts'

/**
 * Writes the files of the data among the assets, under the release. Each is written to a temporary file and renamed, so that a reader
 * always finds it complete, and then checked. Throws when one is not as it was written. Files of this release that the catalogue no
 * longer has are removed.
 */
export function writeData(assets: string, indicators: readonly Indicator[], release: string): void {
  const files = toDataFiles(indicators, release)
  for (const [path, text] of files) writeIfChanged(join(assets, path), text)
  for (const folder of ['data', 'pages'])
    for (const name of readdirSync(join(assets, release, folder)))
      if (!files.has(`/${release}/${folder}/${name}`)) rmSync(join(assets, release, folder, name))
}

/**
 * Removes the assets of other releases, except the newest of them: a server that still runs reads its data there.
 * .assetsignore leaves it out of a deployment.
 */
export function removeOld(assets: string, release: string): void {
  writeIfChanged(join(assets, '.assetsignore'), `/*\n!/${release}\n`)
  const others = readdirSync(assets, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== release)
    .map(({ name }) => ({ name, time: statSync(join(assets, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time)
  for (const { name } of others.slice(1)) rmSync(join(assets, name), { recursive: true })
}

/** Writes a text or bytes unless they are there already. Throws when the file is not as it was written. */
export function writeIfChanged(path: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content)
  const isThere = (): boolean => existsSync(path) && readFileSync(path).equals(bytes)
  if (isThere()) return
  mkdirSync(dirname(path), { recursive: true })
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`)
  try {
    writeFileSync(beside, bytes)
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  if (!isThere()) throw new Error(`${path} is not as it was written`)
}
