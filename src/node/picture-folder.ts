import { constants, type Stats } from 'node:fs'
import { lstat, mkdir, open, readdir, unlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { hash, unseal } from './whole-file.ts'

/** A folder that is not ours, or no folder: the server does not start. The message is a sentence for the operator. */
export class StoreError extends Error {}

/** A picture in the folder: its size on the disk, and when it was last used, in milliseconds since 1970. */
type StoredFile = { path: string; weight: number; used: number }

const marker = 'caravan-pictures.txt'
const markerText =
  'Pictures drawn by Caravan. The server removes the oldest of them; this folder may be deleted at any time.\n'

/** A folder that file systems make themselves; it does not count as content. */
const neutral = ['lost+found']

export const HOUR = 3_600_000
export const MINUTE = 60_000

/** This machine, and the stores of this process, in the names of files that are being written. */
export const machine = hash(hostname()).slice(0, 8)
export const liveStores = new Set<string>()

/** Files take whole blocks of the disk. */
export const toDiskSize = (size: number): number => Math.ceil(size / 4096) * 4096

/** Makes a folder that is not there or empty ours. Throws `StoreError` for one that is neither ours nor empty. */
export async function claim(folder: string): Promise<void> {
  let names: string[]
  try {
    await makeFolder(folder)
    names = await readdir(folder)
  } catch (error) {
    if (toErrorCode(error) !== 'ENOTDIR') throw error
    throw new StoreError(`${folder} is not a folder; --cache must name an empty folder, or one that Caravan has made`)
  }
  if (names.includes(marker)) return
  if (names.some(name => !neutral.includes(name)))
    throw new StoreError(
      `${folder} has files in it that Caravan did not make; --cache must name an empty folder, or one that Caravan has made`,
    )
  await writeFile(join(folder, marker), markerText, { flag: 'wx' }).catch(except('EEXIST'))
}

/** Makes a folder and those above it. Node's own way does not end where a file system refuses folders, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  const make = () => mkdir(folder).catch(except('EEXIST'))
  await make().catch(async (error: unknown) => {
    if (toErrorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await make()
  })
}

/**
 * A picture as it was sealed, undefined when it is not there. Throws when the file is damaged, larger than `most`, or cannot be
 * read. A pipe in its place is not waited for.
 */
export async function readSealed(path: string, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const file = await open(path, flags).catch(except('ENOENT'))
  if (!file) return undefined
  try {
    const stats = await file.stat()
    const bytes = stats.isFile() && stats.size <= most ? unseal(await file.readFile()) : undefined
    if (!bytes) throw new Error('a kept picture was cut or changed; it is drawn again')
    // The time of the last use decides which file is removed first.
    if (Date.now() - stats.mtimeMs > HOUR) await utimes(path, new Date(), new Date()).catch(() => {})
    return bytes
  } finally {
    await file.close()
  }
}

/** Every picture of a store in the folder; files that a killed process left half written are removed on the way. */
export async function listPictures(pictures: string): Promise<StoredFile[]> {
  const found: StoredFile[] = []
  if ((await lstat(pictures).catch(except('ENOENT')))?.isSymbolicLink()) return found
  for (const shelf of await listFolder(pictures)) {
    if (!shelf.isDirectory() || !/^[0-9a-f]{2}$/.test(shelf.name)) continue
    for (const entry of await listFolder(join(pictures, shelf.name))) {
      if (!entry.isFile()) continue
      const path = join(pictures, shelf.name, entry.name)
      const isPicture = /^[0-9a-f]{64}$/.test(entry.name)
      const [, writer] = /^[0-9a-f]{64}\.(\d+-[0-9a-f]{8}-[0-9a-f]{8})-\d+\.tmp$/.exec(entry.name) ?? []
      if (!isPicture && !writer) continue
      const stats = await lstat(path).catch(except('ENOENT'))
      if (!stats) continue
      if (isPicture) found.push({ path, weight: toDiskSize(stats.size), used: stats.mtimeMs })
      else if (writer && isLeft(writer, stats)) await unlink(path).catch(except('ENOENT'))
    }
  }
  return found
}

const listFolder = async (folder: string) =>
  (await readdir(folder, { withFileTypes: true }).catch(except('ENOENT'))) ?? []

/** Whether the process that was writing a file is gone: a minute is more than any writing takes. */
function isLeft(writer: string, { mtimeMs }: Stats): boolean {
  if (liveStores.has(writer)) return false
  const [pid = '', host] = writer.split('-')
  const isHere = host === machine
  return Date.now() - mtimeMs > MINUTE || (isHere && (Number(pid) === process.pid || !isRunning(Number(pid))))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return toErrorCode(error) === 'EPERM'
  }
}

/** The code of an error of the system, such as ENOENT; undefined for any other. */
export const toErrorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Undefined in place of one error; throws any other. */
export const except =
  (code: string) =>
  (error: unknown): undefined => {
    if (toErrorCode(error) !== code) throw error
  }
