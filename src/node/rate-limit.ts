/**
 * Counts by key within windows of `period` milliseconds, and tells whether this time is still within `most`. What an earlier
 * window has counted is forgotten when the next one begins, so that it never holds more than one window's keys.
 */
export function toLimiter(most: number, period: number, now: () => number = Date.now): (key: string) => boolean {
  const counts = new Map<string, number>()
  let end = 0
  return key => {
    if (now() >= end) {
      counts.clear()
      end = now() + period
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= most
  }
}
