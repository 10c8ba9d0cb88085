import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as fontkit from 'fontkit'
import subsetFont from 'subset-font'
import { fontWeights, type Weight } from '../src/draw/scene.ts'
import { type Lang, languages, tongues } from '../src/model/locales.ts'
import * as words from '../src/model/messages.ts'
import { openFont, readFontFile, type Typeface, type Typefaces } from './data/font-faults.ts'

/**
 * The faces in the order in which a character is looked up. `em` is how many units an outline divides it in: at 46 px, three
 * times over, a point of a letter lies within 0.2 px of the true one, of Chinese, with five times the points to a glyph, within
 * 0.4.
 */
const slots = [
  { slot: 'latin', em: { 400: 300, 600: 400 } },
  { slot: 'chinese', em: { 400: 100, 600: 120 } },
] as const

/** The file of a typeface for each weight that is drawn. */
export const toFile = ({ regular, semibold }: Typeface, weight: Weight): string => (weight === 400 ? regular : semibold)

/** Letters a date or a number may need though no folder holds them. */
const latinLetters =
  ' !"#%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz|~\u00a0\u202f−–—’‘“”«»·…×≈≥≤>↑↓→№°₂'
const russianLetters = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const alphabets: Record<Lang, string> = {
  en: latinLetters,
  kk: `${russianLetters}ӘҒҚҢӨҰҮҺІәғқңөұүһі`,
  ru: russianLetters,
  zh: '年月日至前后',
}

/** Letters and signs whose every pair is kerned, so that a word that is not in data/ yet, or only in a test, looks the same. */
const latin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;-–’']

type Outline = [advance: number, x: number, y: number, d: string]
type Face = {
  em: number
  ascent: number
  descent: number
  glyphs: Record<string, Outline>
  kerning: Record<string, number>
}

/** What the fonts are cut for: the typefaces, the catalogue and the words of dates as JSON, and the languages on offer. */
export type FontsToCut = { fonts: Typefaces; catalog: string; locales: string; offered: readonly Lang[] }

/**
 * Cuts the fonts to the characters of the words that exist in the languages on offer, and writes beside them the outlines of
 * their glyphs, on a square of `em` units with y downwards. Throws when a character has no glyph, with the character and the text
 * that has it.
 */
export async function buildFonts(folder: string, { fonts, catalog, locales, offered }: FontsToCut): Promise<void> {
  const shown: Shown = toShown(offered)
  const marks = offered.flatMap(lang => [tongues[lang].year, ...Object.values(tongues[lang].marks)])
  const held = [latinLetters, ...offered.map(lang => alphabets[lang])]
  const corpus = [toDrawnWords(catalog, shown), toText(locales, shown), toCardWords(marks, shown), ...held].join('\n')
  const stamp = createHash('sha256')
    .update(corpus)
    .update(JSON.stringify(fonts))
    .update(readFileSync(import.meta.filename))
  for (const { slot } of slots)
    for (const weight of fontWeights) stamp.update(readFontFile(toFile(fonts[slot], weight)))
  const digest = stamp.digest('hex')
  const stampPath = join(folder, 'fonts.stamp')
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === digest) return
  const characters = [...new Set(corpus)].filter(character => character >= ' ')
  const pairs = [...new Set([...toPairs(corpus), ...latin.flatMap(first => latin.map(second => first + second))])]
  const drawn = new Set(characters)
  const faces: Record<string, Face> = {}
  for (const weight of fontWeights) {
    const lacking = new Set([...characters, ...toTitles(catalog, shown)])
    for (const { slot, em } of slots) {
      const source = readFontFile(toFile(fonts[slot], weight))
      const font = openFont(source)
      const known = [...lacking].filter(character => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
      for (const character of known) lacking.delete(character)
      const held = known.filter(character => drawn.has(character))
      const cut = await subsetFont(source, held.join(''), { targetFormat: 'truetype' })
      writeFileSync(join(folder, `${slot}-${weight}.ttf`), toMetrics(cut))
      writeFileSync(join(folder, `${slot}-${weight}.whole.ttf`), cut)
      faces[`${slot}-${weight}`] = toFace(openFont(cut), held, slot === 'latin' ? pairs : [], em[weight])
    }
    const names = slots.map(({ slot }) => fonts[slot].name).join(' or ')
    if (lacking.size > 0)
      throw new Error([...lacking].map(character => toFault(character, toText(catalog, shown), names)).join('\n'))
  }
  writeFileSync(join(folder, 'faces.json'), JSON.stringify(faces))
  writeFileSync(stampPath, digest)
}

