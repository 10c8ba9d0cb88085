import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'

const file = createRequire(import.meta.url).resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf')
const font = fontkit.create(readFileSync(file))

/** The width of a name in ems, as it is drawn but for its kerning; what our Latin font lacks is Chinese, and an em wide. */
export const toWidth = (name: string): number =>
  [...name].reduce((width, character) => {
    const code = character.codePointAt(0) ?? 0
    const isHeld = 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(code)
    return width + (isHeld ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : 1)
  }, 0)
