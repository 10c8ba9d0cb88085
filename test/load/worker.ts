import { createServer } from 'node:net'
import { unstable_startWorker } from 'wrangler'

/** A Worker in a separate workerd, with a reading of its memory. */
export type Loaded = {
  url: string
  /** Memory in use after garbage collection, in megabytes: objects, and their bytes outside the heap. */
  weigh: () => Promise<number>
  close: () => Promise<void>
}

/** Node's WebSocket takes headers too, which the standard's does not. */
const connect = (url: string, options: { headers: Record<string, string> }): WebSocket =>
  Reflect.construct(WebSocket, [url, options])

/** A port that is free now. */
const findPort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts the Worker of a configuration, with its inspector (https://chromedevtools.github.io/devtools-protocol/). */
export async function load(config: string): Promise<Loaded> {
  const worker = await unstable_startWorker({
    config,
    dev: { logLevel: 'none', server: { port: 0 }, inspector: { port: await findPort() }, watch: false },
  })
  await worker.ready
  const [url, address] = [await worker.url, await worker.inspectorUrl]
  if (!url || !address) throw new Error('the Worker has no address')
  // It answers only requests with an Origin header, so that no web page can read it.
  const inspector = connect(`ws://${address.host}/ws`, { headers: { Origin: 'http://localhost' } })
  await new Promise((resolve, reject) => {
    inspector.addEventListener('open', resolve)
    inspector.addEventListener('error', () => reject(new Error('the inspector does not answer')))
  })
  let count = 0
  const call = (method: string): Promise<Record<string, number>> =>
    new Promise((resolve, reject) => {
      const id = ++count
      const listen = ({ data }: MessageEvent): void => {
        const message = JSON.parse(String(data))
        if (message.id !== id) return
        inspector.removeEventListener('message', listen)
        if (message.error) reject(new Error(message.error.message))
        else resolve(message.result)
      }
      inspector.addEventListener('message', listen)
      inspector.send(JSON.stringify({ id, method }))
    })
  return {
    url: url.origin,
    weigh: async () => {
      // workerd never answers HeapProfiler.collectGarbage; a snapshot collects before it is taken.
      await call('HeapProfiler.takeHeapSnapshot')
      const { usedSize = 0, backingStorageSize = 0 } = await call('Runtime.getHeapUsage')
      return (usedSize + backingStorageSize) / 1e6
    },
    close: async () => {
      inspector.close()
      await worker.dispose()
    },
  }
}