type Shown = (this: unknown, key: string, value: unknown) => unknown

/** Leaves out, as JSON is read or written, what stands beside English in a language that is not on offer. */
const toShown = (offered: readonly Lang[]): Shown => {
  const left = new Set<string>(languages.filter(lang => lang !== 'en' && !offered.includes(lang)))
  return function (key, value) {
    const isWords = typeof this === 'object' && this !== null && 'en' in this
    return isWords && left.has(key) ? undefined : value
  }
}

const toText = (json: string, shown: Shown): string => JSON.stringify(JSON.parse(json, shown))

/** What only pages and JSON show, in the reader's own fonts: of a folder, and of the words of all cards. */
const undrawn = new Set(['title', 'notes', 'note', 'description', 'sources', 'licence', 'deprecated'])
const undrawnWords = new Set(['flagWords', 'licenceCovers', 'newest'])

/** The words of the catalogue that a card may show: two thirds of all Chinese characters. */
const toDrawnWords = (catalog: string, shown: Shown): string =>
  JSON.stringify(JSON.parse(toText(catalog, shown), (key, value) => (undrawn.has(key) ? undefined : value)))

/** The characters of the titles, which no picture shows, but which are in a script that the fonts have. */
const toTitles = (catalog: string, shown: Shown): string[] => {
  const found: { title: Record<string, string> }[] = JSON.parse(catalog, shown)
  return found.flatMap(({ title }) => Object.values(title).flatMap(text => [...text]))
}

/** The words that all cards share, without those that no picture shows. */
const toCardWords = (marks: readonly string[], shown: Shown): string =>
  toText(
    JSON.stringify([words, marks], (key, value) => (undrawnWords.has(key) ? undefined : value)),
    shown,
  )

/** A sentence that names the character and the text that has it. */
export function toFault(character: string, catalog: string, names: string): string {
  const at = catalog.indexOf(character)
  const where =
    at < 0
      ? 'src/model/messages.ts or src/model/locales.ts'
      : `data/, in "${catalog.slice(Math.max(0, at - 20), at + 20)}"`
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `U+${code} "${character}" has no glyph in ${names}; it is in ${where}: write it otherwise, or choose a font that has it in src/site.ts`
}

/**
 * The pairs of neighbours that occur and may be kerned: letters and signs, but not figures, which keep their places, nor the
 * straight quotation marks, which are JSON's own.
 */
