import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** How long a stopped server still accepts requests that were sent before: turns of the event loop, of so many milliseconds each. */
const settling = { turns: 5, each: 50 }

/**
 * Stops a server at SIGTERM or SIGINT: after a moment it takes no further connection, open requests have `grace` seconds, then
 * `end` runs and the process exits with 0. A second signal exits at once.
 */
export function stopOnSignals(server: Server, grace: number, end: () => Promise<unknown>): void {
  let open = 0
  let state: 'serving' | 'settling' | 'closing' = 'serving'
  const exit = (): void => {
    // Nobody waits for an idle connection: one that has sent nothing, or is kept for a further request.
    server.closeAllConnections()
    // The process does not wait for whatever `end` still waits for.
    setTimeout(() => process.exit(0), 1000)
    void end().finally(() => process.exit(0))
  }
  const exitIfDone = (): void => {
    if (state === 'closing' && open === 0) exit()
  }
  server.on('request', (_request, response) => {
    open += 1
    if (state !== 'serving') response.setHeader('Connection', 'close')
    response.once('close', () => {
      open -= 1
      exitIfDone()
    })
  })
  const stop = async (): Promise<void> => {
    state = 'settling'
    setTimeout(exit, grace * 1000)
    for (let turn = 0; turn < settling.turns; turn++) await wait(settling.each)
    state = 'closing'
    server.close()
    exitIfDone()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (state !== 'serving') process.exit(0)
      void stop()
    })
  whenNpmEnds(() => {
    if (state === 'serving') void stop()
  })
}

/**
 * npm passes a signal to its shell, and the shell to nobody: a process of npm calls `stop` when that shell is gone. Returns a
 * function that ends the watch.
 */
export function whenNpmEnds(stop: () => void): () => void {
  if (!process.env.npm_lifecycle_event) return () => {}
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 500).unref()
  return () => clearInterval(watch)
}
