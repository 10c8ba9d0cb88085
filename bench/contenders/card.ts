import json from '../../generated/bench/card.json.bin'
import noto400 from '../../generated/chinese-400.whole.ttf'
import noto600 from '../../generated/chinese-600.whole.ttf'
import inter400 from '../../generated/latin-400.whole.ttf'
import inter600 from '../../generated/latin-600.whole.ttf'
import type { Scene } from '../../src/draw/scene.ts'
import { palettes } from '../../src/draw/theme.ts'
import { toPlainTree } from './plain-tree.tsx'

/** Peers outline text themselves, so they need the whole of the fonts that our own drawing only measures by. */
export const fonts: { name: string; data: ArrayBuffer; weight: 400 | 600; style: 'normal' }[] = [
  { name: 'Inter', data: inter400, weight: 400, style: 'normal' },
  { name: 'Inter', data: inter600, weight: 600, style: 'normal' },
  { name: 'Noto Sans SC', data: noto400, weight: 400, style: 'normal' },
  { name: 'Noto Sans SC', data: noto600, weight: 600, style: 'normal' },
]

export const size = { width: 1200, height: 630 }

const scene: Scene = JSON.parse(new TextDecoder().decode(json))

/** The card as ours was laid out: the same words at the same places, the same marks; one tree, the chart an `<svg>` in it. */
// biome-ignore lint/suspicious/noExplicitAny: each peer has a type of its own for a tree of elements
export const toTree = (): any => toPlainTree(scene, palettes.light)
