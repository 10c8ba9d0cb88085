import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './read-data.ts'

/** `npm run start:node`: bundles the app for Node, as wrangler does for Workers, and serves it; arguments are passed on. */
const file = join(root, 'generated/server/index.mjs')
await build({
  entryPoints: [join(root, 'tools/node-server.ts')],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  jsxImportSource: 'satori/jsx',
  loader: { '.ttf': 'binary', '.woff2': 'binary', '.css': 'text', '.txt': 'text' },
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
const child = spawn(process.execPath, [file, ...process.argv.slice(2)], { stdio: 'inherit', cwd: root })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', code => process.exit(code ?? 0))
