import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { byName, type Part, read, readNotice, readPart } from './part.ts'
import { root } from './read-data.ts'

/** What packages carry without a source map that says so: found by reading them. */
const unmapped: Record<string, readonly { name: string; version?: string }[]> = {
  'parse-css-color': [
    { name: 'color-name', version: '^1.1.4' },
    { name: 'hex-rgb', version: '^4.1.0' },
  ],
  satori: [{ name: 'parse-css-dimension' }],
}

/** What is carried and never installed here; the notices of these, from their own packages, are in tools/notices/. */
const foreign: Record<string, { license: string; homepage: string }> = {
  cssesc: { license: 'MIT', homepage: 'https://mths.be/cssesc' },
  'parse-css-dimension': { license: 'MIT', homepage: 'https://github.com/jedmao/parse-css-dimension' },
  'postcss-selector-parser': { license: 'MIT', homepage: 'https://github.com/postcss/postcss-selector-parser' },
  tailwindcss: { license: 'MIT', homepage: 'https://tailwindcss.com' },
  twrnc: { license: 'MIT', homepage: 'https://github.com/jaredh159/tailwind-react-native-classnames' },
}

/** Parts inside a package's own files: those that the source maps beside them name, and those found by reading. */
export function findCarried(folder: string, paths: readonly string[]): Part[] {
  const name = folder.replace(/^.*node_modules\//, '')
  const mapped = paths
    .filter(path => existsSync(join(root, `${path}.map`)))
    .flatMap((path): string[] => JSON.parse(read(`${path}.map`)).sources)
    .flatMap(source => {
      // pnpm's folders: node_modules/.pnpm/yoga-layout@3.2.1_patch_hash=…/node_modules/yoga-layout/
      const [, version, inner] =
        source.match(/\.pnpm\/[^/]+?@(\d[^/_]*)[^/]*\/node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? []
      return version && inner ? [{ name: inner, version }] : []
    })
  const carried = new Map([...mapped, ...(unmapped[name] ?? [])].map(part => [part.name, part]))
  return [...carried.values()].map(toCarried).sort(byName)
}

function toCarried(part: { name: string; version?: string }): Part {
  const known = foreign[part.name]
  if (!known) {
    const { version: _installed, ...installed } = readPart(`node_modules/${part.name}`)
    return { ...installed, ...part }
  }
  const { license: licence, homepage: home } = known
  return { ...part, kind: 'library', licence, home, notice: readNotice(part.name), uses: [], parts: [] }
}
