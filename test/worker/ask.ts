import { exports } from 'cloudflare:workers'

export const origin = 'https://caravan.test'

let count = 0

/** Asks the Worker as a client would, each time another one, lest the rate at which one may have pictures drawn is passed. */
export function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (!headers.has('CF-Connecting-IP')) headers.set('CF-Connecting-IP', `test ${count++}`)
  return exports.default.fetch(new Request(`${origin}${path}`, { ...init, headers }))
}
