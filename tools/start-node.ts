import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stop } from 'esbuild'
import { whenNpmEnds } from '../src/node/stop.ts'
import { buildNode } from './build-node.ts'
import { root } from './repository.ts'

/**
 * `npm run start:node`: builds the data, bundles the app for Node and serves it in this process; arguments are passed on. A
 * server in a separate process would outlive this one.
 */
const endWatch = whenNpmEnds(() => process.exit(0))
const { status } = spawnSync(process.execPath, [join(root, 'tools/build-data.ts')], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
const file = await buildNode()
await stop()
await import(pathToFileURL(file).href)
// From here on the server itself watches npm, and answers open requests before it stops.
endWatch()
