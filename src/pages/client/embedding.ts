/** The URL of a text, where it is one of HTTP. */
export function toUrl(text: string | null | undefined, base?: string): URL | undefined {
  if (!text || !URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}

/** The origin this script was loaded from; undefined where nothing on the page says so. */
export function findHome(file: string): string | undefined {
  const running = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : undefined
  const loaded = [...document.querySelectorAll('script')].map(({ src }) => src)
  const found = [running, ...loaded].map(src => toUrl(src)).find(url => url?.pathname.endsWith(file))
  return found?.origin
}

type Framed = { frame: HTMLIFrameElement; origin: string; settle: () => void }
const framed: Framed[] = []

/** One listener for all iframes of this page: it believes a height only from the window and the origin it belongs to. */
function listen(): void {
  addEventListener('message', event => {
    const { type, height } = Object(event.data)
    if (type !== 'caravan:height' || !Number.isFinite(height) || height <= 0 || height >= 5000) return
    const known = framed.find(({ frame }) => frame.contentWindow === event.source)
    if (!known || known.origin !== event.origin) return
    known.frame.style.height = `${height}px`
    known.settle()
  })
}

/**
 * An iframe that becomes as high as its card. `settle` is called with its first height, when the content in its place can be removed;
 * until then it takes no room.
 */
export function makeFrame(src: URL, title: string, settle: () => void): HTMLIFrameElement {
  if (framed.length === 0) listen()
  const frame = document.createElement('iframe')
  frame.src = src.href
  frame.title = title
  frame.style.cssText = 'border:0;display:block;width:100%;height:0'
  framed.push({ frame, origin: src.origin, settle })
  return frame
}
