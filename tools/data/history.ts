/** A row that was once in the table of a folder. */
export type HeldRow = { id: string; row: string }

/** The rows that diffs, as `git log -p` and `git diff` print them, put into `data/{id}/observations.csv`. */
export function parseAddedRows(diffs: string): HeldRow[] {
  const held: HeldRow[] = []
  let id: string | undefined
  for (const line of diffs.split('\n')) {
    if (line.startsWith('+++ ')) id = /^\+\+\+ b\/data\/([^/]+)\/observations\.csv$/.exec(line.trimEnd())?.[1]
    else if (id && line.startsWith('+')) held.push({ id, row: line.slice(1).trimEnd() })
  }
  return held.filter(({ row }) => row !== '' && !row.startsWith('series,'))
}

/** Rows that are no longer in their folder, each once; `rows` gives the present rows of a folder, by its id or a former one. */
export function findLostRows(held: readonly HeldRow[], rows: (id: string) => ReadonlySet<string>): HeldRow[] {
  const lost = held.filter(({ id, row }) => !rows(id).has(row))
  return [...new Map(lost.map(entry => [`${entry.id} ${entry.row}`, entry])).values()]
}
