import type { Lang } from '../model/locales.ts'
import { chooseLanguage, findLanguage } from '../request/languages.ts'
import { readQueryValue } from '../request/query-value.ts'
import { offered } from '../site.ts'

/** An address with one of these names is a citation: its answer is the same for every reader. */
const citing = ['lang', 'asof', 'v']

/**
 * The address of a page as its reader is answered: without `lang`, in the language of `Accept-Language`, unless it is a
 * citation. `headers` says to caches that the answer depends on it.
 */
export function toReadersUrl(request: Request): { url: URL; headers: Record<string, string> } {
  const url = new URL(request.url)
  if (citing.some(name => readQueryValue(url.searchParams, name) !== '')) return { url, headers: {} }
  const lang = chooseLanguage(request.headers.get('Accept-Language'))
  if (lang !== offered[0]) url.searchParams.set('lang', lang)
  return { url, headers: { Vary: 'Accept-Language' } }
}

/** The language of a page that takes no other parameter, or that fails: an unknown `lang` is ignored. */
export const toReadersLanguage = (request: Request): Lang =>
  findLang(new URL(request.url)) ?? chooseLanguage(request.headers.get('Accept-Language'))

/** The language that an address asks for, where it is on offer. */
export const findLang = ({ searchParams }: URL): Lang | undefined => findLanguage(readQueryValue(searchParams, 'lang'))
