import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { whenNpmEnds } from '../src/node/stop.ts'

/** `npm start`: the Worker on localhost, with no account, no telemetry and no question asked; arguments are passed on. */
const bin = join(import.meta.dirname, '../node_modules/.bin/wrangler')
const child = spawn(bin, ['dev', '--show-interactive-dev-session=false', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
whenNpmEnds(() => child.kill())
child.on('exit', code => process.exit(code ?? 0))
