import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fontkit from 'fontkit'
import { root } from '../repository.ts'

/** A typeface of the settings: its name and home, its licence and its two weights as files. */
export type Typeface = { name: string; home: string; licence: string; regular: string; semibold: string }

/** The typefaces of the settings; `instead` is the fonts of the reader's system, as CSS lists them. */
export type Typefaces = { latin: Typeface; chinese: Typeface; instead: string }

/** A file that the settings name, in the repository or in a package of node_modules. Throws when it is in neither. */
export function readFontFile(name: string): Buffer {
  const path = [join(root, name), join(root, 'node_modules', name)].find(path => name !== '' && existsSync(path))
  if (path === undefined) throw new Error(`${name} is neither in the repository nor in node_modules`)
  return readFileSync(path)
}

/** A font from its bytes. Throws for a collection. */
export function openFont(data: Buffer): fontkit.Font {
  const font = fontkit.create(data)
  if (!('hasGlyphForCodePoint' in font)) throw new Error('a font collection; expected a single font')
  return font
}

/** Licences under which the outlines of a font may be served to everyone, with the words that identify them. */
const texts = [
  ['OFL-1.1', /SIL Open Font License,?\s+Version 1\.1/i],
  ['Apache-2.0', /Apache License,?\s+Version 2\.0/i],
  ['MIT', /free of charge, to any person obtaining a copy\s+of this software/i],
] as const

/** The same, as written in the name table of a font: a sentence or an address. */
const signs = [
  ['OFL-1.1', /Open Font License|\bOFL\b/i],
  ['Apache-2.0', /Apache/i],
  ['MIT', /\bMIT\b/],
] as const

/** The SPDX name of a licence text; undefined for a licence that we do not know. */
export const toFontLicence = (text: string): string | undefined => texts.find(([, words]) => words.test(text))?.[0]

/**
 * The faults of the typefaces in the settings, each in a sentence that says what to change: a file that is missing, that
 * cannot be cut, or that may not be served. Missing characters are found when the fonts are cut.
 */
export const findFontFaults = (fonts: Typefaces, read = readFontFile): string[] =>
  (['latin', 'chinese'] as const).flatMap(slot =>
    Array.from(findTypefaceFaults(fonts[slot], read), fault => `fonts.${slot}.${fault}`),
  )

function* findTypefaceFaults(
  { licence, regular, semibold }: Typeface,
  read: (name: string) => Buffer,
): Iterable<string> {
  const files = { licence, regular, semibold }
  const missing = Object.entries(files).filter(([, name]) => attempt(() => read(name)) === undefined)
  for (const [key, name] of missing)
    yield `${key} is "${name}", which is neither in the repository nor in node_modules; put the file there, or npm install its package`
  if (missing.length > 0) return
  const text = read(licence).toString('utf8')
  const found = toFontLicence(text)
  const names = [regular, semibold].map(name => attempt(() => openFont(read(name)))?.familyName ?? '').join(' ')
  const reserved = listReserved(text).find(name => names.includes(name))
  if (!found)
    yield `licence, ${licence}, is not the text of OFL 1.1, Apache 2.0 or MIT; the outlines are served to everyone: choose a font under one of these`
  if (reserved !== undefined)
    yield `licence, ${licence}, reserves the name "${reserved}", which a font cut to some characters may not bear; choose a font without a Reserved Font Name`
  for (const weight of ['regular', 'semibold'] as const)
    for (const fault of findFileFaults(read(files[weight]), found)) yield `${weight}, ${files[weight]}, ${fault}`
}

/** The Reserved Font Names of a licence, quoted or not, one or several (OFL 1.1, the notice before its text). */
const listReserved = (text: string): string[] =>
  (/with Reserved Font Names?:?\s+(.+)$/m.exec(text)?.[1] ?? '')
    .split(/,|\band\b/)
    .map(name => name.replace(/["“”'‘’.]/g, '').trim())
    .filter(name => name !== '')

function* findFileFaults(data: Buffer, licence: string | undefined): Iterable<string> {
  const font = attempt(() => openFont(data))
  if (!font) return yield 'cannot be read as one font; expected a .ttf or .woff file'
  const tables = listTables(font)
  const terms = ['license', 'licenseURL'].map(name => font.getName(name, 'en') ?? '').join(' ')
  const own = signs.find(([, words]) => words.test(terms))?.[0]
  const { noEmbedding, noSubsetting } = font['OS/2']?.fsType ?? {}
  if (!tables.includes('glyf')) yield 'has PostScript outlines; choose its TrueType edition, a .ttf file'
  if (tables.includes('fvar')) yield 'is a variable font; choose the file of one weight'
  if (noEmbedding || noSubsetting) yield 'says that it may not be embedded or cut; choose another font'
  if (own && licence && own !== licence)
    yield `says that it is under ${own}, but its licence file is ${licence}; name the licence of the font`
}

/** The tags of the tables that a font has; the types of fontkit leave its directory out. */
const listTables = (font: fontkit.Font & { directory?: { tables: object } }): string[] =>
  Object.keys(font.directory?.tables ?? {})

/** The value of a function, undefined if it throws. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
