import { release } from '../model/catalog.ts'
import * as s from './json-schema.ts'
import { callTool, type McpService as ToolService, tools } from './mcp-tools.ts'

/**
 * The Model Context Protocol over Streamable HTTP (https://modelcontextprotocol.io/specification), without a session: each
 * request is answered by itself. Both forms in use are spoken: 2026-07-28, in which each request names its version, and the
 * earlier ones that begin with `initialize`.
 */
const modern = '2026-07-28'
const legacy = ['2025-11-25', '2025-06-18', '2025-03-26'] as const
const meta = {
  version: 'io.modelcontextprotocol/protocolVersion',
  capabilities: 'io.modelcontextprotocol/clientCapabilities',
  server: 'io.modelcontextprotocol/serverInfo',
} as const

/** The codes of JSON-RPC 2.0 section 5.1, and those of MCP. */
const codes = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  resourceNotFound: -32002,
  headerMismatch: -32020,
  unsupportedVersion: -32022,
  refused: -32000,
} as const

/** A resource that can be read: an address of ours, with what it holds. */
export type Resource = { uri: string; name: string; title: string; description: string; mimeType: string }

/** What surrounds the protocol: that of the tools, who we are, and the resources, of which `read` finds the text. */
export type McpService = ToolService & {
  origin: string
  name: string
  title: string
  instructions: string
  readResources: () => Promise<readonly Resource[]>
  templates: readonly (Omit<Resource, 'uri'> & { uriTemplate: string })[]
  read: (uri: string) => Promise<{ mimeType: string; text: string } | undefined>
}

/** What HTTP answers: without a body to what asks for none. */
export type McpAnswer = { status: number; body?: object }

/** A failure that the protocol has a code for. `status` is that of HTTP. */
class McpError extends Error {
  readonly code: number
  readonly status: number
  readonly data: object | undefined

  constructor(code: number, message: string, { status = 200, data }: { status?: number; data?: object } = {}) {
    super(message)
    this.code = code
    this.status = status
    this.data = data
  }
}

type Json = Readonly<Record<string, unknown>>
type Id = string | number
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The most messages that a batch may hold, which 2025-03-26 alone has. */
const mostInBatch = 10

/** Answers the text of a POST. Throws what the tools throw besides `CardError`. */
export async function answerMcp(text: string, headers: Headers, service: McpService): Promise<McpAnswer> {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return toFailure(null, new McpError(codes.parse, 'The body must be JSON', { status: 400 }))
  }
  if (!Array.isArray(message)) return answerMessage(message, headers, service)
  if (message.length === 0 || message.length > mostInBatch || message.some(entry => isJson(entry) && isModern(entry)))
    return toFailure(
      null,
      new McpError(
        codes.invalidRequest,
        `A batch must hold 1 to ${mostInBatch} messages of a version before ${modern}`,
        {
          status: 400,
        },
      ),
    )
  const answers: McpAnswer[] = []
  for (const entry of message) answers.push(await answerMessage(entry, headers, service))
  const bodies = answers.flatMap(({ body }) => (body ? [body] : []))
  return bodies.length > 0 ? { status: 200, body: bodies } : { status: 202 }
}

async function answerMessage(message: unknown, headers: Headers, service: McpService): Promise<McpAnswer> {
  const id = isJson(message) && isId(message.id) ? message.id : null
  try {
    if (!isJson(message) || message.jsonrpc !== '2.0')
      throw new McpError(codes.invalidRequest, 'The message must be one of JSON-RPC 2.0', { status: 400 })
    // An answer or a notification asks for nothing.
    if (typeof message.method !== 'string' || !('id' in message)) return { status: 202 }
    if (id === null) throw new McpError(codes.invalidRequest, 'id must be text or a whole number', { status: 400 })
    const params = isJson(message.params) ? message.params : {}
    const result = isModern(message)
      ? await answerModern(message.method, params, headers, service)
      : await answerLegacy(message.method, params, headers, service)
    return { status: 200, body: { jsonrpc: '2.0', id, result } }
  } catch (error) {
    if (!(error instanceof McpError)) throw error
    return toFailure(id, error)
  }
}

const isId = (value: unknown): value is Id => typeof value === 'string' || Number.isInteger(value)

/** The failure of a message as JSON-RPC tells it. */
const toFailure = (id: Id | null, { code, message, data, status }: McpError): McpAnswer => ({
  status,
  body: { jsonrpc: '2.0', id, error: { code, message, ...(data && { data }) } },
})

/** A request that HTTP refuses before there is a message. */
export const refuse = (status: number, sentence: string): McpAnswer =>
  toFailure(null, new McpError(codes.refused, sentence, { status }))

/** What is told when a tool throws what is no mistake of the caller. */
export const internalFailure: McpAnswer = toFailure(
  null,
  new McpError(codes.internal, 'Something went wrong on our side; the fault has been logged', { status: 500 }),
)

/** The metadata of a request, which since 2026-07-28 names the version in each. */
const toMeta = (message: Json): Json =>
  isJson(message.params) && isJson(message.params._meta) ? message.params._meta : {}

const isModern = (message: Json): boolean => meta.version in toMeta(message)

