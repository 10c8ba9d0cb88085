import { toPlainType } from '../http/response.ts'
import { formats, pictures, type Suffix } from '../request/formats.ts'
import { type Encoding, type Parameter, parameters } from '../request/parameters.ts'
import { ref, type Schema, schemas, text } from './schemas.ts'

/** What a parameter takes, as JSON Schema. */
function toSchema(parameter: Parameter): Schema {
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

const toParameter = (parameter: Parameter) => ({
  name: parameter.name,
  in: 'query',
  required: false,
  description: parameter.about,
  schema: toSchema(parameter),
  ...(parameter.kind === 'series' && { example: 'china~russia' }),
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
  example: 'titr-throughput',
}
const ids = {
  name: 'ids',
  in: 'query',
  required: false,
  description: 'Some indicators in full, joined by ~',
  schema: { type: 'string' },
  example: 'titr-throughput~baku-port',
}

const problem = {
  description: 'A fault of the request, told',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const notice = (type: string) => ({
  description: 'A notice card, with its true status and the code in `Card-Error`',
  content: { [type]: {} },
})

/** One operation: what it is called and says, what it takes, and what comes out. */
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
      ...(taken.some(entry => entry === id || entry === ids) && { 404: failure }),
    },
  },
})

const json = 'application/json'
const atom = 'application/atom+xml'
const filters = knownTo('json').filter(({ name }) => name !== 'series')

const contents: Record<Suffix, Schema | undefined> = {
  svg: undefined,
  png: undefined,
  json: ref('Indicator'),
  csv: text,
  jsonstat: ref('JsonStat'),
  jsonld: ref('JsonLd'),
}

/** A file of an indicator; a picture fails as a picture. */
function toPath({ suffix, operation, about, type, encoding }: (typeof formats)[number]) {
  const isPicture = pictures.some(picture => picture.suffix === suffix)
  const failure = isPicture ? notice(toPlainType(type)) : problem
  const taken = [id, ...knownTo(encoding)]
  return [
    `/indicators/{id}.${suffix}`,
    get(operation, about, toPlainType(type), contents[suffix], taken, failure),
  ] as const
}

/** OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), made of the table of parameters that validates requests. */
export const toOpenApi = (origin: string, release: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Caravan',
    version: release,
    description:
      'Data cards served from the edge: an indicator as a picture, as figures and as a page, each figure with its source.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: origin }],
  security: [],
  paths: {
    '/indicators.json': get('listIndicators', 'The catalogue, or some indicators in full', json, ref('Catalogue'), [
      ids,
      ...filters,
    ]),
    '/indicators.csv': get('listObservations', 'Every observation, or those of some indicators', 'text/csv', text, [
      ids,
      ...filters,
    ]),
    ...Object.fromEntries(formats.map(toPath)),
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
    '/feed.atom': get('readAtom', 'What changed in the catalogue, newest first', atom, text, [ids, ...knownTo('feed')]),
    '/feed.json': get('readJsonFeed', 'The same as JSON Feed 1.1', 'application/feed+json', ref('JsonFeed'), [
      ids,
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
  },
  components: { schemas },
})
