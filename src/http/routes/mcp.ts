import { toRequestedCard } from '../../card/requested-card.ts'
import { answerMcp, internalFailure, type McpAnswer, type McpService, refuse } from '../../formats/mcp.ts'
import { textSuffixes } from '../../formats/schemas.ts'
import { CardError } from '../../model/errors.ts'
import { toPlainType } from '../../request/media-types.ts'
import * as site from '../../site.ts'
import { readIndicator, readSearch } from '../indicators.ts'
import { logFault, toCause } from '../log.ts'
import type { Bindings } from '../platform.ts'
import { encode } from '../response.ts'
import type { Handler } from './handler.ts'

/** The most bytes of a message; the longest that a tool can use has a tenth of it. */
const mostBytes = 32_000

const instructions = `${site.subject.en}. Each figure has an authority, a source and a date. Find an indicator with find_indicator, read it with read_figures, show it with get_card. Whenever you quote a figure, name its source and repeat the caveats that touch it. Never join, add or compare series of different authorities.`

/** The addresses that can be read as resources: the figures and their descriptions, as text. */
const readable = new RegExp(
  `^/(?:indicators\\.(?:json|csv)|datapackage\\.json|openapi\\.json|llms\\.txt|indicators/[a-z0-9-]+\\.(?:${textSuffixes.join('|')}))$`,
)

/**
 * Answers a message of the Model Context Protocol. Anyone may ask from any origin, because there is nothing here that only some
 * may read, and nothing is kept of who asked.
 */
export const answerMcpPost: Handler = async context => {
  const { raw: request } = context.req
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^application\/json\s*(?:;|$)/i.test(type))
    return encodeMessage(refuse(415, 'Content-Type must be application/json'))
  const text = await readMessage(request)
  if (typeof text !== 'string') return encodeMessage(text)
  try {
    return encodeMessage(await answerMcp(text, request.headers, toService(new URL(request.url).origin, context.env)))
  } catch (error) {
    logFault({ route: '/mcp', cause: error instanceof Error ? toCause(error, request) : 'unknown' })
    return encodeMessage(internalFailure)
  }
}

/** The body, read no further than the limit, or a refusal. A client that hangs up is not our failure. */
async function readMessage({ body }: Request): Promise<string | McpAnswer> {
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  try {
    for await (const part of body ?? []) {
      size += part.byteLength
      if (size > mostBytes) return refuse(413, `A message must have at most ${mostBytes} bytes`)
      text += decoder.decode(part, { stream: true })
    }
  } catch {
    return refuse(400, 'The message did not come whole')
  }
  return text + decoder.decode()
}

const encodeMessage = ({ status, body }: McpAnswer): Response =>
  encode({ status, type: 'json', life: 'none', body: body ? JSON.stringify(body) : '' })

function toService(origin: string, env: Bindings): McpService {
  return {
    origin,
    day: new Date().toISOString().slice(0, 10),
    name: site.slug,
    title: site.name,
    instructions,
    readSearch: () => readSearch(env),
    readCard: async (id, encoding, query) =>
      toRequestedCard(new URL(`/?${query}`, origin), await readIndicator(id, env), encoding),
    readResources: async () => [
      ...listings.map(({ path, ...about }) => ({ uri: `${origin}${path}`, name: path.slice(1), ...about })),
      ...(await readSearch(env)).map(({ id, title }) => ({
        uri: `${origin}/indicators/${id}.json`,
        name: `indicators/${id}.json`,
        title: title.en,
        description: 'Its figures, with notes, sources and licence',
        mimeType: jsonType,
      })),
    ],
    templates: [
      {
        uriTemplate: `${origin}/indicators/{id}.json{?lang,from,to,series,asof}`,
        name: 'indicator',
        title: 'An indicator',
        description: 'The figures of one indicator, with notes, sources and licence',
        mimeType: jsonType,
      },
    ],
    drawPng: url => readCardImage(url, env),
    read: async uri => (isReadable(uri, origin) ? findResource(uri, env) : undefined),
  }
}

const jsonType = toPlainType('json')

/** The resources about the whole catalogue. */
const listings = [
  {
    path: '/indicators.json',
    title: 'The catalogue',
    description: 'Every indicator with its newest finding',
    mimeType: jsonType,
  },
  {
    path: '/indicators.csv',
    title: 'All figures',
    description: 'One figure a row, with unit, status, flag, note and source',
    mimeType: 'text/csv',
  },
  {
    path: '/llms.txt',
    title: 'How to use the figures',
    description: 'What to know before quoting them',
    mimeType: 'text/plain',
  },
]

async function readCardImage(url: URL, { ask }: Bindings): Promise<Uint8Array> {
  const response = await ask(url.href)
  if (response.status === 429 || response.status === 503)
    throw new CardError(429, 'too-many-requests', 'Too many new pictures at once; try again in a minute')
  if (!response.ok) throw new Error(`${url.pathname} answers ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

function isReadable(uri: string, origin: string): boolean {
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  return url?.origin === origin && readable.test(url.pathname)
}

/** The text at an address of ours; undefined where there is none. */
async function findResource(uri: string, { ask }: Bindings) {
  const response = await ask(uri)
  if (!response.ok) return undefined
  const mimeType = (response.headers.get('Content-Type') ?? '').replace(/;.*/, '')
  return { mimeType, text: await response.text() }
}
