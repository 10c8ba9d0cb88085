import type { Card, Point } from '../card/card.ts'
import { type RequestedCard, toRequestedCard } from '../card/requested-card.ts'
import { catalog, release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import type { Indicator } from '../model/indicator.ts'
import { enclose, joinBy, languages, say } from '../model/locales.ts'
import { flagWords, statusWords } from '../model/messages.ts'
import { parameters } from '../request/parameters.ts'
import { toPictureUrl } from '../request/urls.ts'
import { toCaveats } from './caveats.ts'
import { toCitation } from './citation.ts'
import { toCatalogEntry, toIndicatorJson } from './json.ts'
import { toParameterSchema } from './openapi.ts'
import type { Schema } from './schemas.ts'

/** What a tool needs of the service around it: its origin, the day of today, and its drawing of a picture by its address. */
export type McpService = {
  origin: string
  day: string
  drawPng: (url: URL) => Promise<Uint8Array>
}

export type Content = { type: 'text'; text: string } | { type: 'image'; data: string; mimeType: string }
export type ToolResult = { content: Content[]; structuredContent?: object; isError?: boolean }
type Arguments = Readonly<Record<string, unknown>>
type Tool = {
  name: string
  title: string
  description: string
  inputSchema: Schema
  call: (given: Arguments, service: McpService) => Promise<ToolResult> | ToolResult
}

const known = (names: readonly (keyof typeof parameters)[]): Record<string, Schema> =>
  Object.fromEntries(
    names.map(name => [name, { ...toParameterSchema(parameters[name]), description: parameters[name].about }]),
  )
const id = { id: { type: 'string', description: 'The id of an indicator, as find_indicator names it' } }
const selection = ['lang', 'from', 'to', 'series', 'asof'] as const
const look = ['layout', 'size', 'theme'] as const

const toInput = (properties: Record<string, Schema>, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

/** The tools, each of which only reads. Whatever shows a figure shows its caveats and its source as well. */
export const tools: readonly Tool[] = [
  {
    name: 'find_indicator',
    title: 'Find an indicator',
    description:
      'Finds indicators by words in any of the languages of the catalogue: what each measures, its newest finding, its unit, its authorities and its caveats. Without a query it lists them all.',
    inputSchema: toInput(
      { query: { type: 'string', description: 'Words to look for: a country, a port, a good' }, ...known(['lang']) },
      [],
    ),
    call: findIndicators,
  },
  {
    name: 'read_figures',
    title: 'Read the figures of an indicator',
    description:
      'Reads the figures of one indicator, each with its period, status, flag and source, and with the caveats, the sources and a citation. Repeat the caveats that touch the figures you quote. Never join series of different authorities.',
    inputSchema: toInput({ ...id, ...known(selection) }, ['id']),
    call: readFigures,
  },
  {
    name: 'get_card',
    title: 'Get the card of an indicator',
    description:
      'Draws the card of one indicator as a PNG, with its alternative text, its source, its caveats, and the addresses of the picture and its page to embed or to link.',
    inputSchema: toInput({ ...id, ...known([...selection, ...look]) }, ['id']),
    call: drawCard,
  },
]

/** Calls a tool. A mistake of the caller is a result with `isError`, by which a model can correct itself. */
export async function callTool(tool: Tool, given: Arguments, service: McpService): Promise<ToolResult> {
  try {
    return await tool.call(given, service)
  } catch (error) {
    if (!(error instanceof CardError)) throw error
    const { parameter, allowed, suggestion } = error.detail
    const lines = [
      error.message,
      ...(suggestion ? [`Did you mean ${suggestion}?`] : []),
      ...(parameter && allowed ? [`${parameter} can be: ${allowed.join(', ')}`] : []),
    ]
    return { content: [{ type: 'text', text: lines.join('\n') }], isError: true }
  }
}

/** The arguments of a call as the query of the address that answers the same. */
function toQuery(given: Arguments): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) {
    if (name === 'id' || value === null || value === undefined) continue
    query.set(name, Array.isArray(value) ? value.join('~') : String(value))
  }
  return query
}

function toAsked({ origin }: McpService, given: Arguments, encoding: 'json' | 'png'): RequestedCard {
  if (typeof given.id !== 'string')
    throw new CardError(400, 'bad-parameter', 'id must be the id of an indicator', {
      parameter: 'id',
      allowed: catalog.map(indicator => indicator.id),
    })
  return toRequestedCard(new URL(origin), given.id, encoding, toQuery(given))
}

/** The longest list of matches. */
const mostMatches = 8

