import { offered } from '../src/site.ts'
import { findLostRows } from './data/history.ts'
import { findMissingForms } from './data/unit-forms.ts'
import { findUntranslated } from './data/untranslated.ts'
import { firstId } from './own/first-folder.ts'
import { readData, readFolder } from './read-data.ts'
import { readHistory } from './read-history.ts'
import { root } from './repository.ts'

/**
 * Reports everything that is wrong in data/ at once: broken folders, missing translations, and rows that are in the git history
 * but no longer in the folder, because a revision is a new row and never an edit.
 */
const { indicators, faults } = readData()
const lacking = indicators.flatMap(indicator => findUntranslated(indicator, indicator.id))
const missingForms = indicators.flatMap(indicator => findMissingForms(indicator, offered))
const { held, note } = readHistory(root)
const rowsOf = new Map<string, ReadonlySet<string>>()
// The indicator that npm run own begins with is there to be removed.
const isKept = (id: string): boolean => id !== firstId || indicators.some(entry => entry.id === id)
const kept = held.filter(({ id }) => isKept(id))
const lost = findLostRows(kept, id => {
  const current = indicators.find(entry => entry.aliases.includes(id))?.id ?? id
  const rows = rowsOf.get(current) ?? new Set(readFolder(current).observations.split(/\r?\n/))
  rowsOf.set(current, rows)
  return rows
}).map(
  ({ id, row }) =>
    `data/${id}/observations.csv: the row "${row}" was edited or removed; expected it to stay, and a revision to follow it`,
)
for (const line of [...faults, ...missingForms, ...lost]) console.error(line)
for (const line of lacking) console.error(`${line}; English is shown there`)
if (note) console.error(note)
console.log(
  `${indicators.length} indicators, ${faults.length + missingForms.length} faults, ${lost.length} rows lost, ${lacking.length} translations lacking`,
)
process.exit(faults.length + missingForms.length + lost.length > 0 ? 1 : 0)
