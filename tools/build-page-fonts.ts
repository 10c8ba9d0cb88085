import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { weights } from '../src/draw/scene.ts'

const require = createRequire(import.meta.url)

const files = {
  400: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  600: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
} as const

/** Latin and Cyrillic with the letters of Kazakh, figures and signs: what the pages write in English, Kazakh and Russian. */
const characters = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)),
  ...Array.from({ length: 64 }, (_, i) => String.fromCodePoint(0x410 + i)),
  ...'ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі\u00a0§«»°·×ÄÉÖÜßäçéèñöü‐–—‘’“”„†•…‹›€←→↑↓↗−≈≤≥½№',
].join('')

/** The files of the face of the pages. */
export const pageFonts = weights.map(weight => `inter-${weight}.woff2`)

/** Writes `inter-400.woff2` and `inter-600.woff2`, the face of the pages, of about 27 kB each. What has not changed is not made again. */
export async function buildPageFonts(folder: string): Promise<void> {
  const stamp = createHash('sha256')
    .update(characters)
    .update(readFileSync(import.meta.filename))
    .digest('hex')
  const path = join(folder, 'page-fonts.stamp')
  if (existsSync(path) && readFileSync(path, 'utf8') === stamp) return
  for (const weight of weights) {
    const source = readFileSync(require.resolve(files[weight]))
    writeFileSync(
      join(folder, `inter-${weight}.woff2`),
      await subsetFont(source, characters, { targetFormat: 'woff2' }),
    )
  }
  writeFileSync(path, stamp)
}
