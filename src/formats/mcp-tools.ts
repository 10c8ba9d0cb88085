import { Buffer } from 'node:buffer'
import type { RequestedCard } from '../card/requested-card.ts'
import { CardError } from '../model/errors.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { type SearchEntry, search } from '../model/search.ts'
import { findLanguage } from '../request/languages.ts'
import { parameters } from '../request/parameters.ts'
import { toPictureUrl } from '../request/urls.ts'
import { offered } from '../site.ts'
import { toCaveats } from './caveats.ts'
import { toCitation } from './citation.ts'
import { toCatalogEntry, toIndicatorJson } from './json.ts'
import type { JsonObject } from './json-rpc.ts'
import type * as s from './json-schema.ts'
import { toCaveatLines, toFigureText, toListing } from './mcp-text.ts'
import { toParameterSchema } from './openapi-parameters.ts'
import { toFailureText } from './problem.ts'

/** The services that a tool uses: today's date, the search index, cards by their id, and a picture by its address. */
export type ToolService = {
  day: string
  readSearch: () => Promise<readonly SearchEntry[]>
  readCard: (id: string, encoding: 'json' | 'png', query: URLSearchParams) => Promise<RequestedCard>
  drawPng: (url: URL) => Promise<Uint8Array>
}

const openings = {
  found: {
    en: '{found} of {all} indicators match; the nearest {shown}',
    kk: 'Табылған көрсеткіштер: {found} (барлығы {all}); ең жақындары: {shown}',
    ru: 'Найдено показателей: {found} из {all}; самые близкие: {shown}',
    zh: '{all}个指标中有{found}个匹配；最接近的{shown}个',
  },
  none: {
    en: 'No indicator matches. {shown} of {all} indicators',
    kk: 'Сәйкес көрсеткіш табылмады. Көрсетілгені: {shown} (барлығы {all})',
    ru: 'Подходящих показателей нет. Показано: {shown} из {all}',
    zh: '没有匹配的指标。列出{all}个中的{shown}个',
  },
  listed: {
    en: '{shown} of {all} indicators',
    kk: 'Көрсеткіштер: {shown} (барлығы {all})',
    ru: 'Показатели: {shown} из {all}',
    zh: '{all}个指标中的{shown}个',
  },
} as const satisfies Record<string, Record<Lang, string>>

const didYouMean: Record<Lang, string> = {
  en: 'Did you mean {suggestion}?',
  kk: 'Мүмкін {suggestion} керек шығар?',
  ru: 'Может быть, {suggestion}?',
  zh: '您要找的是{suggestion}吗？',
}

type ToolResult = {
  content: ({ type: 'text'; text: string } | { type: 'image'; data: string; mimeType: string })[]
  structuredContent?: object
  isError?: boolean
}
type Tool = {
  name: string
  title: string
  description: string
  inputSchema: s.Schema
  call: (given: JsonObject, service: ToolService) => Promise<ToolResult>
}

const toProperties = (names: readonly (keyof typeof parameters)[]): Record<string, s.Schema> =>
  Object.fromEntries(
    names.map(name => [name, { ...toParameterSchema(parameters[name], 'png'), description: parameters[name].about }]),
  )
const ofOne = {
  id: { type: 'string', description: 'The id of an indicator, as find_indicator names it' },
  ...toProperties(['lang', 'from', 'to', 'series', 'asof']),
}

const toInput = (properties: Record<string, s.Schema>, required: readonly string[]): s.Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

/** The tools; all of them only read. Each answer with a figure has its caveats and its source. */
export const tools: readonly Tool[] = [
  {
    name: 'find_indicator',
    title: 'Find an indicator',
    description:
      'Finds indicators by words in any of the languages of the catalogue: what each measures, its newest finding, its unit, its authorities and its caveats. Without a query it lists the first of them.',
    inputSchema: toInput(
      {
        query: { type: 'string', description: 'Words to look for: a country, a port, a good' },
        ...toProperties(['lang']),
      },
      [],
    ),
    call: findIndicators,
  },
  {
    name: 'read_figures',
    title: 'Read the figures of an indicator',
    description:
      'Reads the figures of one indicator, each with its period, status, flag and source, and with the caveats, the sources and a citation. Repeat the caveats that touch the figures you quote. Never join series of different authorities.',
    inputSchema: toInput(ofOne, ['id']),
    call: readFigures,
  },
  {
    name: 'get_card',
    title: 'Get the card of an indicator',
    description:
      'Draws the card of one indicator as a PNG, with its alternative text, its source, its caveats, and the addresses of the picture and its page to embed or to link.',
    inputSchema: toInput({ ...ofOne, ...toProperties(['layout', 'size', 'theme']) }, ['id']),
    call: drawCard,
  },
]

