import { expect, test } from 'vitest'
import { hatch } from '../../src/bar-chart.ts'
import { placeLabel, spreadLabels } from '../../src/chart.ts'
import { measureText } from '../../src/render/faces.ts'

test('labels that collide are pushed apart, in their order, and stay within bounds', () => {
  const placed = spreadLabels([50, 51, 52], 20, 0, 60)
  expect(placed).toEqual([20, 40, 60])
  expect(spreadLabels([10, 90], 20, 0, 100)).toEqual([10, 90])
})

test('hatching stays within its column', () => {
  let [x, y] = [0, 0]
  const ends = [...hatch(10.04, 20, 30, 5, 4).matchAll(/([Mml])(-?[\d.]+) (-?[\d.]+)/g)].map(([, command, dx, dy]) => {
    ;[x, y] = command === 'M' ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)]
    return { x, y }
  })
  expect(ends.length).toBeGreaterThan(8)
  for (const end of ends) {
    expect(end.x).toBeGreaterThan(10.03)
    expect(end.x).toBeLessThan(40.05)
    expect(end.y).toBeGreaterThan(19.99)
    expect(end.y).toBeLessThan(25.01)
  }
})

test('a label is anchored by its measured width', () => {
  const mark = placeLabel({ x: 100, y: 0, anchor: 'end', size: 20, ink: 'ink', text: 'Қазақстан 2024' })
  expect(mark.x + measureText(mark.text, 20, 400)).toBeCloseTo(100)
})

test('a character without a glyph is refused by its code', () => {
  expect(() => measureText('क', 20, 400)).toThrow('no bundled font has a glyph for U+0915')
})
