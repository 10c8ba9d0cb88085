/**
 * Counts what each key spends: up to `most` at once, and `most` for each further `period` (milliseconds). It is the generic
 * cell rate algorithm (ITU-T I.371): one number a key, the time at which the key has all of its rate again, so that there is
 * no edge of a window at which twice the rate passes. A key that has all of its rate is forgotten. A refusal
 * spends nothing. `now` is in milliseconds, of a clock that is never set back. The returned function spends a cost for a key, and says
 * whether it was within the rate.
 */
export function toRateLimit(most: number, period: number, now = (): number => performance.now()) {
  const each = period / most
  const whole = new Map<string, number>()
  let sweep = now() + period
  return (key: string, cost: number): boolean => {
    const time = now()
    if (time >= sweep) {
      for (const [other, at] of whole) if (at <= time) whole.delete(other)
      sweep = time + period
    }
    const at = Math.max(time, whole.get(key) ?? time) + cost * each
    // Sums of a rate's parts are a little more than the whole at times.
    if (at - time > period + each / 1000) return false
    whole.set(key, at)
    return true
  }
}
