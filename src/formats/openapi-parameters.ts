import { mostListed, pageLength } from '../model/listing.ts'
import { type Encoding, type Parameter, parameters, themesOf } from '../request/parameters.ts'
import { exampleId, exampleIds, exampleSeries } from './example-ids.ts'
import * as s from './json-schema.ts'

/** The values that a parameter takes in an encoding, as JSON Schema. */
export function toParameterSchema(parameter: Parameter, encoding: Encoding): s.Schema {
  switch (parameter.kind) {
    case 'choice':
      return s.enumOf(parameter.name === 'theme' ? themesOf(encoding) : parameter.values)
    case 'year':
      return { type: 'integer', minimum: 1900, maximum: 2100 }
    case 'date':
      return s.date
    case 'series':
      return { type: 'string', pattern: '^[a-z0-9-]+(~[a-z0-9-]+)*$' }
    case 'colour':
      return { type: 'string', pattern: ['#?[0-9a-fA-F]{6}', ...parameter.words].map(word => `^${word}$`).join('|') }
    case 'release':
      return s.string
  }
}

/** A parameter as OpenAPI describes it. */
export type OpenApiParameter = {
  name: string
  in: string
  required: boolean
  description: string
  schema: s.Schema
  example?: string
}

const toQueryParameter = (name: string, description: string, schema: s.Schema): OpenApiParameter => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

/** The parameters of the table that an encoding knows. */
export const listParameters = (encoding: Encoding): OpenApiParameter[] =>
  Object.values(parameters)
    .filter((parameter: Parameter) => parameter.encodings.includes(encoding))
    .map((parameter: Parameter) => ({
      ...toQueryParameter(parameter.name, parameter.about, toParameterSchema(parameter, encoding)),
      ...(parameter.kind === 'series' && { example: exampleSeries.join('~') }),
    }))

export const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'An indicator of /indicators.json',
  schema: s.string,
  example: exampleId,
}

export const idsParameter = {
  ...toQueryParameter('ids', 'Some indicators in full, joined by ~', s.string),
  example: exampleIds.join('~'),
}

const pixels = { type: 'integer', minimum: 1, maximum: 99_999 }

export const oembedParameters = [
  {
    ...toQueryParameter('url', 'The page of an indicator here, or any other address of it', s.uri),
    required: true,
  },
  toQueryParameter('format', 'The encoding of the answer', { ...s.enumOf(['json', 'xml']), default: 'json' }),
  toQueryParameter('type', 'A picture, or an iframe', { ...s.enumOf(['photo', 'rich']), default: 'photo' }),
  toQueryParameter('maxwidth', 'The most pixels across', pixels),
  toQueryParameter('maxheight', 'The most pixels down', pixels),
]

/** The parameters that choose a page of the catalogue. */
export const pageParameters = [
  toQueryParameter('limit', 'How many indicators a page has at most; the Link header names the next page', {
    type: 'integer',
    minimum: 1,
    maximum: mostListed,
    default: pageLength,
  }),
  toQueryParameter('after', 'The last indicator of the page before', s.string),
]
