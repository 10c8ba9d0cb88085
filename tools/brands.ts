import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createTestHarness } from 'wrangler'
import { listFolders, root } from './repository.ts'

/** A brand by its name, with the file of its settings. */
export type Brand = { name: string; settings: string }

/** The example brands: each is a folder of docs/brands with the settings of its site, its typeface and the licence of that. */
export const examples: Brand[] = listFolders(join(root, 'docs/brands'))
  .sort()
  .map(name => ({ name, settings: join(root, 'docs/brands', name, 'site.ts') }))

/** The brand that is served. */
export const own: Brand = { name: 'own', settings: join(root, 'src/site.ts') }

/** The cards that docs/own-story.md shows of an example, on the folders of test/fixtures, so that they change only with the drawing. */
const shownCards = [
  ['trade-china-russia', 'size=og'],
  ['titr-throughput', 'size=og&theme=dark'],
] as const

/** Where the pictures of an example are kept, and the address that each is drawn at. */
export const picturesOf = ({ name }: Brand): { file: string; path: string }[] =>
  shownCards.map(([id, query]) => ({ file: `docs/brands/${name}/${id}.png`, path: `/indicators/${id}.png?${query}` }))

/**
 * The Worker with a brand, on the folders of test/fixtures; it is not started yet. It is built into generated/brands as
 * test/setup.ts builds the fixtures: a copy of src/ whose settings are those of the brand. Throws with the faults of a wrong brand.
 */
export function toBrandServer({ name, settings }: Brand): ReturnType<typeof createTestHarness> {
  const out = join(root, 'generated/brands', name)
  const source = join(out, 'src')
  mkdirSync(out, { recursive: true })
  rmSync(source, { recursive: true, force: true })
  cpSync(join(root, 'src'), source, { recursive: true })
  writeFileSync(join(source, 'site.ts'), `export * from '${relative(source, settings)}'\n`)
  const options = ['--data', 'test/fixtures/data', '--out', join(out, 'generated'), '--site', settings]
  execFileSync(process.execPath, ['tools/build-data.ts', ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const config = {
    name,
    main: 'src/index.ts',
    compatibility_date: '2026-11-01',
    compatibility_flags: ['nodejs_compat'],
    alias: { linebreak: './src/draw/text/line-breaker.ts' },
    assets: { directory: 'generated/assets', binding: 'ASSETS', run_worker_first: true },
    rules: [
      { type: 'Data', globs: ['**/*.ttf'], fallthrough: true },
      { type: 'Text', globs: ['**/*.css', '**/*.client.txt'], fallthrough: true },
    ],
  }
  const configPath = join(out, 'wrangler.json')
  writeFileSync(configPath, JSON.stringify(config))
  return createTestHarness({ workers: [{ configPath }] })
}
