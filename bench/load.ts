import { spawn } from 'node:child_process'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { buildNode, bundleForNode } from '../tools/build-node.ts'
import { median } from './measure.ts'
import { readCpuOf, root, toConfig, write, writeEdgeConfig } from './stage.ts'
import { findPort, type Served, serve } from './workerd.ts'

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

/**
 * Processor microseconds of a cached answer on Node, ours with its log and that of a bare server of Hono with the same bytes and
 * headers: in turn, medians of `rounds`. `compareCached` must run first, because this reads its files.
 */
export async function compareOnNode(rounds: number): Promise<{ ours: number; bare: number }> {
  const folder = join(root, 'generated/bench')
  await bundleForNode({ 'bare-node': join(root, 'bench/contenders/bare-node.ts') }, folder, [])
  const [ourPort, barePort] = [await findPort(), await findPort()]
  const servers = [
    run(ourPort, [await buildNode(), '--port', String(ourPort), '--cache', join(folder, 'pictures')]),
    run(barePort, [
      join(folder, 'bare-node.mjs'),
      ...[String(barePort), join(folder, 'card.png'), join(folder, 'card-headers.json.bin')],
    ]),
  ]
  for (const { url } of servers) while (!(await isUp(url))) await new Promise(resolve => setTimeout(resolve, 50))
  for (let round = -1; round < rounds; round++) {
    for (const { url, pid, costs } of round % 2 === 0 ? servers : servers.toReversed()) {
      const before = readCpuOf(pid)
      const { requests } = await autocannon({ url: url + path, connections: 50, duration: 2 })
      // The first round warms up.
      if (round >= 0) costs.push(((readCpuOf(pid) - before) * 1000) / requests.total)
    }
  }
  for (const { close } of servers) close()
  const [ours = 0, bare = 0] = servers.map(({ costs }) => median(costs))
  return { ours, bare }
}

function run(port: number, args: readonly string[]) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' })
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, costs: [] as number[], close: () => void child.kill() }
}

const isUp = (url: string): Promise<boolean> =>
  fetch(url + path).then(
    async response => (await response.arrayBuffer()).byteLength > 0 && response.ok,
    () => false,
  )
