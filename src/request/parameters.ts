import { CardError } from '../model/errors.ts'
import { type Indicator, type Layout, layouts } from '../model/indicator.ts'
import { type Lang, tongues } from '../model/locales.ts'
import { findNearest } from '../model/nearest.ts'
import { isCalendarDay } from '../model/period.ts'
import { offered } from '../site.ts'
import { findPictureFormat, type PictureSuffix, pictures } from './formats.ts'
import { findLanguage } from './languages.ts'
import { checkParams } from './limits.ts'
import { type Size, sizeNames } from './sizes.ts'

export const themes = ['light', 'dark', 'auto'] as const
export type Theme = (typeof themes)[number]

export const scales = ['1', '2', '3'] as const

/** The kinds of answer that a query may shape: each picture format, JSON, CSV, pages, the iframe, feeds. */
export type Encoding = PictureSuffix | 'json' | 'csv' | 'html' | 'embed' | 'feed'

type ParameterKind =
  | { kind: 'choice'; values: readonly string[]; names?: Readonly<Record<string, string>> }
  | { kind: 'year' }
  | { kind: 'date' }
  | { kind: 'series' }
  | { kind: 'colour'; words: readonly string[] }
  | { kind: 'release' }

/** What a parameter takes, which encodings know it, and what it does in one sentence. */
export type Parameter = ParameterKind & { name: string; encodings: readonly Encoding[]; about: string }

const cards: readonly Encoding[] = [...pictures.map(({ suffix }) => suffix), 'html', 'embed']
const figures: readonly Encoding[] = [...cards, 'json', 'csv']
const everything: readonly Encoding[] = [...figures, 'feed']
const rasters: readonly Encoding[] = [
  ...pictures.filter(({ isRaster }) => isRaster).map(({ suffix }) => suffix),
  'html',
]

/** The one table of parameters: the validator, the canonical request, OpenAPI, the builder and the docs come from it. */
export const parameters = {
  layout: {
    name: 'layout',
    kind: 'choice',
    values: layouts,
    encodings: cards,
    about: 'How the card is arranged',
  },
  size: {
    name: 'size',
    kind: 'choice',
    values: sizeNames,
    encodings: cards,
    about: 'The size of the card in pixels',
  },
  theme: {
    name: 'theme',
    kind: 'choice',
    values: themes,
    encodings: cards,
    about: 'Light or dark; for SVG and the iframe also auto, which follows the reader’s system',
  },
  lang: {
    name: 'lang',
    kind: 'choice',
    values: offered,
    names: Object.fromEntries(offered.map(lang => [lang, tongues[lang].name])),
    encodings: everything,
    about: 'The language of every word and number; a longer BCP 47 tag, such as zh-CN, leads to one of them',
  },
  from: { name: 'from', kind: 'year', encodings: figures, about: 'The first year shown' },
  to: { name: 'to', kind: 'year', encodings: figures, about: 'The last year shown' },
  series: {
    name: 'series',
    kind: 'series',
    encodings: figures,
    about: 'Some of the series, joined by ~',
  },
  asof: {
    name: 'asof',
    kind: 'date',
    encodings: figures,
    about: 'The indicator as it was known on that day, which is not later than today',
  },
  accent: {
    name: 'accent',
    kind: 'colour',
    words: [],
    encodings: cards,
    about: 'Colour of the first series: six hex digits, moved to the nearest colour with a contrast of 4.5:1',
  },
  background: {
    name: 'background',
    kind: 'colour',
    words: ['transparent'],
    encodings: cards,
    about: 'Colour of the background: six hex digits, or transparent',
  },
  scale: {
    name: 'scale',
    kind: 'choice',
    values: scales,
    encodings: rasters,
    about: 'Pixels for each unit, PNG only',
  },
  v: {
    name: 'v',
    kind: 'release',
    encodings: figures,
    about: 'A release; the current one makes the answer immutable',
  },
} as const satisfies Record<string, Parameter>
export type ParameterName = keyof typeof parameters

/** Which figures are shown: years inclusive, ids of series in the indicator's order, a day to look back from. */
export type Selection = { from?: number; to?: number; series: readonly string[]; asof?: string }

