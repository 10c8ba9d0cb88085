import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import workerd from 'workerd'
import { readCpuOf, root } from './stage.ts'

/** The upload of a configuration: the files of the bundle, the script first. */
export function bundle(configPath: string, name: string): { folder: string; files: string[] } {
  const folder = join(root, 'generated/bench', name)
  rmSync(folder, { recursive: true, force: true })
  const wrangler = join(root, 'node_modules/.bin/wrangler')
  execFileSync(wrangler, ['deploy', '--dry-run', '--config', configPath, '--outdir', folder], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  })
  const files = readdirSync(folder).filter(file => !file.endsWith('.map') && file !== 'README.md')
  return { folder, files: files.sort((a, b) => Number(b.endsWith('.js')) - Number(a.endsWith('.js'))) }
}

export type Served = {
  url: string
  /** The memory of workerd, in megabytes. */
  weigh: () => number
  /** Its processor time so far, in milliseconds, counted by hundredths of a second. */
  readCpu: () => number
  folder: string
  files: readonly string[]
  close: () => void
}

/**
 * A Worker in a workerd of its own and nothing in between: what wrangler and Miniflare put in front of it on a developer's
 * machine takes longer than most answers. The static assets are a folder, bound as `ASSETS`.
 */
export async function serve(
  configPath: string,
  name: string,
  assets = join(root, 'generated/assets'),
): Promise<Served> {
  const { folder, files } = bundle(configPath, name)
  const port = await findPort()
  writeFileSync(join(folder, 'config.capnp'), toConfig(name, files, port))
  mkdirSync(assets, { recursive: true })
  const child = spawn(workerd.default, ['serve', 'config.capnp', `--directory-path=assets=${assets}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', data => (said = (said + data).slice(-4000)))
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; !(await isUp(url)); tries++) {
    if (tries > 200 || child.exitCode !== null) throw new Error(`workerd did not start: ${said}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    url,
    weigh: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1000,
    readCpu: () => readCpuOf(child.pid ?? 0),
    folder,
    files,
    close: () => void child.kill(),
  }
}

/** Makes a request that reads no data, so that only the start is measured. */
const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/robots.txt`).then(
    async response => (await response.arrayBuffer()).byteLength >= 0,
    () => false,
  )

/** A port that is free now. */
export const findPort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const kinds: Record<string, string> = { js: 'esModule', wasm: 'wasm', css: 'text', txt: 'text' }

/** workerd's own configuration, https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp */
const toConfig = (
  name: string,
  files: readonly string[],
  port: number,
): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [
${files.map(file => `        (name = "${file.endsWith('.js') ? file : `./${file}`}", ${kinds[file.split('.').at(-1) ?? ''] ?? 'data'} = embed "${file}"),`).join('\n')}
      ],
      compatibilityDate = "2026-11-01",
      compatibilityFlags = ["nodejs_compat"],
      bindings = [(name = "ASSETS", service = "assets")],
    )),
    (name = "assets", disk = (writable = false)),
  ],
  sockets = [(name = "${name}", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`
