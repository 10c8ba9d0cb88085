import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** The scripts of the pages, each a small file of its own, as text that the Worker serves. */
const entries = ['site', 'frame', 'caravan', 'caravan-card']

/** Bundles src/pages/client/ into `folder`; a file that has not changed is not written. */
export async function buildClient(root: string, folder: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: entries.map(name => join(root, `src/pages/client/${name}.ts`)),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    tsconfig: join(root, 'src/pages/client/tsconfig.json'),
    write: false,
  })
  for (const { path, text } of outputFiles) {
    const file = path.replace(/\.js$/, '.client.txt')
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  }
}
