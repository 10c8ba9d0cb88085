import { ImageResponse } from '@cf-wasm/og/workerd'
import { fonts, size, toTree } from './card.ts'
import { toContender } from './contender.ts'

export default toContender({
  svg: async () => (await ImageResponse.async(toTree(), { ...size, fonts, format: 'svg' })).text(),
  png: async () => new Uint8Array(await (await ImageResponse.async(toTree(), { ...size, fonts })).arrayBuffer()),
})
