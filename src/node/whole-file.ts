import { createHash, randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'

const magic = 'caravan 1 '

/** Bytes with their length and SHA-256 in a line before them, so that a file that was cut or changed is recognised. */
export const seal = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${magic}${bytes.byteLength} ${hash(bytes)}\n`), bytes])

/** The bytes of a sealed file; undefined when they are not those that were sealed. */
export function unseal(file: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const end = file.indexOf(0x0a)
  const [, length, digest] =
    /^caravan 1 (\d+) ([0-9a-f]{64})$/.exec(Buffer.from(file.subarray(0, end)).toString()) ?? []
  const bytes = new Uint8Array(file.subarray(end + 1))
  return end > 0 && bytes.byteLength === Number(length) && hash(bytes) === digest ? bytes : undefined
}

export const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Writes a file beside and renames it, so that a reader finds the old file or the new one, each whole. The file beside is
 * removed when writing fails; `toBeside` names it.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  toBeside = (final: string): string => `${final}.${randomUUID()}.tmp`,
): Promise<void> {
  const beside = toBeside(path)
  try {
    await writeFile(beside, bytes, { flag: 'wx' })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    throw error
  }
}
