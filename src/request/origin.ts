/**
 * Reads a configured origin, `https://cards.example.org`. Undefined for text that is not an http or https address, or has a path,
 * a query, a fragment or a user: Caravan answers at the root of a host.
 */
export function parseOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol)) return undefined
  return url.href === `${url.origin}/` ? url.origin : undefined
}
