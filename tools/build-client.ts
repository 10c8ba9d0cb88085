import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { root } from './repository.ts'
import { writeIfChanged } from './write-data.ts'

/** The scripts of the pages, each a small file, as text that the Worker serves. */
const entries = ['site', 'frame', 'caravan', 'caravan-card']

/** The style sheets of the pages, which the build minifies. */
const styles = ['base', 'site', 'frame']

/**
 * Bundles src/pages/client/ and the style of the pages into `folder`; a file that has not changed is not written. `instead` is
 * the fonts that pages show until their own are there.
 */
export async function buildClient(folder: string, instead: string): Promise<void> {
  const pages = join(root, 'src/pages')
  const scripts = await build({
    entryPoints: entries.map(name => join(pages, `client/${name}.ts`)),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    tsconfig: join(pages, 'client/tsconfig.json'),
    write: false,
  })
  const rules = await build({
    entryPoints: styles.map(name => join(pages, `${name}.css`)),
    outdir: folder,
    minifyWhitespace: true,
    write: false,
  })
  for (const { path, text } of [...scripts.outputFiles, ...rules.outputFiles]) {
    const isBase = basename(path) === 'base.css'
    const content = isBase ? `${text.trim()}:root{--instead:${instead}}\n` : text
    writeIfChanged(path.replace(/\.js$/, '.client.txt'), content)
  }
}
