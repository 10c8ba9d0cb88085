import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import * as fontkit from 'fontkit'
import { fontFiles } from './build-fonts.ts'
import { findCarried } from './carried.ts'
import { byName, type Part, read, readManifest, readNotice, readPart } from './part.ts'
import { root } from './read-data.ts'

/** Every part of others that the Worker holds, by name. Throws when one says no licence or has no notice. */
export function findShipped(): Part[] {
  const lock: { packages: Record<string, { integrity: string }> } = JSON.parse(read('package-lock.json'))
  const { inputs, outputs } = bundleWorker()
  const held = Object.values(outputs)
    .flatMap(output => Object.entries(output.inputs))
    .flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []))
  const files = Map.groupBy(held, toFolder)
  const packages = [...files].flatMap(([folder, paths]) => {
    if (!folder) return []
    const imported = paths.flatMap(path => inputs[path]?.imports ?? []).map(({ path }) => toFolder(path))
    return [
      {
        ...readPart(folder),
        integrity: lock.packages[folder]?.integrity ?? '',
        uses: toNames(imported.filter(other => other !== folder && files.has(other))),
        parts: findCarried(folder, paths),
      },
    ]
  })
  return [...packages, ...readFonts(lock.packages), readCldr()].sort(byName)
}

/** Bundles the Worker as a deployment would; esbuild's own account of what went into it. */
function bundleWorker(): Metafile {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-'))
  const metafile = join(folder, 'meta.json')
  try {
    execFileSync(
      join(root, 'node_modules/.bin/wrangler'),
      ['deploy', '--dry-run', '--outdir', folder, '--metafile', metafile],
      { cwd: root, env: { ...process.env, WRANGLER_SEND_METRICS: 'false' }, stdio: 'pipe' },
    )
    return JSON.parse(readFileSync(metafile, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The folder of the package that a file is of; nothing for our own. */
const toFolder = (path: string): string => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? ''

const toNames = (folders: readonly string[]): string[] =>
  [...new Set(folders)].flatMap(folder => (folder ? [folder.replace(/^.*node_modules\//, '')] : [])).sort()

/**
 * The fonts whose outlines are in generated/. What ships of the package is the font, so the licence is the font's, and so is
 * the holder of the copyright, whom the font itself names and its package may not.
 */
const readFonts = (locked: Record<string, { integrity: string }>): Part[] =>
  fontFiles.map(({ file, licence }) => {
    const folder = toFolder(`node_modules/${file}`)
    const { name, version, homepage } = readManifest(folder)
    const font = fontkit.openSync(join(root, 'node_modules', file))
    if (!('copyright' in font)) throw new Error(`${file}: a font collection; expected a single font`)
    return {
      name,
      kind: 'data',
      version,
      licence: 'OFL-1.1',
      home: homepage ?? '',
      notice: `${font.copyright}\n\n${read(licence)}`,
      integrity: locked[folder]?.integrity ?? '',
      uses: [],
      parts: [],
    }
  })

/** Names of months and forms of dates and numbers, read through Node's Intl into generated/locales.json. */
const readCldr = (): Part => ({
  name: 'cldr',
  kind: 'data',
  version: process.versions.cldr ?? '',
  licence: 'Unicode-3.0',
  home: 'https://cldr.unicode.org',
  notice: readNotice('cldr'),
  uses: [],
  parts: [],
})
