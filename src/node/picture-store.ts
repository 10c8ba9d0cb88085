import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Shelf } from '../src/http/picture-cache.ts'

/** How many pictures stay on the disk, about a gigabyte of them; the oldest tenth goes when there are more. */
const most = 20_000

/**
 * Finished pictures in a folder, one file for each key. A file is written beside and then renamed, so that a reader never
 * sees half of one. What another release has left behind is removed first.
 */
export async function toDiskShelf(folder: string, release: string, limit = most): Promise<Shelf> {
  const own = join(folder, release)
  await mkdir(own, { recursive: true })
  for (const name of await readdir(folder)) if (name !== release) await rm(join(folder, name), { recursive: true })
  let count = (await readdir(own)).length
  const toPath = (key: string): string =>
    join(own, createHash('sha256').update(key).digest('hex') + extname(new URL(key).pathname))
  return {
    find: async key => {
      const bytes = await readFile(toPath(key)).catch(error => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      return bytes && new Response(bytes)
    },
    keep: async (key, picture) => {
      const path = toPath(key)
      const beside = `${path}.${process.pid}.${count}`
      await writeFile(beside, new Uint8Array(await picture.arrayBuffer()))
      await rename(beside, path)
      count += 1
      if (count > limit) count = await prune(own, limit)
    },
  }
}

/** Removes the oldest until nine tenths of the limit are left, and tells how many that is. */
async function prune(folder: string, limit: number): Promise<number> {
  const names = await readdir(folder)
  const aged = await Promise.all(
    names.map(async name => ({ name, age: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  )
  const gone = aged.sort((a, b) => a.age - b.age).slice(0, Math.max(0, names.length - Math.floor(limit * 0.9)))
  for (const { name } of gone) await rm(join(folder, name), { force: true })
  return names.length - gone.length
}
