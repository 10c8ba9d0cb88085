import type { Suffix } from './formats.ts'
import { type Encoding, parameters } from './parameters.ts'

/** Where else the same thing can be had; absolute URLs. */
export type Links = Record<'self' | 'html' | Suffix | 'embed' | 'feed' | 'oembed', string>

/** The part of a canonical query that an encoding knows. */
function keep(canonical: string, encoding: Encoding): string {
  const known = Object.values(parameters)
    .filter(parameter => parameter.encodings.some(name => name === encoding))
    .map(parameter => parameter.name)
  const kept = canonical.split('&').filter(pair => known.some(name => pair.startsWith(`${name}=`)))
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

/** Every representation of the same choice. */
export function toLinks(origin: string, id: string, canonical: string): Links {
  const base = `${origin}/indicators/${id}`
  const page = `${base}${keep(canonical, 'html')}`
  return {
    self: `${base}.json${keep(canonical, 'json')}`,
    html: page,
    svg: `${base}.svg${keep(canonical, 'svg')}`,
    png: `${base}.png${keep(canonical, 'png')
      .replace(/theme=auto&?/, '')
      .replace(/[?&]$/, '')}`,
    json: `${base}.json${keep(canonical, 'json')}`,
    csv: `${base}.csv${keep(canonical, 'csv')}`,
    jsonstat: `${base}.jsonstat${keep(canonical, 'json')}`,
    jsonld: `${base}.jsonld${keep(canonical, 'json')}`,
    embed: `${base}/embed${keep(canonical, 'embed')}`,
    feed: `${base}/feed.atom${keep(canonical, 'feed')}`,
    oembed: `${origin}/oembed?url=${encodeURIComponent(page)}`,
  }
}
