import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { fontWeights } from '../src/draw/scene.ts'
import { toFile } from './build-fonts.ts'
import { readFontFile, type Typeface } from './data/font-faults.ts'
import { whenChanged } from './fonts/when-changed.ts'

/** Latin and Cyrillic with the letters of Kazakh, digits and signs: the characters of the pages in English, Kazakh and Russian. */
const characters = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)),
  ...Array.from({ length: 64 }, (_, i) => String.fromCodePoint(0x410 + i)),
  ...'ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі\u00a0§«»°·×ÄÉÖÜßäçéèñöü‐–—‘’“”„†•…‹›€←→↑↓↗−≈≤≥½№',
].join('')

/** The files of the face of the pages. */
export const pageFonts = fontWeights.map(weight => `text-${weight}.woff2`)

/** Writes `text-400.woff2` and `text-600.woff2`, the face of the pages, of about 27 kB each. Unchanged files are not made again. */
export async function buildPageFonts(folder: string, typeface: Typeface): Promise<void> {
  const sources = fontWeights.map(weight => readFontFile(toFile(typeface, weight)))
  await whenChanged(join(folder, 'page-fonts.stamp'), [characters, ...sources], async () => {
    for (const [i, source] of sources.entries())
      writeFileSync(join(folder, pageFonts[i] ?? ''), await subsetFont(source, characters, { targetFormat: 'woff2' }))
  })
}
