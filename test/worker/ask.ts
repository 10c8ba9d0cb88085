import { exports } from 'cloudflare:workers'

export const origin = 'https://caravan.test'

/** Asks the Worker as a client would. */
export const ask = (path: string, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(new Request(`${origin}${path}`, init))
