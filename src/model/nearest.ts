/** The entry of `names` at the smallest edit distance from `name`, if that is small enough for a typing mistake. */
export function findNearest(name: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(Math.min(name.length, 12) / 2))
  const ranked = names.map(other => ({ other, distance: editDistance(name.slice(0, 60), other) }))
  const [best] = ranked.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance)
  return best?.other
}

/** Levenshtein's distance, by the usual two-row table. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
