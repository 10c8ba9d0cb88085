import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { statuses } from '../src/model/indicator.ts'
import { offered } from '../src/site.ts'
import { isDate } from './data/package-schema.ts'
import { toNewFolder } from './data/scaffold.ts'
import { readGrid } from './new/read-grid.ts'
import { recogniseTable, type Table } from './new/recognise-table.ts'
import { root } from './read-data.ts'

/**
 * `npm run new -- my-indicator`: a folder in data/ to be filled in; it asks nothing and overwrites nothing. With `--from
 * table.csv` or `table.xlsx` the series and the figures are those of the table; every cell that cannot be read is named. `--published`
 * and `--status` say what holds for all of its rows.
 */
const usage =
  'npm run new -- my-indicator, or npm run new -- my-indicator --from table.csv --published 2025-03-31 --status final'
const { id, from, published, status: statusText } = readArguments()
const status = statuses.find(name => name === statusText)
const folder = join(root, 'data', id)

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
  stop(`"${id}" is not an id; expected lower-case words joined by "-": ${usage}`)
if (existsSync(folder)) stop(`data/${id} is there already; nothing was written`)
if (published !== undefined && !isDate(published))
  stop(`--published is "${published}"; expected YYYY-MM-DD, or YYYY-MM or YYYY where the source shows no more`)
if (statusText !== undefined && !status) stop(`--status is "${statusText}"; expected one of ${statuses.join(', ')}`)

const table = from === undefined ? undefined : await readTable(from)
const {
  package: head,
  observations,
  readme,
} = toNewFolder(id, new Date().toISOString().slice(0, 10), offered, table, {
  ...(published && { published }),
  ...(status && { status }),
})
mkdirSync(folder)
writeFileSync(join(folder, 'datapackage.json'), head)
writeFileSync(join(folder, 'observations.csv'), observations)
writeFileSync(join(folder, 'README.md'), readme)
if (table) console.log(`${table.series.length} series and ${table.rows.length} figures were read from ${from}`)
console.log(`data/${id} is written: fill it in as its README.md says, then npm run check:data and npm start`)

function readArguments(): { id: string; from?: string; published?: string; status?: string } {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      options: { from: text, published: text, status: text },
      allowPositionals: true,
    })
    return { id: positionals[0] ?? '', ...values }
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}; expected ${usage}`)
  }
}

async function readTable(path: string): Promise<Table> {
  const grid = await readGrid(path).catch((error: unknown) =>
    stop(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}; nothing was written`),
  )
  const { table, faults } = recogniseTable(grid)
  if (faults.length === 0) return table
  return stop(
    [...faults.map(({ cell, sentence }) => `${path}, ${cell}: ${sentence}`), 'nothing was written'].join('\n'),
  )
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
