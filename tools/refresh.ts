import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { offered } from '../src/site.ts'
import { readArguments, stop, toMessage, toToday } from './command.ts'
import { readFolder } from './read-data.ts'
import { toShownRow } from './refresh/propose.ts'
import { askOnce, type Refreshed, refreshFolder } from './refresh/refresh-folder.ts'
import { askByHttp } from './refresh/service.ts'
import { dataFolder, listFolders, root } from './repository.ts'

/**
 * `npm run refresh -- my-indicator`: asks the services that the folder names under `card.refresh` for newer figures and prints
 * the rows as a diff; `--all` asks for every folder that names one, and a failure of one does not stop the others. `--write`
 * adds the rows; a folder whose services fail stays as it was. `--report folder` draws the cards before and after and writes
 * `body.md` for the person who decides, when there are rows; `--pictures` is the address of the pictures in the report.
 */
const refreshUsage = 'npm run refresh -- my-indicator, or --all, with --write, --report folder, --pictures address'
const { values, positionals } = readArguments(
  {
    options: {
      all: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      report: { type: 'string' },
      pictures: { type: 'string', default: 'pictures' },
    },
    allowPositionals: true,
  },
  `; expected ${refreshUsage}`,
)
if (values.all !== (positionals.length === 0)) stop(`one indicator, or --all; expected ${refreshUsage}`)
const ask = askOnce(askByHttp)
const refreshed: Refreshed[] = []
const failures: string[] = []

for (const id of values.all ? listAsked() : positionals) {
  try {
    refreshed.push(await refreshFolder(readFolder(id), toToday(), ask))
  } catch (error) {
    failures.push(`${id}: ${toMessage(error)}`)
  }
}
for (const { proposals } of refreshed) {
  for (const { rows, withheld } of proposals) {
    for (const row of rows) console.log(toShownRow(row))
    for (const sentence of withheld) console.log(`! ${sentence}`)
  }
}
const changed = refreshed.filter(({ proposals }) => proposals.some(({ rows }) => rows.length > 0))
if (values.report !== undefined && changed.length > 0)
  await report(resolve(values.report)).catch((error: unknown) => stop(`${error}\nnothing was written`))
if (values.write) {
  for (const { folder } of changed) {
    writeFileSync(join(dataFolder, folder.id, 'observations.csv'), folder.observations)
    writeFileSync(join(dataFolder, folder.id, 'datapackage.json'), folder.package)
  }
}
const count = changed.flatMap(({ proposals }) => proposals.flatMap(({ rows }) => rows)).length
const told = `${count} ${count === 1 ? 'row' : 'rows'}`
if (count > 0)
  console.log(
    values.write ? `${told} written` : `${told} proposed; add --write to write ${count === 1 ? 'it' : 'them'}`,
  )
else if (failures.length === 0) console.log('nothing new')
if (failures.length > 0) stop([...failures, 'nothing was written of these'].join('\n'))

/** The folders that name a service. */
function listAsked(): string[] {
  return listFolders(dataFolder).filter(id => /"refresh"\s*:/.test(readFolder(id).package))
}

async function report(folder: string): Promise<void> {
  if (!existsSync(join(root, 'generated/release.json')))
    stop('npm run build:data comes before --report: it makes the fonts of the cards; nothing was written')
  const [{ toReport }, { drawCards }] = await Promise.all([
    import('./refresh/report.ts'),
    import('./refresh/draw-cards.ts'),
  ])
  for (const when of ['before', 'after'] as const)
    await drawCards(
      changed.map(one => ({ name: `${one.before.id}-${when}.png`, indicator: one[when] })),
      join(folder, 'pictures'),
    )
  writeFileSync(join(folder, 'body.md'), toReport({ refreshed, failures }, offered, values.pictures))
}
