import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { listFiles, root } from './read-data.ts'

/** The text of every module of `src/`, by its name there. */
export function readSources(): Record<string, string> {
  const folder = join(root, 'src')
  const paths = listFiles(folder).filter(path => /\.tsx?$/.test(path))
  return Object.fromEntries(
    paths.map(path => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  )
}
