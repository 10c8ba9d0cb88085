import './vercel-og-font.ts'
import { ImageResponse } from '@vercel/og'
import { fonts, size, toTree } from './card.ts'
import { toContender } from './contender.ts'

export default toContender({
  png: async () => new Uint8Array(await new ImageResponse(toTree(), { ...size, fonts }).arrayBuffer()),
})
