import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type PictureStore, toPictureStore } from '../../src/node/picture-store.ts'
import { seal, unseal } from '../../src/node/whole-file.ts'

const MB = 1_000_000
let parent = ''
let log: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'caravan-store-'))
  log = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(parent, { recursive: true, force: true })
})

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name))
const pictures = (folder: string): string[] => files(folder).filter(path => /\/[0-9a-f]{64}$/.test(path))
const keep = (store: PictureStore, key: string, text = `picture ${key}`) => store.keep(key, new Response(text))
const find = async (store: PictureStore, key: string) => (await store.find(key))?.text()
const causes = (): string[] => log.mock.calls.map(([line]: unknown[]) => JSON.parse(String(line)).cause)

test('a picture that is kept is found again, also by a store that is opened later', async () => {
  const folder = join(parent, 'new/folder')
  const store = await toPictureStore(folder, MB)
  await keep(store, '/drawn/r1/a.svg')
  expect(await find(store, '/drawn/r1/a.svg')).toBe('picture /drawn/r1/a.svg')
  expect(await find(await toPictureStore(folder, MB), '/drawn/r1/a.svg')).toBe('picture /drawn/r1/a.svg')
  expect(await find(store, '/drawn/r1/b.svg')).toBeUndefined()
  expect(causes()).toEqual([])
})

describe('a store deletes nothing that it did not make', () => {
  test('a folder with files of others is refused, and left as it is', async () => {
    const folder = join(parent, 'v')
    for (const path of ['photos/a', '.git/config', 'notes.md']) {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), 'mine')
    }
    const before = files(folder)
    await expect(toPictureStore(folder, MB)).rejects.toThrow(
      /has files in it that Caravan did not make; --cache must name/,
    )
    expect(files(folder)).toEqual(before)
  })
  test('a file in the place of the folder is refused', async () => {
    writeFileSync(join(parent, 'file'), 'mine')
    await expect(toPictureStore(join(parent, 'file'), MB)).rejects.toThrow('is not a folder; --cache must name')
    await expect(toPictureStore(join(parent, 'file/below'), MB)).rejects.toThrow('is not a folder; --cache must name')
  })
  test('an empty volume of a disk is taken', async () => {
    mkdirSync(join(parent, 'disk/lost+found'), { recursive: true })
    await expect(toPictureStore(join(parent, 'disk'), MB)).resolves.toBeDefined()
  })
  test('files of others that came into the folder later stay, and no link is followed', async () => {
    const folder = join(parent, 'own')
    const store = await toPictureStore(folder, 8192)
    await keep(store, 'first')
    mkdirSync(join(parent, 'elsewhere'))
    writeFileSync(join(parent, 'elsewhere', 'f'.repeat(64)), 'mine')
    const shelf = join(folder, 'pictures', 'ff')
    rmSync(shelf, { recursive: true, force: true })
    symlinkSync(join(parent, 'elsewhere'), shelf)
    const others = ['pictures/notes.md', 'pictures/aa/photo.jpg', 'pictures/aa/x.tmp', 'holiday.jpg']
    mkdirSync(join(folder, 'pictures/aa'), { recursive: true })
    for (const path of others) writeFileSync(join(folder, path), 'x'.repeat(20_000))
    for (const path of others) utimesSync(join(folder, path), 0, 0)
    for (let i = 0; i < 40; i++) await keep(store, `key ${i}`)
    await store.tidy()
    for (const path of others) expect([path, existsSync(join(folder, path))]).toEqual([path, true])
    expect(readdirSync(join(parent, 'elsewhere'))).toEqual(['f'.repeat(64)])
  })
  test('a link in the place of its pictures is not followed, also where it leads to files named as they are', async () => {
    const folder = join(parent, 'own')
    const store = await toPictureStore(folder, 8192)
    for (let i = 0; i < 3; i++) await keep(store, `key ${i}`)
    await store.tidy()
    renameSync(join(folder, 'pictures'), join(parent, 'elsewhere'))
    for (const name of ['a', 'b', 'c'])
      writeFileSync(join(parent, 'elsewhere', readdirSync(join(parent, 'elsewhere'))[0] ?? '', name.repeat(64)), 'mine')
    symlinkSync(join(parent, 'elsewhere'), join(folder, 'pictures'))
    const before = files(join(parent, 'elsewhere'))
    for (let i = 0; i < 10; i++) await keep(store, `further ${i}`)
    await store.tidy()
    expect(files(join(parent, 'elsewhere'))).toEqual(before)
  })
})

