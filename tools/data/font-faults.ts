import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fontkit from 'fontkit'

/** A typeface of the settings: its name and home, its licence and its two weights as files. */
export type Typeface = { name: string; home: string; licence: string; regular: string; semibold: string }

/** The typefaces of the settings; `instead` is the fonts of the reader's system, as CSS lists them. */
export type Typefaces = { latin: Typeface; chinese: Typeface; instead: string }

const root = join(import.meta.dirname, '../..')

/** The path of a file that the settings name, in the repository or in a package of node_modules; undefined where it is in neither. */
export const findFile = (name: string): string | undefined =>
  [join(root, name), join(root, 'node_modules', name)].find(path => name !== '' && existsSync(path))

/** A file that the settings name. Throws when it is not there. */
export function readFontFile(name: string): Buffer {
  const path = findFile(name)
  if (path === undefined) throw new Error(`${name} is neither in the repository nor in node_modules`)
  return readFileSync(path)
}

/** A font from its bytes. Throws for a collection. */
export function openFont(data: Buffer): fontkit.Font {
  const font = fontkit.create(data)
  if (!('hasGlyphForCodePoint' in font)) throw new Error('a font collection; expected a single font')
  return font
}

/** Licences under which the outlines of a font may be served to everyone, by the words that they are known by. */
const texts = [
  ['OFL-1.1', /SIL Open Font License,?\s+Version 1\.1/i],
  ['Apache-2.0', /Apache License,?\s+Version 2\.0/i],
  ['MIT', /free of charge, to any person obtaining a copy\s+of this software/i],
] as const

/** The same, as the table of names in a font says it, in a sentence or by an address. */
const signs = [
  ['OFL-1.1', /Open Font License|\bOFL\b/i],
  ['Apache-2.0', /Apache/i],
  ['MIT', /\bMIT\b/],
] as const

/** The licence that a text is, as SPDX names it; undefined for a text that is none of those that we know. */
export const toFontLicence = (text: string): string | undefined => texts.find(([, words]) => words.test(text))?.[0]

/**
 * What is wrong with the typefaces of the settings, each in a sentence that says what to change: a file that is not there, that
 * cannot be cut, or that may not be served. That no character is missing shows when they are cut.
 */
export const findFontFaults = (fonts: Typefaces, read = readFontFile): string[] =>
  (['latin', 'chinese'] as const).flatMap(slot => {
    const { licence, regular, semibold } = fonts[slot]
    const files = { licence, regular, semibold }
    const missing = Object.entries(files).flatMap(([key, name]) =>
      tryRead(name, read) === undefined
        ? [
            `fonts.${slot}.${key} is "${name}", which is neither in the repository nor in node_modules; put the file there, or npm install its package`,
          ]
        : [],
    )
    if (missing.length > 0) return missing
    const text = read(licence).toString('utf8')
    const found = toFontLicence(text)
    const bears = [regular, semibold].map(name => tryOpen(read(name))?.familyName ?? '').join(' ')
    const reserved = listReserved(text).find(name => bears.includes(name))
    return [
      ...(found
        ? []
        : [
            `fonts.${slot}.licence, ${licence}, is not the text of OFL 1.1, Apache 2.0 or MIT; the outlines are served to everyone: choose a font under one of these`,
          ]),
      ...(reserved !== undefined
        ? [
            `fonts.${slot}.licence, ${licence}, reserves the name "${reserved}", which a font cut to some characters may not bear; choose a font without a Reserved Font Name`,
          ]
        : []),
      ...(['regular', 'semibold'] as const).flatMap(weight =>
        findFileFaults(read(files[weight]), found).map(fault => `fonts.${slot}.${weight}, ${files[weight]}, ${fault}`),
      ),
    ]
  })

/** The Reserved Font Names of a licence, quoted or not, one or several (OFL 1.1, the notice before its text). */
const listReserved = (text: string): string[] =>
  (/with Reserved Font Names?:?\s+(.+)$/m.exec(text)?.[1] ?? '')
    .split(/,|\band\b/)
    .map(name => name.replace(/["“”'‘’.]/g, '').trim())
    .filter(name => name !== '')

function tryRead(name: string, read: (name: string) => Buffer): Buffer | undefined {
  try {
    return read(name)
  } catch {
    return undefined
  }
}

function findFileFaults(data: Buffer, licence: string | undefined): string[] {
  const font = tryOpen(data)
  if (!font) return ['cannot be read as one font; expected a .ttf or .woff file']
  const tables = listTables(font)
  const own = signs.find(([, words]) => words.test(`${say(font, 'license')} ${say(font, 'licenseURL')}`))?.[0]
  const { noEmbedding, noSubsetting } = font['OS/2']?.fsType ?? {}
  return [
    ...(tables.includes('glyf') ? [] : ['has PostScript outlines; choose its TrueType edition, a .ttf file']),
    ...(tables.includes('fvar') ? ['is a variable font; choose the file of one weight'] : []),
    ...(noEmbedding || noSubsetting ? ['says that it may not be embedded or cut; choose another font'] : []),
    ...(own && licence && own !== licence
      ? [`says that it is under ${own}, but its licence file is ${licence}; name the licence of the font`]
      : []),
  ]
}

/** The tags of the tables that a font has; the types of fontkit leave its directory out. */
const listTables = (font: fontkit.Font & { directory?: { tables: object } }): string[] =>
  Object.keys(font.directory?.tables ?? {})

const say = (font: fontkit.Font, name: string): string => font.getName(name, 'en') ?? ''

function tryOpen(data: Buffer): fontkit.Font | undefined {
  try {
    return openFont(data)
  } catch {
    return undefined
  }
}
