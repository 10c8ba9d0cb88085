import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { root } from './repository.ts'

/** How the code that draws is bundled, by wrangler.toml for Workers and by these options elsewhere. */
export const bundling: BuildOptions = {
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'satori/jsx',
  alias: { linebreak: join(root, 'src/draw/text/line-breaker.ts') },
  loader: { '.ttf': 'binary', '.bin': 'binary', '.css': 'text', '.txt': 'text' },
}

/**
 * Bundles the app for Node, as wrangler does for Workers, into generated/server/: the server and the entry of its drawing
 * threads. Tinypool is not bundled, because it starts its threads from its own files.
 */
export async function buildNode(): Promise<string> {
  const folder = join(root, 'generated/server')
  const entries = { index: join(root, 'src/node/server.ts'), 'draw-worker': join(root, 'src/node/draw-worker.ts') }
  await bundleForNode(entries, folder, ['tinypool'])
  return join(folder, 'index.mjs')
}

/** Bundles modules that draw for Node: fonts as bytes, WebAssembly compiled; `external` packages are loaded as they are. */
export async function bundleForNode(entryPoints: Record<string, string>, outdir: string, external: string[]) {
  await build({
    ...bundling,
    entryPoints,
    outdir,
    external,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
    plugins: [
      {
        name: 'wasm-as-module',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.wasm$/ }, ({ path }) => ({
            contents: `export default new WebAssembly.Module(Buffer.from('${readFileSync(path).toString('base64')}', 'base64'))`,
          }))
        },
      },
    ],
  })
}

if (import.meta.main) console.log(await buildNode())
