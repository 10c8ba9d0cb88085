/** The media types we serve, with their parameters, as `Content-Type` has them. */
export const mediaTypes = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  json: 'application/json; charset=utf-8',
  problem: 'application/problem+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  jsonld: 'application/ld+json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  jsonfeed: 'application/feed+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  text: 'text/plain; charset=utf-8',
} as const
export type MediaType = keyof typeof mediaTypes

/** A media type without its parameters, as links and OpenAPI name it. */
export const toPlainType = (type: MediaType): string => mediaTypes[type].replace(/;.*/, '')