/** 2025-11-25 and before: `initialize` first, then requests that name the version in a header. */
function answerLegacy(method: string, params: Json, headers: Headers, service: McpService): Promise<object> | object {
  const version = headers.get('MCP-Protocol-Version')?.trim()
  if (version === modern)
    throw method === 'initialize'
      ? new McpError(codes.headerMismatch, `${modern} has no initialize`, { status: 400 })
      : new McpError(codes.invalidParams, `A request of ${modern} must name its version in params._meta`, {
          status: 400,
        })
  if (method === 'initialize') return initialize(params, service)
  if (version !== undefined && !isLegacy(version))
    throw new McpError(codes.refused, `MCP-Protocol-Version must be one of ${legacy.join(', ')}`, { status: 400 })
  return method === 'ping' ? {} : answerMethod(method, params, service, codes.resourceNotFound)
}

const isLegacy = (version: unknown): boolean => legacy.some(name => name === version)

const capabilities = { tools: {}, resources: {} }

const toServerInfo = ({ name, title, origin }: McpService) => ({ name, title, version: release, websiteUrl: origin })

const initialize = ({ protocolVersion }: Json, service: McpService) => ({
  protocolVersion: isLegacy(protocolVersion) ? protocolVersion : legacy[0],
  capabilities,
  serverInfo: toServerInfo(service),
  instructions: service.instructions,
})

/** For how long a list may be kept, in milliseconds: an hour, as for the other answers. */
const hour = 3_600_000
const kept = ['server/discover', 'tools/list', 'resources/list', 'resources/templates/list', 'resources/read']

/** 2026-07-28: each request names its version in its metadata, and in headers what a proxy may go by. */
async function answerModern(method: string, params: Json, headers: Headers, service: McpService): Promise<object> {
  checkModern(method, params, headers)
  const result =
    method === 'server/discover'
      ? { supportedVersions: [modern], capabilities, instructions: service.instructions }
      : await answerMethod(method, params, service, codes.invalidParams, 404)
  return {
    ...result,
    resultType: 'complete',
    ...(kept.includes(method) && { ttlMs: hour, cacheScope: 'public' }),
    _meta: { [meta.server]: toServerInfo(service) },
  }
}

/** Holds the metadata and the headers of a modern request against each other. Throws `McpError` with the status 400. */
function checkModern(method: string, params: Json, headers: Headers): void {
  const own = isJson(params._meta) ? params._meta : {}
  const version = own[meta.version]
  if (typeof version !== 'string' || !isJson(own[meta.capabilities]))
    throw new McpError(codes.invalidParams, `params._meta must hold ${meta.version} and ${meta.capabilities}`, {
      status: 400,
    })
  const read = (name: string): string | undefined => headers.get(name)?.trim()
  const mismatch = (name: string): McpError =>
    new McpError(codes.headerMismatch, `The header ${name} must say the same as the body`, { status: 400 })
  const named = read('MCP-Protocol-Version')
  if (named !== undefined && named !== version) throw mismatch('MCP-Protocol-Version')
  if (version !== modern)
    throw new McpError(codes.unsupportedVersion, `The version must be ${modern}`, {
      status: 400,
      data: { supported: [modern], requested: version },
    })
  if (named === undefined) throw mismatch('MCP-Protocol-Version')
  if (read('Mcp-Method') !== method) throw mismatch('Mcp-Method')
  const field = method === 'tools/call' ? params.name : method === 'resources/read' ? params.uri : undefined
  if (typeof field === 'string' && decodeHeader(read('Mcp-Name')) !== field) throw mismatch('Mcp-Name')
}

/** A header's value; one that is not ASCII comes as `=?base64?…?=`. */
function decodeHeader(value: string | undefined): string | undefined {
  const [, packed] = /^=\?base64\?([A-Za-z0-9+/=]*)\?=$/.exec(value ?? '') ?? []
  if (packed === undefined) return value
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(packed), sign => sign.charCodeAt(0)))
  } catch {
    return undefined
  }
}

/** What both forms have; `missing` is the code for a resource that is not there, `status` that of HTTP for an unknown method. */
async function answerMethod(
  method: string,
  params: Json,
  service: McpService,
  missing: number,
  status = 200,
): Promise<object> {
  switch (method) {
    case 'tools/list':
      return {
        tools: tools.map(({ name, title, description, inputSchema }) => ({
          name,
          title,
          description,
          inputSchema,
          annotations: {
            title,
            readOnlyHint: true,
            destructiveHint: false,
            idempotentHint: true,
            openWorldHint: false,
          },
        })),
      }
    case 'tools/call': {
      const tool = tools.find(({ name }) => name === params.name)
      if (!tool)
        throw new McpError(codes.invalidParams, `name must be one of ${tools.map(({ name }) => name).join(', ')}`)
      return callTool(tool, isJson(params.arguments) ? params.arguments : {}, service)
    }
    case 'resources/list':
      return { resources: await service.readResources() }
    case 'resources/templates/list':
      return { resourceTemplates: service.templates }
    case 'resources/read': {
      const uri = typeof params.uri === 'string' ? params.uri : ''
      const found = await service.read(uri)
      if (!found) throw new McpError(missing, 'There is no such resource; resources/list names them', { data: { uri } })
      return { contents: [{ uri, ...found }] }
    }
    default:
      throw new McpError(codes.methodNotFound, 'There is no such method', { status })
  }
}

export const jsonRpcSchema = s.object({
  jsonrpc: { const: '2.0' },
  id: s.optional({ type: ['string', 'integer', 'null'] }),
  method: s.optional(s.string),
  params: s.optional({ type: 'object' }),
  result: s.optional({ type: 'object' }),
  error: s.optional(s.object({ code: s.integer, message: s.string, data: s.optional({ type: 'object' }) })),
})
