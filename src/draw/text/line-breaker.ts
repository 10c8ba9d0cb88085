/**
 * Replaces the package `linebreak`, by which Satori finds line breaks (wrangler.toml). Our texts reach Satori broken into lines,
 * so it needs only their ends, and the Worker does not bundle the tables of Unicode.
 */
export default class LineBreaker {
  #at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  nextBreak(): { position: number; required: boolean } | null {
    if (this.#at >= this.#text.length) return null
    const end = this.#text.indexOf('\n', this.#at)
    this.#at = end < 0 ? this.#text.length : end + 1
    return { position: this.#at, required: end >= 0 }
  }
}
