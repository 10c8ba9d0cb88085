import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notices, shared } from '../src/http/prerendered.ts'
import { listFolders, root } from '../tools/repository.ts'
import { readOwnConfig } from './stage.ts'
import { type Served, serve } from './workerd.ts'

/** What becomes of the Worker with a catalogue of another size. */
export type Growth = {
  /** What the catalogue is: `1,800 indicators`. */
  what: string
  /** Seconds of `npm run build:data`. */
  build: number
  /** Kilobytes of the Worker gzipped, and the static assets: files of the data, and cards that the build draws of all there are. */
  bundle: number
  files: number
  drawn: number
  cards: number
  /** Processor milliseconds of a Worker that has answered one constant request, and of one that has drawn its first card. */
  start: number
  card: number
  /** Megabytes of workerd after its first card, and after every kind of answer below was asked for. */
  memory: number
  after: number
  /** Processor milliseconds of an answer at an address that is new to the isolate, by its name. */
  answers: { name: string; cpu: number }[]
}

type Kind = { name: string; toPath: (id: string, i: number) => string; count: number }

/** `?u=` is no parameter, so that each address is new while what it asks for is not; each asks for another indicator. */
const kinds: Kind[] = [
  { name: 'style sheet', toPath: (_, i) => `/site.css?u=${i}`, count: 300 },
  { name: 'figures as JSON', toPath: (id, i) => `/indicators/${id}.json?u=${i}`, count: 300 },
  { name: 'share page', toPath: (id, i) => `/indicators/${id}?u=${i}`, count: 200 },
  {
    name: 'SVG, drawn',
    toPath: (id, i) => `/indicators/${id}.svg?accent=${(i + 4096).toString(16).padStart(6, '0')}`,
    count: 60,
  },
  { name: 'unknown id', toPath: (id, i) => `/indicators/${id.slice(0, -1)}x.json?u=${i}`, count: 100 },
  { name: 'page of the catalogue', toPath: (_, i) => `/indicators.json?from=${1900 + i}`, count: 20 },
  { name: 'front page', toPath: (_, i) => `/?from=${1900 + i}`, count: 20 },
  { name: 'feed', toPath: (_, i) => `/feed.atom?u=${i}`, count: 20 },
  { name: 'site map', toPath: (_, i) => `/sitemap.xml?limit=50&u=${i}`, count: 20 },
]

/** Copies every folder of data/ under further names, builds that, and runs it. */
export async function measureGrowth(times: number): Promise<Growth> {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-growth-'))
  try {
    const build = buildCopy(folder, times)
    const catalog: { id: string }[] = JSON.parse(readFileSync(join(folder, 'generated/catalog.json'), 'utf8'))
    const { release } = JSON.parse(readFileSync(join(folder, 'generated/release.json'), 'utf8'))
    const assets = join(folder, 'generated/assets')
    const files = ['data', 'pages'].reduce((sum, name) => sum + readdirSync(join(assets, release, name)).length, 0)
    const cards = catalog.length * shared.length
    const start = await withServer(folder, async server => {
      await read(server, '/robots.txt')
      return server.readCpu()
    })
    const growth = {
      what: `${catalog.length.toLocaleString('en-US')} indicators`,
      build,
      files,
      cards,
      drawn: Math.min(cards, 20_000 - files - notices.length),
      start,
      ...(await withServer(folder, server => measureAnswers(server, catalog))),
    }
    console.error(JSON.stringify(growth))
    return growth
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Builds a copy of the repository with so many times its data; gives the seconds that it took. */
function buildCopy(folder: string, times: number): number {
  for (const name of ['src', 'tools', 'package.json', 'tsconfig.json', 'data'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  multiply(join(folder, 'data'), times)
  writeFileSync(join(folder, 'wrangler.toml'), readOwnConfig())
  const begin = performance.now()
  execFileSync(process.execPath, ['tools/build-data.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  return (performance.now() - begin) / 1000
}

async function measureAnswers(server: Served, catalog: readonly { id: string }[]) {
  const toId = (i: number): string => catalog[i % catalog.length]?.id ?? ''
  await read(server, `/indicators/${toId(0)}.svg`)
  const [card, memory] = [server.readCpu(), server.weigh()]
  const answers: Growth['answers'] = []
  for (const { name, toPath, count } of kinds) {
    const before = server.readCpu()
    for (let i = 0; i < count; i++) await read(server, toPath(toId(i * 7), i), name === 'unknown id' ? 404 : 200)
    answers.push({ name, cpu: (server.readCpu() - before) / count })
  }
  return { card, memory, after: server.weigh(), answers, bundle: server.weight / 1000 }
}

async function withServer<T>(folder: string, work: (server: Served) => Promise<T>): Promise<T> {
  const server = await serve(join(folder, 'wrangler.toml'), 'growth', join(folder, 'generated/assets'))
  try {
    return await work(server)
  } finally {
    server.close()
  }
}

async function read(server: Served, path: string, status = 200): Promise<void> {
  const response = await fetch(server.url + path)
  await response.arrayBuffer()
  if (response.status !== status) throw new Error(`${path}: ${response.status}`)
}

function multiply(data: string, times: number): void {
  const ids = listFolders(data)
  for (const id of ids) {
    const head = readFileSync(join(data, id, 'datapackage.json'), 'utf8')
    for (let i = 2; i <= times; i++) {
      const name = `${id}-${i}`
      mkdirSync(join(data, name))
      const parsed = JSON.parse(head)
      parsed.name = name
      parsed.card.aliases = []
      parsed.card.short = `copy-${ids.indexOf(id)}-${i}`
      // Figures of its own in each, so that no compression makes the copies cheaper than further indicators would be, but where
      // the finding names figures, which must be those of the table.
      parsed.description = `${parsed.description} ${i}`
      writeFileSync(join(data, name, 'datapackage.json'), JSON.stringify(parsed))
      const rows = readFileSync(join(data, id, 'observations.csv'), 'utf8')
      writeFileSync(
        join(data, name, 'observations.csv'),
        head.includes('"needs"')
          ? rows
          : rows.replace(
              /^([^,\n]+,[^,\n]+,)(-?\d+(?:\.\d+)?)(?=,)/gm,
              (_, key: string, value: string) => `${key}${value}${value.includes('.') ? '' : '.'}${(i * 7919) % 1000}`,
            ),
      )
    }
  }
}
