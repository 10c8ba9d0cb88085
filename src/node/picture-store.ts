import { randomBytes } from 'node:crypto'
import { lstat, mkdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { logFault } from '../http/log.ts'
import type { Shelf } from '../http/platform.ts'
import {
  claim,
  except,
  HOUR,
  listPictures,
  liveStores,
  MINUTE,
  machine,
  readSealed,
  StoreError,
  toDiskSize,
  toErrorCode,
} from './picture-folder.ts'
import { hash, seal, writeWhole } from './whole-file.ts'

/**
 * Keeps pictures in `folder`, `limit` bytes of them at most, the least recently used removed first. Several processes and releases
 * may share a folder. Only files that a store has made are removed, no link is followed. A failure while it runs (a
 * full, read-only, removed or damaged folder) is a miss, and logged once an hour.
 *
 * Throws `StoreError` when the folder has files in it and was not made by a store, or is no folder.
 */
export async function toPictureStore(folder: string, limit: number): Promise<PictureStore> {
  const store = new PictureStore(folder, limit)
  await claim(folder).catch((error: unknown) => {
    if (error instanceof StoreError) throw error
    store.log(error)
  })
  void store.tidy()
  return store
}

/** Finished pictures in a folder. */
export class PictureStore implements Shelf {
  readonly #folder: string
  readonly #pictures: string
  readonly #limit: number
  /** This store, in the names of the files it is writing. */
  readonly #name = `${process.pid}-${machine}-${randomBytes(4).toString('hex')}`
  readonly #logged = new Map<string, number>()
  #files = 0
  #total = 0
  #written = 0
  #upkeep: Promise<void> | undefined
  #shrunk = Number.NEGATIVE_INFINITY

  constructor(folder: string, limit: number) {
    this.#folder = folder
    this.#pictures = join(folder, 'pictures')
    this.#limit = limit
    liveStores.add(this.#name)
  }

  /** The size of the pictures on the disk, as far as it is known. */
  bytes(): number {
    return this.#total
  }

  async find(key: string): Promise<Response | undefined> {
    try {
      const bytes = await readSealed(this.#toPath(key), this.#limit)
      return bytes && new Response(bytes)
    } catch (error) {
      this.log(error)
      return undefined
    }
  }

  async keep(key: string, picture: Response): Promise<void> {
    const file = seal(new Uint8Array(await picture.arrayBuffer()))
    if (file.byteLength > this.#limit) return
    const path = this.#toPath(key)
    try {
      await this.#write(path, file).catch((error: unknown) => {
        // The folder was removed between two of our steps.
        if (toErrorCode(error) !== 'ENOENT') throw error
        return this.#write(path, file)
      })
    } catch (error) {
      this.log(error)
      if (['ENOSPC', 'EDQUOT'].includes(toErrorCode(error) ?? '')) this.#shrink()
      return
    }
    // Others may write to the same folder, so it is looked through again for each twentieth of the limit.
    if (this.#total > this.#limit || this.#written > this.#limit / 20) void this.tidy()
  }

  /** Removes pictures over the limit, and files that a killed process left half written. One runs at a time. */
  tidy(toMost = (_all: number): number => this.#limit): Promise<void> {
    this.#upkeep ??= this.#prune(toMost)
      .catch(error => this.log(error))
      .finally(() => {
        this.#upkeep = undefined
      })
    return this.#upkeep
  }

  /** Logs a fault, each kind once an hour. */
  log(error: unknown): void {
    const cause = String(error)
    const kind = toErrorCode(error) ?? cause
    const now = performance.now()
    if (now - (this.#logged.get(kind) ?? Number.NEGATIVE_INFINITY) < HOUR) return
    this.#logged.set(kind, now)
    logFault({ part: 'pictures', cause })
  }

  #toPath(key: string): string {
    const name = hash(key)
    return join(this.#pictures, name.slice(0, 2), name)
  }

  async #write(path: string, file: Buffer): Promise<void> {
    // Gone with its folder, which may be somebody else's by now.
    if (!(await lstat(this.#pictures).catch(except('ENOENT')))) await claim(this.#folder)
    for (const part of [this.#pictures, dirname(path)]) {
      await mkdir(part).catch(except('EEXIST'))
      if (!(await lstat(part)).isDirectory()) throw new StoreError(`${part} is not a folder`)
    }
    await writeWhole(path, file, final => `${final}.${this.#name}-${this.#files++}.tmp`)
    this.#total += toDiskSize(file.byteLength)
    this.#written += toDiskSize(file.byteLength)
  }

  async #prune(toMost: (all: number) => number): Promise<void> {
    const before = this.#written
    const stored = await listPictures(this.#pictures)
    const all = stored.reduce((sum, { weight }) => sum + weight, 0)
    const most = toMost(all)
    let left = all
    if (all > most)
      for (const { path, weight } of stored.sort((a, b) => a.used - b.used)) {
        if (left <= most * 0.9) break
        await unlink(path).catch(except('ENOENT'))
        left -= weight
      }
    this.#written -= before
    this.#total = left + this.#written
  }

  /** A disk that others fill: a tenth of the pictures makes room, once a minute at most. */
  #shrink(): void {
    if (performance.now() - this.#shrunk < MINUTE) return
    this.#shrunk = performance.now()
    void this.tidy(all => all * 0.99)
  }
}
