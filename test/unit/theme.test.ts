import { wcagContrast } from 'culori'
import { describe, expect, test } from 'vitest'
import { fills, type Ink, type Mark } from '../../src/draw/scene.ts'
import { toSvg } from '../../src/draw/svg.ts'
import { apart, isApart, isMoved, palettes, toColourDifference, toPaint, toReadable } from '../../src/draw/theme.ts'
import { type Entity, entities } from '../../src/model/indicator.ts'
import { sharing } from '../../tools/data/site-faults.ts'

const themes = ['light', 'dark'] as const

/** A scene that uses some colours and is about one party. */
const using = (subject: Entity, ...used: Ink[]) => ({
  subject,
  marks: [subject, ...used].map((ink): Mark => ({ kind: 'rect', ink, x: 0, y: 0, width: 1, height: 1 })),
})

describe.each(themes)('%s', theme => {
  const palette = palettes[theme]
  test.each(['ink', 'muted', ...entities] as const)('%s is read on the ground and on the tint: 4.5:1', ink => {
    expect(wcagContrast(palette[ink], palette.ground)).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(palette[ink], palette.tint)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(['past', 'slate'] as const)('%s is seen on the ground: 3:1', ink =>
    expect(wcagContrast(palette[ink], palette.ground)).toBeGreaterThanOrEqual(3),
  )
  test.each(sharing)('%s and %s differ, also for colour-blind readers', (a, b) => {
    const seen = Object.fromEntries(
      Object.entries(apart).map(([name, { see }]) => [name, toColourDifference(see(palette[a]), see(palette[b]))]),
    )
    for (const [name, { least }] of Object.entries(apart)) expect(seen[name], name).toBeGreaterThanOrEqual(least)
  })
  test('an estimate lies between its colour and the ground', () => {
    for (const fill of fills) {
      const [own, pale] = [palette[fill], palette[`pale-${fill}`]]
      expect(wcagContrast(pale, palette.ground)).toBeLessThan(wcagContrast(own, palette.ground))
    }
  })
})

describe('an accent', () => {
  test('takes the place of the subject’s colour, moved until it is read', () => {
    const { light } = toPaint({ theme: 'light', accent: 'ffcc00' }, using('china'))
    expect(light.china).not.toBe(palettes.light.china)
    expect(wcagContrast(light.china, light.tint)).toBeGreaterThanOrEqual(4.5)
  })
  test('near the colour of another party moves that party: 175f9e beside Russia makes Russia ochre', () => {
    const { light } = toPaint({ theme: 'light', accent: '175f9e' }, using('china', 'russia'))
    expect(light.china).toBe('#175f9e')
    expect(light.russia).toBe(palettes.light.ochre)
  })
  test.each(['175f9e', 'b3202c', '007a6c', 'ffcc00', '7d5a12', '65146b', '000000', 'ff00ff', '3fa9f5'])(
    '%s leaves two parties apart in both themes',
    accent => {
      for (const theme of themes) {
        const { light } = toPaint({ theme, accent }, using('china', 'russia'))
        expect(isApart(light.china, light.russia), theme).toBe(true)
      }
    },
  )
  test('near the sand of what is past makes that slate', () => {
    const { light } = toPaint({ theme: 'light', accent: '9a7b3f' }, using('kazakhstan', 'past'))
    expect(light.past).toBe(palettes.light.slate)
  })
  test('says nothing to a card without its subject', () =>
    expect(toPaint({ theme: 'light', accent: '175f9e' }, { marks: [] }).light).toEqual(palettes.light))
})

describe('a custom background', () => {
  test.each(['000000', 'ffffff', '777777', 'b3202c', 'ffeecc', '0a3d62', '808000', 'c0ffee'])(
    'every word is read on %s, every fill seen',
    background => {
      const { light } = toPaint({ theme: 'light', background }, using('china', 'russia', 'past'))
      for (const ink of ['ink', 'muted', ...entities] as const)
        expect(wcagContrast(light[ink], light.ground), ink).toBeGreaterThanOrEqual(4.49)
      for (const ink of ['past', 'slate'] as const)
        expect(wcagContrast(light[ink], light.ground), ink).toBeGreaterThanOrEqual(2.99)
      expect(wcagContrast(light.grid, light.ground)).toBeLessThan(1.7)
    },
  )
  test('of middle luminance is moved, and said to be', () => {
    expect(isMoved('777777')).toBe(true)
    expect(toPaint({ theme: 'light', background: '777777' }, using('china')).light.ground).not.toBe('#777777')
  })
  test.each(['ffeecc', '12171e'])('%s stays as it is', background => {
    expect(isMoved(background)).toBe(false)
    expect(toPaint({ theme: 'light', background }, using('china')).light.ground).toBe(`#${background}`)
  })
})

test('auto is light with a dark palette beside it; a ground of its own has one palette', () => {
  const auto = toPaint({ theme: 'auto' }, using('china'))
  expect(auto).toMatchObject({ light: palettes.light, dark: palettes.dark, isTransparent: false })
  expect(toPaint({ theme: 'auto', background: 'ffeecc' }, using('china')).dark).toBeUndefined()
  expect(toPaint({ theme: 'auto', background: 'transparent' }, using('china'))).toMatchObject({ isTransparent: true })
})

test('the dark rules of auto have a condition as an attribute and as a media query, for viewers that know only one', () => {
  const scene = { width: 9, height: 9, ...using('china') }
  expect(toSvg(scene, toPaint({ theme: 'auto' }, scene))).toContain(
    '<style media="(prefers-color-scheme:dark)">@media (prefers-color-scheme:dark){#',
  )
})

test('what is no colour is refused by name', () => expect(() => toReadable('#xyzxyz', '#ffffff')).toThrow())
