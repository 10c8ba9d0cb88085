import { findHome, makeFrame, toUrl } from './embedding.ts'

/**
 * The script of the embed code: each `[data-caravan]`, and each script of the older code that loads this file, becomes an
 * iframe as high as its card. The content inside shows until the iframe has sent its height, and stays where it cannot.
 * Scripts of others, with `data-src` and without `src` as consent managers write them, are left alone.
 */
const home = findHome('/caravan.js')

function embed(holder: HTMLElement, address: string | undefined): void {
  const src = toUrl(address, location.href)
  if (!src || src.origin !== home || holder.dataset.drawn !== undefined) return
  holder.dataset.drawn = ''
  const isScript = holder instanceof HTMLScriptElement
  const children = [...holder.children]
  const frame = makeFrame(src, holder.dataset.title ?? '', () => {
    for (const child of children) child.remove()
  })
  if (isScript) holder.after(frame)
  else holder.append(frame)
}

for (const holder of document.querySelectorAll<HTMLElement>('[data-caravan]')) embed(holder, holder.dataset.caravan)
for (const script of document.querySelectorAll<HTMLScriptElement>('script[src][data-src]'))
  if (toUrl(script.src)?.pathname === '/caravan.js') embed(script, script.dataset.src)
