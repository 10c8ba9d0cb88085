import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildFonts } from '../../tools/build-fonts.ts'

test('a character without a glyph stops the build, with the character and the text that has it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-fonts-'))
  const catalog = JSON.stringify([{ id: 'x', title: { en: 'Trade with भारत in 2024' } }])
  await expect(buildFonts(folder, catalog, '{}')).rejects.toThrow(
    /U\+092D "भ" has no glyph in inter or noto-sans-sc; it is in data\/, in ".*Trade with भारत in/,
  )
  rmSync(folder, { recursive: true })
})
