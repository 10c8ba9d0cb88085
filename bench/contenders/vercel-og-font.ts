import { fonts } from './card.ts'

// @vercel/og fetches its default font while it is imported, which a Worker may not: it is given one of the same fonts.
globalThis.fetch = async () =>
  ({ arrayBuffer: async () => fonts[0]?.data, text: async () => '', ok: true }) as unknown as Response
