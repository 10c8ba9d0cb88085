import { initWasm, Resvg } from '@resvg/resvg-wasm'
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm'
import satori, { init } from 'satori/standalone'
import yoga from 'satori/yoga.wasm'
import { fonts, size, toTree } from './card.ts'
import { toContender } from './contender.ts'

let started: Promise<unknown> | undefined
async function drawSvg(): Promise<string> {
  started ??= Promise.all([init(yoga), initWasm(resvgWasm)])
  await started
  return satori(toTree(), { ...size, fonts })
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

let ready: string | undefined
async function keepSvg(): Promise<string> {
  ready ??= await drawSvg()
  return ready
}

export default toContender({
  svg: drawSvg,
  png: async () => toPng(await drawSvg()),
  'png of a laid-out card': async () => toPng(await keepSvg()),
})
