import type { MediaType } from '../http/response.ts'
import type { Encoding, PictureEncoding } from './parameters.ts'

/** A file that an indicator is to be had as: what names it in a URL and to a reader, and which parameters it knows. */
type Format = { suffix: string; name: string; about: string; operation: string; type: MediaType; encoding: Encoding }

/** Every file of an indicator, in the order a reader is offered them: routes, links, log and OpenAPI come from this table. */
export const formats = [
  {
    suffix: 'svg',
    name: 'SVG',
    about: 'The card as SVG',
    operation: 'drawSvg',
    type: 'svg',
    encoding: 'svg',
  },
  {
    suffix: 'png',
    name: 'PNG',
    about: 'The card as PNG',
    operation: 'drawPng',
    type: 'png',
    encoding: 'png',
  },
  {
    suffix: 'json',
    name: 'JSON',
    about: 'An indicator with its observations and sources',
    operation: 'readIndicator',
    type: 'json',
    encoding: 'json',
  },
  {
    suffix: 'csv',
    name: 'CSV',
    about: 'The observations of an indicator, one a row',
    operation: 'readObservations',
    type: 'csv',
    encoding: 'csv',
  },
  {
    suffix: 'jsonstat',
    name: 'JSON-stat',
    about: 'The same as JSON-stat 2.0',
    operation: 'readJsonStat',
    type: 'json',
    encoding: 'json',
  },
  {
    suffix: 'jsonld',
    name: 'JSON-LD',
    about: 'The same as a schema.org Dataset',
    operation: 'readJsonLd',
    type: 'jsonld',
    encoding: 'json',
  },
] as const satisfies readonly Format[]
type Row = (typeof formats)[number]
export type Suffix = Row['suffix']

const isPicture = (format: Row): format is Extract<Row, { encoding: PictureEncoding }> =>
  format.encoding === 'svg' || format.encoding === 'png'

/** Those that are drawn, and those that are written. */
export const pictures = formats.filter(isPicture)
export const documents = formats.filter(
  (format): format is Exclude<Row, (typeof pictures)[number]> => !isPicture(format),
)
export type DocumentSuffix = (typeof documents)[number]['suffix']
