import type { Card, Point } from '../card/card.ts'
import type { RequestedCard } from '../card/requested-card.ts'
import { release } from '../model/catalog.ts'
import { CardError } from '../model/errors.ts'
import { enclose, fill, joinBy, type Lang, say } from '../model/locales.ts'
import { flagWords, statusWords } from '../model/messages.ts'
import { type SearchEntry, search } from '../model/search.ts'
import { findLanguage } from '../request/languages.ts'
import { parameters } from '../request/parameters.ts'
import { toPictureUrl } from '../request/urls.ts'
import { offered } from '../site.ts'
import { toCaveats } from './caveats.ts'
import { toCitation } from './citation.ts'
import { headings } from './headings.ts'
import { toCatalogEntry, toIndicatorJson } from './json.ts'
import type { Schema } from './json-schema.ts'
import { toExtent } from './labels.ts'
import { toParameterSchema } from './openapi-parameters.ts'
import { toFailureText } from './problem.ts'

/** What a tool needs of the service around it: the day of today, what can be found, cards by their id, and a picture by its address. */
export type McpService = {
  day: string
  readSearch: () => Promise<readonly SearchEntry[]>
  readCard: (id: string, encoding: 'json' | 'png', query: URLSearchParams) => Promise<RequestedCard>
  drawPng: (url: URL) => Promise<Uint8Array>
}

const words = {
  meant: {
    en: 'Did you mean {suggestion}?',
    kk: 'Мүмкін {suggestion} керек шығар?',
    ru: 'Может быть, {suggestion}?',
    zh: '您要找的是{suggestion}吗？',
  },
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
  unit: {
    en: 'Unit of every value',
    kk: 'Барлық мәннің өлшем бірлігі',
    ru: 'Единица всех значений',
    zh: '全部数值的单位',
  },
} as const satisfies Record<string, Record<Lang, string>>

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
    names.map(name => [name, { ...toParameterSchema(parameters[name], 'png'), description: parameters[name].about }]),
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
      'Finds indicators by words in any of the languages of the catalogue: what each measures, its newest finding, its unit, its authorities and its caveats. Without a query it lists the first of them.',
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
    const lang = findLanguage(String(given.lang)) ?? offered[0]
    const lines = [
      toFailureText(error, lang),
      ...(suggestion ? [fill(say(words.meant, lang), { suggestion })] : []),
      ...(lang === 'en' && parameter && allowed
        ? [joinBy('colon', [`${parameter} can be`, joinBy('comma', allowed, 'en')], 'en')]
        : []),
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

function readAsked({ readCard }: McpService, given: Arguments, encoding: 'json' | 'png'): Promise<RequestedCard> {
  if (typeof given.id !== 'string')
    throw new CardError(400, 'bad-parameter', 'id must be the id of an indicator; find_indicator finds it', {
      parameter: 'id',
    })
  return readCard(given.id, encoding, toQuery(given))
}

/** How many indicators are listed: the nearest, or where nothing matches the first of the catalogue. */
const mostMatches = 8
const mostListed = 40

async function findIndicators(given: Arguments, { readSearch, readCard }: McpService): Promise<ToolResult> {
  const query = typeof given.query === 'string' ? given.query.slice(0, 200) : ''
  const entries = await readSearch()
  const found = search(query, entries)
  const shown = found.length > 0 ? found.slice(0, mostMatches) : entries.slice(0, mostListed)
  const asked = toQuery({ lang: given.lang })
  const cards = await Promise.all(shown.map(({ id: name }) => readCard(name, 'json', asked)))
  const lang = findLanguage(String(given.lang)) ?? offered[0]
  const opening = fill(say(words[found.length > 0 ? 'found' : query.trim() === '' ? 'listed' : 'none'], lang), {
    found: String(found.length),
    all: String(entries.length),
    shown: String(shown.length),
  })
  return {
    content: [{ type: 'text', text: [opening, ...cards.map(toListing)].join('\n\n') }],
    structuredContent: {
      indicators: cards.map(({ card, links }) => ({ ...toCatalogEntry(card, links), caveats: toCaveats(card) })),
    },
  }
}

function toListing({ card, links }: RequestedCard): string {
  return [
    joinBy('colon', [card.id, card.title], card.lang),
    card.finding,
    joinBy('colon', [say(headings.unit, card.lang), card.unit.label], card.lang),
    joinBy('colon', [say(headings.years, card.lang), toExtent(card)], card.lang),
    card.sourceLine,
    ...toCaveatLines(card),
    links.html,
  ].join('\n')
}

/** The caveats of a card, each named as one. */
const toCaveatLines = (card: Card): string[] =>
  toCaveats(card).map(caveat => joinBy('colon', [say(headings.caveat, card.lang), caveat], card.lang))

async function readFigures(given: Arguments, service: McpService): Promise<ToolResult> {
  const requested = await readAsked(service, given, 'json')
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
    joinBy('colon', [say(words.unit, card.lang), enclose(card.unit.label, card.unit.code, card.lang)], card.lang),
    '',
    `## ${say(headings.caveats, card.lang)}`,
    ...caveats.map(caveat => `- ${caveat}`),
    ...lines,
    '',
    `## ${say(headings.sources, card.lang)}`,
    ...card.sources.map(
      ({ id: source, title, publisher, url, published }) =>
        `- ${joinBy('colon', [source, joinBy('comma', [title, publisher, published], card.lang)], card.lang)} <${url}>`,
    ),
    '',
    `## ${say(headings.cite, card.lang)}`,
    citation,
  ].join('\n')
}

function toLine({ caption, value, status, flag, note, source }: Point, { unit, lang }: Card): string {
  const remarks = [statusWords[status], ...(flag ? [flagWords[flag]] : [])].map(words => say<string>(words, lang))
  const measured = enclose(`${value} ${unit.label}`, joinBy('comma', remarks, lang), lang)
  const figure = `- ${joinBy('colon', [caption, measured], lang)}`
  return `${note ? `${figure} ${note}` : figure} [${source}]`
}

async function drawCard(given: Arguments, service: McpService): Promise<ToolResult> {
  const requested = await readAsked(service, given, 'png')
  const { card, links } = requested
  const url = toPictureUrl(requested, { encoding: 'png' })
  const caveats = toCaveats(card)
  const citation = toCitation(requested, service.day)
  const bytes = await service.drawPng(new URL(url))
  const urls = { png: url, svg: links.svg, page: links.html, embed: links.embed }
  const text = [
    card.finding,
    card.alt,
    ...toCaveatLines(card),
    ...Object.entries(urls).map(address => joinBy('colon', address, 'en')),
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
