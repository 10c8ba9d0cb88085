import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** The scripts of the pages, each a small file of its own, as text that the Worker serves. */
const entries = ['site', 'frame', 'caravan', 'caravan-card']

/** The rules of the pages, without what a browser does not read. */
const styles = ['base', 'site', 'frame']

/**
 * Bundles src/pages/client/ and the style of the pages into `folder`; a file that has not changed is not written. `instead` is
 * the fonts that pages show until their own are there.
 */
export async function buildClient(root: string, folder: string, instead: string): Promise<void> {
  const scripts = await build({
    entryPoints: entries.map(name => join(root, `src/pages/client/${name}.ts`)),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    tsconfig: join(root, 'src/pages/client/tsconfig.json'),
    write: false,
  })
  const rules = await build({
    entryPoints: styles.map(name => join(root, `src/pages/${name}.css`)),
    outdir: folder,
    minifyWhitespace: true,
    write: false,
  })
  for (const { path, text: bundled } of [...scripts.outputFiles, ...rules.outputFiles]) {
    const file = path.replace(/\.js$/, '.client.txt')
    const text = basename(path) === 'base.css' ? `${bundled.trim()}:root{--instead:${instead}}\n` : bundled
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  }
}
