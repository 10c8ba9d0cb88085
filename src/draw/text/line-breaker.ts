/**
 * In place of the package `linebreak`, which Satori asks where a line may break (wrangler.toml). The words of a card come to
 * Satori in lines already, so that it only needs to know where they end; the tables of Unicode stay out of the Worker.
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
