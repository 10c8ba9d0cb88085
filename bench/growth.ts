import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './stage.ts'
import { serve } from './workerd.ts'

/** What becomes of the Worker when the catalogue is so many times as large. */
export type Growth = {
  times: number
  indicators: number
  /** Seconds of `npm run build:data`. */
  build: number
  /** Kilobytes gzipped, and the cards that a whole prerendering would draw. */
  bundle: number
  cards: number
  /** Megabytes of workerd after its first card; milliseconds of processor time until then, and of the whole catalogue. */
  memory: number
  start: number
  catalogue: number
}

/** Copies every folder of data/ under further names, builds that, and runs it. */
export async function measureGrowth(times: number): Promise<Growth> {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-growth-'))
  try {
    for (const name of ['src', 'scripts', 'package.json', 'tsconfig.json', 'data'])
      cpSync(join(root, name), join(folder, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    multiply(join(folder, 'data'), times)
    const begin = performance.now()
    execFileSync(process.execPath, ['tools/build-data.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    const build = (performance.now() - begin) / 1000
    const config = join(folder, 'wrangler.toml')
    writeFileSync(
      config,
      readFileSync(join(root, 'wrangler.toml'), 'utf8').replace(/^\[(assets|build|cache)\]\n(?:(?!\[).*\n)*/gm, ''),
    )
    mkdirSync(join(folder, 'generated/assets'), { recursive: true })
    const server = await serve(config, `growth-${times}`)
    try {
      const read = async (path: string): Promise<void> => {
        const response = await fetch(server.url + path)
        if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
        await response.arrayBuffer()
      }
      await read('/indicators/titr-throughput.svg')
      const start = server.readCpu()
      const memory = server.weigh()
      await read('/indicators.json')
      const catalogue = server.readCpu() - start
      const bytes = server.files.reduce(
        (sum, name) => sum + gzipSync(readFileSync(join(server.folder, name))).length,
        0,
      )
      const indicators: unknown[] = JSON.parse(readFileSync(join(folder, 'generated/catalog.json'), 'utf8'))
      return {
        times,
        indicators: indicators.length,
        build,
        bundle: bytes / 1000,
        cards: indicators.length * 20,
        memory,
        start,
        catalogue,
      }
    } finally {
      server.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
      // A figure of its own in each, so that no compression makes the copies cheaper than further indicators would be.
      parsed.description = `${parsed.description} ${i}`
      writeFileSync(join(data, name, 'datapackage.json'), JSON.stringify(parsed))
      const rows = readFileSync(join(data, id, 'observations.csv'), 'utf8')
      writeFileSync(
        join(data, name, 'observations.csv'),
        rows.replace(
          /^([^,\n]+,[^,\n]+,)(-?\d+(?:\.\d+)?)(?=,)/gm,
          (_, key: string, value: string) => `${key}${value}${value.includes('.') ? '' : '.'}${(i * 7919) % 1000}`,
        ),
      )
    }
  }
}
