import type { MediaType } from './media-types.ts'
import type { Size } from './sizes.ts'

/** The fields of every file format of an indicator: its suffix in the URL, its name for readers, its texts in OpenAPI, its media type. */
type Format = { suffix: string; name: string; about: string; operation: string; type: MediaType }

/** A picture: its size where none is asked for, and whether it is made of pixels, which have a scale and cannot change colour. */
type PictureFormat = Format & { size: Size; isRaster: boolean }

/** A document: the parameters it knows are those of JSON or of CSV; `isAlternate` where the `Link` header names it. */
type DocumentFormat = Format & { encoding: 'json' | 'csv'; isAlternate: boolean }

/**
 * The cards as files. Routes, links, downloads, oEmbed, logs and OpenAPI come from this table and the next. A new row does
 * not compile until it has an encoder (src/http/picture.ts) and a link (src/request/urls.ts).
 */
export const pictures = [
  {
    suffix: 'svg',
    name: 'SVG',
    about: 'The card as SVG',
    operation: 'drawSvg',
    type: 'svg',
    size: 'wide',
    isRaster: false,
  },
  {
    suffix: 'png',
    name: 'PNG',
    about: 'The card as PNG',
    operation: 'drawPng',
    type: 'png',
    size: 'og',
    isRaster: true,
  },
] as const satisfies readonly PictureFormat[]

/**
 * The figures as files. A new row does not compile until it has a writer (src/formats/documents.ts), a schema
 * (src/formats/schemas.ts) and a link.
 */
export const documents = [
  {
    suffix: 'json',
    name: 'JSON',
    about: 'An indicator with its observations and sources',
    operation: 'readIndicator',
    type: 'json',
    encoding: 'json',
    isAlternate: true,
  },
  {
    suffix: 'csv',
    name: 'CSV',
    about: 'The observations of an indicator, one per row',
    operation: 'readObservations',
    type: 'csv',
    encoding: 'csv',
    isAlternate: true,
  },
  {
    suffix: 'xlsx',
    name: 'Excel',
    about: 'The observations of an indicator as a workbook: a table, one figure per row, the sources',
    operation: 'readWorkbook',
    type: 'xlsx',
    encoding: 'csv',
    isAlternate: false,
  },
  {
    suffix: 'zip',
    name: 'ZIP',
    about: 'The CSV of an indicator with its data package and a README of units, notes and sources',
    operation: 'readArchive',
    type: 'zip',
    encoding: 'csv',
    isAlternate: false,
  },
  {
    suffix: 'jsonstat',
    name: 'JSON-stat',
    about: 'The same as JSON-stat 2.0',
    operation: 'readJsonStat',
    type: 'json',
    encoding: 'json',
    isAlternate: false,
  },
  {
    suffix: 'jsonld',
    name: 'JSON-LD',
    about: 'The same as a schema.org Dataset',
    operation: 'readJsonLd',
    type: 'jsonld',
    encoding: 'json',
    isAlternate: false,
  },
] as const satisfies readonly DocumentFormat[]

/** Every file of an indicator, in the order in which a reader is offered them. */
export const formats = [...pictures, ...documents] as const

export type PictureSuffix = (typeof pictures)[number]['suffix']
export type DocumentSuffix = (typeof documents)[number]['suffix']
export type Suffix = PictureSuffix | DocumentSuffix

/** The row of a picture format; undefined for any other format. */
export const findPictureFormat = (name: string): (typeof pictures)[number] | undefined =>
  pictures.find(({ suffix }) => suffix === name)