function findIndicators(given: Arguments, { origin }: McpService): ToolResult {
  const query = typeof given.query === 'string' ? given.query.slice(0, 200) : ''
  const search = toQuery({ lang: given.lang })
  const ranked = catalog
    .map(indicator => ({ indicator, score: toScore(query, indicator) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostMatches)
  const found = ranked.length > 0 ? ranked.map(({ indicator }) => indicator) : catalog
  const views = found.map(indicator => toRequestedCard(new URL(origin), indicator.id, 'json', search))
  const opening =
    ranked.length > 0
      ? `${ranked.length} of ${catalog.length} indicators match`
      : query.trim() === ''
        ? `All ${catalog.length} indicators`
        : `No indicator matches; all ${catalog.length} are listed`
  return {
    content: [{ type: 'text', text: [opening, ...views.map(toListing)].join('\n\n') }],
    structuredContent: {
      indicators: views.map(({ card, links }) => ({ ...toCatalogEntry(card, links), caveats: toCaveats(card) })),
    },
  }
}

function toListing({ card, links }: RequestedCard): string {
  const points = card.series.flatMap(series => series.points)
  const years = points.map(({ year }) => year)
  return [
    `${card.id}: ${card.title}`,
    card.finding,
    `Unit: ${card.unit.label}. Years: ${Math.min(...years)} to ${Math.max(...years)}. ${card.sourceLine}`,
    ...toCaveats(card).map(caveat => `Caveat: ${caveat}`),
    links.html,
  ].join('\n')
}

/** How well an indicator answers to words, in whatever language: those of its title and id count most. */
function toScore(query: string, indicator: Indicator): number {
  const spoken = (words: Indicator['title']): string => languages.map(lang => words[lang] ?? '').join(' ')
  const fields = [
    { weight: 5, text: [indicator.id, ...indicator.aliases] },
    { weight: 4, text: [spoken(indicator.title)] },
    {
      weight: 2,
      text: [
        spoken(indicator.measure),
        ...indicator.series.flatMap(({ id: series, label, authority, area }) => [
          series,
          spoken(label),
          spoken(authority.name),
          area ?? '',
        ]),
      ],
    },
    { weight: 1, text: [spoken(indicator.description), ...indicator.notes.map(note => spoken(note.words))] },
  ].map(({ weight, text }) => ({ weight, text: fold(text.join(' ')) }))
  return toTerms(query).reduce(
    (sum, term) =>
      sum + Math.max(...fields.map(({ weight, text }) => (text.includes(term) ? weight * term.length : 0))),
    0,
  )
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The words to look for. Of a long word the last letters are left out, where Russian and Kazakh put their endings; of Chinese,
 * which does not part its words, each two signs are one.
 */
const toTerms = (query: string): string[] =>
  fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap(word =>
      /\p{Script=Han}/u.test(word)
        ? Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2))
        : word.length < 3
          ? []
          : [word.length > 6 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word],
    )

function readFigures(given: Arguments, service: McpService): ToolResult {
  const requested = toAsked(service, given, 'json')
  const { card, links } = requested
  const caveats = toCaveats(card)
  const citation = toCitation(requested, service.day)
  return {
    content: [{ type: 'text', text: toFigureText(card, caveats, citation.text) }],
    structuredContent: { ...toIndicatorJson(card, release, links), caveats, citation: citation.text },
  }
}

/** The figures as Markdown, each in a line that is whole by itself: period, value, unit, status, flag, note, source. */
function toFigureText(card: Card, caveats: readonly string[], citation: string): string {
  const lines = card.series.flatMap(series => [
    '',
    `## ${enclose(series.label, series.authority, card.lang)}`,
    ...series.points.map(point => toLine(point, card)),
  ])
  return [
    `# ${card.title}`,
    card.finding,
    card.description,
    `Unit of every value: ${card.unit.label} (${card.unit.code})`,
    '',
    '## Caveats',
    ...caveats.map(caveat => `- ${caveat}`),
    ...lines,
    '',
    '## Sources',
    ...card.sources.map(
      ({ id: source, title, publisher, url, published }) =>
        `- ${source}: ${joinBy('comma', [title, publisher, published], card.lang)} <${url}>`,
    ),
    '',
    '## Cite as',
    citation,
  ].join('\n')
}

function toLine({ caption, value, status, flag, note, source }: Point, { unit, lang }: Card): string {
  const remarks = [statusWords[status], ...(flag ? [flagWords[flag]] : [])].map(words => say<string>(words, lang))
  const figure = `- ${caption}: ${value} ${unit.label} (${remarks.join(', ')})`
  return `${note ? `${figure} ${note}` : figure} [${source}]`
}

async function drawCard(given: Arguments, service: McpService): Promise<ToolResult> {
  const requested = toAsked(service, given, 'png')
  const { card, links } = requested
  const url = toPictureUrl(requested, { encoding: 'png' })
  const caveats = toCaveats(card)
  const citation = toCitation(requested, service.day)
  const bytes = await service.drawPng(new URL(url))
  const urls = { png: url, svg: links.svg, page: links.html, embed: links.embed }
  const text = [
    card.finding,
    card.alt,
    ...caveats.map(caveat => `Caveat: ${caveat}`),
    ...Object.entries(urls).map(([name, address]) => `${name}: ${address}`),
    citation.text,
  ]
  return {
    content: [
      { type: 'image', data: toBase64(bytes), mimeType: 'image/png' },
      { type: 'text', text: text.join('\n') },
    ],
    structuredContent: {
      id: card.id,
      finding: card.finding,
      alt: card.alt,
      source: card.sourceLine,
      caveats,
      citation: citation.text,
      links: urls,
    },
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(text)
}
