import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { lstat, mkdir, open, readdir, unlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { logFault } from '../http/log.ts'
import type { Shelf } from '../http/picture-cache.ts'
import { hash, seal, unseal, writeWhole } from './whole-file.ts'

/** A folder that is not ours, or no folder: the server does not start. The message is a sentence for the operator. */
export class StoreError extends Error {}

/** Finished pictures in a folder. `bytes` is what they take on the disk, as far as is known. */
export type PictureStore = Shelf & {
  bytes: () => number
  /** Removes what is over the limit, and files that a killed process left half written. One runs at a time. */
  tidy: () => Promise<void>
}

const marker = 'caravan-pictures.txt'
const notice =
  'Pictures drawn by Caravan. The server removes the oldest of them; this folder may be deleted at any time.\n'

/** Where file systems keep what they find again: it says nothing of whose folder it is. */
const neutral = ['lost+found']

const HOUR = 3_600_000
const MINUTE = 60_000

/** This machine, and the stores of this process, in the names of files that are being written. */
const here = hash(hostname()).slice(0, 8)
const writers = new Set<string>()

/** Files take whole blocks of the disk. */
const toWeight = (size: number): number => Math.ceil(size / 4096) * 4096

/**
 * Keeps pictures in `folder`, `limit` bytes of them at most, the longest unused going first. Several processes and releases
 * may share a folder. Only files that a store has made are removed, no link is followed. Whatever fails while it runs (a
 * full, read-only, removed or damaged folder) is a miss, and logged once an hour.
 *
 * Throws `StoreError` when the folder has files in it and was not made by a store, or is no folder.
 */
export async function toPictureStore(folder: string, limit: number): Promise<PictureStore> {
  const pictures = join(folder, 'pictures')
  /** This store, in the names of the files it is writing. */
  const own = `${process.pid}-${here}-${randomBytes(4).toString('hex')}`
  writers.add(own)
  const told = new Map<string, number>()
  let count = 0
  let total = 0
  let written = 0
  let upkeep: Promise<void> | undefined
  let shrunk = Number.NEGATIVE_INFINITY

  const tell = (error: unknown): void => {
    const cause = String(error)
    const kind = isSystemError(error) ? error.code : cause
    const now = performance.now()
    if (now - (told.get(kind) ?? Number.NEGATIVE_INFINITY) < HOUR) return
    told.set(kind, now)
    logFault({ part: 'pictures', cause })
  }
  const toPath = (key: string): { shelf: string; path: string } => {
    const name = hash(key)
    const shelf = join(pictures, name.slice(0, 2))
    return { shelf, path: join(shelf, name) }
  }

  async function write(key: string, file: Buffer): Promise<void> {
    const { shelf, path } = toPath(key)
    // Gone with its folder, which may be somebody else's by now.
    if (!(await lstat(pictures).catch(allow('ENOENT')))) await claim(folder)
    for (const part of [pictures, shelf]) {
      await mkdir(part).catch(allow('EEXIST'))
      if (!(await lstat(part)).isDirectory()) throw new StoreError(`${part} is not a folder`)
    }
    await writeWhole(path, file, final => `${final}.${own}-${count++}.tmp`)
    total += toWeight(file.byteLength)
    written += toWeight(file.byteLength)
  }

  /** Every file of a store in the folder; those that were left half written are removed on the way. */
  async function survey(): Promise<Kept[]> {
    const kept: Kept[] = []
    if ((await lstat(pictures).catch(allow('ENOENT')))?.isSymbolicLink()) return kept
    for (const shelf of await list(pictures)) {
      if (!shelf.isDirectory() || !/^[0-9a-f]{2}$/.test(shelf.name)) continue
      for (const entry of await list(join(pictures, shelf.name))) {
        if (!entry.isFile()) continue
        const path = join(pictures, shelf.name, entry.name)
        const isPicture = /^[0-9a-f]{64}$/.test(entry.name)
        const [, writer] = /^[0-9a-f]{64}\.(\d+-[0-9a-f]{8}-[0-9a-f]{8})-\d+\.tmp$/.exec(entry.name) ?? []
        if (!isPicture && !writer) continue
        const stats = await lstat(path).catch(allow('ENOENT'))
        if (!stats) continue
        if (isPicture) kept.push({ path, weight: toWeight(stats.size), used: stats.mtimeMs })
        else if (writer && isLeft(writer, stats)) await unlink(path).catch(allow('ENOENT'))
      }
    }
    return kept
  }

  async function prune(most: (all: number) => number): Promise<void> {
    const before = written
    const kept = await survey()
    const all = kept.reduce((sum, { weight }) => sum + weight, 0)
    let left = all
    if (all > most(all))
      for (const { path, weight } of kept.sort((a, b) => a.used - b.used)) {
        if (left <= most(all) * 0.9) break
        await unlink(path).catch(allow('ENOENT'))
        left -= weight
      }
    written -= before
    total = left + written
  }

  const tidy = (most: (all: number) => number = () => limit): Promise<void> => {
    upkeep ??= prune(most)
      .catch(tell)
      .finally(() => {
        upkeep = undefined
      })
    return upkeep
  }

  /** A disk that others fill: a tenth of the pictures makes room, once a minute at most. */
  function shrink(): void {
    if (performance.now() - shrunk < MINUTE) return
    shrunk = performance.now()
    void tidy(all => all * 0.99)
  }

  try {
    await claim(folder)
  } catch (error) {
    if (error instanceof StoreError) throw error
    tell(error)
  }
  void tidy()

  return {
    bytes: () => total,
    tidy: () => tidy(),
    find: async key => {
      try {
        const bytes = await read(toPath(key).path, limit)
        return bytes && new Response(bytes)
      } catch (error) {
        tell(error)
        return undefined
      }
    },
    keep: async (key, picture) => {
      const file = seal(new Uint8Array(await picture.arrayBuffer()))
      if (file.byteLength > limit) return
      try {
        await write(key, file).catch(error => {
          // Removed between two steps of ours.
          if (!isSystemError(error) || error.code !== 'ENOENT') throw error
          return write(key, file)
        })
      } catch (error) {
        tell(error)
        if (isSystemError(error) && ['ENOSPC', 'EDQUOT'].includes(error.code)) shrink()
        return
      }
      // Others may write to the same folder, so it is looked through again for each twentieth of the limit.
      if (total > limit || written > limit / 20) void tidy()
    },
  }
}

type Kept = { path: string; weight: number; used: number }

/** Makes a folder that is not there or empty ours. Throws `StoreError` for one that is neither ours nor empty. */
async function claim(folder: string): Promise<void> {
  await makeFolder(folder).catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOTDIR') throw notFolder(folder)
    throw error
  })
  const names = await readdir(folder).catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOTDIR') throw notFolder(folder)
    throw error
  })
  if (names.includes(marker)) return
  if (names.some(name => !neutral.includes(name)))
    throw new StoreError(
      `${folder} has files in it that Caravan did not make; --cache must name an empty folder, or one that Caravan has made`,
    )
  await writeFile(join(folder, marker), notice, { flag: 'wx' }).catch(allow('EEXIST'))
}

