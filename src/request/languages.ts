import type { Lang } from '../model/locales.ts'
import { offered } from '../site.ts'

/**
 * The language on offer that a BCP 47 tag leads to, by the lookup of RFC 4647 section 3.4: `zh-Hans-CN` to `zh`, `kk-Cyrl-KZ`
 * to `kk`. Undefined where there is none, and for what is not a tag.
 */
export function findLanguage(tag: string, among: readonly Lang[] = offered): Lang | undefined {
  const subtags = tag.trim().toLowerCase().split('-')
  if (!subtags.every(subtag => /^[a-z0-9]{1,8}$/.test(subtag))) return undefined
  while (subtags.length > 0) {
    const found = among.find(lang => lang === subtags.join('-'))
    if (found) return found
    subtags.pop()
    // A single letter opens an extension, and has no meaning without it.
    if (subtags.at(-1)?.length === 1) subtags.pop()
  }
  return undefined
}

/** The language on offer that a reader prefers, by `Accept-Language` (RFC 9110 section 12.5.4); the default where none is. */
export function chooseLanguage(header: string | null, among: readonly [Lang, ...Lang[]] = offered): Lang {
  const ranges = (header ?? '').slice(0, 1000).split(',').map(parseRange)
  const liked = ranges.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  for (const { tag } of liked) {
    if (tag === '*') return among[0]
    const found = findLanguage(tag, among)
    if (found) return found
  }
  return among[0]
}

function parseRange(text: string): { tag: string; weight: number } {
  const [tag = '', ...options] = text.split(';').map(part => part.trim())
  const [, weight = '1'] = options.map(option => /^q=(\d(?:\.\d{1,3})?)$/i.exec(option)).find(Boolean) ?? []
  return { tag, weight: Number(weight) }
}
