import { ImageResponse } from 'workers-og'
import { fonts, size, toTree } from './card.ts'
import type { Draws } from './contender.ts'

export default {
  svg: async number => (await new ImageResponse(toTree(number), { ...size, fonts, format: 'svg' })).text(),
  png: async number =>
    new Uint8Array(await (await new ImageResponse(toTree(number), { ...size, fonts })).arrayBuffer()),
} satisfies Draws
