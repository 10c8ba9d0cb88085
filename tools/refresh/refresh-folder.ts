import { applyEdits, modify } from 'jsonc-parser'
import type { Indicator } from '../../src/model/indicator.ts'
import { type Folder, parseFolder } from '../data/folder.ts'
import { insertRows, type Proposal, proposeRows } from './propose.ts'
import type { Ask } from './service.ts'

/** A folder with the rows that its services propose; `folder` is its text with them. */
export type Refreshed = { folder: Folder; before: Indicator; after: Indicator; proposals: Proposal[] }

/**
 * Asks the services that a folder names under `card.refresh`. Throws a sentence when the folder is broken, names none, when a
 * service fails, or when the rows would break a rule of data/README.md. Nothing is written here. `today` is ISO 8601.
 */
export async function refreshFolder(folder: Folder, today: string, ask: Ask): Promise<Refreshed> {
  const before = parseFolder(folder, { today })
  if (!before.indicator) throw new Error(before.faults.join('\n'))
  if (before.refresh.length === 0)
    throw new Error(`data/${folder.id} names no service under card.refresh; data/README.md says how`)
  const proposals: Proposal[] = []
  for (const query of before.refresh) proposals.push(await proposeRows(before.indicator, query, { today, ask }))
  const withRows = proposals.reduce(insert, folder)
  const after = parseFolder(withRows, { today })
  if (!after.indicator)
    throw new Error([...after.faults, 'the proposal does not fit the folder; nothing was written'].join('\n'))
  return { folder: withRows, before: before.indicator, after: after.indicator, proposals }
}

/** The folder with the rows and their source. The rest of the package stays as it is written, to the space. */
function insert(folder: Folder, { rows, source, series }: Proposal): Folder {
  if (rows.length === 0) return folder
  const { sources }: { sources: { name: string }[] } = JSON.parse(folder.package)
  const edits = sources.some(({ name }) => name === source.name)
    ? []
    : modify(folder.package, ['sources', sources.length], source, {
        formattingOptions: { tabSize: 2, insertSpaces: true, eol: '\n' },
        isArrayInsertion: true,
      })
  return {
    ...folder,
    package: applyEdits(folder.package, edits),
    observations: insertRows(folder.observations, { rows, series }),
  }
}

/** Asks each address once: several series of a folder, and several folders, come from one table. */
export function askOnce(ask: Ask): Ask {
  const answers = new Map<string, Promise<Uint8Array>>()
  return (url, accept) => {
    const key = `${accept} ${url}`
    const answer = answers.get(key) ?? ask(url, accept)
    answers.set(key, answer)
    return answer
  }
}
