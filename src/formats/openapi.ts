import { mostListed, pageLength } from '../model/listing.ts'
import { documents, pictures, type Suffix } from '../request/formats.ts'
import { toPlainType } from '../request/media-types.ts'
import { type Encoding, type Parameter, parameters, themesOf } from '../request/parameters.ts'
import { type RouteOf, toFileRoute } from '../request/routes.ts'
import * as site from '../site.ts'
import { type Example, exampleId, exampleIds, exampleSeries } from './example-ids.ts'
import { ref, type Schema, schemas, text } from './schemas.ts'

/** What a parameter takes in an encoding, as JSON Schema. */
export function toParameterSchema(parameter: Parameter, encoding: Encoding): Schema {
  switch (parameter.kind) {
    case 'choice':
      return { type: 'string', enum: parameter.name === 'theme' ? themesOf(encoding) : parameter.values }
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

const toParameter = (parameter: Parameter, encoding: Encoding) => ({
  name: parameter.name,
  in: 'query',
  required: false,
  description: parameter.about,
  schema: toParameterSchema(parameter, encoding),
  ...(parameter.kind === 'series' && { example: exampleSeries.join('~') }),
})

const knownTo = (encoding: Encoding) =>
  Object.values(parameters)
    .filter((parameter: Parameter) => parameter.encodings.includes(encoding))
    .map(parameter => toParameter(parameter, encoding))

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

const json = 'application/json'
const atom = 'application/atom+xml'

/** Bytes; generators of clients know them by this format, although OpenAPI 3.1 lets it be left out. */
const bytes = { type: 'string', format: 'binary' }

const pageParameters = [
  {
    name: 'limit',
    in: 'query',
    required: false,
    description: 'How many indicators a page has at most; the Link header names the next page',
    schema: { type: 'integer', minimum: 1, maximum: mostListed, default: pageLength },
  },
  {
    name: 'after',
    in: 'query',
    required: false,
    description: 'The last indicator of the page before',
    schema: { type: 'string' },
  },
]

const urlParameter = {
  name: 'url',
  in: 'query',
  required: true,
  description: 'The page of an indicator here, or any other address of it',
  schema: { type: 'string', format: 'uri' },
}

const problem = {
  description: 'What is wrong with the request, as RFC 9457 problem details',
  content: { 'application/problem+json': { schema: ref('Problem') } },
}
const notice = (type: string) => ({
  description: 'A notice card, with its true status and the code in `Card-Error`',
  headers: { 'Card-Error': { $ref: '#/components/headers/Card-Error' } },
  content: { [type]: { schema: bytes } },
})

/** What the addresses are grouped by. */
const tags = {
  Cards: 'An indicator as a picture, drawn as the query says',
  Figures: 'An indicator as figures, in the forms that programs read',
  Catalogue: 'Every indicator, or some at once',
  Feeds: 'What changed, newest first',
  Embedding: 'For software that shows our addresses',
  Agents: 'For agents and their models',
  Service: 'About the service itself',
} as const

/** One operation: its group, its name, what it does in a few words and in full, what it answers and takes, and how it fails. */
type Operation = {
  tag: keyof typeof tags
  id: string
  summary: string
  description: string
  /** The media types of its answer with their schemas. */
  content: Record<string, Schema>
  taken: readonly object[]
  failure?: object
  /** Further answers by their status. */
  more?: Record<string, object>
}

const get = ({
  tag,
  id: operationId,
  summary,
  description,
  content,
  taken,
  failure = problem,
  more = {},
}: Operation) => ({
  get: {
    operationId,
    tags: [tag],
    summary,
    description,
    parameters: taken,
    responses: {
      200: {
        description: summary,
        headers: {
          ETag: { $ref: '#/components/headers/ETag' },
          'Last-Modified': { $ref: '#/components/headers/Last-Modified' },
          Link: { $ref: '#/components/headers/Link' },
          'Card-Ignored': { $ref: '#/components/headers/Card-Ignored' },
        },
        content: toContent(content),
      },
      304: { description: 'The client has it already, by its ETag or its date' },
      ...(taken.length > 0 && { 400: failure }),
      ...(taken.some(entry => entry === id || entry === idsParameter || entry === urlParameter) && { 404: failure }),
      ...more,
    },
  },
})

type Content = Record<string, { schema: Schema; examples?: Record<string, { summary: string; value: unknown }> }>
const toContent = (content: Record<string, Schema>): Content =>
  Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }]))

