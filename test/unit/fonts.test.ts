import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildFonts, type FontsToCut } from '../../tools/build-fonts.ts'
import { findFontFaults, readFontFile, type Typefaces } from '../../tools/data/font-faults.ts'
import { fonts } from '../fixtures/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'caravan-fonts-'))
afterAll(() => rmSync(folder, { recursive: true }))
const toCut = (titles: Record<string, string>, offered: FontsToCut['offered']): FontsToCut => ({
  fonts,
  catalog: JSON.stringify([{ id: 'x', title: titles, measure: titles }]),
  locales: '{}',
  offered,
})

describe('cutting', () => {
  test('a character without a glyph stops the build, with the character, the text that has it and what to do', async () => {
    // The Chinese typeface takes seconds to open.
    const chinese = { ...fonts.latin, name: fonts.chinese.name }
    const cut = { ...toCut({ en: 'Trade with भारत in 2024' }, ['en']), fonts: { ...fonts, chinese } }
    await expect(buildFonts(folder, cut)).rejects.toThrow(
      /U\+092D "भ" has no glyph in Inter or Noto Sans SC; it is in data\/, in ".*Trade with भारत in.*: write it otherwise, or choose a font/,
    )
  })
  test('only the languages on offer are cut for', async () => {
    await buildFonts(folder, toCut({ en: 'Grain', ru: 'Зерно', zh: '谷物' }, ['en', 'ru']))
    const faces = JSON.parse(readFileSync(join(folder, 'faces.json'), 'utf8'))
    expect(Object.keys(faces['latin-400'].glyphs)).toContain('З')
    expect(Object.keys(faces['chinese-400'].glyphs)).not.toContain('谷')
  })
})

describe('a typeface that cannot be served is refused with a sentence that says what to change', () => {
  const inter = fonts.latin.regular
  /** The typefaces with another file for one setting of the Latin one, which holds these bytes. */
  const faultsWith = (key: 'licence' | 'regular', bytes: Buffer): string => {
    const other: Typefaces = { ...fonts, latin: { ...fonts.latin, [key]: 'fonts/Herald' } }
    return findFontFaults(other, name => (name === 'fonts/Herald' ? bytes : readFontFile(name))).join('\n')
  }
  /** Inter with one table called otherwise. */
  const rename = (from: string, to: string): Buffer => {
    const font = Buffer.from(readFontFile(inter))
    font.write(to, font.indexOf(from), 'latin1')
    return font
  }
  const restricted = (): Buffer => {
    const font = Buffer.from(readFontFile(inter))
    const table = font.readUInt32BE(font.indexOf('OS/2') + 8)
    font.writeUInt16BE(2, table + 8)
    return font
  }
  const ofl = readFontFile(fonts.latin.licence).toString('utf8')

  test('that of Caravan has no fault', () => expect(findFontFaults(fonts)).toEqual([]))
  test('a file that is not there', () =>
    expect(findFontFaults({ ...fonts, latin: { ...fonts.latin, semibold: 'fonts/Herald.ttf' } })).toEqual([
      'fonts.latin.semibold is "fonts/Herald.ttf", which is neither in the repository nor in node_modules; put the file there, or npm install its package',
    ]))
  test.each<[string, 'licence' | 'regular', Buffer, RegExp]>([
    [
      'a licence of another kind',
      'licence',
      Buffer.from('All rights reserved.'),
      /is not the text of OFL 1\.1, Apache/,
    ],
    [
      'the licence of the package in place of that of the font',
      'licence',
      readFontFile('@expo-google-fonts/inter/LICENSE'),
      /Inter_400Regular\.ttf, says that it is under OFL-1\.1, but its licence file is MIT/,
    ],
    [
      'a name that a cut may not bear',
      'licence',
      Buffer.from(`Copyright, with Reserved Font Name "Inter".\n${ofl}`),
      /reserves the name "Inter"/,
    ],
    ['a file that is no font', 'regular', Buffer.from('<html>'), /cannot be read as one font; expected a \.ttf/],
    ['PostScript outlines', 'regular', rename('glyf', 'CFF '), /has PostScript outlines; choose its TrueType/],
    ['a variable font', 'regular', rename('gasp', 'fvar'), /is a variable font; choose the file of one weight/],
    ['a font that may not be embedded', 'regular', restricted(), /may not be embedded or cut/],
  ])('%s', (_, key, bytes, sentence) => expect(faultsWith(key, bytes)).toMatch(sentence))
  test('a reserved name that is not the name of the font is no fault', () =>
    expect(faultsWith('licence', Buffer.from(`Copyright, with Reserved Font Name "Source".\n${ofl}`))).toBe(''))
})
