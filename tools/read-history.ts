import { execFileSync } from 'node:child_process'
import { type HeldRow, parseAddedRows } from './data/history.ts'

/** The rows that the history holds since its beginning; `note` says which part of it is missing. */
export type History = { held: HeldRow[]; note?: string }

const baselineFile = 'data/baseline.json'
const tables = ['--', 'data/*/observations.csv']
const diffOptions = ['--no-color', '--no-ext-diff', '--no-renames', '--relative', '--text', '--unified=0']
const prefixes = ['--src-prefix=a/', '--dst-prefix=b/']

/**
 * Every row that a commit has held since the one that last changed `data/baseline.json`. A change of that file which is not
 * committed yet begins a new history. Outside a repository, and before the first commit of a shallow clone, there is
 * none to see.
 */
export function readHistory(root: string): History {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'core.quotePath=off', ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  try {
    git('rev-parse', '--verify', 'HEAD')
  } catch {
    return { held: [], note: 'no git history here: edited or removed rows cannot be seen' }
  }
  if (git('status', '--porcelain', '--', baselineFile) !== '')
    return {
      held: [],
      note: `${baselineFile} is changed and not committed: the history of the rows begins anew with it`,
    }
  const start = git('log', '-1', '--format=%H', '--', baselineFile).trim()
  if (start === '') return { held: [], note: `no commit holds ${baselineFile}: edited or removed rows cannot be seen` }
  const nothing = git('hash-object', '-t', 'tree', '/dev/null').trim()
  // A merge is compared with each of its parents, so that the rows of a merged branch count too.
  const diffs = [
    git('diff', ...diffOptions, ...prefixes, nothing, start, ...tables),
    git(
      'log',
      '--patch',
      '-m',
      '--format=',
      '--full-history',
      '--ancestry-path',
      ...diffOptions,
      ...prefixes,
      `${start}..HEAD`,
      ...tables,
    ),
  ]
  const isCut = git('rev-parse', '--is-shallow-repository').trim() === 'true'
  const isFirst = isCut && git('rev-list', '--max-parents=0', 'HEAD').split('\n').includes(start)
  return {
    held: parseAddedRows(diffs.join('\n')),
    ...(isFirst && { note: `a shallow clone: rows lost before ${start.slice(0, 12)} cannot be seen` }),
  }
}
