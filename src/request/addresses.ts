/**
 * Characters that a sentence, a quotation, markup or copying leaves at the end of an address: slashes, punctuation, spaces, and
 * invisible ones. No address of ours ends in any of them.
 */
const leftovers = /[\s/.,;:!?'"`*_)\]}<>|\\…‘’“”«»。，、；：！？）】》」\u200b-\u200d\u2060]/

/**
 * The address that was meant, of one as software rewrites it: slashes doubled or added at the end, letters in another case, the
 * punctuation of a sentence left at its end, `&` escaped for HTML, a query that begins with `&` or `%3F`, or a second query
 * behind the first. Returns the address itself where there is nothing to repair. It does not read the query; that of
 * `/oembed` and `/inspect` holds an address of its own and keeps its end.
 */
export function toMeantUrl(url: URL): URL {
  const { before = url.pathname, added } =
    /^(?<before>.*?)(?:%3f|&(?:amp;)?)(?<added>.*)/i.exec(url.pathname)?.groups ?? {}
  const written = before.replace(/\/{2,}/g, '/')
  const path = trimEnd(tryDecode(written))?.toLowerCase() ?? written
  const holdsAddress = path === '/oembed' || path === '/inspect'
  const asked = added === undefined ? url.search : `?${added}${url.search.replace('?', '&')}`
  const query = asked.replaceAll('&amp;', '&')
  const search = holdsAddress || query === '' ? query : trimQuery(query.replace(/(?!^)\?(?=[\w.-]+=)/g, '&'))
  if (path === url.pathname && search === url.search) return url
  const meant = new URL(url)
  meant.pathname = path || '/'
  meant.search = search
  return meant
}

/** A query without what was left at the end of its last value. */
function trimQuery(query: string): string {
  const last = query.lastIndexOf('&') + 1
  const end = query.slice(last)
  const read = tryDecode(end)
  const trimmed = trimEnd(read)
  // Encoded again only where something was removed, so that a value that needs its escapes keeps them.
  return trimmed === undefined || trimmed === read ? query : query.slice(0, last) + encodeURI(trimmed)
}

/** Text without leftovers at its end. A loop, because a regular expression takes quadratic time on a run of full stops. */
function trimEnd(text: string | undefined): string | undefined {
  let end = text?.length ?? 0
  while (end > 0 && leftovers.test(text?.charAt(end - 1) ?? '')) end--
  return text?.slice(0, end)
}

/** Text without percent-encoding; undefined where that is broken. */
function tryDecode(text: string): string | undefined {
  try {
    return decodeURI(text)
  } catch {
    return undefined
  }
}
