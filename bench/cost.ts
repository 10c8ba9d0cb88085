import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, writeEdgeConfig } from './stage.ts'
import { type Served, serve } from './workerd.ts'

/** The cost of an answer of one kind: processor milliseconds of workerd, HTTP included, and bytes of its body. */
export type Cost = { what: string; cpu: number; bytes: number }

const ids: string[] = JSON.parse(readFileSync(join(root, 'generated/catalog.json'), 'utf8')).map(
  (indicator: { id: string }) => indicator.id,
)
const at = (i: number): string => ids[i % ids.length] ?? ''
const colour = (i: number): string => (i * 4099 + 17).toString(16).padStart(6, '0').slice(-6)

type Kind = { what: string; toPath: (i: number) => string; headers?: Record<string, string>; count: number }

/** `?u=` is no parameter, so that each address is new to the memory of the isolate but its content is not. */
const kinds: Kind[] = [
  { what: 'og PNG, known to the isolate', toPath: i => `/indicators/${at(i)}.png`, count: 2000 },
  { what: 'og PNG, prerendered, at a new address', toPath: i => `/indicators/${at(i)}.png?u=${i}`, count: 600 },
  { what: 'SVG, prerendered, at a new address', toPath: i => `/indicators/${at(i)}.svg?u=${i}`, count: 600 },
  { what: '304', toPath: i => `/indicators/${at(i)}.png`, headers: { 'If-None-Match': '*' }, count: 2000 },
  { what: 'SVG, drawn (repainted)', toPath: i => `/indicators/${at(i)}.svg?accent=${colour(i)}`, count: 300 },
  {
    what: 'og PNG, drawn',
    toPath: i => `/indicators/${at(i)}.png?accent=${colour(i)}&from=${2000 + (i % 20)}`,
    count: 300,
  },
  { what: 'figures as JSON, at a new address', toPath: i => `/indicators/${at(i)}.json?u=${i}`, count: 600 },
  { what: 'share page', toPath: i => `/indicators/${at(i)}?u=${i}`, count: 300 },
  { what: 'embed page', toPath: i => `/indicators/${at(i)}/embed?u=${i}`, count: 300 },
  { what: 'gallery', toPath: i => `/?u=${i}`, count: 100 },
]

/** Measures the cost of each kind of answer, on the Worker as it ships, requested directly. */
export async function measureCosts(): Promise<Cost[]> {
  const server = await serve(writeEdgeConfig(), 'edge')
  const costs: Cost[] = []
  for (const kind of kinds) {
    await ask(server, kind, 40)
    const before = server.readCpu()
    const bytes = await ask(server, kind, kind.count)
    costs.push({ what: kind.what, cpu: (server.readCpu() - before) / kind.count, bytes })
    console.error(`cost of ${kind.what}: ${costs.at(-1)?.cpu.toFixed(2)} ms`)
  }
  server.close()
  return costs
}

/** Asks `count` times, one after the other, and gives the mean size of a body; warming up asks for other addresses. */
async function ask(server: Served, { what, toPath, headers = {} }: Kind, count: number): Promise<number> {
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const response = await fetch(server.url + toPath(count === 40 ? 9000 + i : i), { headers })
    bytes += (await response.arrayBuffer()).byteLength
    if (![200, 304].includes(response.status)) throw new Error(`${what}: ${response.status}`)
  }
  return bytes / count
}
