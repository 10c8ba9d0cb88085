import * as s from './json-schema.ts'

/** The codes of JSON-RPC 2.0 section 5.1, and those of MCP. */
const errorCodes = {
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

/** A failure that the protocol has a code for. `status` is that of HTTP. */
export class RpcError extends Error {
  readonly code: number
  readonly status: number
  readonly data: object | undefined

  constructor(
    code: keyof typeof errorCodes,
    message: string,
    { status = 400, data }: { status?: number; data?: object } = {},
  ) {
    super(message)
    this.code = errorCodes[code]
    this.status = status
    this.data = data
  }
}

export type JsonObject = Readonly<Record<string, unknown>>
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type RpcId = string | number
export const isRpcId = (value: unknown): value is RpcId => typeof value === 'string' || Number.isInteger(value)

/** The body of a failed request; the id is null where the request has none that can be read. */
export const toRpcFailure = (id: RpcId | null, { code, message, data }: RpcError) => ({
  jsonrpc: '2.0',
  id,
  error: { code, message, ...(data && { data }) },
})

export const jsonRpcSchema = s.object({
  jsonrpc: { const: '2.0' },
  id: s.optional({ type: ['string', 'integer', 'null'] }),
  method: s.optional(s.string),
  params: s.optional({ type: 'object' }),
  result: s.optional({ type: 'object' }),
  error: s.optional(s.object({ code: s.integer, message: s.string, data: s.optional({ type: 'object' }) })),
})
