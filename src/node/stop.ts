import type { Server } from 'node:http'

/**
 * Stops a server at SIGTERM or SIGINT: it takes no further connection, open requests have `grace` seconds, then `end` runs and
 * the process exits with 0. A second signal exits at once. npm passes a signal to its shell, and the shell to nobody: started
 * by npm, the server stops when that shell is gone.
 */
export function stopOnSignals(server: Server, grace: number, end: () => Promise<unknown>): void {
  let open = 0
  let isStopping = false
  const exit = (): void => {
    // Whatever `end` waits for, the process does not.
    setTimeout(() => process.exit(0), 1000)
    void end().finally(() => process.exit(0))
  }
  const closeIfDone = (): void => {
    if (!isStopping || open > 0) return
    // A connection that has sent nothing, or is kept for a further request, is waited for by nobody.
    server.closeAllConnections()
    exit()
  }
  server.on('request', (_request, response) => {
    open += 1
    if (isStopping) response.setHeader('Connection', 'close')
    response.once('close', () => {
      open -= 1
      closeIfDone()
    })
  })
  const stop = (): void => {
    isStopping = true
    server.close()
    setTimeout(() => {
      server.closeAllConnections()
      exit()
    }, grace * 1000)
    closeIfDone()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isStopping) process.exit(0)
      stop()
    })
  const parent = process.ppid
  if (process.env.npm_lifecycle_event)
    setInterval(() => {
      if (process.ppid !== parent && !isStopping) stop()
    }, 500).unref()
}
