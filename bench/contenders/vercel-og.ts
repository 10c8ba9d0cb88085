import './vercel-og-font.ts'
import { ImageResponse } from '@vercel/og'
import { fonts, size, toTree } from './card.ts'
import type { Draws } from './contender.ts'

export default {
  png: async number => new Uint8Array(await new ImageResponse(toTree(number), { ...size, fonts }).arrayBuffer()),
} satisfies Draws
