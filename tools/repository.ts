import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the repository. */
export const root = join(import.meta.dirname, '..')

/** The folders of the indicators that are served. */
export const dataFolder = join(root, 'data')

/** The names of the folders in a folder. */
export const listFolders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))

/** Every file of a folder and of those in it, in the order of their names; a file by itself. */
export function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => listFiles(join(path, name)))
}
