import { createServer, type Server, type ServerResponse } from 'node:http'
import { offered } from '../src/site.ts'

/** The content of the preview: where the cards are served, which indicator was saved last, and its faults. */
export type Seen = { origin: string; id: string; faults: readonly string[] }

/** Where a journalist looks first: a link preview in each language, then a dark square, the number by itself and the badge. */
const shown = [
  ...offered.map(lang => ({ query: `size=og&lang=${lang}`, width: 600 })),
  { query: 'size=square&theme=dark', width: 400 },
  { query: 'size=wide&layout=stat', width: 500 },
  { query: 'layout=badge', width: 300 },
]

const style = `body{font:16px/1.4 system-ui;margin:1.5rem;background:#e4e2dc;color:#222}main{display:flex;flex-wrap:wrap;align-items:flex-start;gap:1rem}
img{max-width:100%;background:#fff}pre{white-space:pre-wrap;background:#fff;padding:1rem;max-height:14rem;overflow:auto}`

/** Redraws when the server says so; the old picture stays until the new one is there. */
const script = `let count = 0
const show = ({ origin, id, faults }) => {
  document.querySelector('h1').textContent = id
  document.querySelector('a').href = origin + '/indicators/' + id
  document.querySelector('pre').textContent = faults.join('\\n')
  document.querySelector('pre').hidden = faults.length === 0
  count += 1
  for (const image of document.images) {
    const next = new Image()
    next.src = origin + '/indicators/' + id + '.svg?' + image.dataset.query + '&seen=' + count
    next.onload = () => { image.src = next.src }
  }
}
new EventSource('/changes').onmessage = event => show(JSON.parse(event.data))`

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title><style>${style}</style>
<h1></h1><p>Drawn anew each time you save. <a>The page of this indicator</a></p><pre hidden></pre>
<main>${shown.map(({ query, width }) => `<img data-query="${query}" width="${width}" alt="${query}">`).join('')}</main>
<script>${script}</script></html>`

export type Preview = { listen: (port: number) => Promise<number>; show: (seen: Seen) => void; close: () => void }

/** A page for an editor of data/: the cards of the indicator that was saved last, redrawn at each `show`. Only this machine can open it. */
export function toPreview(): Preview {
  const readers = new Set<ServerResponse>()
  let last = ''
  const server: Server = createServer((request, response) => {
    if (request.url !== '/changes') {
      response.writeHead(request.url === '/' ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' })
      response.end(request.url === '/' ? page : '')
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    if (last) response.write(last)
    readers.add(response)
    request.on('close', () => readers.delete(response))
  })
  const listenAt = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : port)
      })
    })
  return {
    // If the port is in use, any other will do.
    listen: port => listenAt(port).catch(() => listenAt(0)),
    show: seen => {
      last = `data: ${JSON.stringify(seen)}\n\n`
      for (const reader of readers) reader.write(last)
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
