import { exports } from 'cloudflare:workers'

export const origin = 'https://caravan.test'

let count = 0

/** Asks the Worker as a client would, each time as another client, so that no rate limit applies. */
export function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (!headers.has('CF-Connecting-IP')) headers.set('CF-Connecting-IP', `test ${count++}`)
  return exports.default.fetch(new Request(`${origin}${path}`, { ...init, headers }))
}

export const readText = async (path: string): Promise<string> => (await ask(path)).text()

// biome-ignore lint/suspicious/noExplicitAny: what a client sees is untyped; the assertions are its types
export const readJson = async (path: string): Promise<any> => (await ask(path)).json()
