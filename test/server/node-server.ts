import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { release } from '../../src/model/catalog.ts'
import { readAddress, stopProcess } from '../fixtures/processes.ts'

export type NodeServer = { base: string; process: ChildProcess; said: () => string; stop: () => Promise<number | null> }

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'caravan-node-'))

/** Throws where `npm run build` has not drawn the cards of this release. */
export function checkBuilt(): void {
  if (!existsSync(`generated/assets/${release}`))
    throw new Error('the cards of today are not drawn; npm run build first')
}

/** Starts the bundled server on a free port, and waits until it says where. Rejects with its output when it ends instead. */
export async function startNode(...options: string[]): Promise<NodeServer> {
  const child = spawn(process.execPath, ['generated/server/index.mjs', '--port', '0', ...options])
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => {
      said += data
    })
  return { base: await readAddress(child), process: child, said: () => said, stop: () => stopProcess(child) }
}
