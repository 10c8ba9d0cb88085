import { initWasm, Resvg } from '@resvg/resvg-wasm'
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm'
import satori from 'satori/standalone'
import inter400 from '../generated/inter-400.whole.ttf'
import inter600 from '../generated/inter-600.whole.ttf'
import noto400 from '../generated/noto-sans-sc-400.whole.ttf'
import noto600 from '../generated/noto-sans-sc-600.whole.ttf'
import { toCard } from '../src/card.ts'
import { draw } from '../src/cards/index.tsx'
import { findIndicator } from '../src/catalog.ts'
import { toPaint } from '../src/palette.ts'
import { parseParams } from '../src/params.ts'
import { encodePng } from '../src/render/png.ts'
import { rasterise } from '../src/render/raster.ts'
import { toSvg } from '../src/svg.ts'
import { toPlainTree } from './plain.tsx'

/** Satori outlines text itself here, so it needs the whole of the fonts that our own drawing only measures by. */
const fonts = [
  { name: 'Inter', data: inter400, weight: 400, style: 'normal' },
  { name: 'Inter', data: inter600, weight: 600, style: 'normal' },
  { name: 'Noto Sans SC', data: noto400, weight: 400, style: 'normal' },
  { name: 'Noto Sans SC', data: noto600, weight: 600, style: 'normal' },
] satisfies Parameters<typeof satori>[1]['fonts']

const indicator = findIndicator('trade-china-russia')
const { params } = parseParams(new URLSearchParams({ size: 'og' }), 'png', indicator)
const paint = toPaint(params)
const ourSvg = async (): Promise<string> => toSvg(await draw(toCard(indicator, params), params), paint)

let plainTree: ReturnType<typeof toPlainTree> | undefined
let resvg: Promise<void> | undefined

/** The same words at the same places and the same marks, as anyone would write them: one tree, the chart an `<svg>` in it. */
async function plainSvg(): Promise<string> {
  plainTree ??= toPlainTree(await draw(toCard(indicator, params), params), paint.light)
  return satori(plainTree, { width: 1200, height: 630, fonts })
}

async function resvgPng(svg: string): Promise<Uint8Array> {
  resvg ??= initWasm(resvgWasm)
  await resvg
  const drawing = new Resvg(svg)
  const image = drawing.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    drawing.free()
  }
}

let ready: { ours: string; plain: string } | undefined
async function svgs(): Promise<{ ours: string; plain: string }> {
  ready ??= { ours: await ourSvg(), plain: await plainSvg() }
  return ready
}

const contenders: Record<string, () => Promise<string | Uint8Array>> = {
  'our SVG': ourSvg,
  'plain satori, SVG': plainSvg,
  'our PNG': async () => encodePng(rasterise(await ourSvg(), 1)),
  'plain satori + resvg-wasm, PNG': async () => resvgPng(await plainSvg()),
  'our PNG of our SVG': async () => encodePng(rasterise((await svgs()).ours, 1)),
  'resvg-wasm on the SVG as Satori writes it': async () => resvgPng((await svgs()).plain),
  'resvg-wasm on our SVG': async () => resvgPng((await svgs()).ours),
}

/** `?name=…&rounds=…` draws that often within one request, because a Worker's clock stands still while it computes. */
export default {
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const name = url.searchParams.get('name')
    if (!name) return Response.json(Object.keys(contenders))
    const run = contenders[name]
    if (!run) return new Response(`no contender is called ${name}`, { status: 404 })
    await svgs()
    let last: string | Uint8Array = ''
    for (let round = 0; round < Number(url.searchParams.get('rounds') ?? 1); round++) last = await run()
    const body = typeof last === 'string' ? new TextEncoder().encode(last) : new Uint8Array(last)
    return new Response(body, { headers: { 'Content-Type': typeof last === 'string' ? 'image/svg+xml' : 'image/png' } })
  },
}