describe('the limit', () => {
  test('is in bytes of the disk, and the longest unused goes first', async () => {
    const folder = join(parent, 'own')
    const store = await toPictureStore(folder, 40 * 4096)
    for (let i = 0; i < 40; i++) {
      await keep(store, `key ${i}`)
      await store.tidy()
    }
    for (const [i, path] of pictures(folder).entries()) utimesSync(path, i, i)
    const oldest = pictures(folder).slice(0, 4)
    await keep(store, 'one more')
    await store.tidy()
    expect(pictures(folder).length).toBe(36)
    expect(oldest.filter(path => existsSync(path))).toEqual([])
    expect(store.bytes()).toBe(36 * 4096)
    expect(await find(store, 'one more')).toBe('picture one more')
  })
  test('holds for what other processes and releases have kept in the same folder', async () => {
    const folder = join(parent, 'own')
    const [one, other] = [await toPictureStore(folder, 100 * 4096), await toPictureStore(folder, 100 * 4096)]
    for (let i = 0; i < 200; i++) await Promise.all([keep(one, `/drawn/r1/${i}`), keep(other, `/drawn/r2/${i}`)])
    // One that runs already may have begun before the last was kept.
    for (let i = 0; i < 2; i++) await Promise.all([one.tidy(), other.tidy()])
    expect(pictures(folder).length).toBeLessThanOrEqual(100)
    expect(causes()).toEqual([])
  })
  test('one upkeep runs at a time, and pictures are kept and found beside it', async () => {
    const folder = join(parent, 'own')
    const store = await toPictureStore(folder, MB)
    await store.tidy()
    const runs = Array.from({ length: 50 }, () => store.tidy())
    expect(new Set(runs).size).toBe(1)
    await keep(store, 'meanwhile')
    expect(await find(store, 'meanwhile')).toBe('picture meanwhile')
    await runs[0]
  })
  test('20,000 pictures are scanned in the background, in little memory', async () => {
    const folder = join(parent, 'own')
    await keep(await toPictureStore(folder, 200 * MB), 'first')
    for (let shelf = 0; shelf < 256; shelf++) {
      const path = join(folder, 'pictures', shelf.toString(16).padStart(2, '0'))
      mkdirSync(path, { recursive: true })
      for (let i = 0; i < 80; i++) writeFileSync(join(path, `${i}`.padStart(64, '0')), '')
    }
    const store = await toPictureStore(folder, 40 * MB)
    const before = process.memoryUsage().heapUsed
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await Promise.all(Array.from({ length: 60 }, (_, i) => keep(store, `key ${i}`)))
    await store.tidy()
    clearInterval(timer)
    expect(longest).toBeLessThan(2000)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * MB)
  })
})

describe('a damaged file is a miss, and is drawn again', () => {
  test.each<[string, (path: string) => void]>([
    ['cut', path => truncateSync(path, statSync(path).size - 5)],
    ['empty', path => truncateSync(path, 0)],
    ['changed', path => writeFileSync(path, readFileSync(path, 'utf8').replace('picture', 'PICTURE'))],
    ['of another program', path => writeFileSync(path, '<svg></svg>')],
    [
      'a folder',
      path => {
        rmSync(path)
        mkdirSync(path)
      },
    ],
    [
      'a link',
      path => {
        cpSync(path, `${parent}/copy`)
        rmSync(path)
        symlinkSync(`${parent}/copy`, path)
      },
    ],
    [
      'a pipe',
      path => {
        rmSync(path)
        execFileSync('mkfifo', [path])
      },
    ],
    ['without end', path => truncateSync(path, 2 ** 40)],
  ])('%s', async (name, damage) => {
    const store = await toPictureStore(join(parent, 'own'), MB)
    await keep(store, 'key')
    const [path = ''] = pictures(parent)
    damage(path)
    expect(await find(store, 'key')).toBeUndefined()
    expect(await find(store, 'key')).toBeUndefined()
    expect(causes()).toHaveLength(1)
    if (name === 'a folder') return
    await keep(store, 'key')
    expect(await find(store, 'key')).toBe('picture key')
  })
  test('sealed bytes are those that were sealed, or none', () => {
    const bytes = new TextEncoder().encode('one\ntwo')
    const file = seal(bytes)
    expect(unseal(file)).toEqual(bytes)
    for (let end = 0; end < file.length; end++) expect(unseal(file.subarray(0, end))).toBeUndefined()
    expect(unseal(Buffer.concat([file, Buffer.from('x')]))).toBeUndefined()
  })
})

