import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { createTestHarness } from 'wrangler'

/**
 * Draws one card again and again inside workerd, each contender in turn, and writes bench/RESULTS.md: medians, minima and
 * ratios. Times are taken from outside; what an empty request costs is taken off.
 */
const rounds = Number(process.env.ROUNDS ?? 30)
const perRequest = 3

const server = createTestHarness({ workers: [{ configPath: join(import.meta.dirname, 'wrangler.toml') }] })
await server.listen()

const ask = async (query: string): Promise<{ ms: number; bytes: number; body: Uint8Array }> => {
  const start = performance.now()
  const response = await server.fetch(`/${query}`)
  const body = new Uint8Array(await response.arrayBuffer())
  if (!response.ok) throw new Error(new TextDecoder().decode(body))
  return { ms: performance.now() - start, bytes: body.byteLength, body }
}

const listing = await ask('')
const names: string[] = JSON.parse(new TextDecoder().decode(listing.body))
const times = new Map(names.map(name => [name, [] as number[]]))
const empty: number[] = []
const bytes = new Map<string, number>()
const query = (name: string, count: number): string => `?name=${encodeURIComponent(name)}&rounds=${count}`

for (const name of names) bytes.set(name, (await ask(query(name, perRequest))).bytes)
for (let round = 0; round < rounds; round++) {
  empty.push((await ask('')).ms)
  for (const name of round % 2 === 0 ? names : names.toReversed())
    times.get(name)?.push((await ask(query(name, perRequest))).ms)
  process.stderr.write(`\r${round + 1} of ${rounds} rounds`)
}
process.stderr.write('\n')
await server.close()

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const overhead = median(empty)
const row = (name: string) => {
  const values = (times.get(name) ?? []).map(ms => Math.max(0, ms - overhead) / perRequest)
  return { name, median: median(values), least: Math.min(...values), bytes: bytes.get(name) ?? 0 }
}
const ratio = (a: string, b: string): string => (row(a).median / row(b).median).toFixed(3)
const versions = { node: process.version, satori: '0.32.0', 'resvg-wasm': '2.6.2' }
const lines = [
  '# Results of the benchmark',
  '',
  `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${rounds} rounds of ${perRequest} drawings, interleaved, in one workerd; ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; ${Object.entries(
    versions,
  )
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.`,
  'The card is `trade-china-russia` at 1200×630. Machines are noisy: read the ratios, not the milliseconds.',
  '',
  '| what | median ms | least ms | bytes |',
  '|---|---|---|---|',
  ...names
    .map(row)
    .map(
      ({ name, median: middle, least, bytes: size }) =>
        `| ${name} | ${middle.toFixed(2)} | ${least.toFixed(2)} | ${size} |`,
    ),
  '',
  '| ratio of medians | measured | goal |',
  '|---|---|---|',
  `| our PNG to plain satori + resvg-wasm | ${ratio('our PNG', 'plain satori + resvg-wasm, PNG')} | 0.25 or less |`,
  `| our SVG to plain satori | ${ratio('our SVG', 'plain satori, SVG')} | 1 or less |`,
  `| our PNG of our SVG to resvg-wasm on the SVG as Satori writes it | ${ratio('our PNG of our SVG', 'resvg-wasm on the SVG as Satori writes it')} | 0.08 or less |`,
  '',
]
writeFileSync(join(import.meta.dirname, 'RESULTS.md'), lines.join('\n'))
console.log(lines.join('\n'))
