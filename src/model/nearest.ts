/** The entry of `names` at the smallest edit distance from `name`, if that is small enough for a typing mistake. */
export function findNearest(name: string, names: readonly string[]): string | undefined {
  const text = name.slice(0, 60)
  let most = Math.max(1, Math.floor(Math.min(name.length, 12) / 2))
  let nearest: string | undefined
  for (const other of names) {
    // The first of equals is taken, so a later one must be nearer.
    const distance = editDistance(text, other, nearest === undefined ? most : most - 1)
    if (distance === undefined) continue
    nearest = other
    most = distance
  }
  return nearest
}

/** Levenshtein's distance, by the usual two-row table; undefined once it is sure to be more than `most`. */
function editDistance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const distance = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      next.push(distance)
      if (distance < least) least = distance
    }
    if (least > most) return undefined
    row = next
  }
  const distance = row[b.length] ?? 0
  return distance > most ? undefined : distance
}
