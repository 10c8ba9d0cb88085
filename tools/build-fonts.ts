import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Font } from 'fontkit'
import subsetFont from 'subset-font'
import { fontWeights, type Weight } from '../src/draw/scene.ts'
import { type Lang, languages, tongues } from '../src/model/locales.ts'
import * as words from '../src/model/messages.ts'
import { openFont, readFontFile, type Typeface, type Typefaces } from './data/font-faults.ts'
import { type Face, toFace } from './fonts/face.ts'
import { toMetricsFont } from './fonts/metrics-font.ts'
import { whenChanged } from './fonts/when-changed.ts'

/**
 * The faces in the order in which a character is looked up. `em` is how many units an outline divides it in: at 46 px, three
 * times over, a point of a letter is within 0.2 px of the true one, and of Chinese, with five times the points in a glyph, within
 * 0.4.
 */
const slots = [
  { slot: 'latin', em: { 400: 300, 600: 400 } },
  { slot: 'chinese', em: { 400: 100, 600: 120 } },
] as const

/** The file of a typeface for each weight that is drawn. */
export const toFile = ({ regular, semibold }: Typeface, weight: Weight): string => (weight === 400 ? regular : semibold)

/** Letters that a date or a number may need although no folder has them. */
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

/** The input for cutting fonts: the typefaces, the catalogue and the words of dates as JSON, and the languages on offer. */
export type FontsToCut = { fonts: Typefaces; catalog: string; locales: string; offered: readonly Lang[] }

/**
 * Cuts the fonts to the characters of the words that exist in the languages on offer, and writes beside them the outlines of
 * their glyphs. Throws when a character has no glyph, with the character and the text that has it.
 */
export async function buildFonts(folder: string, { fonts, catalog, locales, offered }: FontsToCut): Promise<void> {
  const shown = toShown(offered)
  const marks = offered.flatMap(lang => [tongues[lang].year, ...Object.values(tongues[lang].marks)])
  const letters = [latinLetters, ...offered.map(lang => alphabets[lang])]
  const corpus = [
    toDrawnWords(catalog, shown),
    toShownText(locales, shown),
    toCardWords(marks, shown),
    ...letters,
  ].join('\n')
  const sources = slots.flatMap(({ slot }) => fontWeights.map(weight => readFontFile(toFile(fonts[slot], weight))))
  await whenChanged(join(folder, 'fonts.stamp'), [corpus, JSON.stringify(fonts), ...sources], async () => {
    const characters = [...new Set(corpus)].filter(character => character >= ' ')
    const pairs = [...new Set([...toPairs(corpus), ...latin.flatMap(first => latin.map(second => first + second))])]
    const faces: Record<string, Face> = {}
    for (const weight of fontWeights) {
      const lacking = new Set([...characters, ...toTitles(catalog, shown)])
      for (const { slot, em } of slots) {
        const name = `${slot}-${weight}`
        const source = readFontFile(toFile(fonts[slot], weight))
        const held = takeKnown(lacking, openFont(source)).filter(character => characters.includes(character))
        const cut = await subsetFont(source, held.join(''), { targetFormat: 'truetype' })
        writeFileSync(join(folder, `${name}.ttf`), toMetricsFont(cut))
        writeFileSync(join(folder, `${name}.whole.ttf`), cut)
        const drawn = { characters: held, pairs: slot === 'latin' ? pairs : [] }
        faces[name] = toFace(openFont(cut), em[weight], drawn)
      }
      const names = slots.map(({ slot }) => fonts[slot].name).join(' or ')
      const faults = Array.from(lacking, character => toFault(character, toShownText(catalog, shown), names))
      if (faults.length > 0) throw new Error(faults.join('\n'))
    }
    writeFileSync(join(folder, 'faces.json'), JSON.stringify(faces))
  })
}

/** Removes the characters that a font has from the missing ones, and returns them. */
function takeKnown(lacking: Set<string>, font: Font): string[] {
  const known = [...lacking].filter(character => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
  for (const character of known) lacking.delete(character)
  return known
}

type Shown = (this: unknown, key: string, value: unknown) => unknown

/** Leaves out translations into a language that is not on offer, as JSON is read or written. */
const toShown = (offered: readonly Lang[]): Shown => {
  const left = new Set<string>(languages.filter(lang => lang !== 'en' && !offered.includes(lang)))
  return function (key, value) {
    const isWords = typeof this === 'object' && this !== null && 'en' in this
    return isWords && left.has(key) ? undefined : value
  }
}

const toShownText = (json: string, shown: Shown): string => JSON.stringify(JSON.parse(json, shown))

/** Keys that only pages and JSON show, in the reader's own fonts: of a folder, and of the words of all cards. */
const undrawn = new Set(['title', 'notes', 'note', 'description', 'sources', 'licence', 'deprecated'])
const undrawnWords = new Set(['flagWords', 'licenceCovers', 'newest'])

/** The words of the catalogue that a card may show: two thirds of all Chinese characters. */
const toDrawnWords = (catalog: string, shown: Shown): string =>
  JSON.stringify(JSON.parse(toShownText(catalog, shown), (key, value) => (undrawn.has(key) ? undefined : value)))

/** The characters of the titles, which no picture shows, but which are in a script that the fonts have. */
const toTitles = (catalog: string, shown: Shown): string[] => {
  const found: { title: Record<string, string> }[] = JSON.parse(catalog, shown)
  return found.flatMap(({ title }) => Object.values(title).flatMap(text => [...text]))
}

/** The words that all cards share, without those that no picture shows. */
const toCardWords = (marks: readonly string[], shown: Shown): string =>
  toShownText(
    JSON.stringify([words, marks], (key, value) => (undrawnWords.has(key) ? undefined : value)),
    shown,
  )

/** A sentence that names the character and the text that has it. */
function toFault(character: string, catalog: string, names: string): string {
  const at = catalog.indexOf(character)
  const where =
    at < 0
      ? 'src/model/messages.ts or src/model/locales.ts'
      : `data/, in "${catalog.slice(Math.max(0, at - 20), at + 20)}"`
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `U+${code} "${character}" has no glyph in ${names}; it is in ${where}: write it otherwise, or choose a font that has it in src/site.ts`
}

/**
 * The pairs of neighbours that occur and may be kerned: letters and signs, but not digits, which stay aligned, and not the
 * straight quotation marks of JSON.
 */
const toPairs = (corpus: string): string[] => {
  const characters = [...corpus]
  return characters.flatMap((character, i) => {
    const next = characters[i + 1] ?? ' '
    return /^[^\s\d"\p{Script=Han}]{2}$/u.test(character + next) ? [character + next] : []
  })
}