const toLanguage = ({ lang }: JsonObject): Lang => findLanguage(String(lang)) ?? offered[0]

/** Calls a tool. A mistake of the caller is a result with `isError`, by which a model can correct itself. */
export async function callTool(tool: Tool, given: JsonObject, service: ToolService): Promise<ToolResult> {
  try {
    return await tool.call(given, service)
  } catch (error) {
    if (!(error instanceof CardError)) throw error
    const { parameter, allowed, suggestion } = error.detail
    const lang = toLanguage(given)
    const lines = [
      toFailureText(error, lang),
      ...(suggestion ? [fill(say(didYouMean, lang), { suggestion })] : []),
      ...(lang === 'en' && parameter && allowed
        ? [joinBy('colon', [`${parameter} can be`, joinBy('comma', allowed, 'en')], 'en')]
        : []),
    ]
    return { content: [{ type: 'text', text: lines.join('\n') }], isError: true }
  }
}

/** The arguments of a call as the query of the address that answers the same. */
function toSearchParams(given: JsonObject): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) {
    if (name === 'id' || value === null || value === undefined) continue
    query.set(name, Array.isArray(value) ? value.join('~') : String(value))
  }
  return query
}

async function readAsked({ readCard }: ToolService, given: JsonObject, encoding: 'json' | 'png') {
  if (typeof given.id !== 'string')
    throw new CardError(400, 'bad-parameter', 'id must be the id of an indicator; find_indicator finds it', {
      parameter: 'id',
    })
  return readCard(given.id, encoding, toSearchParams(given))
}

/** How many indicators a result lists: the best matches, or the first of the catalogue where nothing matches. */
const mostMatches = 8
const mostUnmatched = 40

async function findIndicators(given: JsonObject, { readSearch, readCard }: ToolService): Promise<ToolResult> {
  const query = typeof given.query === 'string' ? given.query.slice(0, 200) : ''
  const entries = await readSearch()
  const found = search(query, entries)
  const shown = found.length > 0 ? found.slice(0, mostMatches) : entries.slice(0, mostUnmatched)
  const asked = toSearchParams({ lang: given.lang })
  const cards = await Promise.all(shown.map(({ id }) => readCard(id, 'json', asked)))
  const opening = openings[found.length > 0 ? 'found' : query.trim() === '' ? 'listed' : 'none']
  const counts = { found: String(found.length), all: String(entries.length), shown: String(shown.length) }
  const lines = [fill(say(opening, toLanguage(given)), counts), ...cards.map(toListing)]
  return {
    content: [{ type: 'text', text: lines.join('\n\n') }],
    structuredContent: {
      indicators: cards.map(({ card, links }) => ({ ...toCatalogEntry(card, links), caveats: toCaveats(card) })),
    },
  }
}

async function readFigures(given: JsonObject, service: ToolService): Promise<ToolResult> {
  const requested = await readAsked(service, given, 'json')
  const { card, links } = requested
  const { text: citation } = toCitation(requested, service.day)
  return {
    content: [{ type: 'text', text: toFigureText(card, citation) }],
    structuredContent: { ...toIndicatorJson(card, links), caveats: toCaveats(card), citation },
  }
}

async function drawCard(given: JsonObject, service: ToolService): Promise<ToolResult> {
  const requested = await readAsked(service, given, 'png')
  const { card, links } = requested
  const { id, finding, alt, sourceLine: source } = card
  const url = toPictureUrl(requested, { encoding: 'png' })
  const { text: citation } = toCitation(requested, service.day)
  const bytes = await service.drawPng(new URL(url))
  const urls = { png: url, svg: links.svg, page: links.html, embed: links.embed }
  const addresses = Object.entries(urls).map(address => joinBy('colon', address, 'en'))
  return {
    content: [
      { type: 'image', data: Buffer.from(bytes).toString('base64'), mimeType: 'image/png' },
      { type: 'text', text: [finding, alt, ...toCaveatLines(card), ...addresses, citation].join('\n') },
    ],
    structuredContent: { id, finding, alt, source, caveats: toCaveats(card), citation, links: urls },
  }
}