/** Everything a request may choose, with every default settled. */
export type CardParams<E extends Encoding = Encoding> = Selection & {
  encoding: E
  layout: Layout
  size: Size
  theme: Theme
  lang: Lang
  accent?: string
  background?: string
  scale: 1 | 2 | 3
}

/** A canonical query: what differs from the defaults, in the order of the names. */
export type Query = ReadonlyMap<ParameterName, string>

export type ParsedQuery<E extends Encoding = Encoding> = {
  params: CardParams<E>
  /** The query with defaults dropped, names sorted, case folded and unknown names left out. */
  query: Query
  /** The release the client named, if any; it never changes what is answered, only how long it may be kept. */
  version: string | undefined
  ignored: readonly string[]
}

const bad = (name: ParameterName, sentence: string, allowed?: readonly string[], suggestion?: string): CardError =>
  new CardError(400, 'bad-parameter', sentence, {
    parameter: name,
    ...(allowed && { allowed }),
    ...(suggestion && { suggestion }),
  })

const quoted = (values: readonly string[]): string => values.map(value => `"${value}"`).join(' | ')

/**
 * Reads the query of a card once, at the edge: afterwards nothing is re-tested. Throws `CardError` 400, which names the
 * parameter and what it takes, and never repeats what was sent.
 */
export function parseParams<E extends Encoding>(
  search: URLSearchParams,
  encoding: E,
  indicator: Indicator,
  today?: string,
): ParsedQuery<E> {
  const { given, ignored } = sortQuery(search, encoding)
  const choice = <const T extends string>(name: ParameterName, values: readonly T[], fallback: T): T => {
    const text = given.get(name)
    if (text === undefined) return fallback
    const value = values.find(entry => entry === text)
    if (value) return value
    throw bad(name, `${name} must be (${quoted(values)})`, values, findNearest(text, values))
  }
  const layout = choice('layout', layouts, given.get('size') === 'badge' ? 'badge' : indicator.layout)
  const size = choice('size', sizeNames, layout === 'badge' ? 'badge' : defaultSize(encoding))
  if ((layout === 'badge') !== (size === 'badge'))
    throw bad('size', 'size "badge" and layout "badge" go together', sizeNames)
  const theme = choice('theme', themes, defaultTheme(encoding))
  const allowed = themesOf(encoding)
  if (!allowed.includes(theme))
    throw bad('theme', `theme "${theme}" is for SVG; for PNG theme must be (${quoted(allowed)})`, allowed)
  const tag = given.get('lang')
  const lang = (tag && findLanguage(tag)) || choice('lang', offered, offered[0])
  const scale = choice('scale', scales, '1')
  const from = parseYear('from', given)
  const to = parseYear('to', given)
  if (from !== undefined && to !== undefined && from > to) throw bad('from', 'from must not be later than to')
  const series = parseSeries(given.get('series'), indicator)
  const asof = parseDate(given.get('asof'), today)
  const accent = parseColour('accent', given)
  const background = parseColour('background', given)
  const params: CardParams<E> = {
    encoding,
    layout,
    size,
    theme,
    lang,
    series,
    scale: scale === '3' ? 3 : scale === '2' ? 2 : 1,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(asof && { asof }),
    ...(accent && { accent }),
    ...(background && { background }),
  }
  checkParams(params)
  return { params, query: toQuery(params, indicator), version: given.get('v'), ignored }
}

const sortedNames = Object.values(parameters)
  .map(parameter => parameter.name)
  .sort()

/** The size of a picture format; for the iframe what fits a column of text, for pages and figures the size of a preview. */
export const defaultSize = (encoding: Encoding): Size =>
  findPictureFormat(encoding)?.size ?? (encoding === 'embed' ? 'wide' : 'og')

/** A picture made of pixels cannot turn dark by itself. */
export const themesOf = (encoding: Encoding): readonly Theme[] =>
  themes.filter(theme => theme !== 'auto' || !findPictureFormat(encoding)?.isRaster)

/** A picture and an iframe are light by default, because they cannot know the page around them; a page follows the reader's system. */
const defaultTheme = (encoding: Encoding): Theme => (encoding === 'html' ? 'auto' : 'light')

