import { fonts } from '../../src/site.ts'
import { openFont, readFontFile, type Typeface } from './font-faults.ts'

type Measure = (name: string) => number

/** Measures names in a typeface, in ems, without kerning; a character that it lacks is Chinese, and one em wide. */
export function toMeasure({ semibold }: Typeface): Measure {
  const font = openFont(readFontFile(semibold))
  return name =>
    [...name].reduce((width, character) => {
      const code = character.codePointAt(0) ?? 0
      return width + (font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : 1)
    }, 0)
}

let siteMeasure: Measure | undefined

/** The width of a name in ems, in the Latin typeface of the site. Throws where its file is not there. */
export const toWidth: Measure = name => {
  siteMeasure ??= toMeasure(fonts.latin)
  return siteMeasure(name)
}
