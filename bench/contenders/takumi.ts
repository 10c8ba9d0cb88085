import { fromJsx } from '@takumi-rs/helpers/jsx'
import { initSync, Renderer } from '@takumi-rs/wasm'
// @ts-expect-error Its types describe what is inside; here it is the module itself.
import takumi from '@takumi-rs/wasm/takumi_wasm_bg.wasm'
import { count, fonts, size, toTree } from './card.ts'
import type { Draws } from './contender.ts'

let renderer: Renderer | undefined
async function start(): Promise<Renderer> {
  if (renderer) return renderer
  initSync({ module: takumi })
  const started = new Renderer()
  for (const { name, data, weight, style } of fonts) await started.registerFont({ name, data, weight, style })
  renderer = started
  return started
}

const toNode = async (number: number) => (await fromJsx(toTree(number))).node

/** Trees made once, in its favour: a card that was drawn before finds whatever its renderer keeps of it. */
const trees = new Map<number, ReturnType<typeof toNode>>()
function keepNode(number: number): ReturnType<typeof toNode> {
  const node = trees.get(number) ?? toNode(number)
  trees.set(number, node)
  return node
}

export default {
  svg: async number => (await start()).renderSvg(await toNode(number), size),
  png: async number => (await start()).render(await toNode(number), { ...size, format: 'png' }),
  'png, words seen': async number => (await start()).render(await keepNode(number % count), { ...size, format: 'png' }),
} satisfies Draws