/** The canonical query of settled parameters: what differs from the defaults of this indicator and encoding, sorted. */
export function toQuery(params: CardParams, indicator: Indicator): Query {
  const defaults: Partial<Record<ParameterName, string>> = {
    layout: indicator.layout,
    size: params.layout === 'badge' ? 'badge' : defaultSize(params.encoding),
    theme: defaultTheme(params.encoding),
    lang: offered[0],
    scale: '1',
    series: indicator.series.map(series => series.id).join('~'),
  }
  const chosen: Record<ParameterName, string | undefined> = {
    accent: params.accent,
    asof: params.asof,
    background: params.background,
    from: params.from?.toString(),
    lang: params.lang,
    layout: params.layout,
    scale: String(params.scale),
    series: params.series.join('~'),
    size: params.size,
    theme: params.theme,
    to: params.to?.toString(),
    // It decides how long an answer may be cached, and changes nothing in it.
    v: undefined,
  }
  return new Map(
    sortedNames.flatMap((name): [ParameterName, string][] => {
      const value = chosen[name]
      return value === undefined || value === defaults[name] ? [] : [[name, value]]
    }),
  )
}

/** The part of a canonical query that an encoding knows. A picture made of pixels does not know the theme auto. */
export const selectKnown = (query: Query, encoding: Encoding): Query =>
  new Map(
    [...query].filter(
      ([name, value]) =>
        toEncodings(name).includes(encoding) &&
        !(name === 'theme' && value === 'auto' && findPictureFormat(encoding)?.isRaster),
    ),
  )

type Sorted = { given: Map<ParameterName, string>; ignored: string[] }

const isParameter = (name: string): name is ParameterName => Object.hasOwn(parameters, name)

const toEncodings = (name: ParameterName): readonly Encoding[] => parameters[name].encodings

/** Splits a query into what this encoding knows and what it leaves out; a name given twice with two values is a 400. */
function sortQuery(query: URLSearchParams, encoding: Encoding): Sorted {
  const given = new Map<ParameterName, string>()
  const ignored: string[] = []
  for (const [rawName, rawValue] of query) {
    const name = rawName.toLowerCase()
    if (!isParameter(name) || !toEncodings(name).includes(encoding)) {
      ignored.push(rawName)
      continue
    }
    const value = rawValue.trim().toLowerCase()
    if (value === '') continue
    const before = given.get(name)
    if (before !== undefined && before !== value)
      throw bad(name, `${name} is given twice with different values; expected it once`)
    given.set(name, value)
  }
  return { given, ignored: [...new Set(ignored)] }
}

function parseYear(name: 'from' | 'to', given: Map<ParameterName, string>): number | undefined {
  const text = given.get(name)
  if (text === undefined) return undefined
  const year = Number(text)
  if (!/^\d{4}$/.test(text) || year < 1900 || year > 2100) throw bad(name, `${name} must be a year from 1900 to 2100`)
  return year
}

/** A day to look back from; `today` is in UTC. */
function parseDate(text: string | undefined, today?: string): string | undefined {
  if (text === undefined) return undefined
  if (!isCalendarDay(text)) throw bad('asof', 'asof must be a day of the calendar, written YYYY-MM-DD')
  if (text > (today ?? new Date().toISOString().slice(0, 10)))
    throw bad('asof', 'asof must not be later than today: what will be known then is not known yet')
  return text
}

/** The series named, in the indicator's order. The lower end of a range has the upper with it: alone it would be a plain figure. */
function parseSeries(text: string | undefined, indicator: Indicator): readonly string[] {
  const ids = indicator.series.map(({ id }) => id)
  if (text === undefined) return ids
  const names = text.split('~')
  for (const name of names) {
    if (!ids.includes(name))
      throw bad('series', `series must be some of (${quoted(ids)}), joined by "~"`, ids, findNearest(name, ids))
  }
  const uppers = indicator.series.flatMap(({ id, upTo }) => (names.includes(id) ? [upTo] : []))
  return ids.filter(id => names.includes(id) || uppers.includes(id))
}

function parseColour(name: 'accent' | 'background', given: Map<ParameterName, string>): string | undefined {
  const text = given.get(name)?.replace(/^#/, '')
  if (text === undefined) return undefined
  const allowed: readonly string[] = parameters[name].words
  if (allowed.includes(text)) return text
  if (/^[0-9a-f]{6}$/.test(text)) return text
  throw bad(name, `${name} must be six hex digits${allowed.map(word => ` or "${word}"`).join('')}`)
}
