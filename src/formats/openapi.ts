import { toPlainType } from '../http/response.ts'
import { changeKinds, statuses } from '../model/indicator.ts'
import { formats, pictures, type Suffix } from '../request/formats.ts'
import { type Encoding, type Parameter, parameters } from '../request/parameters.ts'

type Schema = Record<string, unknown>

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

const text = { type: 'string' }
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
})
const list = (items: Schema): Schema => ({ type: 'array', items })

const schemas = {
  Change: object({
    kind: { type: 'string', enum: changeKinds },
    value: { type: 'number' },
    formatted: text,
    since: text,
    phrase: text,
  }),
  Headline: object(
    {
      series: text,
      period: text,
      value: { type: 'number' },
      valueTo: { type: 'number' },
      formatted: text,
      status: { type: 'string', enum: statuses },
      change: { anyOf: [ref('Change'), { type: 'null' }] },
    },
    ['valueTo'],
  ),
  Observation: object(
    {
      period: text,
      value: { type: 'number' },
      formatted: text,
      status: { type: 'string', enum: statuses },
      published: { type: 'string', format: 'date' },
      source: text,
      flag: text,
      note: text,
    },
    ['flag', 'note'],
  ),
  Series: object(
    { id: text, label: text, authority: text, area: text, continues: text, observations: list(ref('Observation')) },
    ['area', 'continues'],
  ),
  Source: object({ id: text, title: text, publisher: text, url: { type: 'string', format: 'uri' }, published: text }),
  Unit: object({ code: text, label: text, short: text }),
  Links: { type: 'object', additionalProperties: { type: 'string', format: 'uri' } },
  Indicator: object(
    {
      id: text,
      title: text,
      finding: text,
      description: text,
      notes: list(text),
      lang: text,
      alt: text,
      unit: ref('Unit'),
      headline: ref('Headline'),
      series: list(ref('Series')),
      events: list(object({ date: text, label: text, computed: { type: 'boolean' } })),
      sources: list(ref('Source')),
      licence: object({ name: text, url: { type: 'string', format: 'uri' } }),
      updated: { type: 'string', format: 'date' },
      release: text,
      deprecated: text,
      links: ref('Links'),
    },
    ['deprecated'],
  ),
  Catalogue: object({
    release: text,
    updated: { type: 'string', format: 'date' },
    indicators: list({ type: 'object' }),
  }),
  Problem: object(
    {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      code: text,
      parameter: text,
      allowed: list(text),
      suggestion: text,
    },
    ['parameter', 'allowed', 'suggestion'],
  ),
} satisfies Record<string, Schema>

const json = 'application/json'
const filters = knownTo('json').filter(({ name }) => name !== 'series')

const contents: Record<Suffix, Schema | undefined> = {
  svg: undefined,
  png: undefined,
  json: ref('Indicator'),
  csv: text,
  jsonstat: { type: 'object' },
  jsonld: { type: 'object' },
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
      { type: 'object' },
      [id, ...knownTo('json')],
    ),
    '/badges/{id}.json': get('readBadge', 'The headline for a shields.io badge', json, { type: 'object' }, [
      id,
      ...knownTo('json'),
    ]),
    '/datapackage.json': get(
      'readCatalogPackage',
      'Everything as a Frictionless Data Package',
      json,
      { type: 'object' },
      [],
    ),
    '/feed.atom': get('readAtom', 'What changed in the data, newest first', 'application/atom+xml', text, []),
    '/feed.json': get('readJsonFeed', 'The same as JSON Feed 1.1', 'application/feed+json', { type: 'object' }, []),
    '/openapi.json': get('readOpenApi', 'This document', json, { type: 'object' }, []),
    '/healthz': get(
      'checkHealth',
      'Whether all is well, the release and the day of the newest figure',
      json,
      { type: 'object' },
      [],
    ),
  },
  components: { schemas },
})
