import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { whenNpmEnds } from '../src/node/stop.ts'
import { toPreview } from './preview.ts'
import { dataFolder, listFolders } from './repository.ts'

/**
 * `npm start`: the Worker on localhost, without account, telemetry or questions; arguments are passed on. A second
 * page shows the indicator that was saved last, redrawn at each save, with its faults.
 */
const bin = join(import.meta.dirname, '../node_modules/.bin/wrangler')
const child = spawn(bin, ['dev', '--show-interactive-dev-session=false', ...process.argv.slice(2)], {
  stdio: ['inherit', 'pipe', 'inherit'],
  env: {
    ...process.env,
    WRANGLER_SEND_METRICS: 'false',
    CARAVAN_PREVIEW: '1',
    ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
  },
})
const preview = toPreview()
const previewAddress = preview.listen(8788).then(port => `http://localhost:${port}`)
let origin = ''
let faults: string[] = []

/** The folder of the file that was saved last. */
function findLastSaved(): string {
  const saved = listFolders(dataFolder).map(name => ({ name, time: toTime(join(dataFolder, name)) }))
  return saved.sort((a, b) => b.time - a.time)[0]?.name ?? ''
}

/** When a file of a folder was last written; an editor's temporary file may be gone by now. */
const toTime = (folder: string): number =>
  Math.max(...readdirSync(folder).map(name => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0))

/** Reads the output of wrangler and the build: the address of the Worker, the faults, and when it has reloaded. */
async function listen(line: string): Promise<void> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
  const plain = line.replace(/\u001b\[[\d;]*m/g, '')
  if (plain.includes('[custom build] Running')) faults = []
  const [, fault] = /(?:\[custom build\] )?((?:data|src)\/\S+: .+)/.exec(plain) ?? []
  if (fault) faults.push(fault)
  const [, ready] = /Ready on (http:\/\/[^\s,]+)/.exec(plain) ?? []
  if (ready) {
    origin = ready
    console.log(`Preview, drawn anew when you save: ${await previewAddress}`)
  }
  if (origin !== '' && /Ready on|server updated|nothing was built/.test(plain))
    preview.show({ origin, id: findLastSaved(), faults })
}

createInterface({ input: child.stdout }).on('line', line => {
  console.log(line)
  listen(line).catch((error: unknown) => console.error(String(error)))
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
whenNpmEnds(() => child.kill())
child.on('exit', code => {
  preview.close()
  process.exit(code ?? 0)
})
