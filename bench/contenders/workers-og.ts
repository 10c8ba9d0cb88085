import { ImageResponse } from 'workers-og'
import { fonts, size, toTree } from './card.ts'
import { toContender } from './contender.ts'

export default toContender({
  svg: async () => (await new ImageResponse(toTree(), { ...size, fonts, format: 'svg' })).text(),
  png: async () => new Uint8Array(await (await new ImageResponse(toTree(), { ...size, fonts })).arrayBuffer()),
})
