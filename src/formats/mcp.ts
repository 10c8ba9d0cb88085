import { release } from '../model/catalog.ts'
import { isObject, isRpcId, type JsonObject, RpcError, type RpcId, toRpcFailure } from './json-rpc.ts'
import { callTool, type ToolService, tools } from './mcp-tools.ts'

/**
 * The Model Context Protocol over Streamable HTTP (https://modelcontextprotocol.io/specification), without a session: each
 * request is answered by itself. It answers both forms in use: 2026-07-28, in which each request names its version, and the
 * earlier ones that begin with `initialize`.
 */
const modern = '2026-07-28'
const legacy = ['2025-11-25', '2025-06-18', '2025-03-26'] as const
const meta = {
  version: 'io.modelcontextprotocol/protocolVersion',
  capabilities: 'io.modelcontextprotocol/clientCapabilities',
  server: 'io.modelcontextprotocol/serverInfo',
} as const

/** A resource that can be read: an address of ours, with a description. */
type Resource = { uri: string; name: string; title: string; description: string; mimeType: string }

/** The services that the protocol uses: those of the tools, our name, and the resources, whose text `read` finds. */
export type McpService = ToolService & {
  origin: string
  name: string
  title: string
  instructions: string
  readResources: () => Promise<readonly Resource[]>
  templates: readonly (Omit<Resource, 'uri'> & { uriTemplate: string })[]
  read: (uri: string) => Promise<{ mimeType: string; text: string } | undefined>
}

/** The HTTP answer; a notification gets no body. */
export type McpAnswer = { status: number; body?: object }

/** A request of one method. */
type McpRequest = { method: string; params: JsonObject; headers: Headers; service: McpService; isModern: boolean }

/** The most messages that a batch may hold, which 2025-03-26 alone has. */
const mostInBatch = 10

/** Answers the text of a POST. Throws any error of a tool that is not a `CardError`. */
export async function answerMcp(text: string, headers: Headers, service: McpService): Promise<McpAnswer> {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return toFailure(null, new RpcError('parse', 'The body must be JSON'))
  }
  if (!Array.isArray(message)) return answerMessage(message, headers, service)
  if (message.length === 0 || message.length > mostInBatch || message.some(entry => isObject(entry) && isModern(entry)))
    return toFailure(
      null,
      new RpcError('invalidRequest', `A batch must hold 1 to ${mostInBatch} messages of a version before ${modern}`),
    )
  const answers: McpAnswer[] = []
  for (const entry of message) answers.push(await answerMessage(entry, headers, service))
  const bodies = answers.flatMap(({ body }) => (body ? [body] : []))
  return bodies.length > 0 ? { status: 200, body: bodies } : { status: 202 }
}

async function answerMessage(message: unknown, headers: Headers, service: McpService): Promise<McpAnswer> {
  const id = isObject(message) && isRpcId(message.id) ? message.id : null
  try {
    if (!isObject(message) || message.jsonrpc !== '2.0')
      throw new RpcError('invalidRequest', 'The message must be one of JSON-RPC 2.0')
    // A response or a notification gets no answer.
    if (typeof message.method !== 'string' || !('id' in message)) return { status: 202 }
    if (id === null) throw new RpcError('invalidRequest', 'id must be text or a whole number')
    const params = isObject(message.params) ? message.params : {}
    const request = { method: message.method, params, headers, service, isModern: isModern(message) }
    const result = request.isModern ? await answerModern(request) : await answerLegacy(request)
    return { status: 200, body: { jsonrpc: '2.0', id, result } }
  } catch (error) {
    if (!(error instanceof RpcError)) throw error
    return toFailure(id, error)
  }
}

const toFailure = (id: RpcId | null, error: RpcError): McpAnswer => ({
  status: error.status,
  body: toRpcFailure(id, error),
})

/** A request that HTTP refuses before there is a message. */
export const refuse = (status: number, sentence: string): McpAnswer =>
  toFailure(null, new RpcError('refused', sentence, { status }))

/** The answer when a tool throws anything but a mistake of the caller. */
export const internalFailure: McpAnswer = toFailure(
  null,
  new RpcError('internal', 'Something went wrong on our side; the fault has been logged', { status: 500 }),
)

/** The metadata of a request, which since 2026-07-28 names the version in each. */
const toMeta = (params: unknown): JsonObject => (isObject(params) && isObject(params._meta) ? params._meta : {})

