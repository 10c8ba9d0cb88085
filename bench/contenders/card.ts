import json from '../../generated/bench/scenes.json.bin'
import noto400 from '../../generated/chinese-400.whole.ttf'
import noto600 from '../../generated/chinese-600.whole.ttf'
import inter400 from '../../generated/latin-400.whole.ttf'
import inter600 from '../../generated/latin-600.whole.ttf'
import type { Scene } from '../../src/draw/scene.ts'
import { palettes } from '../../src/draw/theme.ts'
import { toPlainTree } from './plain-tree.tsx'
import { turnDigits } from './turn-digits.ts'

/** Peers outline text themselves, so they need the whole of the fonts that our own drawing only measures by. */
export const fonts: { name: string; data: ArrayBuffer; weight: 400 | 600; style: 'normal' }[] = [
  { name: 'Inter', data: inter400, weight: 400, style: 'normal' },
  { name: 'Inter', data: inter600, weight: 600, style: 'normal' },
  { name: 'Noto Sans SC', data: noto400, weight: 400, style: 'normal' },
  { name: 'Noto Sans SC', data: noto600, weight: 600, style: 'normal' },
]

export const size = { width: 1200, height: 630 }

const bytes: ArrayBuffer | Uint8Array = json
const scenes: readonly Scene[] = JSON.parse(new TextDecoder().decode(bytes))

/** How many cards there are before digits are turned. */
export const count = scenes.length

/** A card as ours was laid out: the same words at the same places, the same marks; one tree, the chart an `<svg>` in it. */
// biome-ignore lint/suspicious/noExplicitAny: each peer has a type of its own for a tree of elements
export function toTree(number: number): any {
  const scene = scenes[number % count]
  if (!scene) throw new Error('there is no card to draw')
  const pass = Math.floor(number / count)
  const marks = scene.marks.map(mark => (mark.kind === 'text' ? { ...mark, text: turnDigits(mark.text, pass) } : mark))
  return toPlainTree({ ...scene, marks }, palettes.light)
}