const toPairs = (corpus: string): string[] => {
  const characters = [...corpus]
  return characters.flatMap((character, i) => {
    const next = characters[i + 1] ?? ' '
    return /^[^\s\d"\p{Script=Han}]{2}$/u.test(character + next) ? [character + next] : []
  })
}

/** Less than this of an em nobody sees: a fifth of a pixel in the newest figures of an og card. */
const leastKern = 0.006

function toFace(font: fontkit.Font, held: string[], pairs: string[], em: number): Face {
  const scale = em / font.unitsPerEm
  const glyphs: Record<string, Outline> = {}
  for (const character of held) {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
    const [x = 0, y = 0, d] = toRelative(glyph.path.commands, scale)
    glyphs[character] = [Math.round(glyph.advanceWidth * scale * 10) / 10, x, y, d]
  }
  const kerning: Record<string, number> = {}
  for (const pair of pairs) {
    const { positions, glyphs: laid } = font.layout(pair, { calt: false, liga: false, kern: true })
    const [first] = positions
    const [glyph] = laid
    const kern = first && glyph && laid.length === 2 ? Math.round((first.xAdvance - glyph.advanceWidth) * scale) : 0
    if (Math.abs(kern) >= em * leastKern) kerning[pair] = kern
  }
  return { em, ascent: font.ascent * scale, descent: font.descent * scale, glyphs, kerning }
}

type Command = { command: string; args: number[] }

/**
 * Where an outline starts, and the rest of it in relative whole units, so that the same glyph is the same text everywhere (which compresses well). A
 * quadratic whose control point mirrors the one before, as TrueType's implied points make it, is written `t`, by its end alone.
 */
function toRelative(commands: readonly Command[], scale: number): [x: number, y: number, d: string] {
  let pen = { x: 0, y: 0 }
  let start = pen
  let control: { x: number; y: number } | undefined
  let path = ''
  let letter = ''
  let origin: { x: number; y: number } | undefined
  const write = (next: string, ...values: number[]): void => {
    const numbers = values.map((value, i) => (i > 0 && value >= 0 ? ` ${value}` : String(value))).join('')
    const isRepeated = next === letter && next !== 'm'
    path += isRepeated ? `${(values[0] ?? 0) < 0 ? '' : ' '}${numbers}` : `${next}${numbers}`
    letter = next
  }
  for (const { command, args } of commands) {
    const points = toPoints(args, scale)
    const end = points.at(-1) ?? start
    const [first = end] = points
    const [dx, dy] = [end.x - pen.x, end.y - pen.y]
    const mirrored = control && { x: 2 * pen.x - control.x, y: 2 * pen.y - control.y }
    const isMirrored =
      mirrored !== undefined && Math.abs(mirrored.x - first.x) <= 1 && Math.abs(mirrored.y - first.y) <= 1
    control = undefined
    switch (command) {
      case 'moveTo':
        if (origin) write('m', dx, dy)
        origin ??= end
        start = end
        break
      case 'lineTo':
        if (dy === 0) write('h', dx)
        else if (dx === 0) write('v', dy)
        else write('l', dx, dy)
        break
      case 'quadraticCurveTo':
        if (isMirrored) write('t', dx, dy)
        else write('q', first.x - pen.x, first.y - pen.y, dx, dy)
        control = isMirrored ? mirrored : first
        break
      case 'closePath':
        write('z')
        break
      default:
        throw new Error(`a glyph has the command ${command}; expected TrueType outlines`)
    }
    pen = end
  }
  return [origin?.x ?? 0, origin?.y ?? 0, path]
}

const toPoints = (args: readonly number[], scale: number): { x: number; y: number }[] =>
  Array.from({ length: args.length / 2 }, (_, i) => ({
    x: Math.round((args[2 * i] ?? 0) * scale),
    y: 0 - Math.round((args[2 * i + 1] ?? 0) * scale),
  }))

/** What Satori needs to measure and place words; outlines and kerning are in faces.json. */
const metricTables = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post']

/**
 * A TrueType font with every glyph empty: the tables of `metricTables` as they are, `loca` all zeros, `glyf` of a single
 * byte (OpenType 1.9, "Font file" and "loca"). It measures as the whole font does, at a quarter of the weight.
 */
function toMetrics(font: Buffer): Buffer {
  const held = new Map<string, Buffer>()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16
    const tag = font.toString('latin1', at, at + 4)
    const offset = font.readUInt32BE(at + 8)
    const data = font.subarray(offset, offset + font.readUInt32BE(at + 12))
    if (metricTables.includes(tag)) held.set(tag, data)
    else if (tag === 'loca') held.set(tag, Buffer.alloc(data.length))
    else if (tag === 'glyf') held.set(tag, Buffer.alloc(1))
  }
  const tables = [...held].sort(([a], [b]) => (a < b ? -1 : 1))
  const head = Buffer.alloc(12 + tables.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(tables.length, 4)
  const parts = [head]
  let offset = head.length
  tables.forEach(([tag, data], i) => {
    const at = 12 + i * 16
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    parts.push(padded)
    offset += padded.length
  })
  return Buffer.concat(parts)
}