const isModern = (message: JsonObject): boolean => meta.version in toMeta(message.params)

/** 2025-11-25 and before: `initialize` first, then requests that name the version in a header. */
function answerLegacy(request: McpRequest): Promise<object> | object {
  const { method, params, headers, service } = request
  const version = headers.get('MCP-Protocol-Version')?.trim()
  if (version === modern)
    throw method === 'initialize'
      ? new RpcError('headerMismatch', `${modern} has no initialize`)
      : new RpcError('invalidParams', `A request of ${modern} must name its version in params._meta`)
  if (method === 'initialize') return initialize(params, service)
  if (version !== undefined && !isLegacy(version))
    throw new RpcError('refused', `MCP-Protocol-Version must be one of ${legacy.join(', ')}`)
  return method === 'ping' ? {} : answerMethod(request)
}

const isLegacy = (version: unknown): boolean => legacy.some(name => name === version)

const capabilities = { tools: {}, resources: {} }

const toServerInfo = ({ name, title, origin }: McpService) => ({ name, title, version: release, websiteUrl: origin })

const initialize = ({ protocolVersion }: JsonObject, service: McpService) => ({
  protocolVersion: isLegacy(protocolVersion) ? protocolVersion : legacy[0],
  capabilities,
  serverInfo: toServerInfo(service),
  instructions: service.instructions,
})

/** The methods whose answers a client may cache, and for how long in milliseconds: an hour, as for the other answers. */
const cacheable = ['server/discover', 'tools/list', 'resources/list', 'resources/templates/list', 'resources/read']
const ttlMs = 3_600_000

/** 2026-07-28: each request names its version in its metadata, and repeats in headers the fields that a proxy may use. */
async function answerModern(request: McpRequest): Promise<object> {
  checkModern(request)
  const { method, service } = request
  const result =
    method === 'server/discover'
      ? { supportedVersions: [modern], capabilities, instructions: service.instructions }
      : await answerMethod(request)
  return {
    ...result,
    resultType: 'complete',
    ...(cacheable.includes(method) && { ttlMs, cacheScope: 'public' }),
    _meta: { [meta.server]: toServerInfo(service) },
  }
}

/** Compares the metadata of a modern request with its headers. Throws `RpcError` with the status 400. */
function checkModern({ method, params, headers }: McpRequest): void {
  const own = toMeta(params)
  const version = own[meta.version]
  if (typeof version !== 'string' || !isObject(own[meta.capabilities]))
    throw new RpcError('invalidParams', `params._meta must hold ${meta.version} and ${meta.capabilities}`)
  const read = (name: string): string | undefined => headers.get(name)?.trim()
  const mismatch = (name: string): RpcError =>
    new RpcError('headerMismatch', `The header ${name} must say the same as the body`)
  const named = read('MCP-Protocol-Version')
  if (named !== undefined && named !== version) throw mismatch('MCP-Protocol-Version')
  if (version !== modern)
    throw new RpcError('unsupportedVersion', `The version must be ${modern}`, {
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

const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

/** Answers a method that both forms have; only their failures differ. */
async function answerMethod(request: McpRequest): Promise<object> {
  const { method, params, service } = request
  switch (method) {
    case 'tools/list':
      return {
        tools: tools.map(({ name, title, description, inputSchema }) => ({
          name,
          title,
          description,
          inputSchema,
          annotations: { title, ...annotations },
        })),
      }
    case 'tools/call': {
      const tool = tools.find(({ name }) => name === params.name)
      if (!tool)
        throw new RpcError('invalidParams', `name must be one of ${tools.map(({ name }) => name).join(', ')}`, {
          status: 200,
        })
      return callTool(tool, isObject(params.arguments) ? params.arguments : {}, service)
    }
    case 'resources/list':
      return { resources: await service.readResources() }
    case 'resources/templates/list':
      return { resourceTemplates: service.templates }
    case 'resources/read':
      return readResource(request)
    default:
      throw new RpcError('methodNotFound', 'There is no such method', { status: request.isModern ? 404 : 200 })
  }
}

async function readResource({ params, service, isModern: isNew }: McpRequest): Promise<object> {
  const uri = typeof params.uri === 'string' ? params.uri : ''
  const found = await service.read(uri)
  if (found) return { contents: [{ uri, ...found }] }
  throw new RpcError(
    isNew ? 'invalidParams' : 'resourceNotFound',
    'There is no such resource; resources/list names them',
    { status: 200, data: { uri } },
  )
}
