import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundling } from './build-node.ts'
import { root } from './repository.ts'

/** The code that makes pictures and figures: from a request to its picture, and the formats of the figures. */
const line = `
  export * from './http/picture.ts'
  export * from './card/requested-card.ts'
  export { documentWriters } from './formats/documents.ts'
  export { toCatalogPackage, toIndicatorPackage } from './formats/datapackage.ts'
  export { toBadgeJson } from './formats/badge-json.ts'
`

/** The whole Worker. */
const worker = `export * from './index.ts'`

/**
 * Two hashes of the data and of bundled and minified code, with the fonts and packages that it holds, so that a comment or a loader
 * changes neither and another version of a package changes both. `release` covers everything that can change a picture or a figure;
 * `build` covers the whole Worker, its pages included.
 */
export const toRelease = async (catalog: string): Promise<{ release: string; build: string }> => ({
  release: await hashBundle(line, catalog),
  build: await hashBundle(worker, catalog),
})

async function hashBundle(exports: string, catalog: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: exports, resolveDir: join(root, 'src') },
    ...bundling,
    minify: true,
    write: false,
    logLevel: 'silent',
    conditions: ['workerd', 'worker', 'browser'],
    loader: { ...bundling.loader, '.wasm': 'binary' },
    external: ['node:*', 'cloudflare:*'],
    plugins: [
      {
        name: 'what is being worked out holds nothing of itself',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /release\.json$/ }, () => ({ path: 'release', namespace: 'none' }))
          onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: '{"release":"","build":""}', loader: 'json' }))
        },
      },
    ],
  })
  const digest = createHash('sha256').update(catalog)
  for (const { contents } of outputFiles) digest.update(contents)
  return digest.digest('hex').slice(0, 12)
}
