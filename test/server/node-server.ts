import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type NodeServer = { base: string; process: ChildProcess; said: () => string; stop: () => Promise<number | null> }

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'caravan-node-'))

/** Starts the bundled server on a free port, and waits until it says where. Rejects with what it said when it ends instead. */
export async function startNode(...options: string[]): Promise<NodeServer> {
  const child = spawn(process.execPath, ['generated/server/index.mjs', '--port', '0', ...options])
  let said = ''
  const base = await new Promise<string>((resolve, reject) => {
    const listen = (data: Buffer): void => {
      said += data
      const [, address] = /Caravan on (\S+),/.exec(said) ?? []
      if (address) resolve(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => reject(new Error(said)))
  })
  child.removeAllListeners('exit')
  return { base, process: child, said: () => said, stop: () => stopProcess(child) }
}

/** Sends a signal, and gives the exit code once the process has ended. */
export function stopProcess(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise(resolve => {
    child.once('exit', resolve)
    child.kill(signal)
  })
}
