export const MB = 1_000_000

/**
 * A least-recently-used cache in the memory of an isolate, of at most the weight `most`. A Map keeps its keys in the order
 * they were set, so setting an entry again makes it the newest. An entry heavier than the whole is not kept.
 */
export class Memory<T> {
  readonly #entries = new Map<string, { value: T; weight: number }>()
  readonly #most: number
  #weight = 0

  constructor(most: number) {
    this.#most = most
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: T, weight = 1): void {
    this.#delete(key)
    if (weight > this.#most) return
    this.#entries.set(key, { value, weight })
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#most) return
      this.#delete(oldest)
    }
  }

  #delete(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0
    this.#entries.delete(key)
  }
}