const notFolder = (folder: string): StoreError =>
  new StoreError(`${folder} is not a folder; --cache must name an empty folder, or one that Caravan has made`)

/** Makes a folder and those above it. Node's own way does not end where a file system refuses folders, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  const make = () => mkdir(folder).catch(allow('EEXIST'))
  await make().catch(async (error: unknown) => {
    if (!isSystemError(error) || error.code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await make()
  })
}

/**
 * A picture as it was sealed, undefined when it is not there. Throws when the file is damaged, larger than `most`, or cannot be
 * read. A pipe in its place is not waited for.
 */
async function read(path: string, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const file = await open(path, flags).catch(allow('ENOENT'))
  if (!file) return undefined
  try {
    const stats = await file.stat()
    const bytes = stats.isFile() && stats.size <= most ? unseal(await file.readFile()) : undefined
    if (!bytes) throw new Error('a kept picture was cut or changed; it is drawn again')
    // The time of the last use decides what goes first.
    if (Date.now() - stats.mtimeMs > HOUR) await utimes(path, new Date(), new Date()).catch(() => {})
    return bytes
  } finally {
    await file.close()
  }
}

/** Whether whoever was writing a file is gone: a minute is more than any writing takes. */
function isLeft(writer: string, { mtimeMs }: Stats): boolean {
  if (writers.has(writer)) return false
  const [pid = '', host] = writer.split('-')
  const isHere = host === here
  return Date.now() - mtimeMs > MINUTE || (isHere && (Number(pid) === process.pid || !isRunning(Number(pid))))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM'
  }
}

const list = async (folder: string) => (await readdir(folder, { withFileTypes: true }).catch(allow('ENOENT'))) ?? []

type SystemError = Error & { code: string }
const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** Takes one error for an answer of undefined; any other is thrown on. */
const allow =
  (code: string) =>
  (error: unknown): undefined => {
    if (!isSystemError(error) || error.code !== code) throw error
  }
