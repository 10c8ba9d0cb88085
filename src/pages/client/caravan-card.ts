import { findHome, makeFrame, toUrl } from './embedding.ts'

/** The attributes that are parameters of a card; `id` is the indicator. */
const cardAttributes = ['lang', 'size', 'layout', 'theme', 'from', 'to', 'series', 'asof', 'accent', 'background']

const ownOrigin = findHome('/caravan-card.js')

/**
 * `<caravan-card id="trade-china-russia" lang="ru">`: a card as an iframe that is as high as its card. The content inside, a
 * linked picture, shows until the iframe has sent its height, and stays where it cannot be shown. `origin` names another
 * server than the one this file came from.
 */
class CaravanCard extends HTMLElement {
  static observedAttributes = ['id', 'title', 'origin', ...cardAttributes]

  #shown = ''
  #pending = false

  connectedCallback(): void {
    this.#request()
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#request()
  }

  /** Frameworks set one attribute after the other; the card is asked for once. */
  #request(): void {
    if (this.#pending) return
    this.#pending = true
    queueMicrotask(() => {
      this.#pending = false
      this.#draw()
    })
  }

  /** The address of the iframe; undefined without an indicator or a server. */
  #toAddress(): URL | undefined {
    const server = this.getAttribute('origin') ?? ownOrigin
    const url = this.id && server ? toUrl(`/indicators/${encodeURIComponent(this.id)}/embed`, server) : undefined
    for (const name of cardAttributes) {
      const value = this.getAttribute(name)
      if (url && value) url.searchParams.set(name, value)
    }
    return url
  }

  #draw(): void {
    const url = this.#toAddress()
    if (!url || url.href === this.#shown || !this.isConnected) return
    this.#shown = url.href
    if (!this.style.display) this.style.display = 'block'
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const before = root.childNodes.length > 0 ? [...root.childNodes] : [document.createElement('slot')]
    const frame = makeFrame(url, this.title || this.querySelector('img')?.alt || this.id, () => {
      for (const node of before) node.remove()
    })
    root.replaceChildren(...before, frame)
  }
}

if (!customElements.get('caravan-card')) customElements.define('caravan-card', CaravanCard)
