import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTestHarness } from 'wrangler'

export const root = join(import.meta.dirname, '..')
const folder = join(root, 'generated/bench')
mkdirSync(folder, { recursive: true })

/** The packages that contenders draw with, by name. */
export const contenders = {
  caravan: 'caravan',
  'plain satori + resvg-wasm': 'plain',
  '@vercel/og': 'vercel-og',
  'workers-og': 'workers-og',
  '@cf-wasm/og': 'cf-wasm-og',
  '@takumi-rs/wasm': 'takumi',
  'badge-maker': 'badge-maker',
  'ICU alone': 'icu',
  'a bare Worker': 'bare',
} as const
export type Contender = keyof typeof contenders

export const write = (name: string, data: string | Uint8Array): void => writeFileSync(join(folder, name), data)

/** A configuration of wrangler for each contender: the same for all, except for what @vercel/og needs from its bundler. */
export function toConfig(name: Contender): { configPath: string } {
  const file = contenders[name]
  const path = join(root, 'bench/contenders', file)
  // The drawing code becomes a Worker here; on Node it is called directly.
  if (name !== 'a bare Worker')
    write(
      `${file}.entry.ts`,
      `import draws from '${path}.ts'\nimport { toContender } from '${join(root, 'bench/contenders/contender.ts')}'\nexport default toContender(draws)\n`,
    )
  const lines = [
    `name = "${file}"`,
    `main = "${name === 'a bare Worker' ? `${path}.ts` : join(folder, `${file}.entry.ts`)}"`,
    'compatibility_date = "2026-11-01"',
    'compatibility_flags = ["nodejs_compat"]',
    'keep_names = false',
    '[[rules]]\ntype = "Data"\nglobs = ["**/*.ttf", "**/*.png", "**/*.bin"]\nfallthrough = true',
    ...(name === 'caravan' ? [`[alias]\nlinebreak = "${join(root, 'src/draw/text/line-breaker.ts')}"`] : []),
    '[define]\n"import.meta.url" = "\'https://bench.invalid/\'"',
  ]
  write(`${file}.toml`, lines.join('\n'))
  return { configPath: join(folder, `${file}.toml`) }
}

/** The Worker as it ships, except for the assets, which wrangler serves through another Worker on this machine. */
export function writeEdgeConfig(): string {
  const shipped = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  const own = shipped
    .replace(/^\[(assets|build|cache)\]\n(?:(?!\[).*\n)*/gm, '')
    .replace('src/index.ts', join(root, 'src/index.ts'))
    .replace('./src/draw/', join(root, 'src/draw/'))
  write('edge.toml', own)
  return join(folder, 'edge.toml')
}

export type Answer = { ms: number; bytes: Uint8Array }
export type Stage = {
  ask: (query?: string) => Promise<Answer>
  /** The processor time of workerd so far, in milliseconds, as Linux counts it: by hundredths of a second. */
  readCpu: () => number
  close: () => Promise<void>
}

/** Starts a contender in a separate workerd, as it would have a separate isolate when deployed. */
export async function start(name: Contender): Promise<Stage> {
  const harness = createTestHarness({ workers: [toConfig(name)] })
  await harness.listen()
  const worker = harness.getWorker(contenders[name])
  const pid = findWorkerd()
  return {
    ask: async (query = '') => {
      const begin = performance.now()
      const response = await worker.fetch(`http://bench.invalid/${query}`)
      const bytes = new Uint8Array(await response.arrayBuffer())
      const ms = performance.now() - begin
      if (!response.ok) throw new Error(`${name}${query}: ${new TextDecoder().decode(bytes).slice(0, 500)}`)
      return { ms, bytes }
    },
    readCpu: () => readCpuOf(pid),
    close: () => harness.close(),
  }
}

/** The processor time of a process so far, in milliseconds, as Linux counts it: by hundredths of a second (proc(5)). */
export function readCpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** The newest workerd that this process has started. */
export function findWorkerd(): number {
  const rows = execFileSync('ps', ['-axo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n')
  const pids = rows
    .filter(row => row.trim().split(/\s+/)[1] === String(process.pid) && /workerd /.test(row))
    .map(row => Number(row.trim().split(/\s+/)[0]))
  const pid = Math.max(...pids)
  if (!Number.isFinite(pid)) throw new Error('no workerd was started')
  return pid
}
