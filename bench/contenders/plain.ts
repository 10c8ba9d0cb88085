import { initWasm, Resvg } from '@resvg/resvg-wasm'
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm'
import satori, { init } from 'satori/standalone'
import yoga from 'satori/yoga.wasm'
import { count, fonts, size, toTree } from './card.ts'
import type { Draws } from './contender.ts'

let started: Promise<unknown> | undefined
async function drawSvg(number: number): Promise<string> {
  started ??= Promise.all([init(yoga), initWasm(resvgWasm)])
  await started
  return satori(toTree(number), { ...size, fonts })
}

function toPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg)
  const image = drawing.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    drawing.free()
  }
}

const kept = new Map<number, string>()
async function keepSvg(number: number): Promise<string> {
  const svg = kept.get(number) ?? (await drawSvg(number))
  kept.set(number, svg)
  return svg
}

export default {
  svg: drawSvg,
  png: async number => toPng(await drawSvg(number)),
  'png of a laid-out card': async number => toPng(await keepSvg(number % count)),
} satisfies Draws
