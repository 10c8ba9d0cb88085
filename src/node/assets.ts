import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { logFault } from '../http/log.ts'
import { hash } from './whole-file.ts'

/** The files that the build has drawn: the SHA-256 of each by its path under `generated/assets`. */
export type Manifest = Record<string, string>

/**
 * The prerendered pictures of a build. A file that the manifest does not name is not there; one that is not as it was drawn
 * is logged, once, and passed over, so that the picture is drawn again. Throws when the manifest is no JSON.
 */
export function toAssets(generated: string): (path: string) => Promise<Response | undefined> {
  const file = join(generated, 'assets.json')
  const manifest: Manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const damaged = new Set<string>()
  return async path => {
    const digest = Object.hasOwn(manifest, path) && manifest[path]
    if (!digest || damaged.has(path)) return undefined
    const bytes = await readFile(join(generated, 'assets', path)).catch(() => undefined)
    if (bytes && hash(bytes) === digest) return new Response(new Uint8Array(bytes))
    damaged.add(path)
    logFault({ part: 'assets', cause: `${path} is not as it was drawn; run npm run build` })
    return undefined
  }
}

/** The files of the data, as the build wrote them: each was written beside, renamed and read again. */
export const toData =
  (generated: string) =>
  async (path: string): Promise<Response | undefined> => {
    const bytes = await readFile(join(generated, 'assets', path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    return bytes && new Response(new Uint8Array(bytes))
  }
