import { execFileSync } from 'node:child_process'
import { findLostRows } from './data/history.ts'
import { findUntranslated } from './data/untranslated.ts'
import { readData, readFolder, root } from './read-data.ts'

/**
 * Says everything that is wrong in data/ at once: broken folders, words not translated yet, and rows that the history of
 * the repository holds but the folder no longer does, for a revision is a new row and never an edit.
 */
const { indicators, faults } = readData()
const lacking = indicators.flatMap(indicator => findUntranslated(indicator, indicator.id))
const lost = findLostRows(readDiffs(), id =>
  rowsOf(indicators.find(entry => entry.aliases.includes(id))?.id ?? id),
).map(
  ({ id, row }) =>
    `data/${id}/observations.csv: the row "${row}" was edited or removed; expected it to stay, and a revision to follow it`,
)
for (const line of [...faults, ...lost]) console.error(line)
for (const line of lacking) console.error(`${line}; English is shown there`)
console.log(
  `${indicators.length} indicators, ${faults.length} faults, ${lost.length} rows lost, ${lacking.length} translations lacking`,
)
process.exit(faults.length + lost.length > 0 ? 1 : 0)

function rowsOf(id: string): ReadonlySet<string> {
  return new Set(readFolder(id).observations.split(/\r?\n/))
}

/** What the commits took out, and what the working tree takes out beside them. Outside a repository there is no history. */
function readDiffs(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })
  const where = ['--', 'data/*/observations.csv']
  try {
    git('rev-parse', '--verify', 'HEAD')
  } catch {
    console.error('no git history here: edited or removed rows cannot be seen')
    return ''
  }
  return (
    git('log', '-p', '-m', '--first-parent', '--no-renames', '--format=', ...where) +
    git('diff', '--no-renames', 'HEAD', ...where)
  )
}