const headers = {
  ETag: 'A strong validator, for `If-None-Match`',
  'Last-Modified': 'When this release was built, for `If-Modified-Since`',
  Link: 'The canonical address, the other forms and the licence',
  'Card-Ignored': 'The names of the query that were left out, where there are any',
  'Card-Error': 'The code of the failure',
}

const filters = knownTo('json').filter(({ name }) => name !== 'series')

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
    return [
      toFileRoute(suffix),
      get({
        tag: 'Cards',
        id: operation,
        summary: about,
        description: `${about}. The bare address is a good card; each parameter changes one thing of it.`,
        content: { [plain]: contents[suffix] },
        taken: [id, ...knownTo(suffix)],
        failure: notice(plain),
        more: { 429: notice(plain), 503: notice(plain) },
      }),
    ]
  }),
  ...documents.map(({ suffix, operation, about, type, encoding }) => [
    toFileRoute(suffix),
    get({
      tag: 'Figures',
      id: operation,
      summary: about,
      description: `${about}. Each figure has its unit, authority, period, status, flag, note and source.`,
      content: { [toPlainType(type)]: contents[suffix] },
      taken: [id, ...knownTo(encoding)],
    }),
  ]),
])

const inQuery = (name: string, description: string, schema: Schema) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

/** Every other address that is for programs; the compiler asks for each. */
const operations: Record<RouteOf<'data'> | '/oembed', ReturnType<typeof get>> = {
  '/indicators.json': get({
    tag: 'Catalogue',
    id: 'listIndicators',
    summary: 'The catalogue, or some indicators in full',
    description:
      'Without `ids` every indicator with its newest finding; with `ids` those indicators with all their figures.',
    content: { [json]: ref('Catalogue') },
    taken: [idsParameter, ...pageParameters, ...filters],
  }),
  '/indicators.csv': get({
    tag: 'Catalogue',
    id: 'listObservations',
    summary: 'Every observation, or those of some indicators',
    description: 'One observation a row, with the same columns as the CSV of an indicator.',
    content: { 'text/csv': text },
    taken: [idsParameter, ...pageParameters, ...filters],
  }),
  '/indicators/{id}/datapackage.json': get({
    tag: 'Figures',
    id: 'readDataPackage',
    summary: 'The indicator as a Frictionless Data Package',
    description: 'Describes each column of the CSV of the indicator, with its sources and its licence.',
    content: { [json]: ref('DataPackage') },
    taken: [id, ...knownTo('json')],
  }),
  '/badges/{id}.json': get({
    tag: 'Embedding',
    id: 'readBadge',
    summary: 'The headline for a shields.io badge',
    description: 'The endpoint schema of shields.io: the headline and its change.',
    content: { [json]: ref('Badge') },
    taken: [id, ...knownTo('json')],
  }),
  '/oembed': get({
    tag: 'Embedding',
    id: 'readOembed',
    summary: 'oEmbed 1.0 for the page of an indicator',
    description: 'A photo, or with `type=rich` an iframe, that fits in `maxwidth` and `maxheight`.',
    content: { [json]: ref('Oembed'), 'application/xml': text },
    taken: [
      urlParameter,
      inQuery('format', 'The encoding of the answer', { type: 'string', enum: ['json', 'xml'], default: 'json' }),
      inQuery('type', 'A picture, or an iframe', { type: 'string', enum: ['photo', 'rich'], default: 'photo' }),
      inQuery('maxwidth', 'The most pixels across', { type: 'integer', minimum: 1, maximum: 99_999 }),
      inQuery('maxheight', 'The most pixels down', { type: 'integer', minimum: 1, maximum: 99_999 }),
    ],
    more: { 501: problem },
  }),
  '/datapackage.json': get({
    tag: 'Catalogue',
    id: 'readCatalogPackage',
    summary: 'Everything as a Frictionless Data Package',
    description: 'Describes each column of /indicators.csv, with every source and licence.',
    content: { [json]: ref('DataPackage') },
    taken: pageParameters,
  }),
  '/feed.atom': get({
    tag: 'Feeds',
    id: 'readAtom',
    summary: 'What changed in the catalogue, newest first',
    description: 'Atom: one entry for each indicator and day on which figures were added.',
    content: { [atom]: text },
    taken: [idsParameter, ...knownTo('feed')],
  }),
  '/feed.json': get({
    tag: 'Feeds',
    id: 'readJsonFeed',
    summary: 'The same as JSON Feed 1.1',
    description: 'One item for each indicator and day on which figures were added.',
    content: { 'application/feed+json': ref('JsonFeed') },
    taken: [idsParameter, ...knownTo('feed')],
  }),
  '/indicators/{id}/feed.atom': get({
    tag: 'Feeds',
    id: 'readIndicatorAtom',
    summary: 'What changed in an indicator, newest first',
    description: 'Atom: one entry for each day on which figures were added.',
    content: { [atom]: text },
    taken: [id, ...knownTo('feed')],
  }),
  '/openapi.json': get({
    tag: 'Service',
    id: 'readOpenApi',
    summary: 'The OpenAPI document',
    description: 'Made from the tables of parameters and formats that answer requests.',
    content: { [json]: { type: 'object' } },
    taken: [],
  }),
  '/llms.txt': get({
    tag: 'Agents',
    id: 'readLlmsTxt',
    summary: 'What an agent should know before it quotes a figure',
    description: 'Markdown with links to everything, by version 2 of the proposal of llmstxt.org.',
    content: { 'text/plain': text },
    taken: [],
  }),
  '/healthz': get({
    tag: 'Service',
    id: 'checkHealth',
    summary: 'Whether all is well, the release and the day of the newest figure',
    description: 'Draws a small card from end to end.',
    content: { [json]: ref('Health') },
    taken: [],
    more: { 503: { description: 'Nothing can be drawn', content: { [json]: { schema: ref('Health') } } } },
  }),
}

