import { pathToFileURL } from 'node:url'
import { stop } from 'esbuild'
import { buildNode } from './build-node.ts'

/** `npm run start:node`: bundles the app for Node and serves it in this process; arguments are passed on. */
const file = await buildNode()
await stop()
await import(pathToFileURL(file).href)
