/**
 * The value of a name in a query, whatever its case, trimmed; empty where it is not there. Of several values it is the first
 * in code order, so that an answer never depends on the order in which a client writes a query.
 */
export const readQueryValue = (query: URLSearchParams, name: string): string =>
  [...query]
    .filter(([written, value]) => written.toLowerCase() === name && value.trim() !== '')
    .map(([, value]) => value.trim())
    .sort()[0] ?? ''
