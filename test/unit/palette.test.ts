import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from 'culori'
import { describe, expect, test } from 'vitest'
import { inks } from '../../src/draw/scene.ts'
import { leastContrast, palettes, toPaint, toReadable } from '../../src/draw/theme.ts'

const words = inks.filter(ink => ink !== 'ground' && ink !== 'grid' && ink !== 'axis')

describe.each(['light', 'dark'] as const)('the %s palette', theme => {
  const palette = palettes[theme]
  test.each(words)('%s keeps 4.5:1 on its ground', ink =>
    expect(wcagContrast(palette[ink], palette.ground)).toBeGreaterThanOrEqual(leastContrast),
  )

  test.each([
    ['protanopia', filterDeficiencyProt(1)],
    ['deuteranopia', filterDeficiencyDeuter(1)],
    ['tritanopia', filterDeficiencyTrit(1)],
  ])('the first three series stay apart under %s (CIEDE2000 of 10 or more)', (_, filter) => {
    const rgb = converter('rgb')
    const [a, b, c] = [palette.series0, palette.series1, palette.series2].map(colour => {
      const parsed = rgb(colour)
      return parsed && filter(parsed)
    })
    const distance = differenceCiede2000()
    for (const [one, other] of [
      [a, b],
      [a, c],
      [b, c],
    ]) {
      if (!one || !other) throw new Error('three colours are compared')
      expect(distance(one, other)).toBeGreaterThanOrEqual(10)
    }
  })
})

test.each(['ffff00', 'ffffff', 'fbfaf6', '000000', '808080', 'ff0000'])(
  'the accent %s is moved until it can be read',
  accent => {
    for (const theme of ['light', 'dark'] as const) {
      const { light } = toPaint({ theme, accent })
      expect(wcagContrast(light.series0, light.ground)).toBeGreaterThanOrEqual(leastContrast)
    }
  },
)

test('an accent that can be read stays as it is', () =>
  expect(toPaint({ theme: 'light', accent: '004080' }).light.series0).toBe('#004080'))

test.each(['000000', 'ffffff', '777777', '808080', '12ab34', 'ffcc00'])(
  'on the background %s every word can be read',
  background => {
    const { light } = toPaint({ theme: 'light', background })
    for (const ink of words) expect(wcagContrast(light[ink], light.ground)).toBeGreaterThanOrEqual(leastContrast)
  },
)

test('only auto has dark colours beside the light ones', () => {
  expect(toPaint({ theme: 'auto' }).dark).toEqual(palettes.dark)
  expect(toPaint({ theme: 'dark' }).dark).toBeUndefined()
})

test('a colour moves no further than it must', () =>
  expect(wcagContrast(toReadable('#ffff00', '#ffffff'), '#ffffff')).toBeLessThan(4.7))
