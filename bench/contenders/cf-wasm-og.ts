import { ImageResponse } from '@cf-wasm/og/workerd'
import { fonts, size, toTree } from './card.ts'
import type { Draws } from './contender.ts'

export default {
  svg: async number => (await ImageResponse.async(toTree(number), { ...size, fonts, format: 'svg' })).text(),
  png: async number =>
    new Uint8Array(await (await ImageResponse.async(toTree(number), { ...size, fonts })).arrayBuffer()),
} satisfies Draws
