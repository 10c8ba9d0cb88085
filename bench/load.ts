import autocannon from 'autocannon'
import { median } from './measure.ts'
import { toConfig, write, writeEdgeConfig } from './stage.ts'
import { type Served, serve } from './workerd.ts'

const path = '/indicators/trade-china-russia.png?size=og'

/**
 * Requests a second of our Worker answering from memory, and of a bare one that gives the same bytes under the same headers:
 * in turn, medians of `rounds`.
 */
export async function compareCached(rounds: number): Promise<{ ours: number; bare: number }> {
  const ours = await serve(writeEdgeConfig(), 'edge')
  await fetch(ours.url + path)
  const answer = await fetch(ours.url + path)
  const hop = ['connection', 'keep-alive', 'transfer-encoding', 'date']
  write(
    'card-headers.json.bin',
    JSON.stringify(Object.fromEntries([...answer.headers].filter(([name]) => !hop.includes(name)))),
  )
  write('card.png', new Uint8Array(await answer.arrayBuffer()))
  const bare = await serve(toConfig('a bare Worker').configPath, 'bare')
  const servers: { server: Served; rates: number[] }[] = [
    { server: ours, rates: [] },
    { server: bare, rates: [] },
  ]
  const fire = async (url: string, duration: number): Promise<number> => {
    const { requests, non2xx, errors } = await autocannon({ url: url + path, connections: 50, duration })
    if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were not 200, ${errors} failed`)
    return requests.total / duration
  }
  for (const { server } of servers) await fire(server.url, 2)
  for (let round = 0; round < rounds; round++) {
    for (const { server, rates } of round % 2 === 0 ? servers : servers.toReversed())
      rates.push(await fire(server.url, 2))
    console.error(`${round + 1} of ${rounds} rounds under load`)
  }
  for (const { server } of servers) server.close()
  const [oursRate = 0, bareRate = 0] = servers.map(({ rates }) => median(rates))
  return { ours: oursRate, bare: bareRate }
}
