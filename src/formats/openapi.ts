import { catalog } from '../model/catalog.ts'
import { documents, pictures, type Suffix } from '../request/formats.ts'
import { toPlainType } from '../request/media-types.ts'
import { type Encoding, type Parameter, parameters } from '../request/parameters.ts'
import { type RouteOf, toFileRoute } from '../request/routes.ts'
import * as site from '../site.ts'
import { ref, type Schema, schemas, text } from './schemas.ts'

/** What a parameter takes, as JSON Schema. */
export function toParameterSchema(parameter: Parameter): Schema {
  switch (parameter.kind) {
    case 'choice':
      return { type: 'string', enum: parameter.values }
    case 'year':
      return { type: 'integer', minimum: 1900, maximum: 2100 }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'series':
      return { type: 'string', pattern: '^[a-z0-9-]+(~[a-z0-9-]+)*$' }
    case 'colour':
      return { type: 'string', pattern: ['#?[0-9a-fA-F]{6}', ...parameter.words].map(word => `^${word}$`).join('|') }
    case 'release':
      return { type: 'string' }
  }
}

const ids = catalog.map(({ id }) => id)

/** An id of the catalogue for examples: that of the site, or the first. */
export const exampleId = ids.includes(site.examples.id) ? site.examples.id : (ids[0] ?? '')
const exampleIds = site.examples.ids.every(id => ids.includes(id)) ? site.examples.ids : ids.slice(0, 2)
const exampleSeries = site.examples.series

const toParameter = (parameter: Parameter) => ({
  name: parameter.name,
  in: 'query',
  required: false,
  description: parameter.about,
  schema: toParameterSchema(parameter),
  ...(parameter.kind === 'series' && { example: exampleSeries.join('~') }),
})

const knownTo = (encoding: Encoding) =>
  Object.values(parameters)
    .filter((parameter: Parameter) => parameter.encodings.includes(encoding))
    .map(toParameter)

const id = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'An indicator of /indicators.json',
  schema: { type: 'string' },
  example: exampleId,
}
const idsParameter = {
  name: 'ids',
  in: 'query',
  required: false,
  description: 'Some indicators in full, joined by ~',
  schema: { type: 'string' },
  example: exampleIds.join('~'),
}

const problem = {
  description: 'What is wrong with the request',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const notice = (type: string) => ({
  description: 'A notice card, with its true status and the code in `Card-Error`',
  content: { [type]: {} },
})

/** One operation: its name, what it does, its parameters and its responses. */
const get = (
  operationId: string,
  summary: string,
  type: string,
  schema: Schema | undefined,
  taken: readonly object[],
  failure: object = problem,
) => ({
  get: {
    operationId,
    summary,
    parameters: taken,
    responses: {
      200: { description: summary, content: { [type]: schema ? { schema } : {} } },
      304: { description: 'The client has it already' },
      ...(taken.length > 0 && { 400: failure }),
      ...(taken.some(entry => entry === id || entry === idsParameter) && { 404: failure }),
    },
  },
})

const json = 'application/json'
const atom = 'application/atom+xml'
const filters = knownTo('json').filter(({ name }) => name !== 'series')

/** Bytes; generators of clients know them by this format, although OpenAPI 3.1 lets it be left out. */
const bytes = { type: 'string', format: 'binary' }

const contents: Record<Suffix, Schema> = {
  svg: text,
  png: bytes,
  json: ref('Indicator'),
  csv: text,
  xlsx: bytes,
  zip: bytes,
  jsonstat: ref('JsonStat'),
  jsonld: ref('JsonLd'),
}

/** The files of an indicator; a picture fails as a picture. */
const files: Record<string, ReturnType<typeof get>> = Object.fromEntries([
  ...pictures.map(({ suffix, operation, about, type }) => {
    const plain = toPlainType(type)
    const taken = [id, ...knownTo(suffix)]
    return [toFileRoute(suffix), get(operation, about, plain, contents[suffix], taken, notice(plain))]
  }),
  ...documents.map(({ suffix, operation, about, type, encoding }) => {
    const taken = [id, ...knownTo(encoding)]
    return [toFileRoute(suffix), get(operation, about, toPlainType(type), contents[suffix], taken)]
  }),
])

/** Every other address that is for programs; the compiler asks for each. */
const operations: Record<RouteOf<'data'>, ReturnType<typeof get>> = {
  '/indicators.json': get('listIndicators', 'The catalogue, or some indicators in full', json, ref('Catalogue'), [
    idsParameter,
    ...filters,
  ]),
  '/indicators.csv': get('listObservations', 'Every observation, or those of some indicators', 'text/csv', text, [
    idsParameter,
    ...filters,
  ]),
  '/indicators/{id}/datapackage.json': get(
    'readDataPackage',
    'The indicator as a Frictionless Data Package',
    json,
    ref('DataPackage'),
    [id, ...knownTo('json')],
  ),
  '/badges/{id}.json': get('readBadge', 'The headline for a shields.io badge', json, ref('Badge'), [
    id,
    ...knownTo('json'),
  ]),
  '/datapackage.json': get(
    'readCatalogPackage',
    'Everything as a Frictionless Data Package',
    json,
    ref('DataPackage'),
    [],
  ),
  '/feed.atom': get('readAtom', 'What changed in the catalogue, newest first', atom, text, [
    idsParameter,
    ...knownTo('feed'),
  ]),
  '/feed.json': get('readJsonFeed', 'The same as JSON Feed 1.1', 'application/feed+json', ref('JsonFeed'), [
    idsParameter,
    ...knownTo('feed'),
  ]),
  '/indicators/{id}/feed.atom': get('readIndicatorAtom', 'What changed in an indicator, newest first', atom, text, [
    id,
    ...knownTo('feed'),
  ]),
  '/openapi.json': get('readOpenApi', 'This document', json, { type: 'object' }, []),
  '/healthz': get(
    'checkHealth',
    'Whether all is well, the release and the day of the newest figure',
    json,
    ref('Health'),
    [],
  ),
}

/** OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), made of the table of parameters that validates requests. */
export const toOpenApi = (origin: string, release: string) => ({
  openapi: '3.1.0',
  info: {
    title: site.name,
    version: release,
    description: site.description,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: origin }],
  security: [],
  paths: {
    ...files,
    ...operations,
  },
  components: { schemas },
})
