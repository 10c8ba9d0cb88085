import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyParts } from '../fixtures/copies.ts'
import { fillIn } from '../fixtures/folders.ts'

/** The files of a contributor after `git clone`, without the history; node_modules is a link. */
const names = [
  ...['src', 'tools', 'data', 'docs', 'test', 'bench', '.gitignore', 'biome.json', 'vitest.config.ts'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'wrangler.toml', 'README.md', 'CONTRIBUTING.md'],
  ...['CHANGELOG.md', 'SECURITY.md', 'LICENSE', 'THIRD-PARTY.md', '.ci', '.github'],
]

/** A copy of the repository, so that no command changes a file of the contributor. */
export const copyRepository = (): string => copyParts(names)

/** Runs a command to its end, as a shell would; `said` is what it printed, without colours. */
export function run(command: string, cwd: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, VITEST: undefined, NO_COLOR: '1', ...env },
    maxBuffer: 1 << 26,
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
  return { status, said: `${stdout}${stderr}`.replace(/\u001b\[\d+m/g, '') }
}

/** Fills in the folder that `npm run new` wrote, as an editor would. */
export function fillInFolder(copy: string, id: string): void {
  const path = (name: string): string => join(copy, 'data', id, name)
  const { package: descriptor, observations } = fillIn({
    id,
    package: readFileSync(path('datapackage.json'), 'utf8'),
    observations: readFileSync(path('observations.csv'), 'utf8'),
  })
  writeFileSync(path('datapackage.json'), descriptor)
  writeFileSync(path('observations.csv'), observations)
}
