import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFolder } from './data/folder.ts'
import { readFolder, root } from './read-data.ts'
import { insertRows, proposeRows } from './refresh/propose.ts'
import { askByHttp } from './refresh/service.ts'

/**
 * `npm run refresh -- my-indicator`: asks the services that the folder names under `card.refresh` for newer figures
 * and prints them as a diff; `--write` adds them. Whatever fails, the folder stays as it was.
 */
const [id = '', ...flags] = process.argv.slice(2)
const isWriting = flags.includes('--write')
const today = new Date().toISOString().slice(0, 10)

const folder = readFolder(id)
const parsedFolder = parseFolder(folder, { today })
if (!parsedFolder.indicator) stop(parsedFolder.faults.join('\n'))
const { indicator, refresh } = parsedFolder
if (refresh.length === 0) stop(`data/${id} names no service under card.refresh; data/README.md says how`)

let { package: head, observations } = folder
let count = 0
for (const query of refresh) {
  const proposal = await proposeRows(indicator, query, today, askByHttp).catch((error: unknown) =>
    stop(`${error instanceof Error ? error.message : String(error)}\nnothing was written`),
  )
  for (const { before, line } of proposal.rows)
    console.log(`+ ${line}${before === undefined ? '' : `   (revises ${before})`}`)
  for (const sentence of proposal.withheld) console.log(`! ${sentence}`)
  if (proposal.rows.length === 0) continue
  count += proposal.rows.length
  observations = insertRows(observations, proposal)
  const parsed: { sources: { name: string }[] } = JSON.parse(head)
  if (!parsed.sources.some(({ name }) => name === proposal.source.name)) parsed.sources.push(proposal.source)
  head = `${JSON.stringify(parsed, null, 2)}\n`
}
const check = parseFolder({ id, package: head, observations }, { today })
if (check.faults.length > 0)
  stop(`${check.faults.join('\n')}\nthe proposal does not fit the folder; nothing was written`)
if (isWriting && count > 0) {
  writeFileSync(join(root, 'data', id, 'observations.csv'), observations)
  writeFileSync(join(root, 'data', id, 'datapackage.json'), head)
}
console.log(
  count === 0
    ? 'nothing new'
    : isWriting
      ? `${count} rows written`
      : `${count} rows proposed; add --write to write them`,
)

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
