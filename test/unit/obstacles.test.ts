import { expect, test } from 'vitest'
import { horizontalAround } from '../../src/draw/charts/obstacles.ts'
import type { TextMark } from '../../src/draw/scene.ts'

const word = (x: number): TextMark => ({ kind: 'text', ink: 'muted', x, y: 10, size: 10, weight: 400, text: 'a' })

test('a line that leaves out the words on it ends where it should, whatever words lie beyond', () => {
  const whole = [
    ['M', 0, 8],
    ['H', 100],
  ]
  expect(horizontalAround([word(120)], [0, 100], 8)).toEqual(whole)
  expect(horizontalAround([word(120), word(150)], [0, 100], 8)).toEqual(whole)
})
