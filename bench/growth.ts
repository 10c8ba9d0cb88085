import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { notices, shared } from '../src/http/prerendered.ts'
import { root } from './stage.ts'
import { type Served, serve } from './workerd.ts'

/** The Worker measured with a catalogue of another size. */
export type Growth = {
  /** The catalogue: `1,800 indicators`, or one with an indicator of many figures. */
  what: string
  indicators: number
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

/** `?u=` is no parameter, so each address is new but the content is not; each asks for another indicator. */
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
  return measure(data => multiply(data, times))
}

/** Adds an indicator of 12 series of 390 months each, and asks for this one alone. */
export async function measureMonths(): Promise<Growth> {
  return measure(addMonths, 'months')
}

async function measure(grow: (data: string) => void, only?: string): Promise<Growth> {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-growth-'))
  try {
    for (const name of ['src', 'tools', 'package.json', 'tsconfig.json', 'data'])
      cpSync(join(root, name), join(folder, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    grow(join(folder, 'data'))
    const begin = performance.now()
    execFileSync(process.execPath, ['tools/build-data.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    const build = (performance.now() - begin) / 1000
    const config = join(folder, 'wrangler.toml')
    writeFileSync(
      config,
      readFileSync(join(root, 'wrangler.toml'), 'utf8').replace(/^\[(assets|build|cache)\]\n(?:(?!\[).*\n)*/gm, ''),
    )
    const catalog: { id: string }[] = JSON.parse(readFileSync(join(folder, 'generated/catalog.json'), 'utf8'))
    const assets = join(folder, 'generated/assets')
    const ids = only ? [only] : catalog.map(({ id }) => id)
    const first = ids[0] ?? ''
    const start = await withServer(config, assets, async server => {
      await read(server, '/robots.txt')
      return server.readCpu()
    })
    return await withServer(config, assets, async server => {
      await read(server, `/indicators/${first}.svg`)
      const card = server.readCpu()
      const memory = server.weigh()
      const answers: Growth['answers'] = []
      for (const { name, toPath, count } of kinds) {
        const before = server.readCpu()
        for (let i = 0; i < count; i++)
          await read(server, toPath(ids[(i * 7) % ids.length] ?? first, i), name === 'unknown id' ? 404 : 200)
        answers.push({ name, cpu: (server.readCpu() - before) / count })
      }
      const { release } = JSON.parse(readFileSync(join(folder, 'generated/release.json'), 'utf8'))
      const files = ['data', 'pages'].reduce((sum, name) => sum + readdirSync(join(assets, release, name)).length, 0)
      const cards = catalog.length * shared.length
      const growth: Growth = {
        what: only ? '12 × 390 months' : `${catalog.length.toLocaleString('en-US')} indicators`,
        indicators: catalog.length,
        build,
        bundle:
          server.files.reduce((sum, name) => sum + gzipSync(readFileSync(join(server.folder, name))).length, 0) / 1000,
        files,
        cards,
        drawn: Math.min(cards, 20_000 - files - notices.length),
        start,
        card,
        memory,
        after: server.weigh(),
        answers,
      }
      console.error(JSON.stringify(growth))
      return growth
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withServer<T>(config: string, assets: string, work: (server: Served) => Promise<T>): Promise<T> {
  const server = await serve(config, 'growth', assets)
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
  const ids = readdirSync(data, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
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

/** The folder `months`: the words of `northern-route`, 6 lines that 6 others continue, and a figure of each for 390 months. */
function addMonths(data: string): void {
  const parsed = JSON.parse(readFileSync(join(data, 'northern-route/datapackage.json'), 'utf8'))
  const { card } = parsed
  const [before, after] = card.series
  const numbers = Array.from({ length: 12 }, (_, i) => i + 1)
  parsed.name = 'months'
  parsed.sources = parsed.sources.slice(0, 1)
  const series = numbers.map(i => {
    const { continues: _, ...own } = i > 6 ? after : before
    return {
      ...own,
      id: `line-${i}`,
      ...(i > 6 && { continues: `line-${i - 6}` }),
      label: { en: `Line ${i}`, kk: `Line ${i}`, ru: `Line ${i}`, zh: `Line ${i}` },
    }
  })
  parsed.card = {
    ...card,
    aliases: [],
    short: 'months',
    layout: 'trend',
    headline: 'line-1',
    series,
    events: [],
    notes: [],
  }
  const rows = numbers.flatMap(i =>
    Array.from({ length: 390 }, (_, k) => {
      const month = `${(i > 6 ? 1993 : 1960) + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`
      return `line-${i},${month},${10_000 * i + ((k * 7919) % 5000)},final,,2026-01-15,2026-11-25,${parsed.sources[0].name}`
    }),
  )
  mkdirSync(join(data, 'months'))
  writeFileSync(join(data, 'months/datapackage.json'), JSON.stringify(parsed))
  writeFileSync(
    join(data, 'months/observations.csv'),
    `series,period,value,status,flag,published,added,source\n${rows.join('\n')}\n`,
  )
}