/** A refusal as JSON-RPC tells it. */
const refusal = (description: string) => ({ description, content: { [json]: { schema: ref('JsonRpc') } } })

/** The one address that is written to: a message comes by POST. */
const mcp = {
  post: {
    operationId: 'sendMcpMessage',
    tags: ['Agents'],
    summary: 'A message of the Model Context Protocol',
    description:
      'Streamable HTTP without a session, in the versions 2025-03-26 to 2026-07-28. Tools: `find_indicator`, `read_figures`, `get_card`. Point an MCP client at this address.',
    requestBody: { required: true, content: { [json]: { schema: ref('JsonRpc') } } },
    responses: {
      200: { description: 'The answer to the message', content: { [json]: { schema: ref('JsonRpc') } } },
      202: { description: 'A message that asks for nothing' },
      400: refusal('A message that is none, or of a version that is not spoken'),
      404: refusal('A method that there is not'),
      413: refusal('A message that is too long'),
      415: refusal('A message that is not JSON'),
    },
  },
}

/** What an address of the description takes. */
type Path = { get?: ReturnType<typeof get>['get']; post?: (typeof mcp)['post'] }

/** The operation with an answer that it really gives. */
function withExample<T extends ReturnType<typeof get>>(operation: T, address: string, value: unknown): T {
  const { responses } = operation.get
  const [type = '', { schema } = { schema: text }] = Object.entries(responses[200].content)[0] ?? []
  const content = { ...responses[200].content, [type]: { schema, examples: { real: { summary: address, value } } } }
  return { ...operation, get: { ...operation.get, responses: { ...responses, 200: { ...responses[200], content } } } }
}

/**
 * OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), made of the table of parameters that validates requests; `examples` are
 * answers by their path.
 */
export function toOpenApi(origin: string, release: string, examples: Readonly<Record<string, Example>> = {}) {
  const paths = Object.entries({ ...files, ...operations }).map(([path, operation]) => {
    const example = examples[path]
    return [path, example ? withExample(operation, example.address, example.value) : operation] as const
  })
  const described: Record<string, Path> = { ...Object.fromEntries(paths), '/mcp': mcp }
  return {
    openapi: '3.1.0',
    info: {
      title: site.name,
      version: release,
      description: site.description,
      contact: { name: site.name, url: origin },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin }],
    security: [],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: described,
    components: {
      schemas,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, description]) => [name, { description, schema: text }]),
      ),
    },
  }
}