describe('a cache failure is a miss, logged once', () => {
  test('a folder that is removed while the store runs is made again', async () => {
    const folder = join(parent, 'own')
    const store = await toPictureStore(folder, MB)
    await keep(store, 'one')
    rmSync(folder, { recursive: true })
    expect(await find(store, 'one')).toBeUndefined()
    await keep(store, 'two')
    expect(await find(store, 'two')).toBe('picture two')
    expect(causes()).toEqual([])
  })
  test('a folder that is removed and made by somebody else is left to them', async () => {
    const folder = join(parent, 'own')
    const store = await toPictureStore(folder, MB)
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    writeFileSync(join(folder, 'notes.md'), 'mine')
    await keep(store, 'one')
    await keep(store, 'two')
    expect(readdirSync(folder)).toEqual(['notes.md'])
    expect(causes()).toEqual([expect.stringContaining('did not make')])
  })
  test('a folder that cannot be made starts all the same', async () => {
    const store = await toPictureStore('/proc/caravan/pictures', MB)
    await keep(store, 'one')
    await keep(store, 'two')
    expect(await find(store, 'one')).toBeUndefined()
    expect(causes()).toHaveLength(1)
  })
})

/** A small disk; undefined where this user may not mount one. */
function mount(folder: string, size: string): (() => void) | undefined {
  mkdirSync(folder, { recursive: true })
  const run = (...args: string[]) => spawnSync(args[0] ?? '', args.slice(1)).status === 0
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)) return undefined
  return () => void run('umount', '-l', folder)
}

describe('on a separate disk', () => {
  test('a full disk loses nothing, leaves nothing half written, and makes room', async ({ skip }) => {
    const folder = join(parent, 'disk')
    const release = mount(folder, '1m')
    if (!release) skip('this user may not mount a disk')
    try {
      const store = await toPictureStore(folder, 100 * MB)
      for (let i = 0; i < 40 && causes().length === 0; i++) await keep(store, `key ${i}`, 'y'.repeat(40_000))
      await store.tidy()
      expect(files(folder).filter(path => path.endsWith('.tmp'))).toEqual([])
      expect(causes()).toEqual([expect.stringContaining('ENOSPC')])
      await keep(store, 'after', 'x'.repeat(40_000))
      expect(await find(store, 'after')).toBe('x'.repeat(40_000))
    } finally {
      release?.()
    }
  })
  test('a disk that has become read-only is still read', async ({ skip }) => {
    const folder = join(parent, 'disk')
    const release = mount(folder, '1m')
    if (!release) skip('this user may not mount a disk')
    try {
      await keep(await toPictureStore(folder, MB), 'key')
      if (spawnSync('mount', ['-o', 'remount,ro', folder]).status !== 0) skip('this user may not remount a disk')
      const store = await toPictureStore(folder, MB)
      expect(await find(store, 'key')).toBe('picture key')
      await keep(store, 'one')
      await keep(store, 'two')
      expect(causes()).toEqual([expect.stringContaining('EROFS')])
    } finally {
      release?.()
    }
  })
})

test('a process that is killed while it writes leaves no file after the next start', async () => {
  const folder = join(parent, 'own')
  const script = `
    import { toPictureStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/node/picture-store.ts'))}
    const store = await toPictureStore(${JSON.stringify(folder)}, 1e9)
    console.log('ready')
    for (let i = 0; ; i++) await Promise.all(Array.from({ length: 8 }, (_, j) => store.keep(i + ' ' + j, new Response('x'.repeat(3_000_000)))))
  `
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script])
    await new Promise(resolve => child.stdout.once('data', resolve))
    await new Promise(resolve => setTimeout(resolve, 120))
    child.kill('SIGKILL')
    await new Promise(resolve => child.once('exit', resolve))
  }
  const store = await toPictureStore(folder, 1e9)
  await store.tidy()
  expect(files(folder).filter(path => path.endsWith('.tmp'))).toEqual([])
  for (const path of pictures(folder)) expect(unseal(readFileSync(path))).toBeDefined()
})
