/** A row that was taken away or changed: the folder it stood in, and the row. */
export type LostRow = { id: string; row: string }

/**
 * The rows that a history of diffs took out of `data/{id}/observations.csv` and that stand there no more. `diffs` is what
 * `git log -p` or `git diff` prints; `rows` gives the rows of a folder as they are now, by its id or a former one.
 */
export function findLostRows(diffs: string, rows: (id: string) => ReadonlySet<string>): LostRow[] {
  const lost = new Map<string, LostRow>()
  let id: string | undefined
  for (const line of diffs.split('\n')) {
    if (line.startsWith('--- ')) id = /^--- a\/data\/([^/]+)\/observations\.csv$/.exec(line)?.[1]
    else if (id && line.startsWith('-')) {
      const row = line.slice(1).trimEnd()
      if (row !== '' && !row.startsWith('series,') && !rows(id).has(row)) lost.set(`${id} ${row}`, { id, row })
    }
  }
  return [...lost.values()]
}
