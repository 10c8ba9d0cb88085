import { fromJsx } from '@takumi-rs/helpers/jsx'
import { initSync, Renderer } from '@takumi-rs/wasm'
// @ts-expect-error Its types describe what is inside; here it is the module itself.
import takumi from '@takumi-rs/wasm/takumi_wasm_bg.wasm'
import { fonts, size, toTree } from './card.ts'
import { toContender } from './contender.ts'

let renderer: Renderer | undefined
async function start(): Promise<Renderer> {
  if (renderer) return renderer
  initSync({ module: takumi })
  const started = new Renderer()
  for (const { name, data, weight, style } of fonts) await started.registerFont({ name, data, weight, style })
  renderer = started
  return started
}

/** Made once, in its favour: the tree, and whatever it keeps of the chart between cards. */
let tree: ReturnType<typeof fromJsx> | undefined
async function toNode() {
  tree ??= fromJsx(toTree())
  return (await tree).node
}

export default toContender({
  svg: async () => (await start()).renderSvg(await toNode(), size),
  png: async () => (await start()).render(await toNode(), { ...size, format: 'png' }),
})
