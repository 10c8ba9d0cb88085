import { release } from '../model/catalog.ts'
import * as site from '../site.ts'
import * as s from './json-schema.ts'
import { type Operation, operations, problem, tags } from './operations.ts'
import { schemas } from './schemas.ts'

const headers = {
  ETag: 'A strong validator, for `If-None-Match`',
  'Last-Modified': 'When this release was built, for `If-Modified-Since`',
  Link: 'The canonical address, the other forms and the licence',
  'Card-Ignored': 'The names of the query that were left out, where there are any',
  'Card-Error': 'The code of the failure',
}

const toHeaderRef = (name: keyof typeof headers) => ({ $ref: `#/components/headers/${name}` })

/** An address, and its answer with the status 200. */
export type Example = { address: string; value: unknown }

type MediaTypeObjects = Record<
  string,
  { schema: s.Schema; examples?: Record<string, { summary: string; value: unknown }> }
>

/** The content of an answer; an example is one of the first of its media types. */
const toContent = (content: Operation['content'], example: Example | undefined): MediaTypeObjects =>
  Object.fromEntries(
    Object.entries(content).map(([type, schema], i) => [
      type,
      i === 0 && example
        ? { schema, examples: { real: { summary: example.address, value: example.value } } }
        : { schema },
    ]),
  )

/** An operation as OpenAPI describes it. */
function toGet(operation: Operation, example: Example | undefined) {
  const { tag, id, summary, description, content, taken, failure = problem, more = {} } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    parameters: taken,
    responses: {
      200: {
        description: summary,
        headers: {
          ETag: toHeaderRef('ETag'),
          'Last-Modified': toHeaderRef('Last-Modified'),
          Link: toHeaderRef('Link'),
          'Card-Ignored': toHeaderRef('Card-Ignored'),
        },
        content: toContent(content, example),
      },
      304: { description: 'The client has it already, by its ETag or its date' },
      ...(taken.length > 0 && { 400: failure }),
      ...(taken.some(({ name }) => ['id', 'ids', 'url'].includes(name)) && { 404: failure }),
      ...more,
    },
  }
}

const jsonRpc = { 'application/json': { schema: s.ref('JsonRpc') } }

const toJsonRpc = (description: string) => ({ description, content: jsonRpc })

/** The one address that takes a POST. */
const mcpPost = {
  operationId: 'sendMcpMessage',
  tags: ['Agents'],
  summary: 'A message of the Model Context Protocol',
  description:
    'Streamable HTTP without a session, in the versions 2025-03-26 to 2026-07-28. Tools: `find_indicator`, `read_figures`, `get_card`. Point an MCP client at this address.',
  requestBody: { required: true, content: jsonRpc },
  responses: {
    200: toJsonRpc('The answer to the message'),
    202: { description: 'A message that asks for nothing' },
    400: toJsonRpc('A message that is none, or of a version that is not spoken'),
    404: toJsonRpc('A method that there is not'),
    413: toJsonRpc('A message that is too long'),
    415: toJsonRpc('A message that is not JSON'),
  },
}

type PathItem = { get?: ReturnType<typeof toGet>; post?: typeof mcpPost }

/**
 * OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), made of the table of parameters that validates requests; `examples` are
 * answers by their path.
 */
export function toOpenApi(origin: string, examples: Readonly<Record<string, Example>> = {}) {
  const paths: Record<string, PathItem> = {
    ...Object.fromEntries(operations.map(([path, operation]) => [path, { get: toGet(operation, examples[path]) }])),
    '/mcp': { post: mcpPost },
  }
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
    paths,
    components: {
      schemas,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, description]) => [name, { description, schema: s.string }]),
      ),
    },
  }
}
