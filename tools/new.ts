import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { statuses } from '../src/model/indicator.ts'
import { readArguments, stop, textOption, toMessage, toToday } from './command.ts'
import { isDate } from './data/package-schema.ts'
import { toNewFolder } from './data/scaffold.ts'
import { readGrid } from './new/read-grid.ts'
import { recogniseTable, type Table } from './new/recognise-table.ts'
import { dataFolder } from './repository.ts'

/**
 * `npm run new -- my-indicator`: a folder in data/ to be filled in; it asks nothing and overwrites nothing. With `--from
 * table.csv` or `table.xlsx` the series and the figures are those of the table; every cell that cannot be read is named. `--published`
 * and `--status` apply to all of its rows.
 */
const usage =
  'npm run new -- my-indicator, or npm run new -- my-indicator --from table.csv --published 2025-03-31 --status final'
const { values, positionals } = readArguments(
  { options: { from: textOption, published: textOption, status: textOption }, allowPositionals: true },
  `; expected ${usage}`,
)
const { from, published } = values
const [id = ''] = positionals
const status = statuses.find(name => name === values.status)
const folder = join(dataFolder, id)

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
  stop(`"${id}" is not an id; expected lower-case words joined by "-": ${usage}`)
if (existsSync(folder)) stop(`data/${id} is there already; nothing was written`)
if (published !== undefined && !isDate(published))
  stop(`--published is "${published}"; expected YYYY-MM-DD, or YYYY-MM or YYYY where the source shows no more`)
if (values.status !== undefined && !status)
  stop(`--status is "${values.status}"; expected one of ${statuses.join(', ')}`)

const table = from === undefined ? undefined : await readTable(from)
const files = toNewFolder(id, toToday(), { table, published, status })
mkdirSync(folder)
writeFileSync(join(folder, 'datapackage.json'), files.package)
writeFileSync(join(folder, 'observations.csv'), files.observations)
writeFileSync(join(folder, 'README.md'), files.readme)
if (table) console.log(`${table.series.length} series and ${table.rows.length} figures were read from ${from}`)
console.log(`data/${id} is written: fill it in as its README.md says, then npm run check:data and npm start`)

async function readTable(path: string): Promise<Table> {
  const grid = await readGrid(path).catch((error: unknown) =>
    stop(`${path} cannot be read: ${toMessage(error)}; nothing was written`),
  )
  const { table, faults } = recogniseTable(grid)
  if (faults.length > 0)
    stop([...faults.map(({ cell, sentence }) => `${path}, ${cell}: ${sentence}`), 'nothing was written'].join('\n'))
  return table
}
