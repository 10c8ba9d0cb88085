import { findAll, findFirst } from './dom.ts'
import { serveReadings } from './read.ts'

/**
 * The script of the iframe: reading a year, and posting the height it needs to the page around it in the forms that
 * such pages understand: our own, Datawrapper's, AMP's, Embedly's (Ghost, Medium), iframe-resizer's and WordPress's.
 */
serveReadings()

let resizer = ''

/** The secret of WordPress. Its script may write it into the address after this page has loaded, which does not load it again. */
const readSecret = (): string | null => new URLSearchParams(location.hash.slice(2)).get('secret')

/** The height that the card and its bar need at the present width, in pixels, whatever the present height. */
function measure(): number {
  const img = findFirst<HTMLImageElement>('img')
  const bar = findFirst('.scrub')
  if (!img) return findFirst('main')?.offsetHeight ?? 0
  const [width, height] = img.naturalWidth > 0 ? [img.naturalWidth, img.naturalHeight] : [img.width, img.height]
  if (!bar) return Math.ceil(Math.min(height, (innerWidth * height) / width))
  return Math.round((innerWidth * height) / width) + bar.offsetHeight
}

function send(kind: 'init' | 'size' = 'size'): void {
  const height = measure()
  const secret = readSecret()
  const post = (message: unknown): void => parent.postMessage(message, '*')
  post({ type: 'caravan:height', height })
  post({ 'datawrapper-height': { [location.pathname.split('/')[2] ?? 'card']: height } })
  post({ sentinel: 'amp', type: 'embed-size', height })
  post(JSON.stringify({ src: location.href, context: 'iframe.resize', height }))
  if (secret) post({ message: 'height', value: height, secret })
  if (resizer) post(`[iFrameSizer]${resizer}:${height}:${innerWidth}:${kind}`)
}

if (parent !== self) {
  addEventListener('message', ({ data }) => {
    // iframe-resizer begins with "[iFrameSizer]id:…"; its later messages, such as "[iFrameSizer]resize", name no id.
    if (typeof data === 'string' && data.startsWith('[iFrameSizer]')) {
      const isFirst = resizer === ''
      resizer ||= data.slice('[iFrameSizer]'.length).split(':')[0] ?? ''
      send(isFirst ? 'init' : 'size')
    }
    if (data?.message === 'ready' && data.secret === readSecret()) send()
  })
  new ResizeObserver(() => send()).observe(document.documentElement)
  findFirst('img')?.addEventListener('load', () => send())
  for (const type of ['load', 'hashchange']) addEventListener(type, () => send())
  // WordPress sandboxes the frame, so that a link has to be followed by the page around it.
  for (const link of findAll<HTMLAnchorElement>('a'))
    link.addEventListener('click', event => {
      const secret = readSecret()
      if (!secret) return
      event.preventDefault()
      parent.postMessage({ message: 'link', value: link.href, secret }, '*')
    })
}
